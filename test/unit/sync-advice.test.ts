import { expect, test, vi } from "vitest";
import {
  type ExternalIndex,
  UnusableServerError,
} from "../../src/search/external/external-index.ts";
import { createArchiveFile } from "../contract/archive-file.ts";
import { openSyncLoop } from "../support/sync-loop.ts";

test("what the operator had to do is no longer said once it is done and the index is being rebuilt", async () => {
  const archive = createArchiveFile();
  let keys = false;
  let release = () => {};
  const index = {
    target: "server/index",
    async health() {
      if (!keys) throw new UnusableServerError("Make the keys.");
      return { mark: null, documents: 0, settings: "rebuild" };
    },
    // A rebuild that takes long.
    buildMark: () => new Promise((_, reject) => (release = () => reject(new Error("over")))),
  } as unknown as ExternalIndex;
  const { sync } = openSyncLoop(archive, index, { retry: 5 });
  sync.start();
  await vi.waitFor(() => expect(sync.status().advice).toBe("Make the keys."));
  keys = true;
  await vi.waitFor(() => expect(sync.status().state).toBe("rebuilding"));
  expect(sync.status().advice).toBeNull();
  const stopped = sync.stop();
  release();
  await stopped;
  archive.remove();
});
