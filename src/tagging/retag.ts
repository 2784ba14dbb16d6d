/**
 * Tags the whole archive anew, after the taxonomy or the gazetteer changed: first it is found out what
 * would change, then, if wanted, that is written. What sources and editors said stays.
 */
import { setImmediate } from "node:timers/promises";
import type { IdRange, Snapshot } from "../store/tag-reader.ts";
import type { TagStore } from "../store/tag-store.ts";
import { TaggingError } from "./editing.ts";
import type { RetagThread } from "./retag-threads.ts";
import { createShiftCounter, type ShiftCounts } from "./tag-shifts.ts";

export const RETAG = {
  /** Paragraphs that a thread is given at a time: some 10 ms of work, so that handing over costs little. */
  range: 500,
  /** Ranges that each thread has at hand, so that none is ever idle. */
  ahead: 2,
  /** Attempts to catch all threads in the same state of an archive that is being written to. */
  snapshots: 100,
  /** Paragraphs written in one transaction: others wait for the lock no longer than a tenth of a second. */
  transaction: 2000,
} as const;

export type RetagPlan = ShiftCounts & {
  /** The archive's version that the plan was made for. */
  version: number;
  paragraphs: number;
};

/**
 * Finds out what tagging anew would change, and lays it by.
 * @param threads all reading the archive that `store` writes
 * @param onProgress share of the archive that is done, and how many paragraphs that is
 * @param signal gives up between two ranges
 * @throws TaggingError where the archive is written to so often that no two threads see the same
 */
export async function planRetag(
  store: TagStore,
  threads: readonly Omit<RetagThread, "close">[],
  onProgress: (share: number, paragraphs: number) => void = () => {},
  signal?: AbortSignal,
): Promise<RetagPlan> {
  const { version, lastId } = await takeSameSnapshot(threads);
  const counter = createShiftCounter();
  store.laidBy.clear();
  let [done, paragraphs] = [0, 0];
  const ranges = rangesUpTo(lastId);
  await Promise.all(
    threads.flatMap((thread) => Array.from({ length: RETAG.ahead }, () => work(thread))),
  );
  return { version, paragraphs, ...counter.result() };

  /** Takes one range after the other, until there are no more for anybody. */
  async function work(thread: Pick<RetagThread, "retag">): Promise<void> {
    for (const range of ranges) {
      const found = await thread.retag(range);
      signal?.throwIfAborted();
      store.laidBy.add(found.changes);
      counter.add(found.counts);
      paragraphs += found.paragraphs;
      done += range.last - range.first + 1;
      onProgress(done / lastId, paragraphs);
    }
  }
}

/** One version of the archive, which all threads keep to: their findings belong together. */
async function takeSameSnapshot(
  threads: readonly Pick<RetagThread, "takeSnapshot">[],
): Promise<Snapshot> {
  for (let attempt = 0; attempt < RETAG.snapshots; attempt++) {
    const [one, ...others] = await Promise.all(threads.map((thread) => thread.takeSnapshot()));
    if (one && others.every(({ version }) => version === one.version)) return one;
  }
  throw new TaggingError(
    "The archive is being written to without a pause. Run the same command again when that is done.",
  );
}

function* rangesUpTo(lastId: number): Generator<IdRange> {
  for (let first = 1; first <= lastId; first += RETAG.range) {
    yield { first, last: Math.min(first + RETAG.range - 1, lastId) };
  }
}

/**
 * Writes what a plan laid by.
 * @param onProgress changed paragraphs written so far
 * @param signal stops between two transactions
 * @returns changed paragraphs written: all of the plan's, or fewer where `signal` stopped it; what is
 *   written stays, and is right
 * @throws TaggingError when the archive was changed by somebody else since the plan was made; what was
 *   written until then stays, and is right
 */
export async function applyRetag(
  store: TagStore,
  plan: RetagPlan,
  onProgress: (done: number) => void = () => {},
  signal?: AbortSignal,
): Promise<number> {
  let version = plan.version;
  let done = 0;
  for (let last = 0; ; ) {
    // A signal is only heard while nothing runs.
    await setImmediate();
    if (signal?.aborted) return done;
    const changes = store.laidBy.after(last, RETAG.transaction);
    if (changes.length === 0) return done;
    store.transaction(() => {
      if (store.version() !== version) {
        throw new TaggingError(
          `The archive was changed meanwhile, after ${done} paragraphs were tagged anew. Run the same command again.`,
        );
      }
      for (const { before, after } of changes) store.replaceTags(before, after);
    });
    version += 1;
    done += changes.length;
    last = changes.at(-1)?.before.id ?? last;
    onProgress(done);
  }
}
