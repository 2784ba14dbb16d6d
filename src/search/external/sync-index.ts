/**
 * The one loop that keeps an external index in step: sends what the queue names, checks that the
 * index still is what it should be, and rebuilds it when it is not. Whatever goes wrong is tried
 * again, later and later; while the index may be wrong, it is not asked.
 */
import { randomBytes } from "node:crypto";
import { type BehindError, WrongDocumentsError } from "./behind-error.ts";
import { checkIndex } from "./check-index.ts";
import { SharedIndexError, UnusableServerError } from "./external-index.ts";
import { faultDetails, isSameFault, type ToldFault, toldFault } from "./fault.ts";
import { createHold } from "./hold.ts";
import { PATIENCE, patiently } from "./patience.ts";
import { rebuildIndex } from "./rebuild-index.ts";
import { createRivals } from "./rivals.ts";
import { sendQueue } from "./send-queue.ts";
import { steadyNow } from "./steady-clock.ts";
import type { RebuildProgress, Step, SyncContext } from "./sync-step.ts";
import { createWalk } from "./walk-index.ts";

/** Figures of the loop, in milliseconds, each with its reason. */
export const INTERVALS = {
  /** Between two looks at the queue: what a write waits before it can be searched there. */
  idle: 200,
  /** Between two checks of an index in step: what somebody changed by hand is put right within 30 s. */
  check: 15_000,
  /** Between two pieces of the walk through all documents, and for the whole of it. */
  walk: 1_000,
  wholeWalk: 10 * 60_000,
  /** Before a check that a search asks for may follow another. */
  recheck: 2_000,
  /** After a failure, doubled with each further one up to the longest: back within 30 s of its cause. */
  retry: 500,
  longestRetry: 10_000,
  /** That the server may be at one piece of work before it is said: more than a full index takes it. */
  stall: 5 * 60_000,
  /** That another program may write to the archive before that is a failure. */
  lock: PATIENCE.longest,
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
  /** What the operator has to do before it can go on, fit to be published; null when nothing. */
  advice: string | null;
  /** What went wrong last, with its time; null once all is well again. The message is for the log alone. */
  error: (ToldFault & { at: string }) | null;
  /** How far a rebuild by this process has come; null when there is none. */
  progress: RebuildProgress | null;
  /** The server has been at one piece of work for longer than any should take it. */
  stalled: boolean;
  /** Why the index was last rebuilt by this process. */
  rebuiltBecause: string | null;
};

class StoppedError extends Error {}

/** Another process has taken over the sending. */
class HoldLostError extends Error {
  override name = "HoldLostError";
}

export type SyncLoop = ReturnType<typeof createSyncLoop>;

/** @param intervals instead of `INTERVALS`, in milliseconds */
export function createSyncLoop(
  context: SyncContext,
  intervals: Partial<Record<keyof typeof INTERVALS, number>> = {},
) {
  const { queue, log, index } = context;
  const wait = { ...INTERVALS, ...intervals };
  const self = `${process.pid}-${randomBytes(4).toString("hex")}`;
  const hold = createHold(queue, self, wait.hold);
  const pause = createPause();
  const status: Omit<SyncStatus, "waiting" | "refused"> = {
    state: "starting",
    advice: null,
    error: null,
    progress: null,
    stalled: false,
    rebuiltBecause: null,
  };
  let checkedAt = Number.NEGATIVE_INFINITY;
  let walkedAt = Number.NEGATIVE_INFINITY;
  let failures = 0;
  let stopping = false;
  let asking = false;
  let running: Promise<void> | null = null;

  const step: Step = {
    ...context,
    rivals: createRivals(),
    proceed() {
      if (stopping) throw new StoppedError();
      if (!hold.keep()) throw new HoldLostError();
    },
    write: (work) => patiently(() => work(queue), { proceed: step.proceed, longest: wait.lock }),
    progress: (of) => {
      status.progress = of;
    },
    waitsFor(ms) {
      const isStalled = ms > wait.stall;
      if (isStalled && !status.stalled) {
        const details = { minutes: Math.round(ms / 60_000), index: index.target };
        log.warn(
          details,
          "the server does not get done with its work: see its own log and its disk",
        );
      }
      status.stalled = isStalled;
    },
  };

  const walk = createWalk(step);

  async function round(): Promise<void> {
    if (!hold.keep()) return standBy();
    const { rebuildWanted, complete } = queue.state();
    if (steadyNow() - checkedAt > wait.check || rebuildWanted || !complete) await check();
    if (queue.length() > 0) {
      status.state = "sending";
      await sendQueue(step, "live");
    }
    Object.assign(status, { state: "in step", advice: null, error: null });
    failures = 0;
    if (steadyNow() - walkedAt > wait.walk) await walkOn();
    await pause.wait(wait.idle);
  }

  /** The index is another's to keep; the server is looked at all the same, since this process searches it. */
  async function standBy(): Promise<void> {
    checkedAt = Number.NEGATIVE_INFINITY;
    await index.health();
    Object.assign(status, { state: "standby", progress: null, advice: null, error: null });
    failures = 0;
    await pause.wait(wait.standby);
  }

  /** @param found what is known to be wrong already; whose index it is, is looked at all the same */
  async function check(found: string | null = null): Promise<void> {
    const reason = await checkIndex(step);
    status.advice = null; // whatever it was has been done: the server answers as it should
    if (reason !== null) await rebuild(found ?? reason);
    checkedAt = steadyNow();
  }

  async function walkOn(): Promise<void> {
    const found = await walk.on(wait.walk / wait.wholeWalk);
    if (found !== null) await check(found);
    walkedAt = steadyNow();
  }

  async function rebuild(reason: string): Promise<void> {
    Object.assign(status, { state: "rebuilding", rebuiltBecause: reason });
    const [request] = queue.requests();
    const expected = request !== undefined || queue.state().build === null;
    const details = { reason, index: index.target, ...request };
    log[expected ? "info" : "warn"](details, "the index is being rebuilt");
    await rebuildIndex(step);
    log.info({ index: index.target }, "the index is rebuilt and searched");
    status.progress = null;
  }

  async function run(): Promise<void> {
    while (!stopping) await round().catch(recover);
    status.state = "stopped";
    await letGo();
  }

  /** Where it cannot be written down, the next search that is answered wrongly says so again. */
  async function distrust(): Promise<void> {
    await patiently(() => queue.distrust()).catch(() => {});
  }

  /** Another process of the archive may have other keys, or another way to the server. */
  async function letGo(): Promise<void> {
    await patiently(hold.release, { longest: PATIENCE.farewell }).catch(() => {});
  }

  async function recover(failure: Error): Promise<void> {
    if (failure instanceof StoppedError || failure instanceof HoldLostError) return;
    const error = { ...toldFault(failure), at: new Date().toISOString() };
    if (!status.error || !isSameFault(error, status.error)) {
      log.warn({ ...faultDetails(failure), index: index.target }, "the index is not kept in step");
    }
    const isAdvice = failure instanceof SharedIndexError || failure instanceof UnusableServerError;
    const advice = isAdvice ? failure.message : null;
    Object.assign(status, { state: "failing", progress: null, advice, error });
    checkedAt = Number.NEGATIVE_INFINITY;
    await letGo();
    await pause.wait(Math.min(wait.retry * 2 ** failures++, wait.longestRetry));
  }

  return {
    start(): void {
      running ??= run();
    },
    /**
     * Ends the loop after the request under way; what was not confirmed is sent again next time. A rebuild
     * that was asked for here and has not begun is no longer wanted. Rejects, after its end, where that could
     * not be written down because another program keeps writing.
     */
    async stop(): Promise<void> {
      stopping = true;
      pause.endAll();
      try {
        if (asking) await patiently(() => queue.takeBack(self), { longest: wait.lock });
      } finally {
        await running;
      }
    },
    /** Looks at the index now instead of at the next turn, because a search found it other than it should be. */
    lookInto(error: BehindError): void {
      if (error instanceof WrongDocumentsError) void distrust();
      if (steadyNow() - checkedAt < wait.recheck) return;
      checkedAt = Number.NEGATIVE_INFINITY;
      pause.end();
    },
    /** Has the index rebuilt by whichever process sends, if it begins before this loop is stopped. */
    async rebuild(): Promise<void> {
      const askedAt = new Date().toISOString();
      await patiently(() => queue.askForRebuild(self, askedAt), { longest: wait.lock });
      asking = true;
      pause.end();
    },
    /** Server and name of the index that this process keeps in step. */
    target: index.target,
    status: (): SyncStatus => ({
      ...status,
      waiting: queue.length(),
      refused: queue.refused(),
    }),
  };
}

/** Waiting that can be cut short. */
function createPause() {
  let cut = () => {};
  let over = false;
  return {
    wait(ms: number): Promise<void> {
      if (over) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        cut = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
    end: () => cut(),
    /** This and every later wait. */
    endAll(): void {
      over = true;
      cut();
    },
  };
}
