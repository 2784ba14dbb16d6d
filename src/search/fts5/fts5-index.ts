/** The embedded engine: SQLite FTS5, searched in threads of its own so that none holds up the server. */
import { Piscina } from "piscina";
import { withDeadline } from "../deadline.ts";
import {
  type SearchIndex,
  SearchOverloadedError,
  type SearchRequest,
  type SearchResult,
  SearchTimeoutError,
  type Vocabulary,
  type WordReport,
} from "../search-index.ts";

export type Fts5Options = {
  /** Path of the archive's file, which must exist. */
  databaseFile: string;
  /** Threads at most, each with a connection and columns of its own. */
  workers: number;
  /** Searches that may wait for a thread. */
  queue: number;
  /** Milliseconds from the call to the answer, waiting included. */
  timeoutMs: number;
  log?: { error(details: object, message: string): void };
};

/** A thread costs some 40 MB beside its columns: all but the first go when they had nothing to do for this long. */
const IDLE_MS = 60_000;
/** A search leaves little behind, so a thread needs a fraction of the room that is usual for new objects. */
const YOUNG_MB = 8;

/** Starts the first thread and returns at once; searches wait until it is ready. */
export function createFts5Index(options: Fts5Options): SearchIndex & Vocabulary {
  const { databaseFile, workers, queue, timeoutMs, log } = options;
  const pool = new Piscina({
    filename: new URL("./worker.ts", import.meta.url).href,
    workerData: { databaseFile },
    minThreads: 1,
    maxThreads: workers,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    recordTiming: false,
  });
  pool.on("error", (error) => log?.error({ err: error }, "a search thread failed"));
  let pending = 0;

  /**
   * Ending the signal ends the thread, even in the middle of a statement's rows.
   * @param name of the worker's function; null for what it exports as default
   */
  async function runUntil(signal: AbortSignal, task: unknown, name: string | null) {
    try {
      return await pool.run(task, { signal, name });
    } catch (error) {
      if (!signal.aborted) throw error;
      throw new SearchTimeoutError(`The search took more than ${timeoutMs} ms and was given up.`);
    }
  }

  async function run(task: unknown, name: string | null): Promise<unknown> {
    if (pending >= workers + queue) {
      throw new SearchOverloadedError(
        `${pending} searches are under way or waiting; try again in a moment.`,
      );
    }
    pending++;
    try {
      return await withDeadline(timeoutMs, (signal) => runUntil(signal, task, name));
    } finally {
      pending--;
    }
  }

  return {
    engine: "fts5",
    search: (request: SearchRequest) => run(request, null) as Promise<SearchResult>,
    lookUp: (...asked) => run(asked, "lookUp") as Promise<WordReport[]>,
    count: (words) => run(words, "count") as Promise<number[]>,
    together: (...asked) => run(asked, "together") as Promise<number[]>,
    close: () => pool.destroy(),
  };
}
