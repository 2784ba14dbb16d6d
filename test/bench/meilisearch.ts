/**
 * `npm run bench:meilisearch [-- --json FILE] [--sizes 16000,128000]`: our page on Meilisearch beside
 * the raw request it rests on and the same request through the client's own `fetch`; our indexing
 * beside posting the same documents bare. Needs a `meilisearch` binary on the path.
 */
import path from "node:path";
import { startMeilisearch } from "../support/meilisearch-server.ts";
import { runImport } from "./child.ts";
import { type Indexing, MARK, measureIndexing } from "./meilisearch-indexing.ts";
import { MARKS, measureQueries, type Row } from "./meilisearch-queries.ts";
import { runBench, writeAddresses } from "./report.ts";

const INDEX = "bench";

type Report = { paragraphs: number; indexing: Indexing; queries: Row[] };

await runBench(measure);

async function measure(paragraphs: number, folder: string): Promise<Report> {
  const input = await writeAddresses(paragraphs, folder);
  const archive = path.join(folder, `${paragraphs}.db`);
  await runImport(input, archive);
  const server = await startMeilisearch();
  try {
    const indexing = await measureIndexing(archive, server, INDEX);
    const queries = await measureQueries(archive, server, INDEX);
    const report = { paragraphs, indexing, queries };
    print(report);
    return report;
  } finally {
    await server.stop();
  }
}

function print({ paragraphs, indexing, queries }: Report): void {
  const { ours, bare, ratio, within } = indexing;
  console.log(`\n${paragraphs} paragraphs`);
  console.log(
    `indexing: ${ours.toFixed(1)} s, the same documents posted bare ${bare.toFixed(1)} s, ratio ${ratio.toFixed(2)} (${within ? "within" : "not within"} ${MARK})`,
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
