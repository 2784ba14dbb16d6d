/** Puts the parts together: an index on a server, kept in step, with FTS5 behind it. */
import type { Database } from "better-sqlite3";
import { createFactsTable } from "../../store/address-facts.ts";
import { createIndexQueue, type IndexQueue } from "../../store/index-queue.ts";
import type { AddressReader } from "../../store/records.ts";
import {
  createResilientIndex,
  type ExternalStatus,
  type ResilientIndex,
} from "../external/resilient-index.ts";
import { isKeyRefused } from "../external/server-errors.ts";
import { createSyncLoop, type SyncLoop } from "../external/sync-index.ts";
import type { SearchIndex } from "../search-index.ts";
import type { Synonyms } from "../synonyms.ts";
import { causeOf } from "./errors.ts";
import { type Connection, createConnection } from "./http-client.ts";
import { createIndexServer } from "./index-server.ts";
import { createSetup } from "./index-setup.ts";
import { type Credentials, checkServer } from "./keys.ts";
import { createMeilisearchIndex } from "./meilisearch-index.ts";

/** Milliseconds that a search waits for the server before FTS5 is asked. */
const SEARCH_MS = 1000;

export type OpenOptions = {
  config: Credentials;
  database: Database;
  reader: AddressReader;
  /** Answers what Meilisearch does not. Closed with the index. */
  embedded: SearchIndex;
  synonyms: Synonyms;
  log: {
    info(details: object, message: string): void;
    warn(details: object, message: string): void;
  };
};

export type OpenMeilisearch = {
  index: SearchIndex;
  queue: IndexQueue;
  sync: SyncLoop;
  status(): ExternalStatus;
};

/**
 * Starts at once and asks the server nothing yet: an archive is served whether its server is there
 * or not. The loop has to be started.
 */
export function openMeilisearch(options: OpenOptions): OpenMeilisearch {
  const { config, database, reader, embedded, log } = options;
  const { url, indexUid } = config;
  const facts = createFactsTable(database);
  const queue = createIndexQueue(database);
  const connection = createConnection();
  const { current: setup, prepare } = createSetup(
    options.synonyms,
    () => reader.summary().languages,
  );
  const server = createIndexServer({ url, key: config.writeKey, indexUid, setup, connection });
  const checks = createChecks(config, connection, log);

  const sync = createSyncLoop({
    queue,
    reader,
    log,
    index: {
      ...server,
      async health() {
        await prepare();
        return checks.before(server.health);
      },
    },
  });
  const engine = createMeilisearchIndex({
    url,
    key: config.searchKey,
    indexUid,
    setup,
    connection,
    facts,
    reader,
    timeoutMs: SEARCH_MS,
    // A server or key that must not be used is not searched either.
    expected: () => (checks.passed() ? queue.expected() : null),
  });
  const external = { ...engine, probe: () => checks.probe(engine.probe) };
  const index = createResilientIndex({ external, embedded, onBehind: sync.lookInto, log });

  return {
    queue,
    sync,
    status: () => ({
      target: server.target,
      search: index.status(),
      // Every page asks how searches do; this reads the archive.
      get sync() {
        return sync.status();
      },
    }),
    index: closing(index, async () => {
      await sync.stop();
      connection.close();
    }),
  };
}

/** Server and keys are checked before anything else is asked, and again once a key is refused. */
function createChecks(config: Credentials, connection: Connection, log: OpenOptions["log"]) {
  let passed = false;
  let failure: unknown = null;

  async function check(): Promise<void> {
    for (const warning of await checkServer(config, connection)) {
      log.warn({ url: config.url }, warning);
    }
    passed = true;
    failure = null;
  }

  /** The keys were changed since. @returns an error that says which is wrong, and what to do */
  async function explained(refusal: unknown): Promise<unknown> {
    passed = false;
    return check().then(
      () => refusal,
      (error) => error,
    );
  }

  return {
    passed: () => passed,
    async before<Result>(work: () => Promise<Result>): Promise<Result> {
      try {
        if (!passed) await check();
        return await work();
      } catch (error) {
        const told = isKeyRefused(causeOf(error)) ? await explained(error) : error;
        if (!passed) failure = told;
        throw told;
      }
    },
    /** Before they have passed, what they failed with says all that there is to be said. */
    async probe(ask: () => Promise<void>): Promise<void> {
      if (failure !== null) throw failure;
      if (passed) await ask();
    },
  };
}

function closing(index: ResilientIndex, then: () => Promise<void>): SearchIndex {
  return {
    ...index,
    async close() {
      await index.close();
      await then();
    },
  };
}
