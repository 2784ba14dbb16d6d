import { expect, test, vi } from "vitest";
import { createForgivingSearch } from "../../src/search/meant/forgiving-search.ts";
import type { KnownNames } from "../../src/search/meant/meant-otherwise.ts";
import { LIMITS } from "../../src/search/meant/suggestions.ts";
import { parseQuery } from "../../src/search/query/parse.ts";
import {
  COUNT_EVERYTHING,
  SearchOverloadedError,
  type SearchResult,
  type Vocabulary,
  type WordReport,
} from "../../src/search/search-index.ts";

/** A search over an archive with so many paragraphs for every query, in which everything is spelled nearly alike. */
function searchOver(total: number, vocabulary: Partial<Vocabulary> = {}) {
  const asked = { searches: 0, vocabulary: 0 };
  const counted = <Given extends unknown[], Told>(tell: (...given: Given) => Told) => {
    return async (...given: Given) => {
      asked.vocabulary++;
      return tell(...given);
    };
  };
  const search = createForgivingSearch({
    index: {
      engine: "fts5",
      search: async () => {
        asked.searches++;
        return { total } as SearchResult;
      },
      close: async () => {},
    },
    vocabulary: {
      lookUp: counted((words) => words.map(reportOn)),
      count: counted((words) => words.map(() => 7)),
      together: counted((_request, parts) => [...parts.keys()].slice(1)),
      ...vocabulary,
    },
    widen: (tree) => ({ tree, additions: [] }),
  });
  return { asked, search };
}

function reportOn(folded: string, at: number): WordReport {
  const near = ["a", "b", "c"].map((end) => ({ word: folded + end, paragraphs: 9, sure: false }));
  return { folded, paragraphs: at % 2, near, apart: { pair: ["one", "other"], paragraphs: 9 } };
}

const NAMES: KnownNames = {
  resolve: (_field, typed) => [`${typed}-by-name`],
  has: () => false,
  near: (_field, typed) => Array.from({ length: 8 }, (_, n) => `${typed}-${n}`),
  speakersOf: (words) => [words.join("-")],
};

const busy = () => Promise.reject(new SearchOverloadedError("busy"));
const BUSY: Vocabulary = { lookUp: busy, count: busy, together: busy };
const { tree } = parseQuery("krushchev");

test("an answer that is there stands without suggestions where these cannot be had", async () => {
  const answer = await searchOver(2, BUSY).search(tree, COUNT_EVERYTHING);
  expect([answer.result.total, answer.suggestions]).toEqual([2, []]);
});

test("nothing is said to be found nowhere before misspelled words could be looked up", async () => {
  await expect(searchOver(0, BUSY).search(tree, COUNT_EVERYTHING)).rejects.toThrow("busy");
});

test.each([
  ["words", "when did presidents anounce or decline new treties on the corona virus"],
  [
    "a word for each term there may be",
    Array.from({ length: 40 }, (_, n) => `wort${n}x`).join(" "),
  ],
  ["fields", "speaker:lincon country:ukrane topic:enrgy lang:englsh union"],
  ["all at once", "What did Lincon say of the corona virus treties speaker:lincon"],
  ["alternatives", "(speaker:lincon OR unoin) (enrgy OR pease) U.S. covid19"],
])("what is counted for suggestions is bounded, whatever is asked for: %s", async (_of, q) => {
  const { asked, search } = searchOver(0);
  const answer = await search(parseQuery(q).tree, COUNT_EVERYTHING, NAMES);
  expect(answer.suggestions).toEqual([]);
  // As typed, with the words that are surely meant, as the beginning of others.
  expect(asked.searches).toBeLessThanOrEqual(LIMITS.counted + 3);
  // Words looked up twice, joined ones once.
  expect(asked.vocabulary).toBeLessThanOrEqual(LIMITS.shortened + 3);
});

test("suggestions are given up where they take long, and the answer stands", async () => {
  let now = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => (now += LIMITS.ms / 2));
  const { asked, search } = searchOver(0);
  const q = "speaker:lincon country:ukrane topic:enrgy lang:englsh union";
  expect((await search(parseQuery(q).tree, COUNT_EVERYTHING, NAMES)).suggestions).toEqual([]);
  clock.mockRestore();
  expect(asked.searches).toBeLessThanOrEqual(5);
});

test("suggestions are looked for on the first page alone", async () => {
  const { asked, search } = searchOver(0);
  await search(parseQuery("speaker:lincon").tree, { ...COUNT_EVERYTHING, page: 2 }, NAMES);
  expect(asked).toEqual({ searches: 1, vocabulary: 0 });
});
