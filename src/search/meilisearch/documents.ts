/** One document a paragraph: what Meilisearch is given of the archive. */
import { type MentionKind, valuesOf } from "../../domain/mention.ts";
import { daySpan, yearOf } from "../../domain/partial-date.ts";
import type { AddressRecord, ParagraphRecord } from "../../store/records.ts";
import { searchStem } from "../../text/search-stem.ts";
import { tokenize } from "../../text/tokens.ts";
import { UnfitAddressError } from "../external/external-index.ts";
import { facetValue } from "./filter.ts";
import { formToken, stemToken } from "./index-token.ts";

/**
 * `key` names it, because keys outlive the rebuilding of an archive and row ids do not; `id` is the
 * row id that hits are known by.
 */
export type ParagraphDocument = {
  key: string;
  id: number;
  address: number;
  /** The address, and whether the words are its own speaker's: see `voiceNumber`. */
  voice: number;
  /** Reading order within the address. */
  position: number;
  /** Every word in reading order, as its stem and as itself: see `index-token.ts`. */
  stems: string;
  forms: string;
  topic: string[];
  country: string[];
  organisation: string[];
  /** Null where nobody is named, and for words that stand under another's label. */
  speaker: string | null;
  collection: string | null;
  lang: string;
  year: number;
  /** First and last day that the date can mean, `yyyymmdd`. */
  first: number;
  last: number;
  /** Number of the batch that brought it. */
  batch: number;
};

/** Raised when documents of the same paragraphs come out otherwise: an index of another format is rebuilt. */
export const DOCUMENT_FORMAT = 4;

/** An address in one number with whether words are its own speaker's, or stand under another's label. */
export function voiceNumber(address: number, isOwn: boolean): number {
  return address * 2 + (isOwn ? 0 : 1);
}

/** What `voiceNumber` was made from. */
export function readVoice(voice: number): { address: number; isOwn: boolean } {
  return { address: Math.floor(voice / 2), isOwn: voice % 2 === 0 };
}

/** Words that Meilisearch reads of one text; what comes after is lost in silence. */
const MOST_WORDS = 65_000;

/**
 * @param paragraphs of the address, editorial matter among them, which is left out
 * @throws UnfitAddressError when a paragraph has more words than Meilisearch reads
 */
export function documentsOf(
  address: AddressRecord,
  paragraphs: readonly ParagraphRecord[],
  batch: number,
): ParagraphDocument[] {
  const { first, last } = daySpan(address.date);
  const facts = {
    address: address.id,
    collection: address.collectionSlug && facetValue(address.collectionSlug),
    lang: facetValue(address.lang),
    year: yearOf(address.date),
    first,
    last,
    batch,
  };
  const speaker = address.speakerSlug && facetValue(address.speakerSlug);
  return paragraphs
    .filter(({ kind }) => kind === "speech")
    .map((paragraph) => ({
      key: paragraph.key,
      id: paragraph.id,
      position: paragraph.position,
      voice: voiceNumber(address.id, paragraph.turnSpeaker === null),
      speaker: paragraph.turnSpeaker === null ? speaker : null,
      ...words(paragraph, address),
      topic: paragraph.topics.map(({ topic }) => uncut(topic, address)),
      country: mentioned(paragraph, "country", address),
      organisation: mentioned(paragraph, "organisation", address),
      ...facts,
    }));
}

function mentioned(paragraph: ParagraphRecord, kind: MentionKind, address: AddressRecord) {
  return valuesOf(paragraph.mentions, kind).map((value) => uncut(value, address));
}

/** A tag is told by its value, so it cannot be a hash instead. */
function uncut(tag: string, { slug }: AddressRecord): string {
  if (facetValue(tag) === tag) return tag;
  throw new UnfitAddressError(
    `A tag of ${slug} is too long for Meilisearch, which would cut it: ${tag.slice(0, 40)}…`,
  );
}

function words(paragraph: ParagraphRecord, { lang, slug }: AddressRecord) {
  const tokens = tokenize(paragraph.text);
  if (tokens.length > MOST_WORDS) {
    throw new UnfitAddressError(
      `Paragraph ${paragraph.key} of ${slug} has ${tokens.length} words, and Meilisearch reads ${MOST_WORDS}: break it into paragraphs.`,
    );
  }
  return {
    stems: tokens.map(({ folded }) => stemToken(searchStem(folded, lang))).join(" "),
    forms: tokens.map(({ folded }) => formToken(folded)).join(" "),
  };
}
