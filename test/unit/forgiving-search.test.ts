import { expect, test } from "vitest";
import { createForgivingSearch } from "../../src/search/forgiving-search.ts";
import { parseQuery } from "../../src/search/query/parse.ts";
import {
  COUNT_EVERYTHING,
  SearchOverloadedError,
  type SearchResult,
} from "../../src/search/search-index.ts";

/** A search over an archive with so many paragraphs for every query, whose vocabulary is too busy. */
function busyVocabulary(total: number) {
  return createForgivingSearch({
    index: {
      engine: "fts5",
      search: async () => ({ total }) as SearchResult,
      close: async () => {},
    },
    vocabulary: { lookUp: () => Promise.reject(new SearchOverloadedError("busy")) },
    widen: (tree) => ({ tree, additions: [] }),
  });
}

const { tree } = parseQuery("krushchev");

test("an answer that is there stands without suggestions where these cannot be had", async () => {
  const answer = await busyVocabulary(2)(tree, COUNT_EVERYTHING);
  expect([answer.result.total, answer.suggestions]).toEqual([2, []]);
});

test("nothing is said to be found nowhere before misspelled words could be looked up", async () => {
  await expect(busyVocabulary(0)(tree, COUNT_EVERYTHING)).rejects.toThrow("busy");
});
