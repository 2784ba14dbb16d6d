/**
 * The words of the field as types. An address is one delivered text; a paragraph is the unit of
 * search and citation. Nothing here does input or output.
 */
import type { Mention } from "./mention.ts";
import type { PartialDate } from "./partial-date.ts";
import type { Range } from "./range.ts";

/** What a stretch of an address is: the speaker's own words, or editorial matter kept apart from them. */
export type ParagraphKind = "speech" | "lead" | "heading" | "note" | "turn";

/** Where the break before a paragraph comes from: the source itself, our splitter, another copy of the address, or an editor. */
export type BreakOrigin = "source" | "inferred" | "copy" | "editor";

/** Who says that a topic, a country or an organisation belongs to a paragraph. */
export type TagOrigin = "inferred" | "source" | "editor";

/** One topic of a paragraph, with the words that led to it. */
export type TopicTag = {
  /** Slug of a topic in the taxonomy. */
  topic: string;
  /** 0 to 1. */
  confidence: number;
  /** The words that led to it; empty when a source or an editor said so. */
  spans: Range[];
};

/** A paragraph as it comes out of the import pipeline, before it has a key. */
export type DraftParagraph = {
  kind: ParagraphKind;
  /** Non-empty, no leading or trailing white space; otherwise the source's characters as they were. */
  text: string;
  /**
   * Whose words these are, as the label of the speaker turn has it ("MR. NIXON", "Q"), where they are not
   * the address's speaker's; null for the speaker's own and for editorial matter.
   */
  turnSpeaker: string | null;
  breakBefore: BreakOrigin;
  /** The words as `tokenize` folds them, one a line in reading order: what is indexed. Empty for editorial matter. */
  words: string;
  topics: TopicTag[];
  mentions: Mention[];
};

/** The facts of an address; everything but its words. */
export type AddressFacts = {
  title: string;
  date: PartialDate;
  /** Name as the source gives it, or null where nobody is named. */
  speaker: string | null;
  /** Office at that time, e.g. "President of Ukraine". */
  speakerOffice: string | null;
  /** The country the speaker spoke for: ISO 3166-1 alpha-2 or ISO 3166-3 alpha-4. */
  speakerCountry: string | null;
  occasion: string | null;
  place: string | null;
  collection: string | null;
  /** BCP 47, e.g. `en`, `uk`. */
  lang: string;
  /** Why this copy is known to be incomplete, in one sentence; null when nothing is known to be missing. */
  completenessNote: string | null;
};

/** Where an address was taken from. */
export type Source = {
  publisher: string | null;
  url: string | null;
  archivedUrl: string | null;
  /** ISO date on which the copy was taken. */
  retrievedOn: string | null;
  /** The source's own identifier of the address. */
  nativeId: string | null;
  licence: string | null;
  /** Fields of the input that the archive has no name for, kept as they came. */
  extra: Record<string, unknown>;
};

/** What a format reader yields: one address as its source has it, words not yet split. */
export type ParsedAddress = {
  facts: AddressFacts;
  source: Source;
  /** The words, line ends as LF; blank lines part paragraphs where the source parts them. */
  text: string;
  /** The input this address was read from, byte for byte: a file of its own, or its line in a JSONL file. */
  raw: Uint8Array;
  /**
   * How much of the beginning of `text` is an agency's lead, in UTF-16 code units. `auto` asks the
   * pipeline to recognise it; absent, an earlier decision about the same address stands, else `auto`.
   */
  leadLength?: number | "auto";
  /** What of the title the source does not have: all of it, its end, or words within it; another copy may have it. Absent where it has it all. */
  wantsTitle?: "all" | "end" | "words";
};
