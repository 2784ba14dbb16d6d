import { setTimeout as sleep } from "node:timers/promises";
import type { Meilisearch } from "meilisearch";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { BehindError } from "../../src/search/external/behind-error.ts";
import type { ResilientIndex } from "../../src/search/external/resilient-index.ts";
import type { TestAddress } from "../contract/archive-file.ts";
import { type Fault, type FaultyProxy, startFaultyProxy } from "../support/faulty-proxy.ts";
import { createHeldIndex } from "../support/held-index.ts";
import { createIndexedArchive, type IndexedArchive } from "../support/meilisearch-archive.ts";
import {
  adminClient,
  describeMeilisearch,
  type OwnServer,
  openMeilisearch,
  type TestServer,
  testOwnMeilisearch,
} from "../support/meilisearch-server.ts";
import { request } from "../support/request.ts";
import { timed } from "../support/running-time.ts";

/** What a search may take while the server is in whatever trouble. */
const MOST_MS = 1500;

const ADDRESSES: TestAddress[] = Array.from({ length: 30 }, (_, n) => ({
  title: `Address ${n}`,
  date: `${1990 + n}`,
  speaker: n % 2 ? "Nehru" : "Lincoln",
  paragraphs: [
    { text: `Grain and war, number ${n}.`, topics: ["grain"], countries: ["UA"] },
    { text: n % 3 ? "Peace be with you." : "Exporting grain." },
  ],
}));

const ask = (q: string) => request(q, { sort: "newest", size: 20 });

describeMeilisearch("When Meilisearch is in trouble", () => {
  let server: TestServer & Partial<OwnServer>;
  let uid: string;
  let proxy: FaultyProxy;
  let indexed: IndexedArchive;
  let index: ResilientIndex;
  let admin: Meilisearch;
  const hold = createHeldIndex();
  const warnings: string[] = [];
  /** What was logged that is more than a line: the stacks of errors. */
  const errors: unknown[] = [];

  beforeAll(async () => {
    server = await openMeilisearch();
    uid = server.indexUid("faults");
    proxy = await startFaultyProxy(server.url);
    admin = adminClient(server);
    indexed = createIndexedArchive({
      ...{ url: proxy.url, key: server.masterKey, indexUid: uid },
      intervals: { recheck: 100, retry: 50 },
      wrap: hold.wrap,
    });
    for (const address of ADDRESSES) indexed.put(address);
    indexed.sync.start();
    await indexed.inStep();
    index = indexed.resilient({
      log: {
        info() {},
        warn(details, message) {
          warnings.push(message);
          if ("err" in details) errors.push(details.err);
        },
      },
      tryAfter: 300,
      lookEvery: 500,
    });
    await indexed.fts5.search(ask("")); // its thread is there
  });
  afterAll(async () => {
    await index?.close();
    await indexed?.close();
    await proxy?.close();
    await server?.stop();
  });
  beforeEach(async () => {
    await proxy.set("none");
    await untilWell();
    warnings.length = 0;
  });

  /** Searches, and holds the answer against FTS5's own. @returns who answered */
  async function searchRight(q: string): Promise<string> {
    const { result: answer, ms } = await timed(() => index.search(ask(q)));
    expect(ms).toBeLessThan(MOST_MS);
    const { answeredBy = index.engine, ...result } = answer;
    expect(result).toEqual(await indexed.fts5.search(ask(q)));
    return answeredBy;
  }

  const untilWell = () => expect.poll(() => searchRight("grain")).toBe("meilisearch");

  const faults: Fault[] = [
    ...(["refused", "hang", "slow drip", "500", "503", "403"] as const),
    ...(["malformed JSON", "another shape", "cut off", "reset"] as const),
  ];
  for (const fault of faults) {
    test(`${fault}: FTS5 answers within the same request, and it comes back by itself`, async () => {
      // A look that the fault before still held up may have failed since.
      await untilWell();
      warnings.length = 0;
      await proxy.set(fault);
      expect(await searchRight("grain")).toBe("fts5");
      expect(index.status().state).toBe("away");
      expect(warnings).toEqual(["FTS5 answers for it"]);
      expect(errors).toEqual([]);
      const { failures } = index.status();
      for (let n = 0; n < 20; n++) expect(await searchRight("grain -war")).toBe("fts5");
      // None of them was tried there; a look from before the fault may have failed meanwhile.
      expect(index.status().failures - failures).toBeLessThan(2);
      await proxy.set("none");
      await untilWell();
      await expect.poll(() => index.status().state).toBe("well");
    });
  }

  test("many searches at once during a hang are all answered in time", async () => {
    await proxy.set("hang");
    const answers = await Promise.all(Array.from({ length: 50 }, () => searchRight("grain")));
    expect(new Set(answers)).toEqual(new Set(["fts5"]));
  });

  testOwnMeilisearch("a paused server: nobody notices", async () => {
    server.pause?.();
    try {
      expect(await searchRight("grain")).toBe("fts5");
    } finally {
      server.resume?.();
    }
    await untilWell();
  });

  test("an emptied index is not believed, and is built anew by itself", async () => {
    await hold.during(async () => {
      await admin.index(uid).deleteAllDocuments().waitTask();
      expect(await searchRight("grain")).toBe("fts5");
      expect(index.status().state).toBe("behind");
    });
    await untilWell();
    // A check that had just begun sees the documents missing first, one after it the mark.
    expect(indexed.sync.status().rebuiltBecause).toMatch(
      /no index of this archive|is not as it should be/,
    );
  });

  test("a deleted index, too", async () => {
    await hold.during(async () => {
      await admin.deleteIndex(uid).waitTask();
      expect(await searchRight("grain")).toBe("fts5");
    });
    await untilWell();
  });

  test("documents that somebody removed or added are noticed by their number", async () => {
    const live = admin.index(uid);
    const some = await live.getDocuments({ filter: "address = 3", fields: ["key"] });
    await hold.during(async () => {
      await live.deleteDocuments(some.results.map(({ key }) => key)).waitTask();
      expect(await searchRight("grain")).toBe("fts5");
    });
    await untilWell();
    await hold.during(async () => {
      await live.addDocuments([{ key: "alien", id: 99999 }]).waitTask();
      expect(await searchRight("grain")).toBe("fts5");
    });
    await untilWell();
  });

  test("documents that somebody changed are found by the check", async () => {
    const { results } = await admin.index(uid).getDocuments({ limit: 1000 });
    const spoiled = results.filter(({ id }) => id).map((document) => ({ ...document, year: 1066 }));
    await admin.index(uid).addDocuments(spoiled).waitTask();
    const because = () => {
      indexed.sync.lookInto(new BehindError("looked at often"));
      return indexed.sync.status().rebuiltBecause;
    };
    await expect.poll(because).toMatch("is not as it should be");
    await untilWell();
  });

  test("settings that somebody reset are not searched with, and are put right", async () => {
    await hold.during(async () => {
      await admin.index(uid).resetSettings().waitTask();
      expect(await searchRight("grain")).toBe("fts5");
    });
    await untilWell();
    const settings = await admin.index(uid).getSettings();
    expect(settings.rankingRules?.[0]).toBe("sort");
  });

  test("words or forms that can no longer be searched are noticed within the search", async () => {
    for (const searchableAttributes of [["stems"], ["forms"]]) {
      await hold.during(async () => {
        await admin.index(uid).updateSettings({ searchableAttributes }).waitTask();
        expect(await searchRight("grain")).toBe("fts5");
      });
      await untilWell();
    }
  });

  test("a task that fails is seen, its address is named, and FTS5 answers until it is mended", async () => {
    const { db } = indexed.archive;
    db.prepare("UPDATE paragraph SET key = 'not a key!' WHERE id = 5").run();
    await expect
      .poll(() => indexed.sync.status().refused)
      .toMatchObject([{ slug: "1992-address-2", reason: expect.stringMatching("not a key!") }]);
    expect(await searchRight("grain")).toBe("fts5");
    const because = indexed.sync.status().rebuiltBecause;
    await sleep(150);
    indexed.sync.lookInto(new BehindError("looked at meanwhile"));
    await sleep(500);
    await expect
      .poll(() => indexed.sync.status())
      .toMatchObject({ state: "in step", rebuiltBecause: because });
    indexed.put({ title: "New", date: "2024", paragraphs: [{ text: "Grain once more." }] });
    await expect.poll(() => indexed.sync.status().waiting).toBe(0);
    db.prepare("UPDATE paragraph SET key = 'mended00' WHERE id = 5").run();
    await untilWell();
    expect(indexed.sync.status().refused).toEqual([]);
  });

  test("a paragraph longer than the server reads is named, and found by FTS5", async () => {
    const text = `${"word ".repeat(65_001)}zebra`;
    indexed.put({ title: "Long", date: "2024", paragraphs: [{ text }] });
    await expect
      .poll(() => indexed.sync.status().refused)
      .toMatchObject([{ slug: "2024-long", reason: expect.stringMatching("65002 words") }]);
    expect(await searchRight("zebra")).toBe("fts5");
    indexed.put({ title: "Long", date: "2024", paragraphs: [{ text: "Short." }] });
  });

  test("a write is searched at once, and by Meilisearch as soon as it is there", async () => {
    indexed.put({ title: "Zoo", date: "2024", paragraphs: [{ text: "An ostrich." }] });
    await searchRight("ostrich");
    await untilWell();
    expect(await searchRight("ostrich")).toBe("meilisearch");
  });

  describe("while it is away", () => {
    test("writes go on, and are told to it when it is back", async () => {
      await proxy.set("refused");
      indexed.put({ title: "New", date: "2024", paragraphs: [{ text: "A zebra." }] });
      expect(await searchRight("zebra")).toBe("fts5");
      await expect.poll(() => indexed.sync.status().state).toBe("failing");
      await proxy.set("none");
      await untilWell();
      expect(await searchRight("zebra")).toBe("meilisearch");
    });
  });

  describe("where nobody searches", () => {
    const becomes = (state: string) => expect.poll(() => index.status().state).toBe(state);

    test("a server that goes away and comes back is said to", async () => {
      await proxy.set("refused");
      await becomes("away");
      expect(warnings).toEqual(["FTS5 answers for it"]);
      await proxy.set("none");
      await becomes("well");
      expect(await searchRight("grain")).toBe("meilisearch");
    });

    test("an index that is lost is said to be behind, and well once it is rebuilt", async () => {
      await hold.during(async () => {
        await admin.index(uid).deleteAllDocuments().waitTask();
        await becomes("behind");
      });
      await becomes("well");
    });

    test("an index that is built for the first time is behind until it is searched", async () => {
      const place = { url: server.url, key: server.masterKey, indexUid: server.indexUid("first") };
      const first = createIndexedArchive(place);
      first.put(ADDRESSES[0] as TestAddress);
      const searched = first.resilient({ lookEvery: 100 });
      expect(searched.status().state).toBe("behind");
      await sleep(200);
      expect(searched.status()).toMatchObject({ state: "behind", answered: { embedded: 0 } });
      first.sync.start();
      await expect.poll(() => searched.status().state).toBe("well");
      expect(searched.status().answered).toEqual({ external: 0, embedded: 0 });
      await searched.close();
      await first.close();
    });
  });
});
