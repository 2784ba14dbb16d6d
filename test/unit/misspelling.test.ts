import { describe, expect, test } from "vitest";
import { mayBeMisspelled, otherStarts, slipsBetween } from "../../src/text/misspelling.ts";

describe("a word that is not there", () => {
  test.each([
    ["missle", "missile"],
    ["wrod", "word"],
    ["ukrane", "ukraine"],
    ["kieev", "kiev"],
    ["xissile", "missile"],
    ["ракетта", "ракета"],
    ["hwite", "white"],
    ["boks", "books"],
    ["leas", "least"],
    ["qatch", "watch"],
  ])("%s is surely %s", (typed, word) => {
    expect(slipsBetween(typed, word)).toEqual({ count: 1, sure: true });
  });
  test.each([
    ["kruschev", "khrushchev", 2],
    ["haymars", "himars", 2],
    ["nucular", "nuclear", 2],
    ["kyev", "kyiv", 1],
    ["wmds", "wmd", 1],
  ] as const)("%s may be %s", (typed, word, count) => {
    expect(slipsBetween(typed, word)).toEqual({ count, sure: false });
  });
  test.each([
    ["oct", "cot"],
    ["oct", "act"],
    ["kyev", "lyev"],
    ["nato", "nat"],
    ["haymars", "hammarskjold"],
    ["putins", "cutting"],
    ["missle", "miles"],
    ["missle", "mis5le"],
  ])("%s is not %s", (typed, word) => {
    expect(slipsBetween(typed, word)).toBeNull();
  });
  test("is no number, abbreviation, word of grammar or country, and nothing of three letters", () => {
    expect(
      ["1941", "f16", "oct", "粮食", "what", "sept", "dept", "mali", "qatar"].filter(
        mayBeMisspelled,
      ),
    ).toEqual([]);
    expect(mayBeMisspelled("boks")).toBe(true);
  });
  test("may begin with any other letter of its script", () => {
    expect(otherStarts("issile")).toContain("missile");
    expect(otherStarts("xmissile")).toContain("missile");
    expect(otherStarts("imssile")).toContain("missile");
    expect(otherStarts("иракета")).toContain("ракета");
    expect(otherStarts("sept")).toEqual([]);
  });
});
