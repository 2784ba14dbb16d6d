/**
 * Two engines as one: an external one for what it can answer while it is well and in step, and the
 * one in the archive's own file, which always is, for everything else, within the same request.
 */
import { BehindError, CatchingUpError } from "./behind-error.ts";
import { createBreaker } from "./breaker.ts";
import { UnusableServerError } from "./external-index.ts";
import { describeFault, faultDetails } from "./fault.ts";
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
  /** What the operator has to do before it can be asked again, fit to be published; null when nothing. */
  advice: string | null;
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
  /** Milliseconds between two looks at the external engine while it is well. */
  lookEvery?: number;
};

const LOOKS = {
  /** Milliseconds: its state is true within 15 s where nobody searches, a look that has to wait included. */
  every: 5_000,
  /** How much oftener while it is known to be catching up: then a look asks the server for nothing. */
  oftener: 5,
} as const;

export function createResilientIndex(options: ResilienceOptions): ResilientIndex {
  const { external, embedded, onBehind, log, lookEvery = LOOKS.every } = options;
  const answered = { external: 0, embedded: 0 };
  let failures = 0;
  let behind: string | null = "It has not been asked yet";
  let catchingUp = false;
  /** What was said of it in the log and is not yet taken back. */
  let told: string | null = null;

  const breaker = createBreaker(
    // Asks for nothing but whether the index is there and in step.
    () => external.search(COUNT_EVERYTHING).catch(unlessBehind),
    (error) => {
      if (error)
        log.warn({ ...faultDetails(error), engine: external.engine }, "FTS5 answers for it");
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
      if (told !== null) log.info({ engine: external.engine }, "the index is in step again");
      behind = told = null;
      catchingUp = false;
      return result;
    } catch (error) {
      catchingUp = error instanceof CatchingUpError;
      if (error instanceof BehindError) {
        if (!catchingUp) {
          if (told !== error.message) log.warn({ reason: error.message }, "the index is behind");
          told = error.message;
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

  const stopLooking = repeat(
    async () => {
      if (breaker.closed) await tryExternal(COUNT_EVERYTHING);
    },
    () => (catchingUp ? lookEvery / LOOKS.oftener : lookEvery),
  );

  return {
    engine: external.engine,
    async search(request) {
      if (breaker.closed && external.canAnswer(request)) {
        const result = await tryExternal(request);
        if (result) answered.external++;
        if (result) return result;
      }
      answered.embedded++;
      return { ...(await embedded.search(request)), answeredBy: embedded.engine };
    },
    status() {
      const failure = breaker.failure();
      const state = failure ? "away" : behind === null ? "well" : "behind";
      const reason = failure ? describeFault(failure.error) : behind;
      const advice = failure?.error instanceof UnusableServerError ? failure.error.message : null;
      return { state, reason, advice, answered: { ...answered }, failures };
    },
    async close() {
      breaker.stop();
      await stopLooking();
      await Promise.all([external.close(), embedded.close()]);
    },
  };
}

/** Does it at once, and then again and again. @returns what ends it, after the one under way */
function repeat(task: () => Promise<void>, wait: () => number): () => Promise<void> {
  let timer: NodeJS.Timeout;
  let running = Promise.resolve();
  let stopped = false;
  const plan = (ms: number) => {
    timer = setTimeout(() => {
      running = task().finally(() => stopped || plan(wait()));
    }, ms);
    timer.unref();
  };
  plan(0);
  return () => {
    stopped = true;
    clearTimeout(timer);
    return running;
  };
}
