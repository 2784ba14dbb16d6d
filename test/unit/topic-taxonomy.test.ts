import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { allCountryCodes, countryName } from "../../src/domain/country.ts";
import {
  DEFAULT_TAXONOMY_URL,
  mapSourceTopics,
  readTaxonomy,
  sourceTopics,
  topicLabel,
} from "../../src/text/topics/taxonomy.ts";
import { describeShared, sharedPath } from "../support/shared.ts";

const DEFAULT = readTaxonomy(readFileSync(DEFAULT_TAXONOMY_URL, "utf8"));

function file(...topics: string[]): string {
  return `version: "1"\ntopics:\n${topics.join("\n")}\n`;
}

function topic(slug: string, more = ""): string {
  return `  - slug: ${slug}\n    label: { en: "Name of ${slug}" }\n    description: About it.\n${more}`;
}

describe("the taxonomy that comes with the project", () => {
  test("has the 21 major topics of the Comparative Agendas Project and at least 60 parts", () => {
    const majors = DEFAULT.topics.filter(({ parent }) => parent === null);
    expect(majors).toHaveLength(21);
    expect(DEFAULT.topics.length - majors.length).toBeGreaterThanOrEqual(60);
  });

  test("has names of countries as phrases of the three topics that docs/topics.md tells, and no others", () => {
    const names = new Set(allCountryCodes().map((code) => countryName(code).toLowerCase()));
    const held = DEFAULT.topics.filter(({ phrases }) =>
      Object.values(phrases).some((tiers) =>
        Object.values(tiers)
          .flat()
          .some((phrase) => names.has(phrase)),
      ),
    );
    expect(held.map(({ slug }) => slug)).toEqual([
      "defence",
      "international-affairs",
      "public-lands",
    ]);
    const tier = (slug: string) => DEFAULT.topics.find((one) => one.slug === slug)?.phrases.en;
    expect(tier("international-affairs")?.sure).toContain("israel");
    expect(tier("international-affairs")?.likely).toEqual(
      expect.arrayContaining(["canada", "japan"]),
    );
    expect(tier("defence")?.sure).toContain("cambodia");
    expect(tier("defence")?.likely).toContain("iraq");
    expect(tier("public-lands")?.sure).toContain("puerto rico");
  });

  test("names every topic in English and Ukrainian and describes it in one line", () => {
    for (const { labels, description, phrases } of DEFAULT.topics) {
      expect(Object.keys(labels).sort()).toEqual(["en", "uk"]);
      expect(description).toMatch(/^\S[^\n]*\.$/);
      expect(Object.keys(phrases).sort()).toEqual(["en", "uk"]);
    }
  });

  test("lists each part after its major topic", () => {
    let major = "";
    for (const { slug, parent } of DEFAULT.topics) {
      if (parent === null) major = slug;
      else expect(parent).toBe(major);
    }
  });
});

describe("a mistake in the file is told with its line, its topic and what to do", () => {
  test.each([
    [
      "a slug given twice",
      file(topic("trade"), topic("trade")),
      'topics, line 7, topic "trade": slug "trade" is there twice: give one topic another',
    ],
    [
      "an unknown parent",
      file(topic("trade", "    parent: commerce\n")),
      'topics, line 6, topic "trade": parent "commerce" is no topic above this one: name a major topic that stands before it',
    ],
    [
      "a parent that is a part itself",
      file(topic("a"), topic("b", "    parent: a\n"), topic("c", "    parent: b\n")),
      'parent "b" is itself a part of "a": name the major topic',
    ],
    [
      "an empty phrase",
      file(topic("trade", "    phrases:\n      en:\n        sure: free trade, , tariff\n")),
      'topics, line 8, topic "trade": phrase "" has no words: write some, or remove a comma',
    ],
    [
      "a phrase given twice",
      file(topic("trade", "    phrases:\n      en:\n        sure: tariff\n        hint: Tariff\n")),
      'topics, line 9, topic "trade": phrase "Tariff" is there twice for this topic: keep one of them',
    ],
    [
      "a bad slug",
      file(topic("Foreign_Trade")),
      'slug "Foreign_Trade" is no slug: use lower-case letters a-z, digits and single hyphens',
    ],
    [
      "an alias of two topics",
      file(topic("a", "    aliases: [Both]\n"), topic("b", "    aliases: [both]\n")),
      'name "both" already belongs to "a": keep it at one topic',
    ],
    [
      "a tier that does not exist",
      file(topic("a", "    phrases: { en: { maybe: x } }\n")),
      "maybe",
    ],
    ["no English label", 'version: "1"\ntopics:\n  - slug: a\n    label: { uk: А }\n', "English"],
    ["not YAML", "topics: [", "topics: "],
    ["nothing", "", "line 1"],
  ])("%s", (_, yaml, message) => {
    expect(() => readTaxonomy(yaml)).toThrow(message);
  });
});

describe("names of topics", () => {
  test("are in the reader's language, else in English", () => {
    expect(topicLabel(DEFAULT, "sanctions", "uk-UA")).toBe("Санкції");
    expect(topicLabel(DEFAULT, "sanctions", "fr")).toBe("Sanctions");
    expect(topicLabel(DEFAULT, "sanctions")).toBe("Sanctions");
  });

  test("of a topic that the archivist has removed are its slug", () => {
    expect(topicLabel(DEFAULT, "gone-topic")).toBe("gone-topic");
  });
});

describe("topics that a source gives", () => {
  test("are found by slug, label or alias, whatever the case and apostrophe, with the major topic", () => {
    expect(mapSourceTopics(DEFAULT, ["МІЖНАРОДНІ САНКЦІЇ", "Охорона здоров’я"])).toEqual([
      "sanctions",
      "international-affairs",
      "health",
    ]);
    expect(mapSourceTopics(DEFAULT, ["Defense", "defence", "Defence and war"])).toEqual([
      "defence",
    ]);
  });

  test("are left out when the taxonomy does not know them", () => {
    expect(mapSourceTopics(DEFAULT, ["Unheard of", ""])).toEqual([]);
  });
});

describeShared("the labels of real sources", "corpora/ukraine_2022_en_resistinua.jsonl", () => {
  test("all map onto the taxonomy", () => {
    const labels = ["en", "uk"].flatMap((lang) =>
      readFileSync(sharedPath(`corpora/ukraine_2022_${lang}_resistinua.jsonl`), "utf8")
        .trim()
        .split("\n")
        .flatMap((line) => (JSON.parse(line).topics ?? []) as string[]),
    );
    expect(labels.length).toBeGreaterThan(1000);
    const topicOf = sourceTopics(DEFAULT);
    const unknown = labels.filter((label) => topicOf(label) === null);
    expect([...new Set(unknown)]).toEqual([]);
  });
});
