/** A loop that keeps an index of a test archive in step, faster than the program's own. */
import type { ExternalIndex } from "../../src/search/external/external-index.ts";
import { createSyncLoop, type INTERVALS } from "../../src/search/external/sync-index.ts";
import type { SyncLog } from "../../src/search/external/sync-step.ts";
import { createAddressReader } from "../../src/store/address-reader.ts";
import { createIndexQueue } from "../../src/store/index-queue.ts";
import type { ArchiveFile } from "../contract/archive-file.ts";

/** Nothing is sent before `sync.start()`. @param log silent unless given */
export function openSyncLoop(
  { db }: Pick<ArchiveFile, "db">,
  index: ExternalIndex,
  intervals: Partial<Record<keyof typeof INTERVALS, number>>,
  log: Partial<SyncLog> = {},
) {
  const queue = createIndexQueue(db);
  const context = {
    queue,
    reader: createAddressReader(db),
    index,
    log: { info() {}, warn() {}, ...log },
  };
  return { queue, sync: createSyncLoop(context, { idle: 5, ...intervals }) };
}
