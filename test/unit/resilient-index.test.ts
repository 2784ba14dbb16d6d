import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { BehindError, CatchingUpError } from "../../src/search/external/behind-error.ts";
import {
  createResilientIndex,
  type ResilientIndex,
} from "../../src/search/external/resilient-index.ts";
import { ServerRefusedError } from "../../src/search/external/server-errors.ts";
import { COUNT_EVERYTHING, type SearchResult } from "../../src/search/search-index.ts";

describe("an external index, where nobody searches,", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test.each([
    ["is asked each five seconds while it is wrong", new BehindError("A wrong mark"), 12],
    ["is looked at each second while it catches up", new CatchingUpError("Being sent"), 60],
  ])("%s", async (_, error, looks) => {
    const search = vi.fn(() => Promise.reject(error));
    const index = createResilientIndex({
      external: {
        engine: "meilisearch",
        canAnswer: () => true,
        search,
        probe: async () => {},
        close: async () => {},
      },
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

describe("an external index that comes back", () => {
  /** What its server does: an error for each question that is not answered. */
  let search: Error | null;
  let probe: Error | null;
  /** Holds up the questions that are asked while it is set. */
  let wait: Promise<null> | null = null;
  let said: string[];
  let index: ResilientIndex;
  const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });

  beforeEach(() => {
    vi.useFakeTimers();
    [search, probe, said] = [null, null, []];
    const note = (details: { fault?: string; reason?: string }, message: string) =>
      void said.push([message, details.fault ?? details.reason].filter(Boolean).join(": "));
    const ask = (failure: () => Error | null) => async () => {
      const error = wait ? await wait : failure();
      if (error) throw error;
      return {} as SearchResult;
    };
    index = createResilientIndex({
      external: {
        engine: "meilisearch",
        canAnswer: () => true,
        search: ask(() => search),
        probe: ask(() => probe) as () => Promise<never>,
        close: async () => {},
      },
      embedded: { engine: "fts5", search: ask(() => null), close: async () => {} },
      onBehind: () => {},
      log: { warn: note, info: note },
    });
  });
  afterEach(async () => {
    await index.close();
    vi.useRealTimers();
  });
  const pass = () => vi.advanceTimersByTimeAsync(20_000);

  test("is said to be back once it answers, and not before", async () => {
    search = probe = refused;
    await pass();
    expect(said.splice(0)).toEqual(["FTS5 answers for it: refused"]);
    expect(index.status()).toMatchObject({ state: "away", fault: { kind: "refused" } });
    search = probe = null;
    await pass();
    expect(said).toEqual(["the engine is back"]);
    expect(index.status()).toMatchObject({ state: "well", reason: null, fault: null });
  });

  test("without its index, as its folder was emptied, is said to be there but not yet to answer", async () => {
    await pass();
    search = probe = refused;
    await pass();
    search = new BehindError("There is no index");
    probe = null;
    await pass();
    expect(index.status()).toMatchObject({ state: "behind", reason: "There is no index" });
    expect(said.splice(0)).toEqual([
      "FTS5 answers for it: refused",
      "the server answers, its index not yet: There is no index",
    ]);
    search = new CatchingUpError("Being filled");
    await pass();
    expect(said).toEqual([]);
    search = null;
    await pass();
    expect(said).toEqual(["the engine is back"]);
    expect(index.status()).toMatchObject({ state: "well" });
  });

  test("is not taken to be there where only the archive says that it is behind", async () => {
    search = probe = refused;
    await pass();
    said = [];
    search = new CatchingUpError("Something was written meanwhile"); // asks no server
    await pass();
    expect(index.status()).toMatchObject({ state: "away", fault: { kind: "refused" } });
    expect(said).toEqual([]);
    probe = null;
    await pass();
    expect(index.status()).toMatchObject({ state: "behind" });
    expect(said).toEqual([
      "the server answers, its index not yet: Something was written meanwhile",
    ]);
  });

  test("is known to be away where it was never asked, since the archive was written to before", async () => {
    search = new CatchingUpError("Not yet sent");
    probe = refused;
    await pass();
    expect(index.status()).toMatchObject({ state: "away", fault: { kind: "refused" } });
    expect(said).toEqual(["FTS5 answers for it: refused"]);
  });

  test("is not said to be back for an answer to a question from before it failed", async () => {
    await pass();
    const late = Promise.withResolvers<null>();
    wait = late.promise;
    const asked = index.search(COUNT_EVERYTHING);
    wait = null;
    search = probe = refused;
    await index.search(COUNT_EVERYTHING);
    late.resolve(null);
    expect(await asked).not.toHaveProperty("answeredBy");
    expect(index.status()).toMatchObject({ state: "away" });
    expect(said).toEqual(["FTS5 answers for it: refused"]);
  });

  test("and fails otherwise than before is told with what it fails with now", async () => {
    search = probe = refused;
    await pass();
    search = probe = new ServerRefusedError(503, null, "busy");
    await pass();
    expect(index.status()).toMatchObject({
      state: "away",
      fault: { kind: "http_5xx", status: 503 },
    });
    expect(said).toEqual(["FTS5 answers for it: refused", "FTS5 answers for it: http_5xx"]);
  });
});
