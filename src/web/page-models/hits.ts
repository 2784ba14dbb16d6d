/** Paragraphs in a list, as results and browse pages show them. */
import { valuesOf } from "../../domain/mention.ts";
import { formatDate } from "../../domain/partial-date.ts";
import type { TagKind } from "../../domain/tag-decisions.ts";
import type { FoundParagraph } from "../../search/answer.ts";
import type { AddressRecord } from "../../store/records.ts";
import type { Urls } from "../urls.ts";
import { counted, formatCount } from "./format.ts";
import type { Link } from "./frame.ts";
import { excerpt, type TextPiece } from "./marked-text.ts";
import type { TagNames } from "./names.ts";

export type Hit = {
  key: string;
  /** "22"; null for editorial matter, which has no number. */
  number: string | null;
  permalink: string;
  citeUrl: string;
  address: AddressLine;
  /** Whose words they are, as the source labels them, where not the address's speaker's. */
  turnSpeaker: string | null;
  /** BCP 47 of the words. */
  lang: string;
  pieces: TextPiece[];
  /** "All 412 words", where an excerpt is shown. */
  whole: Link | null;
  /** Its tags by kind; a kind of which it has none is left out. */
  tags: { label: string; links: Link[] }[];
  /** "12 paragraphs of this address match", where results are grouped. */
  inAddress: Link | null;
};

/** An address in a list. */
export type AddressLine = {
  title: string;
  lang: string;
  url: string;
  /** For people. */
  date: string;
  /** ISO 8601, perhaps a month or a year only. */
  isoDate: string;
  speaker: Link | null;
  office: string | null;
  place: string | null;
  collection: Link | null;
  /** "56 paragraphs" */
  length: string;
  incomplete: boolean;
};

/**
 * @param q the query, whose marks the links to the address carry on
 * @param tagUrl where a tag leads
 */
export function hit(
  found: FoundParagraph,
  q: string,
  names: TagNames,
  tagUrl: (kind: TagKind, value: string) => string,
  urls: Urls,
): Hit {
  const { paragraph, address, marks, inAddress } = found;
  const permalink = urls.paragraph(paragraph.key);
  const { pieces, shortened } = excerpt(paragraph.text, marks, address.lang);
  const tags = (kind: TagKind, label: string, values: string[]) => ({
    label,
    links: values.map((value) => ({ label: names[kind](value), url: tagUrl(kind, value) })),
  });
  return {
    key: paragraph.key,
    number: paragraph.number === null ? null : formatCount(paragraph.number),
    permalink,
    citeUrl: `${permalink}#cite`,
    address: addressLine(address, urls, { q, key: paragraph.key }),
    turnSpeaker: paragraph.turnSpeaker,
    lang: address.lang,
    pieces,
    whole: shortened ? { label: wholeLabel(paragraph.text), url: permalink } : null,
    tags: [
      tags(
        "topic",
        "Topics",
        paragraph.topics.map(({ topic }) => topic),
      ),
      tags("country", "Countries spoken of", valuesOf(paragraph.mentions, "country")),
      tags("organisation", "Organisations spoken of", valuesOf(paragraph.mentions, "organisation")),
    ].filter(({ links }) => links.length > 0),
    inAddress:
      inAddress > 1
        ? {
            label: `${counted(inAddress, "paragraph")} of this address match`,
            url: urls.address(address.slug, { q }),
          }
        : null,
  };
}

/** @param at what the link to the address carries on: a query's marks, a paragraph's place */
export function addressLine(
  address: AddressRecord,
  urls: Urls,
  at: { q?: string; key?: string } = {},
): AddressLine {
  const { speaker, speakerSlug, collection, collectionSlug } = address;
  return {
    title: address.title,
    lang: address.lang,
    url: urls.address(address.slug, at),
    date: formatDate(address.date),
    isoDate: address.date,
    speaker: namedLink(speaker, speakerSlug, (slug) => urls.browse("speakers", slug)),
    office: address.speakerOffice,
    place: address.place,
    collection: namedLink(collection, collectionSlug, (slug) => urls.browse("collections", slug)),
    length: counted(address.paragraphCount, "paragraph"),
    incomplete: address.completenessNote !== null,
  };
}

function namedLink(
  label: string | null,
  slug: string | null,
  url: (slug: string) => string,
): Link | null {
  return label !== null && slug !== null ? { label, url: url(slug) } : null;
}

function wholeLabel(text: string): string {
  return `All ${counted(text.split(/\s+/).length, "word")} of this paragraph`;
}
