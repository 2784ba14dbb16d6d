/** `/addresses/{slug}` and `/p/{key}` */
import { type Request, type Response, Router } from "express";
import { pageMetadata } from "../../cite/page-metadata.ts";
import { textFragmentUrl } from "../../cite/text-fragment.ts";
import type {
  AddressRecord,
  FormerParagraph,
  ParagraphRecord,
  Tombstone,
} from "../../store/records.ts";
import { citedParagraph } from "../cited-paragraph.ts";
import { notFound } from "../http-error.ts";
import { addressPage } from "../page-models/address.ts";
import { pageFrame } from "../page-models/frame.ts";
import type { TagNames } from "../page-models/names.ts";
import {
  CONTEXT,
  formerPage,
  OFFERED_FILES,
  paragraphPage,
  tombstonePage,
} from "../page-models/paragraph.ts";
import { lookUpParagraph } from "../paragraph-lookup.ts";
import { readText } from "../parameters.ts";
import type { WebContext } from "../web-context.ts";

/** Characters of a paragraph that search engines are given as the description of its page. */
const DESCRIPTION_LENGTH = 200;

export function readingPages(context: WebContext, names: TagNames): Router {
  const router = Router();
  router.get("/addresses/:slug", (request, response) => {
    showAddress(context, names, request, response);
  });
  router.get("/p/:key", (request, response) => {
    const found = lookUpParagraph(context.reader, request.params.key, request.query.rev);
    if (found.state === "elsewhere") {
      response.redirect(301, context.urls.paragraph(found.key) + queryString(request));
    } else if (found.state === "gone") {
      showTombstone(context, found.tombstone, found.address, response);
    } else if (found.state === "former") {
      showFormer(context, found.paragraph, found.address, response);
    } else {
      showParagraph(context, names, found.paragraph, found.address, response);
    }
  });
  return router;
}

function showAddress(
  { reader, urls, widen }: WebContext,
  names: TagNames,
  request: Request<{ slug: string }>,
  response: Response,
): void {
  const { slug } = request.params;
  const found = reader.lookupSlug(slug);
  if (!found) {
    throw notFound(
      `There is no address called ${slug.slice(0, 80)}.`,
      "Search for its title or its words, or look in its year.",
    );
  }
  if ("movedTo" in found) {
    response.redirect(301, urls.address(found.movedTo) + queryString(request));
    return;
  }
  const q = readText(request.query, "q", () => {});
  const page = addressPage(reader.wholeAddress(found.found.id), q, names, urls, widen);
  const { title, date, speaker } = page.address;
  const frame = pageFrame({
    title,
    description: [speaker?.label, date].filter(Boolean).join(", "),
    canonical: urls.absolute(urls.address(slug)),
    q,
    modules: q ? ["marks.js"] : [],
  });
  response.render("pages/address", { frame, page });
}

function showParagraph(
  context: WebContext,
  names: TagNames,
  paragraph: ParagraphRecord,
  address: AddressRecord,
  response: Response,
): void {
  const { reader, urls } = context;
  const source = reader.source(address.id);
  const revisions = reader.revisions(address.id);
  const paragraphs = reader.neighbours(address.id, paragraph.position, CONTEXT.blocks);
  const citable = citedParagraph(context, paragraph, { address, source }, null);
  const { url } = source;
  const atSource = url && /^https?:\/\//i.test(url) ? textFragmentUrl(url, paragraph.text) : null;
  const page = paragraphPage(
    paragraph,
    { address, revisions, paragraphs },
    citable,
    atSource,
    names,
    urls,
  );
  const files = OFFERED_FILES.map(({ format, label, type }) => ({
    href: urls.absolute(urls.paragraphFile(paragraph.key, format)),
    type,
    title: label,
  }));
  const frame = pageFrame({
    title: `${page.place}: ${address.title}`,
    description: openingWords(paragraph.text),
    metadata: pageMetadata(citable, files),
    modules: ["copy.js"],
  });
  response.render("pages/paragraph", { frame, page });
}

function showFormer(
  context: WebContext,
  former: FormerParagraph,
  address: AddressRecord,
  response: Response,
): void {
  const { reader, urls } = context;
  const source = reader.source(address.id);
  const revisions = reader.revisions(address.id);
  const found = reader.lookupKey(former.key);
  const present = found?.state === "present" ? found.paragraph : null;
  const citable = citedParagraph(context, former, { address, source }, former.revision);
  const page = formerPage(former, present, { address, revisions }, citable, urls);
  const frame = pageFrame({
    title: `${page.place} in revision ${former.revision}: ${address.title}`,
    metadata: pageMetadata(citable),
    indexed: false,
    modules: ["copy.js"],
  });
  response.render("pages/former_paragraph", { frame, page });
}

function showTombstone(
  { reader, urls }: WebContext,
  tombstone: Tombstone,
  address: AddressRecord,
  response: Response,
): void {
  const page = tombstonePage(tombstone, address, reader.inPlaceOf(tombstone), urls);
  const frame = pageFrame({ title: `Taken out: ${address.title}`, indexed: false });
  response.status(410).render("pages/tombstone", { frame, page });
}

/** The query string as it came, with its question mark. */
function queryString(request: Request): string {
  const at = request.originalUrl.indexOf("?");
  return at === -1 ? "" : request.originalUrl.slice(at);
}

function openingWords(text: string): string {
  if (text.length <= DESCRIPTION_LENGTH) return text;
  return `${text.slice(0, DESCRIPTION_LENGTH).replace(/\s+\S*$/u, "")} …`;
}
