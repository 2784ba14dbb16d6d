/** What is cited: a paragraph with the facts of its address, at the permalink readers reach it by. */
import type { Citable } from "../../cite/citable.ts";
import type { ParagraphRecord, WholeAddress } from "../../store/records.ts";
import type { Urls } from "../urls.ts";

/**
 * @param accessedOn ISO day on which the citation is made
 */
export function citableOf(
  paragraph: Pick<ParagraphRecord, "key" | "kind" | "number" | "text">,
  { address, source }: Pick<WholeAddress, "address" | "source">,
  archiveName: string,
  accessedOn: string,
  urls: Urls,
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
    permalink: urls.absolute(urls.paragraph(paragraph.key)),
    accessedOn,
    archiveName,
    revision: address.revision,
  };
}
