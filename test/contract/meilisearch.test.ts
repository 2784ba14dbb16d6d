import { afterAll, beforeAll, expect, test } from "vitest";
import { createIndexedArchive } from "../support/meilisearch-archive.ts";
import {
  describeMeilisearch,
  openMeilisearch,
  type TestServer,
} from "../support/meilisearch-server.ts";
import { ALL_OPERATORS } from "./arbitraries.ts";
import { searchIndexContract } from "./search-index.contract.ts";

describeMeilisearch("Meilisearch, the real one", () => {
  let server: TestServer;
  let archives = 0;
  const answered = { external: 0, embedded: 0 };
  beforeAll(async () => {
    server = await openMeilisearch();
  });
  afterAll(() => server?.stop());

  searchIndexContract({
    name: "Meilisearch with FTS5 behind it",
    operators: ALL_OPERATORS,
    skips: {
      "rarer words and more of them first":
        "it ranks by closeness and newness, and does not count how often a word occurs",
      "refuses what it cannot answer soon, and answers the rest":
        "it is a server of its own, whose queue is not ours",
      "gives up in time, and is free for the next search":
        "a phrase of three words or more is answered by FTS5, whose own run shows this",
    },
    async create(addresses) {
      const indexed = createIndexedArchive({
        url: server.url,
        key: server.masterKey,
        indexUid: server.indexUid(`contract${archives++}`),
      });
      for (const address of addresses) indexed.put(address);
      indexed.sync.start();
      await indexed.inStep();
      const index = indexed.resilient({
        onBehind: () => {},
        log: {
          info() {},
          warn(details) {
            throw new Error("The engine failed", { cause: (details as { err: Error }).err });
          },
        },
      });
      return {
        index,
        idsOf: indexed.archive.idsOf,
        async put(address) {
          indexed.put(address);
          await indexed.inStep();
        },
        async close() {
          answered.external += index.status().answered.external;
          answered.embedded += index.status().answered.embedded;
          await index.close();
          await indexed.close();
        },
      };
    },
  });

  test("most of these searches were answered by Meilisearch itself", () => {
    expect(answered.external).toBeGreaterThan(answered.embedded / 4);
  });
});
