import { describe, expect, test } from "vitest";
import { planOf, queryText } from "../../src/search/meilisearch/plan.ts";
import { editDistance, respellingsOf, rightedPlan } from "../../src/search/meilisearch/respell.ts";
import { createSpelling } from "../../src/search/meilisearch/spelling.ts";
import { parseQuery } from "../../src/search/query/parse.ts";

function planned(q: string) {
  const plan = planOf(parseQuery(q).tree);
  if (!plan) throw new Error("no plan");
  return plan;
}

describe("a misspelled word", () => {
  const plan = planned("artilery in missle -war");
  const [artilery, , missle] = plan.found;
  const unknown = [artilery, missle].flatMap((term) => term ?? []);

  test("is told with the words that are nearest to it, and no other's", () => {
    const respelled = respellingsOf(unknown, ["missile", "artillery", "missiles"]);
    expect(respelled.map(({ words }) => words)).toEqual([["artillery"], ["missile", "missiles"]]);
  });

  test("is searched as the word it was taken for, in all its forms", () => {
    const respelled = respellingsOf(unknown, ["missile", "artillery", "missiles"]);
    // Where words are not stemmed, a plural is another word: one language that has its forms is enough.
    expect(rightedPlan(plan, respelled, ["und"])).toBeNull();
    const righted = rightedPlan(plan, respelled, ["en", "und"]);
    expect(
      righted &&
        queryText(
          righted,
          "en",
          createSpelling(() => ({})),
        ),
    ).toBe('-"0war" "0artilleri" "0in" "0missil"');
  });

  test("that may be several words stays all of them", () => {
    const several = respellingsOf(unknown, ["missile", "artillery", "missal"]);
    expect(rightedPlan(plan, several, ["en"])).toBeNull();
    expect(rightedPlan(plan, respellingsOf(unknown, ["missile"]), ["en"])).toBeNull();
  });

  test.each([
    ["missle", "missile", 1],
    ["missle", "misled", 2],
    ["wrod", "word", 1],
    ["", "abc", 3],
    ["same", "same", 0],
    ["kitten", "sitting", 3],
  ])("%s is so many slips from %s", (typed, word, slips) => {
    expect(editDistance(typed, word)).toBe(slips);
    expect(editDistance(word, typed)).toBe(slips);
  });
});
