/** Somebody changes by hand what is on the server, in ways that its counts do not tell. */
import { Meilisearch, type Settings } from "meilisearch";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createResilientIndex, type ResilientIndex } from "../../src/search/resilient-index.ts";
import { createIndexedArchive, type IndexedArchive } from "../support/meilisearch-archive.ts";
import {
  describeMeilisearch,
  openMeilisearch,
  type TestServer,
} from "../support/meilisearch-server.ts";
import { request } from "../support/request.ts";

const ask = (q: string) => request(q, { sort: "newest", size: 20 });

describeMeilisearch("When somebody meddles with the index", () => {
  let server: TestServer;
  let indexed: IndexedArchive;
  let index: ResilientIndex;
  let raw: ReturnType<Meilisearch["index"]>;

  beforeAll(async () => {
    server = await openMeilisearch();
    const indexUid = server.indexUid("meddled");
    raw = new Meilisearch({ host: server.url, apiKey: server.masterKey }).index(indexUid);
    indexed = createIndexedArchive({
      ...{ url: server.url, key: server.masterKey, indexUid },
      intervals: { check: 300, recheck: 100, retry: 50 },
    });
    for (let n = 0; n < 150; n++) {
      indexed.put({
        title: `Address ${n}`,
        date: `${1900 + (n % 120)}`,
        paragraphs: [
          { text: `Grain and war, number ${n}.`, topics: ["grain"], countries: ["UA"] },
          { text: n % 3 ? "Peace be with you." : "Exporting grain, and no war." },
        ],
      });
    }
    indexed.sync.start();
    await indexed.inStep();
    index = createResilientIndex({
      external: indexed.meilisearch,
      embedded: indexed.fts5,
      onBehind: () => indexed.sync.checkSoon(),
      log: { info() {}, warn() {} },
      tryAfter: 300,
    });
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

  const untilWell = () =>
    expect.poll(() => searchRight("war"), { timeout: 30_000 }).toBe("meilisearch");

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
        typoTolerance: { disableOnWords: ["1war"], disableOnNumbers: false },
        localizedAttributes: [{ attributePatterns: ["stems"], locales: ["fra"] }],
        prefixSearch: "disabled",
        facetSearch: true,
        proximityPrecision: "byAttribute",
      },
    ];
    test.each(changes)("%j is noticed by the check and put right", async (change) => {
      const before = await raw.getSettings();
      await raw.updateSettings(change).waitTask();
      await expect.poll(() => raw.getSettings(), { timeout: 20_000 }).toEqual(before);
      await indexed.inStep();
      await untilWell();
    });
  });
});
