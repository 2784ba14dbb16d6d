/** `/topics`, `/countries`, `/organisations`, `/speakers`, `/collections`, `/years`, and one of each. */
import { Router } from "express";
import { isCountryCode } from "../../domain/country.ts";
import { isOrganisation } from "../../domain/organisation.ts";
import type { Answer } from "../../search/answer.ts";
import type { AddressRecord } from "../../store/records.ts";
import { notFound } from "../http-error.ts";
import { browseIndexPage } from "../page-models/browse-index.ts";
import { type BrowseValue, browseValuePage, FACET_OF } from "../page-models/browse-value.ts";
import { pageFrame } from "../page-models/frame.ts";
import type { TagNames } from "../page-models/names.ts";
import { BROWSE_GROUPS, type BrowseGroup } from "../urls.ts";
import type { WebContext } from "../web-context.ts";
import { EVERYTHING } from "../whole-archive.ts";

/** How many of the newest a page lists; a page that lists addresses shows fewer paragraphs. */
const LISTED = { addresses: 25, paragraphs: 8, paragraphsBesideAddresses: 4 };

export function browsePages(
  context: WebContext,
  names: TagNames,
  whole: () => Promise<Answer>,
): Router {
  const router = Router();
  for (const group of BROWSE_GROUPS) {
    router.get(`/${group}`, async (_request, response) => {
      const page = browseIndexPage(group, await whole(), context.taxonomy, context.urls);
      const canonical = context.urls.absolute(context.urls.browse(group));
      const frame = pageFrame({
        title: page.title,
        description: page.intro,
        section: group,
        canonical,
      });
      response.render("pages/browse_index", { frame, page });
    });
    router.get(`/${group}/:value`, async (request, response) => {
      const { value } = request.params;
      const canonical = canonicalValue(group, value);
      if (canonical !== value) response.redirect(301, context.urls.browse(group, canonical));
      else response.render("pages/browse_value", await show(context, names, { group, value }));
    });
  }
  return router;
}

async function show(context: WebContext, names: TagNames, chosen: BrowseValue) {
  const { ask, taxonomy, urls } = context;
  const { group, value } = chosen;
  const listed = addresses(context, chosen);
  const size = listed.length > 0 ? LISTED.paragraphsBesideAddresses : LISTED.paragraphs;
  const filters = { [FACET_OF[group]]: [value] };
  const answer = await ask({ ...EVERYTHING, filters, size });
  if (answer.total === 0 && listed.length === 0 && !exists(context, chosen)) {
    throw notFound(
      `This archive has no ${FACET_OF[group]} ${value.slice(0, 80)}.`,
      `All it has are listed at ${urls.browse(group)}.`,
    );
  }
  const page = browseValuePage(chosen, answer, listed, taxonomy, names, urls);
  const frame = pageFrame({
    title: page.title,
    description: page.description[0] ?? page.counts,
    section: group,
    canonical: urls.absolute(urls.browse(group, value)),
    feed: page.feed,
  });
  return { frame, page };
}

function addresses({ reader }: WebContext, { group, value }: BrowseValue): AddressRecord[] {
  if (group === "speakers") return reader.addressesOf("speaker", value, LISTED.addresses);
  if (group === "collections") return reader.addressesOf("collection", value, LISTED.addresses);
  if (group === "years" && /^\d{1,4}$/.test(value)) {
    return reader.addressesOf("year", value, LISTED.addresses);
  }
  return [];
}

/** Whether the value means something, though no paragraph has it yet. */
function exists({ taxonomy }: WebContext, { group, value }: BrowseValue): boolean {
  if (group === "topics") return taxonomy.topics.some(({ slug }) => slug === value);
  if (group === "organisations") return isOrganisation(value);
  return group === "countries" && isCountryCode(value);
}

function canonicalValue(group: BrowseGroup, value: string): string {
  if (group === "organisations") return value.toLowerCase();
  return group === "countries" ? value.toUpperCase() : value;
}
