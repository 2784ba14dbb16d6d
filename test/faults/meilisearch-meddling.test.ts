/** Somebody changes by hand what is on the server, in ways that its counts do not tell. */
import type { Meilisearch, Settings } from "meilisearch";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ResilientIndex } from "../../src/search/external/resilient-index.ts";
import type { ParagraphDocument } from "../../src/search/meilisearch/documents.ts";
import type { TestAddress } from "../contract/archive-file.ts";
import { createHeldIndex } from "../support/held-index.ts";
import { createIndexedArchive, type IndexedArchive } from "../support/meilisearch-archive.ts";
import {
  adminClient,
  describeMeilisearch,
  openMeilisearch,
  type TestServer,
} from "../support/meilisearch-server.ts";
import { request } from "../support/request.ts";

const ADDRESSES: TestAddress[] = Array.from({ length: 150 }, (_, n) => ({
  title: `Address ${n}`,
  date: `${1900 + (n % 120)}`,
  paragraphs: [
    { text: `Grain and war, number ${n}.`, topics: ["grain"], countries: ["UA"] },
    { text: n % 3 ? "Peace be with you." : "Exporting grain, and no war." },
  ],
}));

const ask = (q: string) => request(q, { sort: "newest", size: 20 });

describeMeilisearch("When somebody meddles with the index", () => {
  let server: TestServer;
  let indexed: IndexedArchive;
  let index: ResilientIndex;
  let raw: ReturnType<Meilisearch["index"]>;
  const hold = createHeldIndex();

  beforeAll(async () => {
    server = await openMeilisearch();
    const indexUid = server.indexUid("meddled");
    raw = adminClient(server).index(indexUid);
    indexed = createIndexedArchive({
      ...{ url: server.url, key: server.masterKey, indexUid },
      intervals: { check: 300, recheck: 100, retry: 50 },
      wrap: hold.wrap,
    });
    for (const address of ADDRESSES) indexed.put(address);
    indexed.sync.start();
    await indexed.inStep();
    index = indexed.resilient({ tryAfter: 300 });
  });
  afterAll(async () => {
    await index?.close();
    await indexed?.close();
    await server?.stop();
  });
  beforeEach(() => untilWell());

  async function searchRight(q: string): Promise<string> {
    const { answeredBy = index.engine, ...result } = await index.search(ask(q));
    expect(result).toEqual(await indexed.fts5.search(ask(q)));
    return answeredBy;
  }

  const untilWell = () => expect.poll(() => searchRight("war")).toBe("meilisearch");

  describe("with its documents", () => {
    const one = async (filter: string) => {
      const { results } = await raw.getDocuments<ParagraphDocument>({ filter, limit: 1 });
      return results[0] as ParagraphDocument;
    };

    test.each([
      ["of no paragraph", { id: 999_999 }],
      ["of another address", { address: 7 }],
      ["of a paragraph that has one already", { id: 9 }],
    ])("a document %s in place of a real one is no hit, and is gone soon", async (_, change) => {
      const real = await one("address = 100");
      const phantom = {
        ...real,
        ...change,
        key: "phantom1",
        forms: "1phantom",
        stems: "0phantom 0war",
      };
      await hold.during(async () => {
        await raw.deleteDocument(real.key).waitTask();
        await raw.addDocuments([phantom]).waitTask();
        expect(await searchRight("phantom")).toBe("fts5");
      });
      await untilWell();
      expect(await searchRight("phantom")).toBe("meilisearch");
      expect(indexed.sync.status().rebuiltBecause).not.toBeNull();
    });
  });

  test("a single document with other tags or words is found by the walk through all of them", async () => {
    const indexUid = server.indexUid("walked");
    const walked = createIndexedArchive({
      ...{ url: server.url, key: server.masterKey, indexUid },
      intervals: { check: 3_600_000, walk: 20, wholeWalk: 200 },
    });
    for (const address of ADDRESSES) walked.put(address);
    walked.sync.start();
    await walked.inStep();
    const index = adminClient(server).index(indexUid);
    const because = () => walked.sync.status().rebuiltBecause;
    for (const [address, change] of [
      [77, { topic: ["war"] }],
      [5, { stems: "0peace" }],
    ] as const) {
      const { results } = await index.getDocuments({ filter: `address = ${address}`, limit: 1 });
      const key = results[0]?.key as string;
      await index.updateDocuments([{ key, ...change }]).waitTask();
      await expect.poll(because).toBe(`paragraph ${key} is not as it should be`);
      await walked.inStep();
      expect(await index.getDocument(key)).not.toMatchObject(change);
    }
    await walked.close();
  });

  describe("with its settings", () => {
    const changes: Settings[] = [
      { stopWords: ["0war", "1war"] },
      { distinctAttribute: "address" },
      {
        separatorTokens: ["0"],
        nonSeparatorTokens: ["."],
        dictionary: ["0war"],
        displayedAttributes: ["id"],
        embedders: { own: { source: "userProvided", dimensions: 3 } },
        synonyms: { "0war": ["0peace"] },
        faceting: { maxValuesPerFacet: 3, sortFacetValuesBy: { topic: "count" } },
        typoTolerance: { enabled: true, disableOnWords: ["1war"] },
        localizedAttributes: [{ attributePatterns: ["stems"], locales: ["fra"] }],
        prefixSearch: "indexingTime",
        facetSearch: true,
        proximityPrecision: "byAttribute",
      },
    ];
    test.each(changes)("%j is noticed by the check and put right", async (change) => {
      const before = await raw.getSettings();
      await raw.updateSettings(change).waitTask();
      await expect.poll(() => raw.getSettings()).toEqual(before);
      await indexed.inStep();
      await untilWell();
    });
  });
});
