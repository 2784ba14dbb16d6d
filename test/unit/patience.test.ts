/** Another program writes to the archive for a while, as an import or a tool of its owner does. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { SyncLoop } from "../../src/search/external/sync-index.ts";
import { openDatabase } from "../../src/store/database.ts";
import { type IndexQueue, isLocked } from "../../src/store/index-queue.ts";
import { type ArchiveFile, createArchiveFile } from "../contract/archive-file.ts";
import { createMemoryIndex, type MemoryIndex } from "../support/memory-index.ts";
import { openSyncLoop } from "../support/sync-loop.ts";

describe("While another program writes to the archive", () => {
  let archive: ArchiveFile;
  let other: ReturnType<typeof openDatabase>;
  let index: MemoryIndex;
  let sync: SyncLoop;
  let queue: IndexQueue;
  const warn = vi.fn();

  beforeEach(() => {
    archive = createArchiveFile();
    other = openDatabase(archive.file);
    for (let n = 0; n < 20; n++) put(n);
    index = createMemoryIndex();
    warn.mockClear();
    ({ sync, queue } = openSyncLoop(archive, index, { check: 20, retry: 5, hold: 150 }, { warn }));
  });
  afterEach(async () => {
    if (other.inTransaction) other.exec("ROLLBACK");
    await sync.stop();
    other.close();
    archive.remove();
  });
  const put = (n: number) =>
    archive.put({ title: `${n}`, date: "2000", paragraphs: [{ text: `Grain ${n}.` }] });
  const isInStep = () =>
    vi.waitFor(() => expect(sync.status()).toMatchObject({ state: "in step", waiting: 0 }));

  test("readers are not held up: the loop waits without its thread", async () => {
    sync.start();
    await isInStep();
    other.exec("BEGIN IMMEDIATE");
    let longest = 0;
    const end = performance.now() + 1000;
    while (performance.now() < end) {
      const before = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 1));
      longest = Math.max(longest, performance.now() - before);
    }
    expect(longest).toBeLessThan(500);
    other.exec("ROLLBACK");
    await isInStep();
  });

  test("a rebuild under way goes on when it is done, and is not begun anew", async () => {
    sync.start();
    await isInStep();
    const filled = index.holdUp("put");
    const opened = vi.spyOn(index, "openBuild");
    void sync.rebuild();
    const go = await filled;
    other.exec("BEGIN IMMEDIATE");
    go();
    await new Promise((resolve) => setTimeout(resolve, 400));
    other.exec("ROLLBACK");
    await vi.waitFor(() => expect(sync.status().state).toBe("in step"));
    expect(opened).toHaveBeenCalledTimes(1);
    expect(warn).not.toHaveBeenCalled();
  });

  test("what was written by it is sent once it is done", async () => {
    sync.start();
    await isInStep();
    other.exec("BEGIN IMMEDIATE");
    other.exec("UPDATE paragraph SET key = 'rekeyed0' WHERE id = 5");
    await new Promise((resolve) => setTimeout(resolve, 200));
    other.exec("COMMIT");
    await vi.waitFor(() => expect(index.stored.live?.documents.has("rekeyed0")).toBe(true));
    expect(warn).not.toHaveBeenCalled();
  });

  test("a queue says so at once instead of waiting, and other writers of this program wait as before", () => {
    other.exec("BEGIN IMMEDIATE");
    const before = performance.now();
    let failure: unknown = null;
    try {
      queue.distrust();
    } catch (error) {
      failure = error;
    }
    expect(isLocked(failure)).toBe(true);
    expect(performance.now() - before).toBeLessThan(500);
    expect(archive.db.pragma("busy_timeout", { simple: true })).toBe(5000);
  });
});
