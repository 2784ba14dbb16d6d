/** The time of day is put right, or the machine was started anew, while an index is kept in step. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ExternalIndex } from "../../src/search/external/external-index.ts";
import { steadyNow } from "../../src/search/external/steady-clock.ts";
import { type ArchiveFile, createArchiveFile } from "../contract/archive-file.ts";
import { openSyncLoop } from "../support/sync-loop.ts";

const HOUR = 3_600_000;
let archive: ArchiveFile;
beforeEach(() => {
  archive = createArchiveFile();
});
afterEach(() => {
  vi.restoreAllMocks();
  archive.remove();
});

/** A loop over an index that is right; counts the checks. */
function openLoop() {
  const health = vi.fn(async () => ({ mark, documents: 0, settings: "current" as const }));
  const index = { target: "server/index", health } as unknown as ExternalIndex;
  const { queue, sync } = openSyncLoop(archive, index, { check: 50, hold: 300, standby: 20 });
  queue.beginBuild(index.target, "built");
  queue.finishBuild("built", 0);
  const mark = { archive: queue.state().archive, build: "built", batch: 0 };
  return { sync, health, queue };
}

test("the index goes on being checked where the clock is put back by an hour", async () => {
  const { sync, health } = openLoop();
  sync.start();
  await vi.waitFor(() => expect(health).toHaveBeenCalled());
  const now = Date.now.bind(Date);
  vi.spyOn(Date, "now").mockImplementation(() => now() - HOUR);
  const { length } = health.mock.calls;
  await vi.waitFor(() => expect(health.mock.calls.length).toBeGreaterThan(length + 2));
  await sync.stop();
});

test("a process that died before the machine was started keeps nobody from sending", async () => {
  const { sync, queue } = openLoop();
  expect(queue.hold("gone", steadyNow() + HOUR, 300)).toBe(true);
  sync.start();
  await vi.waitFor(() => expect(sync.status().state).toBe("in step"));
  await sync.stop();
});

test("one process sends, for as long as it lives and no longer than its hold after that", async () => {
  const { sync, queue } = openLoop();
  queue.hold("another", steadyNow(), 300);
  sync.start();
  await vi.waitFor(() => expect(sync.status().state).toBe("standby"));
  await vi.waitFor(() => expect(sync.status().state).toBe("in step"));
  expect(queue.hold("another", steadyNow(), 300)).toBe(false);
  await sync.stop();
  expect(queue.hold("another", steadyNow(), 300)).toBe(true);
});
