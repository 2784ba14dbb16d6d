import { describe, expect, test } from "vitest";
import { formatQuery } from "../../src/search/query/describe.ts";
import { parseQuery } from "../../src/search/query/parse.ts";
import { joinedTree, joinedWords, partedTree } from "../../src/search/query/rejoin.ts";
import type { QueryNode } from "../../src/search/query/syntax.ts";

const treeOf = (q: string) => parseQuery(q).tree as QueryNode;

describe("neighbours that may be one word", () => {
  test.each([
    ["corona virus", ["coronavirus"]],
    ["the corona virus", ["coronavirus"]],
    ['"corona virus" OR "grain ports here"', ["coronavirus"]],
    ["(corona virus) OR grain", ["coronavirus"]],
  ])("of %s are %j", (q, words) => {
    expect(joinedWords(treeOf(q))).toEqual(words);
  });
  test.each([
    "of the",
    "a ride",
    "under way",
    "corona* virus",
    "corona -virus",
    "corona OR virus",
    "U.S.",
    "covid 19",
  ])(
    "are none in %s: words of grammar, beginnings, alternatives, numbers, what is left out",
    (q) => {
      expect(joinedWords(treeOf(q))).toEqual([]);
    },
  );
  test("become that word wherever they stand", () => {
    const joined = (q: string) => formatQuery(joinedTree(treeOf(q), "coronavirus"));
    expect(joined("Corona virus")).toBe("Coronavirus");
    expect(joined("corona virus")).toBe("coronavirus");
    expect(joined('the corona virus "corona virus" virus')).toBe(
      'the coronavirus "coronavirus" virus',
    );
  });
});

test("a word that may be two becomes a phrase of them, and none within a phrase", () => {
  const parted = partedTree(treeOf('airdefense OR "airdefense now"'), "airdefense", [
    "air",
    "defense",
  ]);
  expect(formatQuery(parted)).toBe('"air defense" OR "airdefense now"');
});
