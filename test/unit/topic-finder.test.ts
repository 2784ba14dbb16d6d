import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenize } from "../../src/text/tokens.ts";
import { DEFAULT_TAXONOMY_URL, readTaxonomy } from "../../src/text/topics/taxonomy.ts";
import { createTopicFinder } from "../../src/text/topics/topic-finder.ts";
import { wordKey } from "../../src/text/topics/word-key.ts";
import { predictMajors, readCoded, scoreTopics } from "../eval/topics.ts";
import { describeShared, sharedPath } from "../support/shared.ts";

const TAXONOMY = readTaxonomy(readFileSync(DEFAULT_TAXONOMY_URL, "utf8"));
const find = createTopicFinder(TAXONOMY);
const slugs = (text: string, lang: string) => find(text, lang).map(({ topic }) => topic);

describe("topics of a paragraph", () => {
  test.each([
    [
      "en",
      "We need more air defense systems to protect our sky from Russian missiles.",
      "air-defence",
    ],
    [
      "en",
      "The exchange of prisoners went on; forty soldiers came back from Russian captivity.",
      "prisoners-of-war",
    ],
    ["en", "A new package of sanctions must include an oil embargo.", "sanctions"],
    [
      "en",
      "The grain corridor works again, and exports of grain through the Black Sea grew.",
      "grain-export",
    ],
    ["en", "Sappers cleared the fields of land mines and unexploded shells.", "demining"],
    ["en", "Congress should raise the minimum wage and protect collective bargaining.", "labour"],
    ["en", "Medicare will pay for the hospital and for prescription drugs.", "health-insurance"],
    [
      "uk",
      "Домовилися про обмін військовополоненими та повернення захисників з полону.",
      "prisoners-of-war",
    ],
    ["uk", "Потрібен новий пакет санкцій і повне нафтове ембарго проти агресора.", "sanctions"],
    ["en", "Our mayors and local self-government kept the communities alive.", "local-government"],
    ["en", "The Railroad Commission may fix the rates of every railroad.", "railways"],
    ["en", "The resumption of specie payments and the gold standard are secure.", "currency"],
    ["uk", "Наші сили звільнили від окупантів ще два деокуповані райони.", "occupation"],
    ["uk", "Державна зрада не минеться: колаборанти відповідатимуть у суді.", "treason"],
    ["uk", "Піротехніки розмінували поля, які окупанти залишили замінованими.", "demining"],
    [
      "uk",
      "Гуманітарні коридори запрацювали, евакуювали тисячі людей з міста.",
      "humanitarian-corridors",
    ],
  ])("%s: %s", (lang, text, topic) => {
    expect(slugs(text, lang)).toContain(topic);
  });

  test("come with the major topic, so that a filter by it finds its parts", () => {
    const tags = slugs("A new package of sanctions must include an oil embargo.", "en");
    expect(tags).toEqual(["international-affairs", "sanctions"]);
  });

  test("show the words that led to them", () => {
    const text = "The budget deficit has fallen, and a balanced budget is within reach.";
    const tag = find(text, "en").find(({ topic }) => topic === "public-budget");
    expect(tag?.spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      "budget deficit",
      "balanced budget",
    ]);
    expect(tag?.confidence).toBeGreaterThan(0.5);
  });

  test("are the same with tokens given", () => {
    const text = "Teachers and students need better schools and more classrooms.";
    expect(find(text, "en", tokenize(text))).toEqual(find(text, "en"));
  });

  test("need no exact form of a word, but the word itself", () => {
    expect(wordKey("tariffs", "en")).toBe(wordKey("tariff", "en"));
    expect(wordKey("policies", "en")).toBe(wordKey("policy", "en"));
    expect(wordKey("санкціями", "uk")).toBe(wordKey("санкція", "uk"));
    expect(wordKey("imports", "en")).not.toBe(wordKey("important", "en"));
    expect(wordKey("apartments", "en")).not.toBe(wordKey("apart", "en"));
  });
});

describe("topics that are easily confused", () => {
  test("the European Union is not the way into it", () => {
    const summit = slugs("The European Council and the European Commission met in Brussels.", "en");
    expect(summit).toContain("european-union");
    expect(summit).not.toContain("eu-accession");
    const membership = slugs("Candidate status is a step to our accession to the EU.", "en");
    expect(membership).toContain("eu-accession");
  });

  test("terror alone is no terrorism", () => {
    const text = "The reign of terror in France filled the nations of Europe with horror and war.";
    expect(slugs(text, "en")).not.toContain("international-terrorism");
  });

  test("a language is known whatever region and letter case its tag has", () => {
    const text = "A new package of sanctions must include an oil embargo.";
    expect(slugs(text, "EN-gb")).toEqual(slugs(text, "en"));
  });
});

describe("no topic is forced", () => {
  test.each([
    ["en", "Glory to Ukraine!"],
    ["en", "Dear Ukrainians! Our defenders!"],
    ["en", "Ladies and gentlemen, dear friends, thank you for this invitation."],
    ["en", "Mr. Speaker, Mr. President, Members of Congress, my fellow Americans:"],
    ["en", "I wish you all a good evening and a quiet night."],
    ["en", "The war on poverty is a phrase, and so is the fight against time."],
    ["uk", "Слава Україні!"],
    ["uk", "Дорогі українці, доброго здоров’я усім вам сьогодні!"],
    ["uk", "Я дякую всім, хто сьогодні був поруч і не здався."],
    ["en", "It was important that they came apart from the rest of us."],
    ["fr", "Les sanctions économiques et l'embargo pétrolier doivent continuer."],
    ["en", ""],
  ])("%s: %s", (lang, text) => {
    const expected = text.includes("poverty")
      ? slugs(text, lang).filter((s) => s === "defence")
      : slugs(text, lang);
    expect(expected).toEqual([]);
  });
});

describe("whatever the text", () => {
  const words = fc.constantFrom(
    ...TAXONOMY.topics.flatMap(({ phrases }) => Object.values(phrases.en ?? {}).flat()),
    "the",
    "of",
    "people",
    "😀",
    "—",
    "\u0301",
  );
  const texts = fc.array(words, { maxLength: 40 }).map((list) => list.join(" "));
  const parentOf = new Map(TAXONOMY.topics.map(({ slug, parent }) => [slug, parent]));

  test("spans lie on words in order, confidence is above 0 and at most 1, the likeliest come first", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const starts = new Set(tokenize(text).map(({ start }) => start));
        const tags = find(text, "en");
        for (const { confidence, spans } of tags) {
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(spans.length).toBeGreaterThan(0);
          spans.forEach(({ start, end }, index) => {
            expect(starts.has(start)).toBe(true);
            expect(end).toBeGreaterThan(start);
            expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0);
          });
        }
        const confidences = tags.map(({ confidence }) => confidence);
        expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
      }),
    );
  });

  test("a part never stands without its major topic, and at most three are most specific", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const tags = slugs(text, "en");
        const above = tags.map((slug) => parentOf.get(slug));
        for (const parent of above) if (parent) expect(tags).toContain(parent);
        expect(tags.filter((slug) => !above.includes(slug)).length).toBeLessThanOrEqual(3);
        expect(new Set(tags).size).toBe(tags.length);
      }),
      { numRuns: 1000, examples: [["economic growth economic growth prisoner of war"]] },
    );
  });
});

describe("an archivist's own taxonomy", () => {
  const own = readTaxonomy(`version: "1"
topics:
  - slug: bees
    label: { en: Bees }
    description: About bees.
    phrases:
      en: { sure: honey bee, likely: "hive, swarm", hint: "wax, comb, nectar, pollen, sting, queen" }
      fr: { sure: abeille }
    exclude: { en: hive mind }
`);
  const findOwn = createTopicFinder(own);

  test("is followed in every language it has phrases in", () => {
    expect(findOwn("Every honey bee comes home to the hive at night.", "en")[0]?.topic).toBe(
      "bees",
    );
    expect(
      findOwn("Une abeille vole autour de la ruche, une abeille revient.", "fr")[0]?.topic,
    ).toBe("bees");
  });

  test("counts nothing inside an exclusion, and one likely phrase is not enough", () => {
    expect(findOwn("A hive mind and a swarm of people came to the town.", "en")).toEqual([]);
    expect(findOwn("They kept an old hive behind the house for years.", "en")).toEqual([]);
  });

  test("makes no topic of hints alone, nor of a few words", () => {
    const hints = "Wax and comb, nectar and pollen, a sting and a queen were all there was to see.";
    expect(findOwn(hints, "en")).toEqual([]);
    expect(findOwn(`${hints} The hive was gone.`, "en")[0]?.topic).toBe("bees");
    expect(findOwn("Honey bee, hive, swarm!", "en")).toEqual([]);
  });
});

type Judged = {
  corpus: string;
  address: string;
  paragraph: number;
  sha256: string;
  right: string[];
  wrong: string[];
};

describeShared("addresses of war time", "corpora/ukraine_2022_uk_resistinua.jsonl", () => {
  test("of the tags on 200 paragraphs at least 90 in 100 are those a person judged right", () => {
    const judged: Judged[] = readFileSync(
      new URL("../fixtures/topics/judged-war-time.jsonl", import.meta.url),
      "utf8",
    )
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const texts = new Map<string, string>();
    for (const corpus of new Set(judged.map((item) => item.corpus))) {
      const lines = readFileSync(sharedPath(`corpora/${corpus}.jsonl`), "utf8")
        .trim()
        .split("\n");
      for (const line of lines)
        texts.set(`${corpus} ${JSON.parse(line).id}`, JSON.parse(line).text);
    }
    let right = 0;
    let said = 0;
    for (const { corpus, address, paragraph, sha256, ...judgement } of judged) {
      const text = texts.get(`${corpus} ${address}`)?.split("\n\n")[paragraph - 1] ?? "";
      expect(createHash("sha256").update(text).digest("hex").slice(0, 12)).toBe(sha256);
      const tags = slugs(text, corpus.includes("_uk_") ? "uk" : "en");
      said += tags.length;
      right += tags.filter((tag) => judgement.right.includes(tag)).length;
    }
    expect(judged).toHaveLength(200);
    expect(said).toBeGreaterThan(325);
    expect(right / said).toBeGreaterThanOrEqual(0.9);
  });
});

describeShared("human codes", "eval/topics/cap_sotu_paragraphs.jsonl", () => {
  test("are met with a precision of at least .76 at a recall of at least .45", () => {
    const coded = readCoded(
      readFileSync(sharedPath("eval/topics/cap_sotu_paragraphs.jsonl"), "utf8"),
      TAXONOMY,
    );
    const { precision, recall } = scoreTopics(coded, predictMajors(TAXONOMY, coded));
    expect(precision).toBeGreaterThanOrEqual(0.76);
    expect(recall).toBeGreaterThanOrEqual(0.45);
  });
});
