/** Threads that tag paragraphs anew, each reading the archive by itself. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { IdRange, Snapshot } from "../store/tag-reader.ts";
import type { Taxonomy } from "../text/topics/taxonomy.ts";
import type { RangeChanges } from "./retag-range.ts";

/** What a thread is started with. */
export type RetagThreadData = { databaseFile: string; taxonomy: Taxonomy };

export type RetagThread = {
  /** Takes the archive as it is now, and keeps to that until asked again. */
  takeSnapshot(): Promise<Snapshot>;
  /** What would change among these paragraphs of the snapshot. Answers in order. */
  retag(range: IdRange): Promise<RangeChanges>;
  close(): Promise<void>;
};

/** Room for new objects in a thread. What a range needs is short-lived: Node's own choice takes several times as much. */
const YOUNG_MB = 16;

/** Starts a thread for each core, all with the same taxonomy. */
export function startRetagThreads(data: RetagThreadData): RetagThread[] {
  return Array.from({ length: availableParallelism() }, () => startThread(data));
}

function startThread(data: RetagThreadData): RetagThread {
  const thread = new Worker(new URL("./retag-thread.ts", import.meta.url), {
    workerData: data,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const waiting: PromiseWithResolvers<unknown>[] = [];
  thread.on("message", (answer) => waiting.shift()?.resolve(answer));
  let failure: unknown = null;
  function fail(error: unknown): void {
    failure ??= error;
    for (const one of waiting.splice(0)) one.reject(failure);
  }
  thread.on("error", fail);
  thread.on("exit", () => fail(new Error("A thread ended before all paragraphs were tagged.")));
  function ask(range: IdRange | null): Promise<unknown> {
    if (failure !== null) return Promise.reject(failure);
    const answer = Promise.withResolvers<unknown>();
    waiting.push(answer);
    thread.postMessage(range);
    return answer.promise;
  }
  return {
    takeSnapshot: () => ask(null) as Promise<Snapshot>,
    retag: (range) => ask(range) as Promise<RangeChanges>,
    close: async () => void (await thread.terminate()),
  };
}
