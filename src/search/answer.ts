/** What the archive answers to a question: hits filled from the store, marked, labelled, explained. */
import type { Range } from "../domain/range.ts";
import type { AddressRecord, ParagraphRecord } from "../store/records.ts";
import type { ParsedQuery, QueryNode } from "./query/syntax.ts";
import type { FacetFilters, FacetGroup, SearchIndex, SearchSort } from "./search-index.ts";

/** A question as the web and the command line put it. */
export type Question = {
  /** As typed; may be empty. */
  q: string;
  filters: FacetFilters;
  /** Days `yyyymmdd`, both included; null for an open end. */
  dateFrom: number | null;
  dateTo: number | null;
  sort: SearchSort;
  group: "paragraph" | "address";
  /** From 1. */
  page: number;
  /** 0 to 100. */
  size: number;
};

/** A highlight over the paragraph's stored text. Marks are in order and never overlap. */
export type Mark = Range & { kind: "word" | "phrase" };

/** A piece of the sentence that says how a query was understood; `term` pieces are set off. */
export type DescriptionPart = { kind: "plain" | "term"; text: string };

export type FoundParagraph = {
  paragraph: ParagraphRecord;
  address: AddressRecord;
  marks: Mark[];
  /** How many paragraphs of the same address match; 1 unless grouped by address. */
  inAddress: number;
};

export type LabelledCount = { value: string; label: string; count: number };

/** A part of a query that found nothing, with how many paragraphs each of its words is in. */
export type TermCount = {
  text: string;
  count: number;
  /** Paragraphs that the same search finds but for this part; null where nothing else was asked. */
  without: number | null;
};

/** Another query that finds more than the one that was asked, and how many paragraphs, with the same dates and filters. */
export type Suggestion = {
  /** Words and names spelled otherwise; a speaker of that name; words that begin with the last one; with fewer words; `or` taken for OR. */
  reason: "spelling" | "speaker" | "beginning" | "fewer-words" | "alternatives";
  q: string;
  /** Only where a filter is what was misspelled: all the filters in its place. */
  filters?: FacetFilters;
  /** Only where parts of the question are left out that tell something: these, as it would have them. */
  leftOut?: string[];
  total: number;
};

export type Answer = {
  query: ParsedQuery;
  /** The text of the query that was searched: another than was typed where words were misspelled. */
  searched: string;
  /** The same as a tree, without synonyms. */
  asked: QueryNode | null;
  /** The question's own, by the slugs and codes that the archive has. */
  filters: FacetFilters;
  /** What was searched: words, filters and dates, e.g. "Paragraphs with ", *grain*, ", speaking of ", *Ukraine*, the first an opening alone; empty when all was asked for. */
  understood: DescriptionPart[];
  engine: SearchIndex["engine"];
  total: number;
  addressTotal: number;
  firstDay: number | null;
  lastDay: number | null;
  page: number;
  size: number;
  hits: FoundParagraph[];
  facets: Record<FacetGroup, LabelledCount[]>;
  /** Only when nothing was found: how often each positive part of the query occurs by itself in the whole archive. */
  termCounts: TermCount[];
  suggestions: Suggestion[];
};

/** Asks the archive. Rejects with `SearchOverloadedError` or `SearchTimeoutError`. */
export type AskArchive = (question: Question) => Promise<Answer>;
