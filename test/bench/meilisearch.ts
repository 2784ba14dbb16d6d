/**
 * `npm run bench:meilisearch [-- --json FILE] [--sizes 16000,128000]`: our page on Meilisearch beside
 * the raw request it rests on and the same request through the client's own `fetch`; our indexing
 * beside posting the same documents bare. Needs a `meilisearch` binary on the path.
 */
import { get, request as requestHttp } from "node:http";
import path from "node:path";
import { Meilisearch } from "meilisearch";
import { type Connection, createConnection } from "../../src/search/meilisearch/http-client.ts";
import { createIndexServer } from "../../src/search/meilisearch/index-server.ts";
import { makeKeys } from "../../src/search/meilisearch/keys.ts";
import { createMeilisearchIndex } from "../../src/search/meilisearch/meilisearch-index.ts";
import { indexSettings } from "../../src/search/meilisearch/settings.ts";
import { reindex } from "../../src/search/reindex.ts";
import { createSyncLoop } from "../../src/search/sync-index.ts";
import { createFactsTable } from "../../src/store/address-facts.ts";
import { createAddressReader } from "../../src/store/address-reader.ts";
import { openDatabase } from "../../src/store/database.ts";
import { createIndexQueue } from "../../src/store/index-queue.ts";
import { startMeilisearch, type TestServer } from "../support/meilisearch-server.ts";
import { request } from "../support/request.ts";
import { runImport, startServer } from "./child.ts";
import { buildRawFts5 } from "./raw-fts5.ts";
import { agent, median, runBench, writeAddresses } from "./report.ts";

/** Shares of all paragraphs that a word stands in, from the broadest to the rarest. */
const BANDS = [0.3, 0.1, 0.03, 0.01, 0.001];
const WORDS_PER_BAND = 24;
/** Requests before anything is counted: until then the code is still being compiled. */
const WARM_UP = 300;
const FETCH_WARM_UP = 5;
/** The marks: against the raw request, against `fetch`, and of indexing against posting bare. */
const MARKS = { timesRaw: 1.5, plusMs: 3, timesFetch: 0.25, indexing: 1.3 };
const INDEX = "bench";

type Row = {
  query: string;
  hits: number;
  raw: number;
  page: number;
  fetch: number;
  withinRaw: boolean;
  withinFetch: boolean;
};
type Indexing = { ours: number; bare: number; ratio: number; within: boolean };
type Report = { paragraphs: number; indexing: Indexing; queries: Row[] };

await runBench(measure);

async function measure(paragraphs: number, folder: string): Promise<Report> {
  const input = await writeAddresses(paragraphs, folder);
  const archive = path.join(folder, `${paragraphs}.db`);
  await runImport(input, archive);
  const server = await startMeilisearch();
  try {
    const indexing = await measureIndexing(archive, server);
    const queries = await measureQueries(archive, server);
    const report = { paragraphs, indexing, queries };
    print(report);
    return report;
  } finally {
    await server.stop();
  }
}

/** Rebuilds as the command does, then posts what was sent to another index, and waits for both. */
async function measureIndexing(archive: string, server: TestServer): Promise<Indexing> {
  const db = openDatabase(archive);
  const real = createConnection();
  const bodies: string[] = [];
  const connection = listening(real, (url, body) => {
    if (url.pathname.endsWith("/documents") && body.startsWith("{")) bodies.push(body);
  });
  const context = {
    queue: createIndexQueue(db),
    reader: createAddressReader(db),
    index: createIndexServer({
      ...{ url: server.url, key: server.masterKey, indexUid: INDEX, synonyms: {}, connection },
    }),
    log: { info() {}, warn: (details: object, message: string) => console.error(message, details) },
  };
  const start = performance.now();
  await reindex(context.queue, createSyncLoop(context), () => {});
  const ours = (performance.now() - start) / 1000;
  real.close();
  db.close();
  const bare = await postBare(bodies, server);
  return { ours, bare, ratio: ours / bare, within: ours / bare <= MARKS.indexing };
}

function listening(real: Connection, heard: (url: URL, body: string) => void): Connection {
  return {
    close: () => real.close(),
    httpClient(url, init) {
      if (typeof init?.body === "string") heard(new URL(String(url)), init.body);
      return real.httpClient(url, init);
    },
  };
}

async function postBare(bodies: readonly string[], server: TestServer): Promise<number> {
  const admin = new Meilisearch({ host: server.url, apiKey: server.masterKey });
  const start = performance.now();
  await admin.createIndex("bare", { primaryKey: "key" });
  await admin.index("bare").updateSettings(indexSettings({})).waitTask({ timeout: 0 });
  let task = 0;
  for (const body of bodies) {
    const answer = await post(server, "/indexes/bare/documents", body, "application/x-ndjson");
    task = (JSON.parse(answer) as { taskUid: number }).taskUid;
  }
  await admin.tasks.waitForTask(task, { timeout: 0 });
  const seconds = (performance.now() - start) / 1000;
  await admin.deleteIndex("bare").waitTask({ timeout: 0 });
  return seconds;
}

async function measureQueries(archive: string, server: TestServer): Promise<Row[]> {
  const words = buildRawFts5(archive, `${archive}-words`);
  const bands = BANDS.map((share) => ({
    name: `a word in ${share * 100} % of paragraphs`,
    queries: words.wordsOfFrequency(share, WORDS_PER_BAND),
  }));
  words.close();
  const [broad = [], , middle = []] = bands.map(({ queries }) => queries);
  const two = broad.map((word, n) => `${word} ${middle[n] ?? ""}`);
  bands.push({ name: "two words", queries: two });
  const requests = await requestTexts(
    archive,
    server,
    bands.flatMap(({ queries }) => queries),
  );
  const ours = await startOurs(archive, server);
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
  questions: readonly string[],
): Promise<Map<string, string>> {
  const db = openDatabase(archive);
  const real = createConnection();
  let sent = "";
  const index = createMeilisearchIndex({
    ...{ url: server.url, key: server.masterKey, indexUid: INDEX, synonyms: {}, typos: false },
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

async function startOurs(archive: string, server: TestServer) {
  const keys = await makeKeys({ url: server.url, indexUid: INDEX }, server.masterKey);
  process.env.MEILI_URL = server.url;
  process.env.MEILI_INDEX = INDEX;
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
          answer = await post(server, "/multi-search", body);
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

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function read(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => collect(response, url, resolve, reject)).once(
      "error",
      reject,
    );
  });
}

function post(
  server: TestServer,
  place: string,
  body: string,
  type = "application/json",
): Promise<string> {
  const headers = {
    authorization: `Bearer ${server.masterKey}`,
    "content-type": type,
    "content-length": Buffer.byteLength(body),
  };
  const url = server.url + place;
  return new Promise((resolve, reject) => {
    requestHttp(url, { method: "POST", agent, headers }, (response) =>
      collect(response, url, resolve, reject),
    )
      .once("error", reject)
      .end(body);
  });
}

function collect(
  response: import("node:http").IncomingMessage,
  url: string,
  resolve: (text: string) => void,
  reject: (error: Error) => void,
): void {
  const chunks: Buffer[] = [];
  response.on("data", (chunk: Buffer) => chunks.push(chunk));
  response.once("end", () => {
    const text = Buffer.concat(chunks).toString("utf8");
    if ((response.statusCode ?? 500) < 300) resolve(text);
    else reject(new Error(`${url} answered ${response.statusCode}: ${text.slice(0, 200)}`));
  });
}

function print({ paragraphs, indexing, queries }: Report): void {
  const { ours, bare, ratio, within } = indexing;
  console.log(`\n${paragraphs} paragraphs`);
  console.log(
    `indexing: ${ours.toFixed(1)} s, the same documents posted bare ${bare.toFixed(1)} s, ratio ${ratio.toFixed(2)} (${within ? "within" : "not within"} ${MARKS.indexing})`,
  );
  console.table(
    queries.map((row) => ({
      query: row.query,
      hits: row.hits,
      "raw ms": row.raw.toFixed(2),
      "page ms": row.page.toFixed(2),
      "fetch ms": row.fetch.toFixed(2),
      "page / fetch": (row.page / row.fetch).toFixed(2),
      [`≤ ${MARKS.timesRaw} × raw + ${MARKS.plusMs} ms`]: row.withinRaw ? "yes" : "no",
      [`≤ ${MARKS.timesFetch} × fetch`]: row.withinFetch ? "yes" : "no",
    })),
  );
}
