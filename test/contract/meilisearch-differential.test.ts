/**
 * FTS5 and Meilisearch over the same archive of real addresses: the same answers to the same
 * questions; and misspelled words found all the same.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createForgivingSearch } from "../../src/search/meant/forgiving-search.ts";
import { parseQuery } from "../../src/search/query/parse.ts";
import { createWiden } from "../../src/search/query/widen.ts";
import {
  COUNT_EVERYTHING,
  type SearchIndex,
  type SearchRequest,
  type SearchResult,
} from "../../src/search/search-index.ts";
import { readSynonyms } from "../../src/search/synonyms.ts";
import { tokenize } from "../../src/text/tokens.ts";
import { createIndexedArchive, type IndexedArchive } from "../support/meilisearch-archive.ts";
import {
  describeMeilisearch,
  openMeilisearch,
  type TestServer,
} from "../support/meilisearch-server.ts";
import { misspelledWords } from "../support/misspell.ts";
import { random } from "../support/random.ts";
import { recentSotuAddresses } from "../support/sotu.ts";
import type { TestAddress } from "./archive-file.ts";

const QUERIES = 500;
/** Of those with names that have synonyms. */
const NAMED_QUERIES = 200;
const MISSPELLINGS = 300;
const TOPICS = ["economy", "defence", "health", "energy"];
const COUNTRIES = ["US", "RU", "CN", "IQ"];
const ORGANISATIONS = ["un", "nato", "imf"];
/** Names of one, two and three words, and a name of two lines. */
const SYNONYMS = readSynonyms(`
- [Soviet Union, USSR, Soviets, Russia]
- [America, United States]
- [freedom, liberty]
- [liberty, rights]
- [Congress, House of Representatives]
- [health care, healthcare, medicine]
- [school, classroom, education]
- [job, work, employment]
`);
const NAMES = SYNONYMS.flat().map(({ text }) => text);
/** Given to addresses that are in truth all English, so that words have more than one stem. */
const LANGUAGES = ["en", "en", "en", "fr", "xx"];

const next = random(19770120);
const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;

const addresses = recentSotuAddresses().map(
  ({ year, speaker, paragraphs }, n): TestAddress => ({
    title: `State of the Union ${year} ${n}`,
    date: n % 7 === 0 ? String(year) : `${year}-01-${10 + (n % 20)}`,
    speaker,
    collection: n % 2 ? "Odd" : null,
    lang: LANGUAGES[n % LANGUAGES.length] as string,
    paragraphs: paragraphs.map((text) => ({
      text,
      topics: TOPICS.filter(() => next() < 0.2),
      countries: COUNTRIES.filter(() => next() < 0.1),
      organisations: ORGANISATIONS.filter(() => next() < 0.1),
    })),
  }),
);
const texts = addresses.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text));

/** A query of words that stand in one paragraph, with phrases, exclusions and fields here and there. */
function randomQuery(): string {
  const words = tokenize(pick(texts)).map(({ folded }) => folded);
  const from = Math.floor(next() * words.length);
  const terms: string[] = [];
  const count = next() < 0.2 ? 10 : 1 + Math.floor(next() * 4);
  for (let n = 0; n < count; n++) terms.push(pick(words));
  if (next() < 0.3) terms.push(`"${words.slice(from, from + 2).join(" ")}"`);
  if (next() < 0.1) terms.push(`"${words.slice(from, from + 4).join(" ")}"`);
  if (next() < 0.3) terms.push(`-${pick(tokenize(pick(texts))).folded}`);
  if (next() < 0.1) terms.push(`-"${words.slice(from, from + 2).join(" ")}"`);
  if (next() < 0.15) terms.push(`topic:${pick(TOPICS)}`);
  if (next() < 0.1) terms.push(`-country:${pick(COUNTRIES)}`);
  if (next() < 0.1) terms.push(`org:${pick(ORGANISATIONS)}`);
  return terms.slice(0, 10).join(" ");
}

/** A query with a name or two in it that have synonyms, in some form, found or left out. */
function queryWithNames(): string {
  const name = () => {
    const typed = next() < 0.2 ? `${pick(NAMES)}s` : pick(NAMES).toLowerCase();
    const written = next() < 0.3 ? typed.replaceAll(" ", "-") : typed;
    return next() < 0.2 ? `-${written}` : written;
  };
  const words = tokenize(pick(texts)).map(({ folded }) => folded);
  const terms = next() < 0.4 ? [name(), name()] : [name()];
  if (next() < 0.6) terms.splice(next() * 2, 0, pick(words));
  if (next() < 0.2) terms.push(`-${pick(words)}`);
  if (next() < 0.1) terms.push(`"${pick(NAMES)}"`);
  if (next() < 0.1) terms.push(`topic:${pick(TOPICS)}`);
  return terms.join(" ");
}

function randomRequest(): SearchRequest {
  const some = (values: readonly string[]) => (next() < 0.2 ? [pick(values), pick(values)] : []);
  return {
    tree: parseQuery(next() < 0.05 ? "" : randomQuery()).tree,
    filters: {
      topic: some(TOPICS),
      country: some(COUNTRIES),
      organisation: some(ORGANISATIONS),
      speaker: some(["gerald-r-ford", "ronald-reagan", "barack-obama"]),
      lang: some(LANGUAGES),
      year: some(["1977", "1984", "2010", "2015"]),
    },
    dateFrom: next() < 0.2 ? 19810101 : null,
    dateTo: next() < 0.2 ? 20100131 : null,
    sort: next() < 0.5 ? "newest" : "oldest",
    group: next() < 0.2 ? "address" : "paragraph",
    page: 1,
    size: 100,
  };
}

/** All hits, page after page, up to a thousand. */
async function everything(index: SearchIndex, request: SearchRequest): Promise<SearchResult> {
  const first = await index.search(request);
  const rows = request.group === "address" ? first.addressTotal : first.total;
  const hits = [...first.hits];
  for (let page = 2; hits.length < Math.min(rows, 1000); page++) {
    hits.push(...(await index.search({ ...request, page })).hits);
  }
  return { ...first, hits };
}

describeMeilisearch("FTS5 and Meilisearch over the same addresses", () => {
  let server: TestServer;
  let indexed: IndexedArchive;
  beforeAll(async () => {
    server = await openMeilisearch();
    indexed = createIndexedArchive({
      ...{ url: server.url, key: server.masterKey, indexUid: server.indexUid("differential") },
      search: { timeoutMs: 10_000 },
      synonyms: SYNONYMS,
    });
    for (const address of addresses) indexed.put(address);
    indexed.sync.start();
    await indexed.inStep();
  });
  afterAll(async () => {
    await indexed?.close();
    await server?.stop();
  });

  /** Asks both. @returns how many of the queries found something, and how many Meilisearch could answer */
  async function compare(queries: number, randomOne: () => SearchRequest) {
    let byMeilisearch = 0;
    let found = 0;
    for (let n = 0; n < queries; n++) {
      const request = randomOne();
      const embedded = await everything(indexed.fts5, request);
      if (embedded.total > 0) found++;
      if (!indexed.meilisearch.canAnswer(request)) continue;
      byMeilisearch++;
      const external = await everything(indexed.meilisearch, request);
      expect({ request, ...external }).toEqual({ request, ...embedded });
    }
    console.log(
      `${queries} queries: ${found} found something, ${byMeilisearch} were answered by both engines alike, the others are FTS5's alone`,
    );
    return { found, byMeilisearch };
  }

  test(`answer ${QUERIES} queries with the same paragraphs and counts`, async () => {
    const { byMeilisearch } = await compare(QUERIES, randomRequest);
    expect(byMeilisearch).toBeGreaterThan(QUERIES * 0.85);
  });

  test(`answer ${NAMED_QUERIES} queries for names with synonyms with the same paragraphs and counts`, async () => {
    const widen = createWiden(SYNONYMS, [...new Set(LANGUAGES)]);
    const { found, byMeilisearch } = await compare(NAMED_QUERIES, () => {
      return { ...randomRequest(), tree: widen(parseQuery(queryWithNames()).tree).tree };
    });
    expect(found).toBeGreaterThan(NAMED_QUERIES / 2);
    expect(byMeilisearch).toBeGreaterThan(NAMED_QUERIES / 2);
  });

  test(`find ${MISSPELLINGS} misspelled words, alike`, async () => {
    const widen = createWiden(SYNONYMS, [...new Set(LANGUAGES)]);
    const [embedded, external] = [indexed.fts5, indexed.resilient()].map((index) =>
      createForgivingSearch({ index, vocabulary: indexed.fts5, widen }),
    );
    const vocabulary = new Set(texts.flatMap((text) => tokenize(text).map(({ folded }) => folded)));
    const missed: string[] = [];
    for (const { word, typed } of misspelledWords(vocabulary, MISSPELLINGS, next)) {
      const request = { ...COUNT_EVERYTHING, size: 100 };
      const right = await everything(indexed.fts5, {
        ...request,
        tree: { type: "phrase", folded: [word], text: word },
      });
      const found = await embedded?.(parseQuery(typed).tree, request);
      const alike = await external?.(parseQuery(typed).tree, request);
      expect({ typed, total: alike?.result.total }).toEqual({ typed, total: found?.result.total });
      const result = await everything(indexed.fts5, { ...request, tree: found?.tree ?? null });
      const ids = new Set(result.hits.map(({ paragraphId }) => paragraphId));
      if (!right.hits.every(({ paragraphId }) => ids.has(paragraphId))) {
        missed.push(`${typed} (${word})`);
      }
    }
    const share = 1 - missed.length / MISSPELLINGS;
    console.log(
      `${(share * 100).toFixed(1)} % of ${MISSPELLINGS} found; missed: ${missed.join(", ")}`,
    );
    expect(share).toBeGreaterThanOrEqual(0.95);
  });
});
