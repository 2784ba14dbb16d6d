/** A test archive kept in step with a real server, and the engines over it. */
import type { ExternalIndex } from "../../src/search/external/external-index.ts";
import {
  createResilientIndex,
  type ResilienceOptions,
} from "../../src/search/external/resilient-index.ts";
import { createSyncLoop, type INTERVALS } from "../../src/search/external/sync-index.ts";
import { createFts5Index } from "../../src/search/fts5/fts5-index.ts";
import { createConnection } from "../../src/search/meilisearch/http-client.ts";
import { createIndexServer } from "../../src/search/meilisearch/index-server.ts";
import { createSetup } from "../../src/search/meilisearch/index-setup.ts";
import {
  createMeilisearchIndex,
  type MeilisearchOptions,
} from "../../src/search/meilisearch/meilisearch-index.ts";
import type { Synonyms } from "../../src/search/synonyms.ts";
import { createFactsTable } from "../../src/store/address-facts.ts";
import { createAddressReader } from "../../src/store/address-reader.ts";
import { createIndexQueue } from "../../src/store/index-queue.ts";
import { type ArchiveFile, createArchiveFile, type TestAddress } from "../contract/archive-file.ts";

type Log = Record<"info" | "warn" | "error", (details: object, message: string) => void>;
export const silent: Log = { info() {}, warn() {}, error() {} };

/** No figure of the program's: it ends what hangs. */
const IN_STEP_MS = 120_000;

export type IndexedOptions = {
  url: string;
  key: string | null;
  indexUid: string;
  archive?: ArchiveFile;
  synonyms?: Synonyms;
  intervals?: Partial<Record<keyof typeof INTERVALS, number>>;
  search?: Partial<MeilisearchOptions>;
  /** Of the loop; silent where none is given. */
  log?: Log;
  /** Stands between the loop and the server. */
  wrap?: (index: ExternalIndex) => ExternalIndex;
};

export type IndexedArchive = ReturnType<typeof createIndexedArchive>;

/** Nothing is sent before `sync.start()`. */
export function createIndexedArchive(options: IndexedOptions) {
  const { url, key, indexUid, wrap = (index) => index } = options;
  const archive = options.archive ?? createArchiveFile();
  const connection = createConnection();
  const queue = createIndexQueue(archive.db);
  const reader = createAddressReader(archive.db);
  const setup = createSetup(options.synonyms ?? [], () => reader.summary().languages);
  const place = { url, key, indexUid, setup: setup.current, connection };
  const server = createIndexServer(place);
  const index = wrap({
    ...server,
    async health() {
      await setup.prepare();
      return server.health();
    },
  });
  const context = { queue, reader, index, log: options.log ?? silent };
  const sync = createSyncLoop(context, { idle: 5, ...options.intervals });
  const meilisearch = createMeilisearchIndex({
    ...place,
    reader,
    timeoutMs: 1000,
    expected: queue.expected,
    facts: createFactsTable(archive.db),
    ...options.search,
  });
  const fts5 = createFts5Index({
    databaseFile: archive.file,
    workers: 1,
    queue: 1000,
    timeoutMs: 30_000,
  });
  return {
    archive,
    queue,
    reader,
    server,
    sync,
    meilisearch,
    fts5,
    /** What the loop does first: without it, a search knows no synonyms. */
    prepare: setup.prepare,
    put: (address: TestAddress) => archive.put(address),
    /** Both engines as one; silent unless told otherwise. */
    resilient: (options: Partial<ResilienceOptions> = {}) =>
      createResilientIndex({
        external: meilisearch,
        embedded: fts5,
        onBehind: sync.lookInto,
        log: silent,
        ...options,
      }),
    /** Resolves once the index holds what the archive holds. */
    async inStep(): Promise<void> {
      const until = Date.now() + IN_STEP_MS;
      while (queue.expected() === null || sync.status().state !== "in step") {
        if (Date.now() > until) {
          throw new Error(`not in step after ${IN_STEP_MS} ms: ${JSON.stringify(sync.status())}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    async close(): Promise<void> {
      await sync.stop();
      connection.close();
      await meilisearch.close();
      await fts5.close();
      if (!options.archive) archive.remove();
    },
  };
}
