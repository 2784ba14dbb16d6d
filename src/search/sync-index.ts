/**
 * The one loop that keeps an external index in step: sends what the queue names, checks that the
 * index still is what it should be, and rebuilds it when it is not. Whatever goes wrong is tried
 * again, later and later; while the index may be wrong, it is not asked.
 */
import { randomBytes } from "node:crypto";
import type { IndexQueue } from "../store/index-queue.ts";
import type { AddressReader } from "../store/records.ts";
import { checkIndex } from "./check-index.ts";
import type { ExternalIndex } from "./external-index.ts";
import { rebuildIndex } from "./rebuild-index.ts";
import { sendQueue } from "./send-queue.ts";

/** Figures of the loop, in milliseconds, each with its reason. */
export const INTERVALS = {
  /** Between two looks at the queue: what a write waits before it can be searched there. */
  idle: 200,
  /** Between two checks of an index in step. */
  check: 60_000,
  /** Before a check that a search asks for may follow another. */
  recheck: 2_000,
  /** After a failure, doubled with each further one up to the longest: back within 30 s of its cause. */
  retry: 500,
  longestRetry: 10_000,
  /** How long a process that has died keeps others from sending. */
  hold: 15_000,
  /** Between two looks at whether another process still sends. */
  standby: 2_000,
} as const;

export type SyncStatus = {
  /**
   * `standby`: another process of this archive sends. `failing`: the last try failed, see `error`.
   */
  state: "starting" | "in step" | "sending" | "rebuilding" | "standby" | "failing" | "stopped";
  /** Addresses waiting to be sent. */
  waiting: number;
  /** Addresses set aside, with the server's reason. */
  refused: { addressId: number; slug: string | null; reason: string }[];
  /** What went wrong last, with its time; null once all is well again. */
  error: { message: string; at: string } | null;
  /** Of a rebuild: addresses sent, and paragraphs in them. */
  progress: { addresses: number; paragraphs: number } | null;
  /** Why the index was last rebuilt by this process. */
  rebuiltBecause: string | null;
};

export type SyncLog = {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
};

export type SyncContext = {
  queue: IndexQueue;
  reader: AddressReader;
  index: ExternalIndex;
  log: SyncLog;
};

/** What the steps of the loop are given: keeps the hold on the queue, tells of progress, ends in time. */
export type Step = SyncContext & {
  /** @throws HoldLostError when another process has taken over; `StoppedError` when asked to stop */
  proceed(): void;
  /** @param addresses sent of a rebuild */
  progress(addresses: number, paragraphs: number): void;
};

class StoppedError extends Error {}

/** Another process has taken over the sending. */
export class HoldLostError extends Error {
  override name = "HoldLostError";
}

export type SyncLoop = ReturnType<typeof createSyncLoop>;

export function createSyncLoop(
  context: SyncContext,
  intervals: Partial<Record<keyof typeof INTERVALS, number>> = {},
) {
  const { queue, log } = context;
  const wait = { ...INTERVALS, ...intervals };
  const holder = `${process.pid}-${randomBytes(4).toString("hex")}`;
  let state: SyncStatus["state"] = "starting";
  let error: SyncStatus["error"] = null;
  let progress: SyncStatus["progress"] = null;
  let rebuiltBecause: string | null = null;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let failures = 0;
  let heldUntil = 0;
  let stopping = false;
  let wake = () => {};
  let running: Promise<void> | null = null;

  /** Writes to the archive's file only when a good part of the time has passed. */
  function hold(): boolean {
    const now = Date.now();
    if (now < heldUntil - (wait.hold * 2) / 3) return true;
    const held = queue.hold(holder, now, wait.hold);
    heldUntil = held ? now + wait.hold : 0;
    return held;
  }

  const step: Step = {
    ...context,
    proceed() {
      if (stopping) throw new StoppedError();
      if (!hold()) throw new HoldLostError();
    },
    progress: (addresses, paragraphs) => {
      progress = { addresses, paragraphs };
    },
  };

  async function round(): Promise<void> {
    if (!hold()) {
      state = "standby";
      checkedAt = Number.NEGATIVE_INFINITY;
      return pause(wait.standby);
    }
    if (Date.now() - checkedAt > wait.check || queue.state().rebuildWanted) await check();
    if (queue.length() > 0) {
      state = "sending";
      await sendQueue(step, "live");
    }
    state = "in step";
    error = null;
    failures = 0;
    await pause(wait.idle);
  }

  async function check(): Promise<void> {
    const reason = await checkIndex(step);
    if (reason !== null) {
      state = "rebuilding";
      rebuiltBecause = reason;
      log.info({ reason, index: context.index.target }, "the index is rebuilt");
      await rebuildIndex(step);
      log.info({ index: context.index.target }, "the index is rebuilt and searched");
      progress = null;
    }
    checkedAt = Date.now();
  }

  async function run(): Promise<void> {
    while (!stopping) {
      try {
        await round();
      } catch (failure) {
        if (failure instanceof StoppedError) break;
        if (!(failure instanceof HoldLostError)) await fail(failure as Error);
      }
    }
    state = "stopped";
    queue.release(holder);
  }

  async function fail(failure: Error): Promise<void> {
    state = "failing";
    progress = null;
    checkedAt = Number.NEGATIVE_INFINITY;
    const message = describe(failure);
    if (message !== error?.message) {
      log.warn({ err: failure, index: context.index.target }, "the index is not kept in step");
    }
    error = { message, at: new Date().toISOString() };
    await pause(Math.min(wait.retry * 2 ** failures++, wait.longestRetry));
  }

  function pause(ms: number): Promise<void> {
    if (stopping) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    start(): void {
      running ??= run();
    },
    /** Ends the loop after the request under way; what was not confirmed is sent again next time. */
    async stop(): Promise<void> {
      stopping = true;
      wake();
      await running;
    },
    /** Looks at the index now instead of at the next turn; for when a search found it wrong. */
    checkSoon(): void {
      if (Date.now() - checkedAt < wait.recheck) return;
      checkedAt = Number.NEGATIVE_INFINITY;
      wake();
    },
    /** Has the index rebuilt by whichever process sends. */
    rebuild(): void {
      queue.wantRebuild();
      wake();
    },
    status: (): SyncStatus => ({
      ...{ state, waiting: queue.length(), refused: queue.refused() },
      ...{ error, progress, rebuiltBecause },
    }),
  };
}

function describe(failure: Error): string {
  const cause = failure.cause instanceof Error ? `: ${failure.cause.message}` : "";
  return `${failure.message}${cause}`;
}
