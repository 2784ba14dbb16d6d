/** Pages of hits that are found in several languages, and merged. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ResilientIndex } from "../../src/search/external/resilient-index.ts";
import type { SearchRequest } from "../../src/search/search-index.ts";
import { createIndexedArchive, type IndexedArchive } from "../support/meilisearch-archive.ts";
import {
  describeMeilisearch,
  openMeilisearch,
  type TestServer,
} from "../support/meilisearch-server.ts";
import { request } from "../support/request.ts";

/** Its stem is another in each language, so that the server is asked for each. */
const WORD = "governments";
const MOST_MERGED = 6;

describeMeilisearch("Hits in several languages", () => {
  let server: TestServer;
  let indexed: IndexedArchive;
  let index: ResilientIndex;

  beforeAll(async () => {
    server = await openMeilisearch();
    indexed = createIndexedArchive({
      ...{ url: server.url, key: server.masterKey, indexUid: server.indexUid("pages") },
      search: { mostMerged: MOST_MERGED },
    });
    for (const [n, lang] of ["en", "de", "fr", "en", "de", "fr"].entries()) {
      // FTS5 ranks by how often the word stands there, the server does not: their orders differ.
      const text = (times: number) => `${`${WORD} `.repeat(times)}and number ${n}.`;
      const paragraphs = [{ text: text(1 + (n % 3)) }, { text: text(4 - (n % 3)) }];
      indexed.put({ title: `Number ${n}`, date: String(2000 + n), lang, paragraphs });
    }
    indexed.sync.start();
    await indexed.inStep();
    index = indexed.resilient();
  });
  afterAll(async () => {
    await index.close();
    await indexed.close();
    await server.stop();
  });

  async function allPages(given: Partial<SearchRequest>) {
    const hits: number[] = [];
    const engines = new Set<string>();
    for (let page = 1; ; page++) {
      const result = await index.search(request(WORD, { size: 2, page, ...given }));
      if (result.hits.length === 0) return { hits, engines: [...engines], total: result.total };
      hits.push(...result.hits.map(({ paragraphId }) => paragraphId));
      engines.add(result.answeredBy ?? index.engine);
    }
  }

  test("come once each over all pages by relevance, on one engine, however many there are", async () => {
    const { hits, engines, total } = await allPages({ sort: "relevance" });
    expect(total).toBe(12);
    expect(new Set(hits).size).toBe(12);
    expect(hits).toHaveLength(12);
    expect(engines).toEqual(["fts5"]);
    expect(index.status()).toMatchObject({ state: "well", failures: 0 });
  });

  test("come from the server where it can merge all of them", async () => {
    const few = await allPages({
      sort: "relevance",
      filters: { lang: ["de", "fr"], year: ["2001", "2002"] },
    });
    expect(few).toMatchObject({ total: 4, engines: ["meilisearch"] });
    expect(new Set(few.hits).size).toBe(4);
  });

  test.each(["newest", "oldest"] as const)(
    "come once each by day, %s first, from both",
    async (sort) => {
      const { hits, engines } = await allPages({ sort });
      expect(new Set(hits).size).toBe(12);
      expect(engines).toEqual(["meilisearch", "fts5"]);
    },
  );

  test("are counted by the server, which needs no order for that", async () => {
    const counted = await index.search(request(WORD, { sort: "relevance", size: 0 }));
    expect(counted.total).toBe(12);
    expect(counted.answeredBy).toBeUndefined();
  });
});
