/**
 * `npm run bench [-- --json FILE] [--sizes 16000,128000]`: speed, measured in one run on archives of two sizes. Times
 * stand beside the raw FTS5 statements that they rest on, because only ratios mean anything on a
 * machine that does other work as well.
 */
import { get } from "node:http";
import path from "node:path";
import { runImport, type Server, startServer } from "./child.ts";
import { buildRawFts5, type RawFts5 } from "./raw-fts5.ts";
import { agent, median, runBench, writeAddresses } from "./report.ts";

/** Shares of all paragraphs that a word stands in, from the broadest to the rarest. */
const BANDS = [0.3, 0.1, 0.03, 0.01, 0.001];
const WORDS_PER_BAND = 24;
/** Words asked for before anything is counted, so that code is compiled and pages are in memory, and how frequent they are. */
const WARM_UP = { words: 200, frequency: 0.005 };
const WORKERS = 2;
/** The mark: a page may take twice the raw statements and this much more, in milliseconds. */
const MARK = { times: 2, plusMs: 3 };

type Times = { raw: number; page: number; api: number; hits: number };
type Row = Times & { query: string; ratio: number; mark: number; within: boolean };
type Report = {
  paragraphs: number;
  import: { seconds: number; paragraphsPerSecond: number; peakMb: number | null };
  server: { readyMs: number; residentMb: number | null; peakMb: number | null };
  queries: Row[];
};

await runBench(measure);

async function measure(paragraphs: number, folder: string): Promise<Report> {
  const input = await writeAddresses(paragraphs, folder);
  const archive = path.join(folder, `${paragraphs}.db`);
  const run = await runImport(input, archive);
  const raw = buildRawFts5(archive, path.join(folder, `${paragraphs}-raw.db`));
  const server = await startServer(archive, WORKERS);
  try {
    const readyMb = server.residentMb();
    const queries = await measureQueries(raw, server);
    const report = {
      paragraphs,
      import: {
        seconds: run.seconds,
        paragraphsPerSecond: Math.round(paragraphs / run.seconds),
        peakMb: run.peakMb,
      },
      server: {
        readyMs: server.readyMs,
        residentMb: readyMb,
        peakMb: server.peakMb(),
      },
      queries,
    };
    print(report);
    return report;
  } finally {
    await server.stop();
    raw.close();
  }
}

async function measureQueries(raw: RawFts5, server: Server): Promise<Row[]> {
  const bands = BANDS.map((share) => ({
    name: `a word in ${share * 100} % of paragraphs`,
    queries: raw.wordsOfFrequency(share, WORDS_PER_BAND).map((word) => [word]),
  }));
  const [broad, , middle] = bands.map((band) => band.queries.flat());
  bands.push({
    name: "two words",
    queries: (broad ?? []).map((word, i) => [word, middle?.[i] ?? word]),
  });
  for (const word of raw.wordsOfFrequency(WARM_UP.frequency, WARM_UP.words)) {
    await timesOf(raw, server, [word]);
  }
  const rows: Row[] = [];
  for (const { name, queries } of bands) {
    const times: Times[] = [];
    for (const words of queries) times.push(await timesOf(raw, server, words));
    rows.push(rowOf(name, times));
  }
  return rows;
}

/**
 * Each question is asked once, so that no page can come from a cache, and all three in turn. The API
 * comes after the page and finds the matches, not the answer, remembered.
 */
async function timesOf(raw: RawFts5, { origin }: Server, words: string[]): Promise<Times> {
  const q = encodeURIComponent(words.join(" "));
  const { ms, hits } = raw.ask(words);
  const page = await timeOf(`${origin}/search?q=${q}`);
  const api = await timeOf(`${origin}/api/v1/search?q=${q}`);
  return { raw: ms, page, api, hits };
}

function timeOf(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    get(url, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.resume();
      response.once("end", () => resolve(performance.now() - start));
    }).once("error", reject);
  });
}

function rowOf(query: string, times: readonly Times[]): Row {
  const of = (field: keyof Times) => median(times.map((time) => time[field]));
  const raw = of("raw");
  const page = of("page");
  const mark = MARK.times * raw + MARK.plusMs;
  return {
    query,
    raw,
    page,
    api: of("api"),
    hits: of("hits"),
    ratio: page / raw,
    mark,
    within: page <= mark,
  };
}

function print(report: Report): void {
  const { seconds, paragraphsPerSecond, peakMb } = report.import;
  const { readyMs, residentMb } = report.server;
  console.log(`\n${report.paragraphs} paragraphs`);
  console.log(
    `import: ${seconds.toFixed(1)} s, ${paragraphsPerSecond} paragraphs/s, peak ${peakMb} MB`,
  );
  console.log(
    `server: ready in ${readyMs.toFixed(0)} ms with ${residentMb} MB, ${report.server.peakMb} MB at most`,
  );
  console.table(
    report.queries.map((row) => ({
      query: row.query,
      hits: row.hits,
      "raw ms": round(row.raw),
      "page ms": round(row.page),
      "API ms": round(row.api),
      "page / raw": round(row.ratio),
      "2 × raw + 3 ms": round(row.mark),
      within: row.within ? "yes" : "no",
    })),
  );
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}
