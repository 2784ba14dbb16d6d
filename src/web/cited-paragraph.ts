/** A paragraph as it is cited today: the present one, or one of an earlier revision by its own permalink. */
import type { Citable } from "../cite/citable.ts";
import type { ParagraphRecord, WholeAddress } from "../store/records.ts";
import { citableOf } from "./page-models/citable.ts";
import type { WebContext } from "./web-context.ts";

/** @param revision the earlier revision whose words are cited; null for the present ones */
export function citedParagraph(
  { urls, siteName }: Pick<WebContext, "urls" | "siteName">,
  paragraph: Pick<ParagraphRecord, "key" | "kind" | "number" | "text">,
  whole: Pick<WholeAddress, "address" | "source">,
  revision: number | null,
): Citable {
  const present = citableOf(paragraph, whole, siteName, today(), urls);
  if (revision === null) return present;
  const permalink = urls.absolute(urls.paragraph(paragraph.key, { revision }));
  return { ...present, revision, permalink };
}

/** ISO day, UTC: the day on which citations are made. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
