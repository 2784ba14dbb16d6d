/**
 * Rechecks what was judged by reading: a random 300 mentions, each right or wrong, and 100 random
 * paragraphs with all the countries a reader finds in them. The fixtures hold places, codes and
 * hashes of paragraphs (the first 16 hexadecimal digits of SHA-256) and no passages; a paragraph
 * that has changed since is left out of the count.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { readCountry } from "../../src/domain/country.ts";
import { parsePartialDate } from "../../src/domain/partial-date.ts";
import { findCountries } from "../../src/text/countries/find-countries.ts";
import type { MentionContext } from "../../src/text/mentions/find-mentions.ts";
import { describeShared, sharedPath } from "../support/shared.ts";

type Judged = {
  corpus: string;
  address: string;
  paragraph: string;
  start: number;
  end: number;
  words: string;
  country: string;
  right: boolean;
};
type Read = { corpus: string; address: string; paragraph: string; countries: string[] };
type Address = { id: string; text: string; lang: string; speaker_country: string; date: string };
type Found = { text: string; context: MentionContext };

const FIXTURES = path.resolve(import.meta.dirname, "../fixtures/countries");

function lines<T>(file: string): T[] {
  const text = readFileSync(file, "utf8");
  return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as T]));
}

/** The paragraphs that the facts speak of, by corpus and hash. */
function paragraphsOf(facts: { corpus: string; address: string }[]): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const corpus of new Set(facts.map((fact) => fact.corpus))) {
    const wanted = new Set(facts.map(({ address }) => address));
    for (const address of lines<Address>(sharedPath(`corpora/${corpus}.jsonl`))) {
      if (!wanted.has(address.id)) continue;
      const context = {
        lang: address.lang,
        speakerCountry: readCountry(address.speaker_country),
        date: parsePartialDate(address.date),
      };
      for (const text of address.text.split("\n\n")) {
        const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
        found.set(`${corpus} ${hash}`, { text, context });
      }
    }
  }
  return found;
}

describeShared("countries, as judged by reading", "corpora/README.md", () => {
  test("at least 97 of 100 random mentions are right, and those found right stay found", () => {
    const facts = lines<Judged>(path.join(FIXTURES, "judged-mentions.jsonl"));
    const right = facts.filter((fact) => fact.right);
    expect(right.length / facts.length).toBeGreaterThanOrEqual(0.97);
    const paragraphs = paragraphsOf(facts);
    let rechecked = 0;
    for (const { corpus, paragraph, start, end, country, words } of right) {
      const found = paragraphs.get(`${corpus} ${paragraph}`);
      if (!found) continue;
      rechecked++;
      const still = findCountries(found.text, found.context).some(
        (mention) => mention.value === country && mention.start < end && start < mention.end,
      );
      expect(still, `${words} is ${country} in ${corpus} ${paragraph}`).toBe(true);
    }
    expect(rechecked).toBeGreaterThanOrEqual(0.9 * right.length);
  });

  test("of the countries a reader finds in random paragraphs, 95 of 100 are found, and 97 of 100 found are right", () => {
    const facts = lines<Read>(path.join(FIXTURES, "read-paragraphs.jsonl"));
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
