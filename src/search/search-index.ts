/**
 * The port behind which every search engine stands.
 *
 * What an engine promises:
 * - `total`, `addressTotal` and every facet count are exact, never estimates.
 * - Facets are disjunctive: values within a group are joined by OR, groups by AND, and the counts
 *   of a group leave out that group's own filter.
 * - Only the speaker's own words are searched; a lead, heading, note or turn is never a hit.
 * - Hits are ids; texts, titles and tags are filled in from the store, never from the index.
 * - The same request on the same archive version gives the same order (ties by paragraph id).
 * - It throws `SearchOverloadedError` or `SearchTimeoutError` rather than answer late or wrongly.
 */
import type { TagKind } from "../domain/tag-decisions.ts";
import type { QueryNode } from "./query/syntax.ts";

/** Groups whose values are tags: any number of them on each paragraph. The others are facts of its address. */
export const TAG_GROUPS = [
  "topic",
  "country",
  "organisation",
] as const satisfies readonly TagKind[];
export const FACET_GROUPS = [...TAG_GROUPS, "speaker", "collection", "lang", "year"] as const;
export type FacetGroup = (typeof FACET_GROUPS)[number];

export function isTagGroup(group: FacetGroup): group is TagKind {
  return (TAG_GROUPS as readonly FacetGroup[]).includes(group);
}

export type SearchSort = "relevance" | "newest" | "oldest";

/** Selected facet values: slugs, codes, and years as text. An absent or empty group filters nothing. */
export type FacetFilters = Partial<Record<FacetGroup, string[]>>;

export type SearchRequest = {
  tree: QueryNode | null;
  filters: FacetFilters;
  /** Days `yyyymmdd`, both included; matches dates that overlap. The year histogram leaves it out. */
  dateFrom: number | null;
  dateTo: number | null;
  sort: SearchSort;
  /** With `address`, a page holds addresses, each by its first hit in `sort` order. */
  group: "paragraph" | "address";
  /** From 1. */
  page: number;
  /** 0 to 100; 0 asks for counts only. */
  size: number;
};

/** Counts everything and lists nothing: what narrower requests are made from. */
export const COUNT_EVERYTHING: SearchRequest = {
  tree: null,
  filters: {},
  dateFrom: null,
  dateTo: null,
  sort: "newest",
  group: "paragraph",
  page: 1,
  size: 0,
};

export type Hit = {
  /** Row id of the paragraph in the store. */
  paragraphId: number;
  /** How many paragraphs of the same address match; 1 unless grouped. */
  inAddress: number;
};

export type FacetCount = { value: string; count: number };

export type SearchResult = {
  hits: Hit[];
  /** Matching paragraphs. */
  total: number;
  /** Addresses they stand in. */
  addressTotal: number;
  /** First and last day among the hits' addresses, `yyyymmdd`; null when there are none. */
  firstDay: number | null;
  lastDay: number | null;
  /** Every value with at least one paragraph, most first; `year` by year. */
  facets: Record<FacetGroup, FacetCount[]>;
  /** The engine that answered, where it is another than the index's own. */
  answeredBy?: SearchIndex["engine"];
};

export interface SearchIndex {
  readonly engine: "fts5" | "meilisearch";
  search(request: SearchRequest): Promise<SearchResult>;
  close(): Promise<void>;
}

/** A word of the archive that is spelled nearly like another; `sure` where hardly another is meant. */
export type NearWord = { word: string; paragraphs: number; sure: boolean };

/**
 * In how many paragraphs of the whole archive a folded word stands in any form; of one that stands in
 * none, or in few, the folded words that may be meant, the likeliest first: sure ones before all others.
 * Where it stands at all, none is sure. `apart` are two words that make it one and stand next to each
 * other in so many paragraphs, for a word that stands in none.
 */
export type WordReport = {
  folded: string;
  paragraphs: number;
  near: NearWord[];
  apart: { pair: [string, string]; paragraphs: number } | null;
};

/** A part of a question, and how much it counts against others that are as rare. */
export type QuestionPart = { tree: QueryNode; importance: number };

/** The words of the archive. Rejects as `SearchIndex` does. */
export interface Vocabulary {
  /** @param commonest the few paragraphs of a word up to which a far commoner one may be meant */
  lookUp(words: readonly string[], commonest: number): Promise<WordReport[]>;
  /** In how many paragraphs of the whole archive each folded word stands in just this form. */
  count(words: readonly string[]): Promise<number[]>;
  /**
   * The parts that come together in a paragraph of those that a request finds, so that the rarest and
   * most important of them are among these.
   * @returns their places in the list, ascending; none where no such paragraph has any
   */
  together(request: SearchRequest, parts: readonly QuestionPart[]): Promise<number[]>;
}

/** More questions wait than the engine can answer soon. */
export class SearchOverloadedError extends Error {
  override name = "SearchOverloadedError";
}

/** The engine did not answer within its time. */
export class SearchTimeoutError extends Error {
  override name = "SearchTimeoutError";
}
