/** How long our indexing takes, and posting the same documents bare. */
import { Meilisearch } from "meilisearch";
import { reindex } from "../../src/search/external/reindex.ts";
import { createSyncLoop } from "../../src/search/external/sync-index.ts";
import { createConnection } from "../../src/search/meilisearch/http-client.ts";
import { createIndexServer } from "../../src/search/meilisearch/index-server.ts";
import { createSetup } from "../../src/search/meilisearch/index-setup.ts";
import { indexSettings } from "../../src/search/meilisearch/settings.ts";
import { createAddressReader } from "../../src/store/address-reader.ts";
import { openDatabase } from "../../src/store/database.ts";
import { createIndexQueue } from "../../src/store/index-queue.ts";
import type { TestServer } from "../support/meilisearch-server.ts";
import { post } from "./http.ts";
import { listening } from "./listening.ts";

/** The mark: indexing may take so many times as long as posting the documents bare. */
export const MARK = 1.3;

/** In seconds. */
export type Indexing = { ours: number; bare: number; ratio: number; within: boolean };

/** Rebuilds as the command does, then posts what was sent to another index, and waits for both. */
export async function measureIndexing(
  archive: string,
  server: TestServer,
  indexUid: string,
): Promise<Indexing> {
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
      ...{
        url: server.url,
        key: server.masterKey,
        indexUid,
        setup: createSetup([], () => []).current,
        connection,
      },
    }),
    log: { info() {}, warn: (details: object, message: string) => console.error(message, details) },
  };
  const start = performance.now();
  await reindex(context.queue, createSyncLoop(context), () => {});
  const ours = (performance.now() - start) / 1000;
  real.close();
  db.close();
  const bare = await postBare(bodies, server);
  return { ours, bare, ratio: ours / bare, within: ours / bare <= MARK };
}

async function postBare(bodies: readonly string[], server: TestServer): Promise<number> {
  const admin = new Meilisearch({ host: server.url, apiKey: server.masterKey });
  const start = performance.now();
  await admin.createIndex("bare", { primaryKey: "key" });
  await admin.index("bare").updateSettings(indexSettings({})).waitTask({ timeout: 0 });
  const url = `${server.url}/indexes/bare/documents`;
  let task = 0;
  for (const body of bodies) {
    const answer = await post(url, server.masterKey, body, "application/x-ndjson");
    task = (JSON.parse(answer) as { taskUid: number }).taskUid;
  }
  await admin.tasks.waitForTask(task, { timeout: 0 });
  const seconds = (performance.now() - start) / 1000;
  await admin.deleteIndex("bare").waitTask({ timeout: 0 });
  return seconds;
}
