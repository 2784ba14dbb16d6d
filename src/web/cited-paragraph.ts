/** A paragraph as it is cited today: with the facts of its address, at the permalink readers reach it by. */
import type { Citable } from "../cite/citable.ts";
import type { AddressRecord, ParagraphRecord, WholeAddress } from "../store/records.ts";
import type { WebContext } from "./web-context.ts";

/** @param revision the earlier revision whose words are cited, by its own permalink; null for the present ones */
export function citedParagraph(
  { urls, siteName }: Pick<WebContext, "urls" | "siteName">,
  paragraph: Pick<ParagraphRecord, "key" | "kind" | "number" | "text" | "turnSpeaker" | "voice">,
  { address, source }: Pick<WholeAddress, "address" | "source">,
  revision: number | null,
): Citable {
  return {
    key: paragraph.key,
    title: address.title,
    ...saidBy(paragraph.turnSpeaker, address),
    isVoiceDecided: paragraph.voice !== null,
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

/** Never the address's speaker for words that are another's. */
export function saidBy(turnSpeaker: string | null, address: AddressRecord) {
  const { speaker, speakerOffice, speakerCountry } = address;
  return turnSpeaker === null
    ? { speaker, speakerOffice, speakerCountry, turnSpeaker }
    : { speaker: null, speakerOffice: null, speakerCountry: null, turnSpeaker };
}

/** ISO day, UTC: the day on which citations are made. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
