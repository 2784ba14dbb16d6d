/** Has an external index rebuilt, and waits until it is searched. */
import { setTimeout as sleep } from "node:timers/promises";
import { type IndexQueue, isFull, isLocked } from "../../store/index-queue.ts";
import type { SyncLoop, SyncStatus } from "./sync-index.ts";

/** Milliseconds between two looks. */
const LOOK = 50;

/** The index could not be rebuilt; the message says why. */
export class ReindexError extends Error {
  override name = "ReindexError";
}

const LOCKED = "Another program keeps writing to the archive";
const FULL = "There is no room left on the archive's disk";
const GOES_ON = "The server of this archive has begun with the rebuild, and goes on.";

/** @param then what is so now, and what to do */
function explainWrite(then: string): (error: unknown) => never {
  return (error) => {
    const why = isLocked(error) ? LOCKED : isFull(error) ? FULL : null;
    throw why === null ? error : new ReindexError(`${why}${then}`);
  };
}

function describeOther(done: string | null, wanted: string): string {
  return `The server of this archive keeps another index, and has rebuilt that: ${done}, not ${wanted}. Give both the same MEILI_URL, to the letter, and MEILI_INDEX.`;
}

/**
 * Where a server of this archive runs, that one does it; else this process. Whatever ends this before
 * the index is rebuilt takes the wish back: only a process that has begun with it goes on.
 * @param sync stopped at the end
 * @param report told how it stands, all the time, and whether the rebuild has begun
 * @param stop ends it when aborted; what was searched before goes on being searched
 * @returns addresses that the index will not have, each with the reason; null when it was stopped
 * @throws ReindexError when a try fails, or another index was rebuilt than this process searches; what was searched before goes on being searched
 */
export async function reindex(
  queue: IndexQueue,
  sync: SyncLoop,
  report: (status: SyncStatus, hasBegun: boolean) => void,
  stop?: AbortSignal,
): Promise<string[] | null> {
  const before = queue.state().build;
  let isOwn = false;
  try {
    await sync.rebuild().catch(explainWrite(". Run the same command again when that is over."));
    sync.start();
    while (!stop?.aborted) {
      const { build, nextBuild, target } = queue.state();
      const status = sync.status();
      const { state, error, refused } = status;
      if (build !== before && nextBuild === null && state !== "rebuilding") {
        if (target !== sync.target) throw new ReindexError(describeOther(target, sync.target));
        return refused.map(({ slug, reason }) => `${slug ?? "an address that is gone"}: ${reason}`);
      }
      isOwn ||= state === "rebuilding";
      if (state === "failing") {
        const goesOn = nextBuild !== null && !isOwn ? `. ${GOES_ON}` : "";
        throw new ReindexError(`${error?.message ?? "unknown"}${goesOn}`);
      }
      report(status, nextBuild !== null);
      await sleep(LOOK);
    }
    return null;
  } finally {
    const standing =
      ", so that the wish for a rebuild stands: the server of this archive may still carry it out.";
    await sync.stop().catch(explainWrite(standing));
  }
}
