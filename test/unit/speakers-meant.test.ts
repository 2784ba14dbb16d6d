import { describe, expect, test } from "vitest";
import { speakersInstead } from "../../src/search/meant/speakers-meant.ts";
import { formatQuery } from "../../src/search/query/describe.ts";
import { parseQuery } from "../../src/search/query/parse.ts";
import type { QueryNode } from "../../src/search/query/syntax.ts";

const SPEAKERS = [
  "abraham lincoln",
  "george w bush",
  "george bush",
  "ulysses s grant",
  "theresa may",
  "warren harding",
  "mr bongo",
];
const slug = (name: string) => name.replaceAll(" ", "-");
const NAMES = {
  speakersOf: (words: readonly string[]) =>
    SPEAKERS.filter((name) => words.every((word) => name.split(" ").includes(word))).map(slug),
  resolve: (_field: string, typed: string) =>
    SPEAKERS.filter((name) => name.split(" ").some((word) => word.startsWith(typed))).map(slug),
  near: (_field: string, typed: string) => (typed === "lincon" ? ["abraham-lincoln"] : []),
};

const instead = (q: string, unknown: string[] = [], any = true) => {
  const tree = parseQuery(q).tree as QueryNode;
  const spoken = speakersInstead(tree, NAMES, { unknown: new Set(unknown), any });
  return spoken && formatQuery(spoken);
};

describe("words of a question that name a speaker", () => {
  test.each([
    ["What did Lincoln say", "What did speaker:abraham-lincoln say"],
    ["what did lincoln say", "what did speaker:abraham-lincoln say"],
    ["of Abraham Lincoln, slavery", "of speaker:abraham-lincoln slavery"],
    ["President Lincoln on slavery", "speaker:abraham-lincoln on slavery"],
    ["the Prime Minister May", "the Prime Minister speaker:theresa-may"],
    ["Bush on terror", "speaker:george-w-bush OR speaker:george-bush on terror"],
    ["George W. Bush on terror", "speaker:george-w-bush on terror"],
    ["Grant on Lincoln", "speaker:ulysses-s-grant on Lincoln"],
    ["Bush -Lincoln", "speaker:george-w-bush OR speaker:george-bush -Lincoln"],
    ["Hardin on trade", "speaker:warren-harding on trade"],
  ])("%s: have the first speaker in their place, as %s", (q, spoken) => {
    expect(instead(q)).toBe(spoken);
  });
  test.each(["What may be said", "the war", "Mr. Smith", "did they Grant* it", '"Lincoln"'])(
    "%s: are none",
    (q) => {
      expect(instead(q)).toBeNull();
    },
  );
  test("in small letters are none where something has a capital", () => {
    expect(instead("Did the king grant land")).toBeNull();
  });
  test("may be misspelled with a capital, where no paragraph has them", () => {
    expect(instead("said Lincon", ["lincon"])).toBe("said speaker:abraham-lincoln");
    expect(instead("said Lincon")).toBeNull();
    expect(instead("said lincon", ["lincon"])).toBeNull();
  });
  test("are those alone that no paragraph has, where something was found", () => {
    expect(instead("Lincoln", [], false)).toBeNull();
    expect(instead("Lincoln", ["lincoln"], false)).toBe("speaker:abraham-lincoln");
  });
});
