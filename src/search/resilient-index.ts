/**
 * Two engines as one: an external one for what it can answer while it is well and in step, and the
 * one in the archive's own file, which always is, for everything else, within the same request.
 */
import { BehindError, CatchingUpError } from "./behind-error.ts";
import { createBreaker } from "./breaker.ts";
import {
  COUNT_EVERYTHING,
  type SearchIndex,
  type SearchRequest,
  type SearchResult,
} from "./search-index.ts";
import type { SyncStatus } from "./sync-index.ts";

/** An engine that leaves some questions to another. */
export type PartialSearchIndex = SearchIndex & {
  /** Whether it can answer exactly. Costs no request. */
  canAnswer(request: SearchRequest): boolean;
};

export type ResilienceStatus = {
  /** `away`: the external engine failed and is not asked; `behind`: it is being brought up to date. */
  state: "well" | "behind" | "away";
  /** Why, for operators; null when well. */
  reason: string | null;
  /** Searches by who answered them, since the start. */
  answered: { external: number; embedded: number };
  failures: number;
};

/** What operators are shown of an external engine; `target` is its server and index. */
export type ExternalStatus = { target: string; search: ResilienceStatus; sync: SyncStatus };

export type ResilientIndex = SearchIndex & {
  status(): ResilienceStatus;
};

export type ResilienceOptions = {
  external: PartialSearchIndex;
  embedded: SearchIndex;
  /** Told when a search finds the external index other than it should be. */
  onBehind: (error: BehindError) => void;
  log: {
    warn(details: object, message: string): void;
    info(details: object, message: string): void;
  };
  /** Milliseconds between tries while the external engine is away. */
  tryAfter?: number;
};

export function createResilientIndex(options: ResilienceOptions): ResilientIndex {
  const { external, embedded, onBehind, log } = options;
  const answered = { external: 0, embedded: 0 };
  let failures = 0;
  let behind: string | null = null;

  const breaker = createBreaker(
    // Asks for nothing but whether the index is there and in step.
    () => external.search(COUNT_EVERYTHING).catch(unlessBehind),
    (error) => {
      if (error) log.warn({ err: error, engine: external.engine }, "FTS5 answers for it");
      else log.info({ engine: external.engine }, "the engine is back");
    },
    options.tryAfter,
  );

  function unlessBehind(error: unknown): void {
    if (!(error instanceof BehindError)) throw error;
  }

  async function tryExternal(request: SearchRequest): Promise<SearchResult | null> {
    try {
      const result = await external.search(request);
      behind = null;
      answered.external++;
      return result;
    } catch (error) {
      if (error instanceof BehindError) {
        if (!(error instanceof CatchingUpError)) {
          if (behind !== error.message) log.warn({ reason: error.message }, "the index is behind");
          onBehind(error);
        }
        behind = error.message;
      } else {
        failures++;
        breaker.fail(error as Error);
      }
      return null;
    }
  }

  return {
    engine: external.engine,
    async search(request) {
      if (breaker.closed && external.canAnswer(request)) {
        const result = await tryExternal(request);
        if (result) return result;
      }
      answered.embedded++;
      return { ...(await embedded.search(request)), answeredBy: embedded.engine };
    },
    status() {
      const failure = breaker.failure();
      const state = failure ? "away" : behind === null ? "well" : "behind";
      return { state, reason: failure?.message ?? behind, answered: { ...answered }, failures };
    },
    async close() {
      breaker.stop();
      await Promise.all([external.close(), embedded.close()]);
    },
  };
}
