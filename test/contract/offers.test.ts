/** Misspelled words and failing questions over real addresses: what is offered is what it says. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LIMITS } from "../../src/search/meant/suggestions.ts";
import { formatQuery } from "../../src/search/query/describe.ts";
import { FACET_GROUPS, type FacetFilters } from "../../src/search/search-index.ts";
import { tokenize } from "../../src/text/tokens.ts";
import { DEFAULT_TAXONOMY_URL, readTaxonomy } from "../../src/text/topics/taxonomy.ts";
import { misspell, misspelledWords } from "../support/misspell.ts";
import { random } from "../support/random.ts";
import { recentSotuAddresses } from "../support/sotu.ts";
import { type AskedArchive, openAskedArchive, question } from "./asked-archive.ts";

const QUESTIONS = 400;
const MISSPELLINGS = 300;
const TOPICS = readTaxonomy(readFileSync(DEFAULT_TAXONOMY_URL, "utf8"))
  .topics.slice(0, 8)
  .map(({ slug }) => slug);
const COUNTRIES = ["US", "RU", "CN", "IQ", "SUHH"];

const next = random(19750115);
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;

const addresses = recentSotuAddresses().map(({ year, speaker, paragraphs }, n) => ({
  title: `State of the Union ${year} ${n}`,
  date: String(year),
  speaker,
  collection: n % 2 ? "Odd addresses" : "Even addresses",
  paragraphs: paragraphs.map((text) => ({
    text,
    topics: TOPICS.filter(() => next() < 0.2),
    countries: COUNTRIES.filter(() => next() < 0.1),
    organisations: ["un", "nato"].filter(() => next() < 0.1),
  })),
}));
const texts = addresses.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));
const vocabulary = new Set(texts.flatMap((text) => tokenize(text).map(({ folded }) => folded)));

let archive: AskedArchive;
beforeAll(() => {
  archive = openAskedArchive(addresses);
});
afterAll(() => archive.close());

const VALUES = {
  topic: TOPICS,
  country: ["Ukraine", "Russia", "China", "Soviet Union", "Iraq"],
  organisation: ["United Nations", "NATO"],
  speaker: ["Reagan", "Bill Clinton", "Barack Obama", "George Bush", "Carter"],
  collection: ["Odd addresses", "Even"],
  lang: ["English"],
} as const;
type Field = keyof typeof VALUES;
const FIELDS = Object.keys(VALUES) as Field[];

/** Some words of some paragraphs, with whatever readers do to them. */
function failingQuery(): string {
  const terms: string[] = [];
  if (next() < 0.4) terms.push(pick(["What did the president say about", "when did", "who said"]));
  if (next() < 0.4) terms.push(pick(VALUES.speaker));
  for (let n = 1 + Math.floor(next() * 4); n > 0; n--) {
    const text = pick(texts);
    const words = tokenize(text).map(({ start, end }) => text.slice(start, end));
    const at = Math.floor(next() * words.length);
    const [word, pair] = [words[at] as string, words.slice(at, at + 2)];
    terms.push(
      pick([
        word,
        word,
        misspell(word, next),
        pair.join(""),
        `"${pair.join(" ")}"`,
        pair.join(" "),
      ]),
    );
  }
  if (next() < 0.2) terms.splice(1, 0, pick(["or", "OR", "-"]));
  if (next() < 0.3) {
    const field = pick(FIELDS);
    terms.push(`${field}:"${misspell(pick(VALUES[field]), next)}"`);
  }
  return terms.join(" ");
}

function someFilters(): FacetFilters {
  if (next() < 0.7) return {};
  const field = pick(FIELDS);
  const values = [
    misspell(pick(VALUES[field]), next),
    ...(next() < 0.3 ? [pick(VALUES[field])] : []),
  ];
  return { [field]: values, ...(next() < 0.3 && { year: ["1980", "1999"] }) };
}

describe("what is offered", () => {
  test(`parses back to a query that finds exactly as much as it says, over ${QUESTIONS} questions`, async () => {
    const offered: Record<string, number> = {};
    for (let n = 0; n < QUESTIONS; n++) {
      const dates = next() < 0.1 ? { dateFrom: 19900101 } : {};
      const asked = question(failingQuery(), { filters: someFilters(), size: 1, ...dates });
      const answer = await archive.ask(asked);
      for (const suggestion of answer.suggestions) {
        const { reason, q, total } = suggestion;
        const filters = suggestion.filters ?? answer.filters;
        const again = await archive.ask({ ...asked, q, filters });
        expect({
          asked,
          q: formatQuery(again.query.tree),
          searched: again.searched,
          filters: again.filters,
          total: again.total,
        }).toEqual({ asked, q, searched: q, filters, total });
        expect(total).toBeGreaterThan(0);
        offered[reason] = (offered[reason] ?? 0) + 1;
      }
      for (const kind of new Set(answer.suggestions.map(({ reason }) => reason))) {
        const ofKind = answer.suggestions.filter(({ reason }) => reason === kind);
        expect(ofKind.length).toBeLessThanOrEqual(LIMITS.ofAKind);
      }
      const once = answer.suggestions.map(({ q, filters }) =>
        JSON.stringify([q, FACET_GROUPS.map((group) => filters?.[group])]),
      );
      expect(once).toEqual([...new Set(once)]);
    }
    console.log(`offered: ${JSON.stringify(offered)}`);
    for (const reason of ["spelling", "speaker", "fewer-words"]) {
      expect(offered[reason], reason).toBeGreaterThan(QUESTIONS / 20);
    }
  });
});

describe("misspelled words of five letters or more", () => {
  test(`have at least 95 % of ${MISSPELLINGS} found in every paragraph`, async () => {
    const missed: string[] = [];
    for (const { word, typed } of misspelledWords(vocabulary, MISSPELLINGS, next)) {
      const found = async (q: string) => archive.ask(question(q, { page: 2, size: 0 }));
      const { searched } = await found(typed);
      const total = async (q: string) => (await found(q)).total;
      const right = await total(`"${word}"`);
      if ((await total(`(${searched}) "${word}"`)) !== right) missed.push(`${typed} (${word})`);
    }
    const share = 1 - missed.length / MISSPELLINGS;
    console.log(
      `${(share * 100).toFixed(1)} % of ${MISSPELLINGS} found; missed: ${missed.join(", ")}`,
    );
    expect(share).toBeGreaterThanOrEqual(0.95);
  });
});
