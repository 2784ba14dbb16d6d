/**
 * Rechecks what was judged by reading: a random 300 mentions, each right or wrong, and 100 random
 * paragraphs with all the countries a reader finds in them.
 */
import path from "node:path";
import { expect, test } from "vitest";
import { findCountries } from "../../src/text/countries/find-countries.ts";
import { type JudgedMention, jsonLines, paragraphsOf } from "../support/judged.ts";
import { expectStillFound } from "../support/mentions.ts";
import { describeShared } from "../support/shared.ts";

type Judged = JudgedMention & { country: string };
type Read = { corpus: string; address: string; paragraph: string; countries: string[] };

const FIXTURES = path.resolve(import.meta.dirname, "../fixtures/countries");

describeShared("countries, as judged by reading", "corpora/README.md", () => {
  test("at least 97 of 100 random mentions are right, and those found right stay found", () => {
    const facts = jsonLines<Judged>(path.join(FIXTURES, "judged-mentions.jsonl"));
    expectStillFound(facts, ({ country }) => country, findCountries);
  });

  test("of the countries a reader finds in random paragraphs, 95 of 100 are found, and 97 of 100 found are right", () => {
    const facts = jsonLines<Read>(path.join(FIXTURES, "read-paragraphs.jsonl"));
    const paragraphs = paragraphsOf(facts);
    let [gold, given, right] = [0, 0, 0];
    for (const { corpus, paragraph, countries } of facts) {
      const found = paragraphs.get(`${corpus} ${paragraph}`);
      if (!found) continue;
      const codes = new Set(findCountries(found.text, found.context).map(({ value }) => value));
      gold += countries.length;
      given += codes.size;
      right += countries.filter((code) => codes.has(code)).length;
    }
    expect(gold).toBeGreaterThan(90);
    expect(right / gold).toBeGreaterThanOrEqual(0.95);
    expect(right / given).toBeGreaterThanOrEqual(0.97);
  });
});
