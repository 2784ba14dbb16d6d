/** What an engine is given to be held to the contract, and what it is asked in it. */
import { test } from "vitest";
import type { FACET_GROUPS, SearchIndex, SearchResult } from "../../src/search/search-index.ts";
import type { Operator } from "./arbitraries.ts";
import type { TestAddress } from "./archive-file.ts";

export type EngineOptions = { workers?: number; queue?: number; timeoutMs?: number };

/** An archive with an engine over it. */
export type SearchedArchive = {
  index: SearchIndex;
  /** Stores an address, or revises the one of the same title; when it resolves, searches see it. */
  put(address: TestAddress): Promise<void>;
  /** Ids of the searchable paragraphs of an address, in reading order. */
  idsOf(title: string): number[];
  close(): Promise<void>;
};

export type Harness = {
  name: string;
  create(addresses: TestAddress[], options?: EngineOptions): Promise<SearchedArchive>;
  /** Parts of the query language that the engine serves by itself. */
  operators: readonly Operator[];
  /** Tests by name that the engine cannot pass, each with its reason. */
  skips: Record<string, string>;
};

export const ids = (result: SearchResult) => result.hits.map((hit) => hit.paragraphId);
export const counts = (result: SearchResult, group: (typeof FACET_GROUPS)[number]) =>
  Object.fromEntries(result.facets[group].map(({ value, count }) => [value, count]));

/** One paragraph for each thing that is said of them below, oldest first. */
const TEXTS = [
  "Fourscore and seven years ago our fathers brought forth a new nation.",
  "The naïve café owner doesn’t export wheat in the harbour.",
  "Grain exports resumed; exporting grain feeds the world.",
  "The anti-missile shield cost 1,500,000 hryvnias, or 3.5 percent.",
  "Peace. No war, no grain.",
  "News of the war reached the United Nations.",
];
export const ARCHIVE: TestAddress[] = TEXTS.map((text, n) => ({
  title: `Address ${n} on ${n < 3 ? "freedom" : "trade"}`,
  date: ["1863-11-19", "1946", "1990-05", "2021-12-31", "2022-02-24", "2022-03-01"][n] ?? "2023",
  speaker: n % 2 === 0 ? "Lincoln" : "Nehru",
  collection: n < 2 ? "Union" : null,
  paragraphs: [
    {
      text,
      topics: n > 1 ? ["grain"] : ["defence"],
      countries: n > 3 ? ["UA", "DE"] : ["UA"],
      organisations: [["un", "DE"], [], ["nato", "un"]][n] ?? [],
    },
    { text: "Applause for grain and war.", kind: "note" as const },
  ],
}));

/** A test, or the reason why the engine cannot pass it. */
export type Promises = (name: string, check: () => Promise<void>) => void;

export function promisesOf({ name: engine, skips }: Harness): Promises {
  return (name, check) => {
    const reason = skips[name];
    if (reason) test.skip(`${name} (${engine}: ${reason})`, () => {});
    else test(name, check);
  };
}
