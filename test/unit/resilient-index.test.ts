import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { BehindError, CatchingUpError } from "../../src/search/behind-error.ts";
import { createResilientIndex } from "../../src/search/resilient-index.ts";

describe("an external index, where nobody searches,", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test.each([
    ["is asked each five seconds while it is wrong", new BehindError("A wrong mark"), 12],
    ["is looked at each second while it catches up", new CatchingUpError("Being sent"), 60],
  ])("%s", async (_, error, looks) => {
    const search = vi.fn(() => Promise.reject(error));
    const index = createResilientIndex({
      external: { engine: "meilisearch", canAnswer: () => true, search, close: async () => {} },
      embedded: { engine: "fts5", search, close: async () => {} },
      onBehind: () => {},
      log: { warn() {}, info() {} },
    });
    await vi.advanceTimersByTimeAsync(59_999);
    expect(search).toHaveBeenCalledTimes(looks);
    expect(index.status()).toMatchObject({ state: "behind", reason: error.message });
    await index.close();
  });
});
