/** How the index is set up, as code. What the server has is compared with this, never trusted. */
import { createHash } from "node:crypto";
import type { Settings } from "meilisearch";
import { TAG_GROUPS } from "../search-index.ts";
import { DOCUMENT_FORMAT } from "./documents.ts";

/** Synonyms as the server takes them: an index token → the tokens, or two joined by a space, that count as it. */
export type ServerSynonyms = Record<string, string[]>;

/**
 * Above any archive's size, because the server counts no further: a total or facet past them would
 * be wrong in silence.
 */
const MOST_HITS = 100_000_000;
const MOST_FACET_VALUES = 10_000_000;
/** Longer than our own limit on an answer: ranking that was cut off looks like any other. */
const CUTOFF_MS = 30_000;
/** Both are searched; a search is refused where somebody took one out. */
export const SEARCHABLE = ["stems", "forms"];
/**
 * We sort facets ourselves, but the order decides how the server counts: by `alpha`, up to 3000 hits
 * are looked at one by one; by `count`, each value's paragraphs are met with the hits. The first is
 * quicker only where values are as many as addresses.
 */
const FACET_ORDERS = { "*": "count", voice: "alpha" } as const;
/**
 * Sorting comes first, so that newest means newest; `first:desc` is what decides among equals. The
 * server's other rules tell nothing of words that are all asked for by the letter, and cost as much as
 * finding them: `exactness` alone 1.5 ms of a request.
 */
const RANKING_RULES = ["sort", "words", "proximity", "first:desc", "id:asc"];

/**
 * Every setting that a server 1.50 has, those that stay as it has them by itself among them: what
 * somebody else sets there changes what is found. Null and nothing listed are the same.
 */
export function indexSettings(synonyms: ServerSynonyms): Settings {
  return {
    searchableAttributes: SEARCHABLE,
    filterableAttributes: [
      "id",
      "address",
      "voice",
      ...TAG_GROUPS,
      "speaker",
      "collection",
      "lang",
      "year",
      "first",
      "last",
      "batch",
    ],
    sortableAttributes: ["address", "first", "id", "position"],
    rankingRules: RANKING_RULES,
    // A count is a count: what a misspelled word stands for is told from the archive's own words.
    typoTolerance: {
      enabled: false,
      minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
      disableOnAttributes: [],
      disableOnWords: [],
      disableOnNumbers: false,
    },
    // Index tokens are no language: without this, each text would be searched for one.
    localizedAttributes: [{ attributePatterns: ["*"], locales: ["eng"] }],
    synonyms,
    proximityPrecision: "byWord",
    prefixSearch: "disabled",
    facetSearch: false,
    faceting: { maxValuesPerFacet: MOST_FACET_VALUES, sortFacetValuesBy: FACET_ORDERS },
    pagination: { maxTotalHits: MOST_HITS },
    searchCutoffMs: CUTOFF_MS,
    displayedAttributes: ["*"],
    stopWords: [],
    separatorTokens: [],
    nonSeparatorTokens: [],
    dictionary: [],
    distinctAttribute: null,
    embedders: null,
  };
}

/** What an index was set up with. When `format` differs, documents have to be made anew. */
export type SettingsHash = { format: string; synonyms: string };

export function settingsHash(synonyms: ServerSynonyms): SettingsHash {
  return {
    format: hash({ format: DOCUMENT_FORMAT, settings: indexSettings({}) }),
    synonyms: hash(synonyms),
  };
}

/** Names of the settings in which the server differs from what it should have. */
export function differingSettings(server: Settings, wanted: Settings): string[] {
  return Object.keys(wanted).filter((name) => {
    const key = name as keyof Settings;
    return canonical(server[key], key) !== canonical(wanted[key], key);
  });
}

function hash(value: unknown): string {
  return createHash("sha256").update(canonical(value)).digest("hex").slice(0, 16);
}

/** The server gives some lists back in an order of its own. */
const ORDERED = new Set<string | undefined>(["rankingRules", "searchableAttributes"]);

function canonical(value: unknown, name?: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  if (Object.keys(value).length === 0) return "null";
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item));
    return `[${(ORDERED.has(name) ? items : items.sort()).join()}]`;
  }
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${key}:${canonical(item, key)}`).join()}}`;
}
