/** What is read from the store: rows of the archive in the words of the field. */
import type {
  AddressFacts,
  BreakOrigin,
  ParagraphKind,
  Source,
  TagOrigin,
} from "../domain/address.ts";
import type { Mention } from "../domain/mention.ts";
import type { Range } from "../domain/range.ts";
import type { TagDecision } from "../domain/tag-decisions.ts";
import type { VoiceDecision } from "../domain/voice-decision.ts";

export type AddressRecord = AddressFacts & {
  id: number;
  slug: string;
  speakerSlug: string | null;
  collectionSlug: string | null;
  wordCount: number;
  paragraphCount: number;
  revision: number;
  splitterVersion: string;
  /** Slug of the address, or file and line, that breaks of origin `copy` were taken from; null without such. */
  breaksFrom: string | null;
};

export type StoredTopic = { topic: string; origin: TagOrigin; confidence: number; spans: Range[] };

export type StoredMention = Mention & { origin: TagOrigin };

export type ParagraphRecord = {
  id: number;
  key: string;
  addressId: number;
  position: number;
  /** Null for editorial matter. */
  number: number | null;
  kind: ParagraphKind;
  text: string;
  /**
   * Whose words these are, as an editor decided it or else the label of the turn has it; null for the
   * address's speaker's and for editorial matter.
   */
  turnSpeaker: string | null;
  /** What an editor decided about that; null where none did. */
  voice: VoiceDecision | null;
  breakBefore: BreakOrigin;
  /** The revision in which these words first stood under this key. */
  sinceRevision: number;
  topics: StoredTopic[];
  mentions: StoredMention[];
  /** What editors decided about its tags. */
  decisions: TagDecision[];
};

export type Revision = {
  number: number;
  /** ISO 8601 instant. */
  createdAt: string;
  createdBy: string;
  reason: string;
};

/** A whole address: its facts, source, revisions, and all blocks in reading order. */
export type WholeAddress = {
  address: AddressRecord;
  source: Source;
  revisions: Revision[];
  paragraphs: ParagraphRecord[];
};

/** What a slug leads to. */
export type SlugLookup = { found: AddressRecord } | { movedTo: string } | null;

/** What a permalink leads to. */
export type KeyLookup =
  | { state: "present"; paragraph: ParagraphRecord; address: AddressRecord }
  | { state: "tombstone"; tombstone: Tombstone; address: AddressRecord }
  | null;

export type Tombstone = {
  key: string;
  /** First revision without the paragraph. */
  revision: number;
  number: number | null;
  kind: ParagraphKind;
  /** The last words it had. */
  text: string;
  turnSpeaker: string | null;
  voice: VoiceDecision | null;
  reason: string;
};

/** A paragraph of the speaker's own words, by its key and the number it has today. */
export type NumberedKey = { key: string; number: number };

/** A paragraph as it stood in an earlier revision. */
export type FormerParagraph = {
  key: string;
  revision: number;
  number: number | null;
  kind: ParagraphKind;
  text: string;
  turnSpeaker: string | null;
  voice: VoiceDecision | null;
};

export type ArchiveSummary = {
  addresses: number;
  /** Paragraphs of the speakers' own words. */
  paragraphs: number;
  words: number;
  /** `yyyymmdd`; null in an empty archive. */
  firstDay: number | null;
  lastDay: number | null;
  languages: string[];
  incompleteAddresses: number;
};

/** What one collection holds; addresses of no collection stand under a null slug. */
export type CollectionCount = {
  slug: string | null;
  title: string | null;
  addresses: number;
  paragraphs: number;
  words: number;
};

/** All reads of the archive. Every method is synchronous and sees the last committed state. */
export interface AddressReader {
  /** The archive's version number, raised by every writing transaction. */
  version(): number;
  summary(): ArchiveSummary;
  /** By title, those of no collection last. */
  collectionCounts(): CollectionCount[];
  lookupSlug(slug: string): SlugLookup;
  /** @throws RangeError when no address has this id. */
  wholeAddress(addressId: number): WholeAddress;
  /** Where an address was taken from. @throws RangeError when no address has this id. */
  source(addressId: number): Source;
  /** Its revisions, the first first; none when no address has this id. */
  revisions(addressId: number): Revision[];
  lookupKey(key: string): KeyLookup;
  /** An address with the facts that it had in one of its revisions. @throws RangeError when there is no such one. */
  addressAt(addressId: number, revision: number): AddressRecord;
  /** The paragraph as it stood in `revision` of its address, or null when it did not stand there. */
  paragraphAt(key: string, revision: number): FormerParagraph | null;
  /** The paragraph that stands where this one stood, between the same two neighbours; null where that is not plain. */
  inPlaceOf(tombstone: Pick<Tombstone, "key" | "revision">): NumberedKey | null;
  /** All blocks of an address within `radius` positions around one, in reading order. */
  neighbours(addressId: number, position: number, radius: number): ParagraphRecord[];
  /** Paragraphs with their addresses, in the order of `ids`; ids that are gone are left out. */
  paragraphsByIds(ids: readonly number[]): { paragraph: ParagraphRecord; address: AddressRecord }[];
  /** The address of each of these paragraphs, by paragraph; only the speakers' own words, and none that is gone. */
  addressesOfParagraphs(ids: readonly number[]): Map<number, number>;
  /** Newest first, keyset-paged: pass the last record of the previous page as `after`. */
  addresses(limit: number, after?: { date: string; id: number }): AddressRecord[];
  /** Addresses of one collection, speaker or year, newest first. */
  addressesOf(
    group: "collection" | "speaker" | "year",
    value: string,
    limit: number,
  ): AddressRecord[];
  /** Names of all speakers and titles of all collections, by slug. */
  speakerNames(): Map<string, string>;
  collectionTitles(): Map<string, string>;
  /** Slugs of all topics that a paragraph has, whatever the taxonomy; reads every tag. */
  heldTopics(): string[];
  /** The input an address's revision was read from, or null when there is no such revision. */
  rawInput(addressId: number, revision: number): Buffer | null;
}
