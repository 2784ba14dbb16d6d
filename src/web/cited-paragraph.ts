/** A paragraph as it is cited today: with the facts of its address, at the permalink readers reach it by. */
import type { Citable } from "../cite/citable.ts";
import type { ParagraphRecord, WholeAddress } from "../store/records.ts";
import type { WebContext } from "./web-context.ts";

/** @param revision the earlier revision whose words are cited, by its own permalink; null for the present ones */
export function citedParagraph(
  { urls, siteName }: Pick<WebContext, "urls" | "siteName">,
  paragraph: Pick<ParagraphRecord, "key" | "kind" | "number" | "text">,
  { address, source }: Pick<WholeAddress, "address" | "source">,
  revision: number | null,
): Citable {
  return {
    key: paragraph.key,
    title: address.title,
    speaker: address.speaker,
    speakerOffice: address.speakerOffice,
    speakerCountry: address.speakerCountry,
    date: address.date,
    collection: address.collection,
    occasion: address.occasion,
    place: address.place,
    publisher: source.publisher,
    sourceUrl: source.url,
    lang: address.lang,
    kind: paragraph.kind,
    paragraphNumber: paragraph.number,
    paragraphText: paragraph.text,
    permalink: urls.absolute(urls.paragraph(paragraph.key, revision === null ? {} : { revision })),
    accessedOn: today(),
    archiveName: siteName,
    revision: revision ?? address.revision,
  };
}

/** ISO day, UTC: the day on which citations are made. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
