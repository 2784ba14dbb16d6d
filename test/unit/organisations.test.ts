import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mention } from "../../src/domain/mention.ts";
import {
  allOrganisations,
  formerOrganisation,
  formerOrganisationsOf,
  foundedIn,
  isOrganisation,
  organisationAliases,
  organisationName,
  readOrganisation,
} from "../../src/domain/organisation.ts";
import { parsePartialDate } from "../../src/domain/partial-date.ts";
import { COUNTRIES, findCountries } from "../../src/text/countries/find-countries.ts";
import { createMentionFinder, type MentionContext } from "../../src/text/mentions/find-mentions.ts";
import {
  findOrganisations,
  ORGANISATIONS,
} from "../../src/text/organisations/find-organisations.ts";
import { ORGANISATION_RULES } from "../../src/text/organisations/rule-descriptions.ts";
import { type JudgedMention, jsonLines, paragraphsOf } from "../support/judged.ts";
import { expectDescribed, expectStillFound } from "../support/mentions.ts";
import { describeShared } from "../support/shared.ts";

type Sentence = {
  text: string;
  organisations: string[];
  speaker_country?: string;
  lang?: string;
  date?: string;
};

const FIXTURES = path.resolve(import.meta.dirname, "../fixtures/organisations");
const SENTENCES = jsonLines<Sentence>(path.join(FIXTURES, "own-sentences.jsonl"));
const NOWHERE: MentionContext = { lang: "en", speakerCountry: null, date: null };

const contextOf = ({ speaker_country, lang, date }: Sentence): MentionContext => ({
  lang: lang ?? "en",
  speakerCountry: speaker_country ?? null,
  date: date ? parsePartialDate(date) : null,
});
const slugsOf = (mentions: Mention[]) => [...new Set(mentions.map(({ value }) => value))].sort();

describe("the organisations of a sentence", () => {
  test.each(
    SENTENCES.map((sentence) => [sentence.text, sentence.date ?? "undated", sentence] as const),
  )("%s (%s)", (text, _date, sentence) => {
    const found = findOrganisations(text, contextOf(sentence));
    expect(slugsOf(found)).toEqual([...sentence.organisations].sort());
  });
});

describe("a mention of an organisation", () => {
  const texts = fc
    .array(
      fc.oneof(
        fc.constantFrom(...SENTENCES.map(({ text }) => text)),
        fc.string({ unit: "grapheme" }),
      ),
    )
    .map((parts) => parts.join(" "));
  const contexts = fc.record({
    lang: fc.constantFrom("en", "uk", "fr", "xx"),
    speakerCountry: fc.constantFrom(null, "US", "UA", "NZ"),
    date: fc.constantFrom(null, parsePartialDate("1945"), parsePartialDate("2022-09-28")),
  });

  test("lies on words of the text, in order, overlapping no other, and names a known one", () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        let last = 0;
        for (const { kind, value, start, end, confidence } of findOrganisations(text, context)) {
          expect(kind).toBe("organisation");
          expect(isOrganisation(value), value).toBe(true);
          expect(start).toBeGreaterThanOrEqual(last);
          const words = text.slice(start, end);
          expect(words.trim()).toBe(words);
          expect(words).not.toBe("");
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          last = end;
        }
      }),
    );
  });

  test("is the same whether countries are looked for beside it or not", () => {
    const both = createMentionFinder(COUNTRIES, ORGANISATIONS);
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        const alone = [...findCountries(text, context), ...findOrganisations(text, context)];
        expect(both(text, context)).toEqual(alone);
      }),
    );
  });

  test("covers the longest name and nothing more", () => {
    const words = (text: string) =>
      findOrganisations(text, NOWHERE).map(({ start, end }) => text.slice(start, end));
    expect(words("NATO's plan for the United Nations Children’s Fund.")).toEqual([
      "NATO",
      "United Nations Children’s Fund",
    ]);
    expect(words("the UN Security Council and the U.N.")).toEqual(["UN Security Council", "U.N."]);
  });

  test("says why in one plain sentence", () => {
    const rules = new Set(
      SENTENCES.flatMap((sentence) =>
        findOrganisations(sentence.text, contextOf(sentence)).map(({ rule }) => rule),
      ),
    );
    expect(rules.size).toBeGreaterThan(8);
    expectDescribed(ORGANISATION_RULES, rules);
  });
});

test("hostile text is read for organisations without harm", () => {
  for (const text of ["", "\u0000", "\ud800", "U.".repeat(5_000), "G-".repeat(5_000)]) {
    expect(() => findOrganisations(text, NOWHERE)).not.toThrow();
  }
});

describe("names of organisations", () => {
  test.each([
    ["nato", "nato"],
    ["European Union", "eu"],
    ["the European union", "eu"],
    ["ЄС", "eu"],
    ["Організація Об'єднаних Націй", "un"],
    ["International Labor Organisation", "ilo"],
    ["EEC", "ec"],
    ["Narnia", null],
    ["", null],
  ])("%s is read as %s", (written, slug) => {
    expect(readOrganisation(written)).toBe(slug);
  });

  test("are there in English and Ukrainian, and no name or abbreviation means two", () => {
    for (const slug of allOrganisations()) {
      expect(slug).toMatch(/^[a-z0-9-]+$/);
      expect(organisationName(slug)).not.toBe("");
      expect(organisationName(slug, "uk")).toMatch(/[А-ЯІЇЄҐа-яіїєґ]/);
      const named = ["en", "uk"].flatMap((locale) => [
        organisationName(slug, locale),
        ...organisationAliases(slug, locale),
      ]);
      for (const name of [slug, ...named]) expect(readOrganisation(name), name).toBe(slug);
    }
  });

  test("of what is no more are kept apart from what followed it", () => {
    expect(formerOrganisation("league-of-nations")).toEqual({
      from: 1919,
      to: 1946,
      successors: ["un"],
    });
    expect(formerOrganisation("un")).toBeNull();
    expect(formerOrganisationsOf("un")).toEqual(["league-of-nations"]);
    for (const slug of allOrganisations()) {
      expect(foundedIn(slug)).toBeGreaterThan(1800);
      for (const successor of formerOrganisation(slug)?.successors ?? []) {
        expect(isOrganisation(successor), successor).toBe(true);
      }
    }
  });
});

/** A third of what one core does here with nothing beside it, so that a busy machine is no failure. */

describeShared("organisations in the corpora", "corpora/README.md", () => {
  test("are right in 97 of 100 random mentions judged by reading, and those found right stay found", () => {
    const facts = jsonLines<JudgedMention & { organisation: string }>(
      path.join(FIXTURES, "judged-mentions.jsonl"),
    );
    expectStillFound(facts, ({ organisation }) => organisation, findOrganisations);
  });

  test("are found in nine of ten paragraphs in which a reader finds them, and 97 of 100 found are right", () => {
    const facts = jsonLines<Omit<JudgedMention, "right"> & { organisations: string[] }>(
      path.join(FIXTURES, "read-paragraphs.jsonl"),
    );
    const paragraphs = paragraphsOf(facts);
    let [gold, given, right] = [0, 0, 0];
    for (const { corpus, paragraph, organisations } of facts) {
      const found = paragraphs.get(`${corpus} ${paragraph}`);
      if (!found) continue;
      const slugs = slugsOf(findOrganisations(found.text, found.context));
      gold += organisations.length;
      given += slugs.length;
      right += organisations.filter((slug) => slugs.includes(slug)).length;
    }
    expect(gold).toBeGreaterThan(30);
    expect(right / gold).toBeGreaterThanOrEqual(0.9);
    expect(right / given).toBeGreaterThanOrEqual(0.97);
  });
});
