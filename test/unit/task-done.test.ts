/** A server takes long over work that it has taken on: settings of a large index, or a full disk. */
import { expect, test, vi } from "vitest";
import { createIndexServer } from "../../src/search/meilisearch/index-server.ts";
import { createSetup } from "../../src/search/meilisearch/index-setup.ts";
import { createArchiveFile } from "../contract/archive-file.ts";
import { createMemoryIndex } from "../support/memory-index.ts";
import { openSyncLoop } from "../support/sync-loop.ts";

const MARK = { archive: "a", build: "b", batch: 1 };

test("whoever waits for it can stop at any moment, whatever it waits for", async () => {
  const server = createIndexServer({
    ...{ url: "http://127.0.0.1:7700", key: null, indexUid: "slow" },
    setup: createSetup([], () => []).current,
    connection: { httpClient: async () => ({ taskUid: 1 }), close() {} },
  });
  const stopped = async () => Promise.reject(new Error("stopped"));
  await expect(server.applySettings(stopped)).rejects.toThrow("stopped");
  await expect(server.openBuild(MARK, stopped)).rejects.toThrow("stopped");
  await expect(server.swap(MARK, stopped)).rejects.toThrow("stopped");
});

test("is said to be at it for too long, once, until it is done; stopping waits for none of it", async () => {
  const archive = createArchiveFile();
  archive.put({ title: "One", date: "1999", paragraphs: [{ text: "Grain." }] });
  const index = createMemoryIndex();
  let pending = true;
  index.outcome = async () => ({ state: pending ? "pending" : "done" });
  const warn = vi.fn();
  const { sync } = openSyncLoop(archive, index, { stall: 100 }, { warn });
  sync.start();
  await vi.waitFor(() =>
    expect(sync.status()).toMatchObject({ state: "rebuilding", stalled: true }),
  );
  await new Promise((resolve) => setTimeout(resolve, 300));
  const told = expect.stringContaining("does not get done with its work");
  expect(warn.mock.calls).toEqual([[expect.anything(), told]]);
  pending = false;
  await vi.waitFor(() => expect(sync.status()).toMatchObject({ state: "in step", stalled: false }));
  pending = true;
  archive.put({ title: "Two", date: "1999", paragraphs: [{ text: "More grain." }] });
  await vi.waitFor(() => expect(sync.status().stalled).toBe(true));
  await sync.stop();
  archive.remove();
});
