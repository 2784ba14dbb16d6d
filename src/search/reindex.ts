/** Has an external index rebuilt, and waits until it is searched. */
import { setTimeout as sleep } from "node:timers/promises";
import type { IndexQueue } from "../store/index-queue.ts";
import type { SyncLoop } from "./sync-index.ts";

/** Milliseconds between two looks. */
const LOOK = 200;

/** The index could not be rebuilt; the message says why. */
export class ReindexError extends Error {
  override name = "ReindexError";
}

/**
 * Where a server of this archive runs, that one does it; else this process.
 * @param sync stopped at the end
 * @param report told what was sent so far, now and then
 * @returns addresses that the index will not have, each with the reason
 * @throws ReindexError when a try fails; what was searched before goes on being searched
 */
export async function reindex(
  queue: IndexQueue,
  sync: SyncLoop,
  report: (addresses: number, paragraphs: number) => void,
): Promise<string[]> {
  const before = queue.state().build;
  sync.rebuild();
  sync.start();
  try {
    for (;;) {
      const { build, nextBuild } = queue.state();
      const { state, error, progress, refused } = sync.status();
      if (build !== before && nextBuild === null && state !== "rebuilding") {
        return refused.map(({ slug, reason }) => `${slug ?? "an address that is gone"}: ${reason}`);
      }
      if (state === "failing") throw new ReindexError(error?.message ?? "unknown");
      if (progress) report(progress.addresses, progress.paragraphs);
      await sleep(LOOK);
    }
  } finally {
    await sync.stop();
  }
}
