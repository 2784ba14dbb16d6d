/** Asking for a rebuild: who does it, and what becomes of the wish when its asker goes away. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ReindexError, reindex } from "../../src/search/external/reindex.ts";
import type { SyncLoop } from "../../src/search/external/sync-index.ts";
import { openDatabase } from "../../src/store/database.ts";
import { createIndexQueue, type IndexQueue } from "../../src/store/index-queue.ts";
import { type ArchiveFile, createArchiveFile } from "../contract/archive-file.ts";
import { createMemoryIndex, type MemoryIndex } from "../support/memory-index.ts";
import { openSyncLoop } from "../support/sync-loop.ts";

describe("A rebuild that was asked for", () => {
  let archive: ArchiveFile;
  let queue: IndexQueue;
  let memory: MemoryIndex;
  let index: MemoryIndex;
  let told: { message: string; details: object }[];
  const loops: SyncLoop[] = [];

  beforeEach(async () => {
    archive = createArchiveFile();
    queue = createIndexQueue(archive.db);
    index = memory = createMemoryIndex();
    told = [];
    archive.put({ title: "One", date: "1999", paragraphs: [{ text: "Grain." }] });
    await (await serve()).stop();
    expect(queue.expected()).not.toBeNull();
    told = [];
  });
  afterEach(async () => {
    for (const loop of loops.splice(0)) await loop.stop();
    archive.remove();
  });

  function openLoop(index = memory): SyncLoop {
    const note = (details: object, message: string) => void told.push({ message, details });
    const intervals = { check: 30, retry: 5, standby: 5, lock: 100 };
    const { sync } = openSyncLoop(archive, index, intervals, { info: note, warn: note });
    loops.push(sync);
    return sync;
  }

  /** A process that keeps the index in step, once it does. */
  async function serve(): Promise<SyncLoop> {
    const loop = openLoop();
    loop.start();
    await vi.waitFor(() => expect(loop.status().state).toBe("in step"));
    return loop;
  }

  /** A process that asks, with Ctrl-C at hand. */
  function ask(loop = openLoop()) {
    const stop = new AbortController();
    const report = vi.fn();
    const done = reindex(queue, loop, report, stop.signal);
    done.catch(() => {});
    return { done, report, interrupt: () => stop.abort() };
  }

  /** Ctrl-C while the command itself fills a build. */
  async function interruptInTheMiddle(): Promise<void> {
    const filled = index.holdUp("put");
    const { done, interrupt } = ask();
    const go = await filled;
    interrupt();
    await vi.waitFor(() => expect(queue.requests()).toEqual([]));
    go();
    expect(await done).toBeNull();
  }

  /** A server that starts now, or runs, has nothing to do. */
  async function expectNoRebuild(server?: SyncLoop): Promise<void> {
    const { build } = queue.state();
    const loop = server ?? (await serve());
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(loop.status()).toMatchObject({ state: "in step", rebuiltBecause: null });
    expect(queue.state()).toMatchObject({ build, nextBuild: null, rebuildWanted: false });
    expect(told).not.toContainEqual(
      expect.objectContaining({ message: "the index is being rebuilt" }),
    );
  }

  test("is done where no server runs, and then wanted by nobody", async () => {
    const { build } = queue.state();
    expect(await ask().done).toEqual([]);
    expect(queue.state().build).not.toBe(build);
    told = [];
    await expectNoRebuild();
  });

  test("is told in paragraphs that become documents, and sent is not taken in", async () => {
    const note = { text: "Applause.", kind: "note" } as const;
    archive.put({ title: "Two", date: "1999", paragraphs: [{ text: "Corn." }, note, note] });
    await (await serve()).stop();
    const sent = index.holdUp("outcome");
    const taken = index.holdUp("swap");
    const { done, report } = ask();
    const told = (progress: object) =>
      expect.poll(() => report.mock.lastCall?.[0].progress).toEqual(progress);
    const goOn = await sent;
    await told({ of: 2, sent: 2, taken: 0 });
    goOn();
    const swap = await taken;
    await told({ of: 2, sent: 2, taken: 2 });
    swap();
    expect(await done).toEqual([]);
  });

  test("is not done later where the command failed, as the search server was away", async () => {
    index.failure = new Error("connect ECONNREFUSED");
    await expect(ask().done).rejects.toBeInstanceOf(ReindexError);
    index.failure = null;
    told = [];
    await expectNoRebuild();
  });

  test("is not done later where Ctrl-C came before anybody had begun", async () => {
    const server = await serve();
    const held = index.holdUp("health");
    const go = await held; // the server is busy with something else
    const { done, report, interrupt } = ask();
    await vi.waitFor(() =>
      expect(report).toHaveBeenCalledWith(expect.objectContaining({ state: "standby" }), false),
    );
    interrupt();
    expect(await done).toBeNull();
    go();
    await expectNoRebuild(server);
  });

  test("goes on where Ctrl-C came after the server had begun", async () => {
    const { build } = queue.state();
    const server = await serve();
    const filled = index.holdUp("put");
    const { done, report, interrupt } = ask();
    const go = await filled;
    await vi.waitFor(() => expect(report).toHaveBeenLastCalledWith(expect.anything(), true));
    interrupt();
    expect(await done).toBeNull();
    go();
    await vi.waitFor(() => expect(server.status()).toMatchObject({ state: "in step" }));
    expect(queue.state()).toMatchObject({ nextBuild: null, rebuildWanted: false });
    expect(queue.state().build).not.toBe(build);
    expect(server.status().rebuiltBecause).toBe("it was asked for");
  });

  test("is given up where Ctrl-C came in the middle of the command's own work: nothing of it is left", async () => {
    await interruptInTheMiddle();
    expect(index.stored.build).toBeNull();
    told = [];
    await expectNoRebuild();
  });

  test("is given up where the search server goes away in the middle of the command's own work", async () => {
    const filled = index.holdUp("put");
    const { done } = ask();
    const go = await filled;
    index.failure = new Error("connect ECONNREFUSED");
    go();
    await expect(done).rejects.toThrow("ECONNREFUSED");
    index.failure = null;
    told = [];
    await expectNoRebuild();
  });

  test("is finished by the next server where the index that is searched is wrong, and said to be broken off", async () => {
    queue.distrust();
    await interruptInTheMiddle();
    const server = openLoop();
    server.start();
    await vi.waitFor(() => expect(server.status().state).toBe("in step"));
    expect(server.status().rebuiltBecause).toBe("the last rebuild was broken off");
  });

  test("is done once for all who ask, and for the others where one of them takes it back", async () => {
    const held = index.holdUp("health");
    const server = openLoop();
    server.start();
    const go = await held;
    const [first, second, third] = [ask(), ask(), ask()];
    await vi.waitFor(() => expect(queue.requests()).toHaveLength(3));
    first.interrupt();
    expect(await first.done).toBeNull();
    expect(queue.requests()).toHaveLength(2);
    go();
    expect(await Promise.all([second.done, third.done])).toEqual([[], []]);
    const begun = told.filter(({ message }) => message === "the index is being rebuilt");
    expect(begun).toHaveLength(1);
    told = [];
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(told).toEqual([]);
  });

  test("is done by the command where the server of the archive cannot, as it has other keys, say", async () => {
    const server = openLoop({
      ...index,
      health: async () => Promise.reject(new Error("MEILI_WRITE_KEY is refused")),
    });
    server.start();
    await vi.waitFor(() => expect(server.status().state).toBe("failing"));
    expect(await ask().done).toEqual([]);
  });

  test("is refused in one sentence where another program keeps writing to the archive", async () => {
    const other = openDatabase(archive.file);
    other.exec("BEGIN IMMEDIATE");
    await expect(ask().done).rejects.toThrow(/^Another program keeps writing to the archive/);
    other.exec("ROLLBACK");
    other.close();
    await expectNoRebuild();
  });

  test("stands, in one sentence and with the command's own work ended, where another program keeps writing until the command has given up taking it back", async () => {
    const other = openDatabase(archive.file);
    const filled = index.holdUp("put");
    const loop = openLoop();
    const { done, interrupt } = ask(loop);
    const go = await filled;
    queue.askForRebuild("4711-abcd", "2026-01-02T03:04:05.000Z");
    other.exec("BEGIN IMMEDIATE");
    interrupt();
    setTimeout(go, 300);
    await expect(done).rejects.toThrow(
      /^Another program keeps writing .* wish for a rebuild stands/,
    );
    expect(loop.status().state).toBe("stopped");
    other.exec("ROLLBACK");
    other.close();
  });

  test("is refused in one sentence where the archive's disk is full", async () => {
    const full = Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
    const loop = openLoop();
    vi.spyOn(loop, "rebuild").mockRejectedValueOnce(full);
    await expect(ask(loop).done).rejects.toThrow(
      /^There is no room left on the archive's disk\. Run/,
    );
  });

  test("is said to go on where the server has begun, and the search server fails for the one who waits", async () => {
    const filled = index.holdUp("put");
    const server = openLoop();
    server.start();
    await server.rebuild();
    const go = await filled;
    const away = openLoop({
      ...index,
      health: async () => Promise.reject(new Error("connect ECONNREFUSED")),
    });
    const waiting = ask(away);
    await expect(waiting.done).rejects.toThrow(
      /ECONNREFUSED\. The server of this archive .* goes on\.$/,
    );
    go();
    await vi.waitFor(() => expect(queue.state().nextBuild).toBeNull());
  });

  test("is not said to be done where the server of the archive keeps another index", async () => {
    await serve();
    const other = openLoop({ ...index, target: "memory/another" });
    await expect(ask(other).done).rejects.toThrow(
      /has rebuilt that: memory\/index, not memory\/another/,
    );
  });

  test("stands where its asker was killed, and the log says since when and by whom", async () => {
    queue.askForRebuild("4711-abcd", "2026-01-02T03:04:05.000Z");
    const server = openLoop();
    server.start();
    await vi.waitFor(() => expect(server.status().rebuiltBecause).toBe("it was asked for"));
    await vi.waitFor(() => expect(queue.requests()).toEqual([]));
    expect(told[0]).toEqual({
      message: "the index is being rebuilt",
      details: {
        ...{ reason: "it was asked for", index: "memory/index" },
        ...{ asker: "4711-abcd", askedAt: "2026-01-02T03:04:05.000Z" },
      },
    });
  });

  test("is done anew where the one that did it died in the middle, for whoever still waits", async () => {
    queue.askForRebuild("waiting", "2026-01-02T03:04:05.000Z");
    queue.beginBuild(index.target, "begun-by-one-that-died");
    const server = openLoop();
    server.start();
    await vi.waitFor(() => expect(server.status().state).toBe("in step"));
    expect(queue.state()).toMatchObject({ nextBuild: null, rebuildWanted: false });
    expect(queue.state().build).not.toBe("begun-by-one-that-died");
  });
});
