/**
 * Two engines as one: an external one for what it can answer while it is well and in step, and the
 * one in the archive's own file, which always is, for everything else, within the same request.
 */

import {
  COUNT_EVERYTHING,
  type SearchIndex,
  type SearchRequest,
  type SearchResult,
} from "../search-index.ts";
import { BehindError, CatchingUpError } from "./behind-error.ts";
import { createBreaker } from "./breaker.ts";
import { UnusableServerError } from "./external-index.ts";
import {
  describeFault,
  type Fault,
  faultDetails,
  faultOf,
  isSameFault,
  toldFault,
} from "./fault.ts";
import type { SyncStatus } from "./sync-index.ts";

/** An engine that leaves some questions to another. */
export type PartialSearchIndex = SearchIndex & {
  /** Whether it can answer exactly, as far as the question tells. Costs no request. */
  canAnswer(request: SearchRequest): boolean;
  /** Asks its server something small, whatever its index is like. Rejects where that does not answer well. */
  probe(): Promise<void>;
};

/** Only what was found shows that a partial engine must leave the question to another. It is well. */
export class BeyondMeansError extends Error {
  override name = "BeyondMeansError";
}

export type ResilienceStatus = {
  /** `away`: the external engine failed and is not asked; `behind`: it is being brought up to date. */
  state: "well" | "behind" | "away";
  /** Why, for operators; null when well. */
  reason: string | null;
  /** What the operator has to do before it can be asked again, fit to be published; null when nothing. */
  advice: string | null;
  /** What keeps it away; null when it is not. */
  fault: Fault | null;
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
  /** How much oftener while it is known to be catching up: then a look asks next to nothing. */
  oftener: 5,
} as const;

export function createResilientIndex(options: ResilienceOptions): ResilientIndex {
  const { external, embedded, onBehind, log, lookEvery = LOOKS.every } = options;
  const answered = { external: 0, embedded: 0 };
  let failures = 0;
  let behind: string | null = "It has not been asked yet";
  let catchingUp = false;
  /** What was said of it in the log and is not yet taken back; and what is said when it answers again. */
  let told: string | null = null;
  let thanks: string | null = null;

  const breaker = createBreaker(
    look,
    {
      opened: tellFailure,
      stillOpen(error, before) {
        if (!isSameFault(toldFault(error), toldFault(before))) tellFailure(error);
      },
      closed(found) {
        if (found === null) return noteAnswer();
        const reason = describeFault(found);
        log.info({ reason, engine: external.engine }, "the server answers, its index not yet");
        told = found.message;
        noteBehind(found);
      },
    },
    options.tryAfter,
  );

  function tellFailure(error: Error): void {
    thanks = "the engine is back";
    log.warn({ ...faultDetails(error), engine: external.engine }, "FTS5 answers for it");
  }

  /** Asks for nothing but whether server and index are there and in step. @returns why it is not in step */
  async function look(): Promise<BehindError | null> {
    try {
      await external.search(COUNT_EVERYTHING);
      return null;
    } catch (error) {
      if (!(error instanceof BehindError)) throw error;
      // The archive alone said so: what the server has to say is still to be heard.
      if (error instanceof CatchingUpError) await external.probe();
      return error;
    }
  }

  /** What comes late, of a question from before the engine failed, says nothing of it now. */
  function noteAnswer(): void {
    if (!breaker.closed) return;
    if (thanks !== null) log.info({ engine: external.engine }, thanks);
    behind = told = thanks = null;
    catchingUp = false;
  }

  function noteBehind(error: BehindError): void {
    if (!breaker.closed) return;
    behind = error.message;
    catchingUp = error instanceof CatchingUpError;
    if (catchingUp) return;
    if (told !== error.message) log.warn({ reason: describeFault(error) }, "the index is behind");
    told = error.message;
    thanks ??= "the index is in step again";
    onBehind(error);
  }

  function noteFailure(error: unknown): null {
    catchingUp = false;
    if (error instanceof BehindError) noteBehind(error);
    else {
      failures++;
      breaker.fail(error as Error);
    }
    return null;
  }

  async function tryExternal(request: SearchRequest): Promise<SearchResult | null> {
    try {
      const result = await external.search(request);
      noteAnswer();
      return result;
    } catch (error) {
      if (!(error instanceof BeyondMeansError)) return noteFailure(error);
      noteAnswer();
      return null;
    }
  }

  const stopLooking = repeat(
    async () => {
      if (!breaker.closed) return;
      await look().then((found) => (found ? noteBehind(found) : noteAnswer()), noteFailure);
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
      const reason = failure ? describeFault(failure) : behind;
      const advice = failure instanceof UnusableServerError ? failure.message : null;
      const fault = failure && faultOf(failure);
      return { state, reason, advice, fault, answered: { ...answered }, failures };
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
