/** One paragraph as JSON, wherever it is asked for: `/api/v1/paragraphs/{key}` and `/p/{key}.json`. */
import type { Response } from "express";
import { apiFormerParagraph, apiGone, apiParagraph } from "./api-models.ts";
import { lookUpParagraph } from "./paragraph-lookup.ts";
import type { AtRevision } from "./urls.ts";
import type { WebContext } from "./web-context.ts";

/**
 * Answers with the paragraph, a former one, a redirect to its canonical key, or 410 with its last words.
 * @param path of the canonical key
 * @throws HttpError as `lookUpParagraph`
 */
export function sendParagraph(
  context: WebContext,
  response: Response,
  written: string,
  rev: unknown,
  path: (key: string, at: AtRevision) => string,
): void {
  const found = lookUpParagraph(context.reader, written, rev);
  if (found.state === "elsewhere") {
    response.redirect(301, path(found.key, found.at));
    return;
  }
  if (found.state === "gone") {
    response.status(410).json(apiGone(context, found.tombstone, found.address, found.error));
    return;
  }
  const { address } = found;
  const about = { address, source: context.reader.source(address.id) };
  response.json(
    found.state === "present"
      ? apiParagraph(context, found.paragraph, about)
      : apiFormerParagraph(context, found.paragraph, about),
  );
}
