/**
 * How long our page takes on Meilisearch, the raw request it rests on, and the same request through
 * the client's own `fetch`.
 */
import { Meilisearch } from "meilisearch";
import { createConnection } from "../../src/search/meilisearch/http-client.ts";
import { createSetup } from "../../src/search/meilisearch/index-setup.ts";
import { makeKeys } from "../../src/search/meilisearch/keys.ts";
import { createMeilisearchIndex } from "../../src/search/meilisearch/meilisearch-index.ts";
import { createFactsTable } from "../../src/store/address-facts.ts";
import { createAddressReader } from "../../src/store/address-reader.ts";
import { openDatabase } from "../../src/store/database.ts";
import { createIndexQueue } from "../../src/store/index-queue.ts";
import type { TestServer } from "../support/meilisearch-server.ts";
import { request } from "../support/request.ts";
import { startServer } from "./child.ts";
import { post, read, timeOf } from "./http.ts";
import { listening } from "./listening.ts";
import { buildRawFts5 } from "./raw-fts5.ts";
import { median } from "./report.ts";

/** Shares of all paragraphs that a word stands in, from the broadest to the rarest. */
const BANDS = [0.3, 0.1, 0.03, 0.01, 0.001];
const WORDS_PER_BAND = 24;
/** Requests before anything is counted: until then the code is still being compiled. */
const WARM_UP = 300;
const FETCH_WARM_UP = 5;
/** The marks: against the raw request, and against `fetch`. */
export const MARKS = { timesRaw: 1.5, plusMs: 3, timesFetch: 0.25 };

export type Row = {
  query: string;
  hits: number;
  raw: number;
  page: number;
  fetch: number;
  withinRaw: boolean;
  withinFetch: boolean;
};

/** @param indexUid an index on the server that holds the archive */
export async function measureQueries(
  archive: string,
  server: TestServer,
  indexUid: string,
): Promise<Row[]> {
  const words = buildRawFts5(archive, `${archive}-words`);
  const bands = BANDS.map((share) => ({
    name: `a word in ${share * 100} % of paragraphs`,
    queries: words.wordsOfFrequency(share, WORDS_PER_BAND),
  }));
  words.close();
  const [broad = [], , middle = []] = bands.map(({ queries }) => queries);
  const two = broad.map((word, n) => `${word} ${middle[n] ?? ""}`);
  bands.push({ name: "two words", queries: two });
  const questions = bands.flatMap(({ queries }) => queries);
  const requests = await requestTexts(archive, server, indexUid, questions);
  const ours = await startOurs(archive, server, indexUid);
  try {
    await requireMeilisearch(ours.origin);
    for (let n = 0; n < WARM_UP; n++) await read(`${ours.origin}/search?q=nation+-warm${n}`);
    const rows: Row[] = [];
    for (const { name, queries } of bands) {
      const asked = queries.filter((q) => requests.has(q));
      rows.push(await measureBand(name, asked, requests, ours.origin, server));
    }
    return rows;
  } finally {
    await ours.stop();
  }
}

/**
 * The request that our server makes for each question, by question. One that finds nothing is left
 * out: of its words, nearly the same ones are then looked for, in further requests.
 */
async function requestTexts(
  archive: string,
  server: TestServer,
  indexUid: string,
  questions: readonly string[],
): Promise<Map<string, string>> {
  const db = openDatabase(archive);
  const real = createConnection();
  let sent = "";
  const index = createMeilisearchIndex({
    ...{
      url: server.url,
      key: server.masterKey,
      indexUid,
      setup: createSetup([], () => []).current,
    },
    ...{ reader: createAddressReader(db), facts: createFactsTable(db), timeoutMs: 10_000 },
    expected: createIndexQueue(db).expected,
    connection: listening(real, (_url, body) => {
      sent = body;
    }),
  });
  const texts = new Map<string, string>();
  for (const q of questions) {
    const { total } = await index.search(request(q, { sort: "relevance", size: 20 }));
    if (total > 0) texts.set(q, sent);
  }
  real.close();
  db.close();
  return texts;
}

async function startOurs(archive: string, server: TestServer, indexUid: string) {
  const keys = await makeKeys({ url: server.url, indexUid }, server.masterKey);
  process.env.MEILI_URL = server.url;
  process.env.MEILI_INDEX = indexUid;
  process.env.MEILI_SEARCH_KEY = keys.searchKey;
  process.env.MEILI_WRITE_KEY = keys.writeKey;
  return startServer(archive, 2);
}

async function requireMeilisearch(origin: string): Promise<void> {
  for (let n = 0; n < 600; n++) {
    const answer = JSON.parse(await read(`${origin}/api/v1/search?q=nation`)) as { engine: string };
    if (answer.engine === "meilisearch") return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("Meilisearch does not answer");
}

/**
 * Each question once by page and by raw request, each first in turn. `fetch` goes by itself, one request right after
 * the other: only on a connection in use are acknowledgements delayed.
 */
async function measureBand(
  query: string,
  questions: readonly string[],
  requests: ReadonlyMap<string, string>,
  origin: string,
  server: TestServer,
): Promise<Row> {
  const client = new Meilisearch({ host: server.url, apiKey: server.masterKey });
  const times = { raw: [] as number[], page: [] as number[], fetch: [] as number[] };
  const hits: number[] = [];
  for (const [n, q] of questions.entries()) {
    const body = requests.get(q) ?? "";
    const page = async () => {
      times.page.push(await timeOf(() => read(`${origin}/search?q=${encodeURIComponent(q)}`)));
    };
    const raw = async () => {
      let answer = "";
      times.raw.push(
        await timeOf(async () => {
          answer = await post(`${server.url}/multi-search`, server.masterKey, body);
          JSON.parse(answer);
        }),
      );
      hits.push(firstTotal(answer));
    };
    // Whoever asks second finds the server's pages in memory.
    for (const ask of n % 2 === 0 ? [page, raw] : [raw, page]) await ask();
  }
  for (const q of [...questions.slice(0, FETCH_WARM_UP), ...questions]) {
    const body = JSON.parse(requests.get(q) ?? "");
    times.fetch.push(await timeOf(() => client.multiSearch(body)));
  }
  times.fetch.splice(0, FETCH_WARM_UP);
  const [raw, page, viaFetch] = [times.raw, times.page, times.fetch].map(median) as [
    number,
    number,
    number,
  ];
  return {
    ...{ query, hits: median(hits), raw, page, fetch: viaFetch },
    withinRaw: page <= MARKS.timesRaw * raw + MARKS.plusMs,
    withinFetch: page <= MARKS.timesFetch * viaFetch,
  };
}

function firstTotal(answer: string): number {
  const { results } = JSON.parse(answer) as { results: { totalHits: number }[] };
  return results[0]?.totalHits ?? 0;
}
