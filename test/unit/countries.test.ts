import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isCountryCode, readCountry } from "../../src/domain/country.ts";
import type { Mention } from "../../src/domain/mention.ts";
import { parsePartialDate } from "../../src/domain/partial-date.ts";
import { findCountries } from "../../src/text/countries/find-countries.ts";
import { COUNTRY_RULES } from "../../src/text/countries/rule-descriptions.ts";
import { describeRule } from "../../src/text/mentions/describe-rule.ts";
import type { MentionContext } from "../../src/text/mentions/find-mentions.ts";
import { expectDescribed } from "../support/mentions.ts";
import { describeShared, sharedPath } from "../support/shared.ts";

type Sentence = {
  text: string;
  countries: string[];
  speaker_country?: string;
  lang?: string;
  date?: string;
};

const FIXTURES = path.resolve(import.meta.dirname, "../fixtures/countries");
const NOWHERE: MentionContext = { lang: "en", speakerCountry: null, date: null };

function sentences(file: string): Sentence[] {
  const lines = readFileSync(path.join(FIXTURES, file), "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Sentence);
}

function contextOf({ speaker_country, lang, date }: Sentence): MentionContext {
  return {
    lang: lang ?? "en",
    speakerCountry: speaker_country ?? null,
    date: date ? parsePartialDate(date) : null,
  };
}

const codesOf = (mentions: Mention[]) => [...new Set(mentions.map(({ value }) => value))].sort();

/** Sentences of both fixtures, to make texts of. */
const ALL = [...sentences("hard-sentences.jsonl"), ...sentences("own-sentences.jsonl")];

describe.each(["hard-sentences.jsonl", "own-sentences.jsonl"])("the countries of %s", (file) => {
  test.each(sentences(file).map((sentence) => [sentence.text, sentence] as const))(
    "%s",
    (text, sentence) => {
      expect(codesOf(findCountries(text, contextOf(sentence)))).toEqual(
        [...sentence.countries].sort(),
      );
    },
  );
});

describe("a mention", () => {
  const texts = fc
    .array(
      fc.oneof(fc.constantFrom(...ALL.map(({ text }) => text)), fc.string({ unit: "grapheme" })),
    )
    .map((parts) => parts.join(" "));
  const contexts = fc.record({
    lang: fc.constantFrom("en", "uk", "fr", "en-GB", "xx"),
    speakerCountry: fc.constantFrom(null, "US", "UA", "CU"),
    date: fc.constantFrom(null, parsePartialDate("1871"), parsePartialDate("2022-09-28")),
  });

  test("lies within the text, on words that are not white space, and names a country", () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        for (const { start, end, value, confidence } of findCountries(text, context)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          const words = text.slice(start, end);
          expect(words.trim()).toBe(words);
          expect(words).not.toBe("");
          expect(isCountryCode(value), value).toBe(true);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("stands in order and overlaps no other, unless both are the same words", () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        const mentions = findCountries(text, context);
        mentions.slice(1).forEach((mention, i) => {
          const previous = mentions[i] as Mention;
          const same = mention.start === previous.start && mention.end === previous.end;
          expect(same || mention.start >= previous.end).toBe(true);
          if (same) expect(mention.value).not.toBe(previous.value);
        });
      }),
    );
  });

  test("of a plain name is found again in its words alone", () => {
    const plain = new Set([
      "name",
      "official-name",
      "former-name",
      "demonym",
      "people",
      "city",
      "capital",
    ]);
    fc.assert(
      fc.property(texts, (text) => {
        for (const { start, end, value, rule } of findCountries(text, NOWHERE)) {
          if (!plain.has(rule)) continue;
          const again = findCountries(text.slice(start, end), NOWHERE);
          expect(again).toContainEqual(
            expect.objectContaining({ start: 0, end: end - start, value }),
          );
        }
      }),
    );
  });

  test("leaves the possessive out of its words", () => {
    const text = "Ukraine's and Russia’s";
    const words = findCountries(text, NOWHERE).map(({ start, end }) => text.slice(start, end));
    expect(words).toEqual(["Ukraine", "Russia"]);
  });

  test("of a place that may be several is less sure than one of a full name", () => {
    const [name] = findCountries("the Republic of Guinea", NOWHERE);
    const [context] = findCountries("people of Guinea", NOWHERE);
    expect(name?.confidence).toBeGreaterThan(context?.confidence ?? 1);
  });

  test.each([
    ["en", "Crimean Tatars came home, as Kyivans did.", ["Crimean Tatars", "Kyivans"]],
    ["uk", "До кримських татар приїхали кияни.", ["кримських татар", "кияни"]],
  ])(
    "of a people or of a town's people is explained as that, not as a place (%s)",
    (lang, text, said) => {
      const found = findCountries(text, { ...NOWHERE, lang });
      expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(said);
      for (const { value, rule } of found) {
        expect([value, rule]).toEqual(["UA", "people"]);
        expect(describeRule(COUNTRY_RULES, rule)).toContain("a people within the country");
      }
    },
  );

  test("says why in one plain sentence", () => {
    const rules = new Set(
      ALL.flatMap((sentence) => findCountries(sentence.text, contextOf(sentence))).map(
        ({ rule }) => rule,
      ),
    );
    expect(rules.size).toBeGreaterThan(15);
    expectDescribed(COUNTRY_RULES, rules);
  });
});

test("hostile text is read without harm", () => {
  const hostile = [
    "",
    "\u0000",
    "\ud800",
    "U.".repeat(5_000),
    "New ".repeat(5_000),
    "’".repeat(99),
  ];
  for (const text of hostile) expect(() => findCountries(text, NOWHERE)).not.toThrow();
});

test("a text that repeats itself 200,000 characters long is read to its end", () => {
  const units = [
    "Paris, ",
    "Georgia, ",
    "English and ",
    "Indian ",
    "New York, ",
    "Congo (",
    "Sino-",
  ];
  for (const unit of units) {
    const text = unit.repeat(200_000 / unit.length);
    const last = findCountries(text, NOWHERE).at(-1);
    const alone = findCountries(unit.repeat(3), NOWHERE).at(-1);
    expect(last && text.length - last.end, unit).toBe(alone && unit.length * 3 - alone.end);
  }
});

describeShared(
  "the evening address of 28 September 2022",
  "corpora/000_bdb96d000a3983c3.txt",
  () => {
    test("speaks of at least eight countries and Ukraine, each in words of its own", () => {
      const text = readFileSync(sharedPath("corpora/000_bdb96d000a3983c3.txt"), "utf8");
      const mentions = findCountries(text, {
        lang: "en",
        speakerCountry: "UA",
        date: parsePartialDate("2022-09-28"),
      });
      const firstWords = new Map<string, string>();
      for (const { value, start, end } of mentions) {
        if (!firstWords.has(value)) firstWords.set(value, text.slice(start, end));
      }
      expect(Object.fromEntries(firstWords)).toEqual({
        UA: "Ukraine",
        RU: "Russia",
        TR: "Türkiye",
        DE: "Germany",
        CA: "Canada",
        GB: "United Kingdom",
        SO: "Somalia",
        ET: "Ethiopia",
        US: "United States of America",
      });
    });
  },
);

/** A third of what one core does here with nothing beside it, so that a busy machine is no failure. */

describeShared("the corpora", "corpora/README.md", () => {
  test("name no speaker's country that cannot be read", () => {
    const file = sharedPath("corpora/un_general_debate_devsample.jsonl");
    for (const line of readFileSync(file, "utf8").split("\n")) {
      if (line === "") continue;
      const { speaker_country } = JSON.parse(line) as { speaker_country: string };
      expect(readCountry(speaker_country), speaker_country).not.toBeNull();
    }
  });
});
