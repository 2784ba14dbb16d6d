import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createBreather } from "../../src/search/external/breather.ts";
import { addressDocuments } from "../../src/search/external/external-index.ts";
import { createIndexServer } from "../../src/search/meilisearch/index-server.ts";
import { createSetup } from "../../src/search/meilisearch/index-setup.ts";
import { createAddressReader } from "../../src/store/address-reader.ts";
import { type ArchiveFile, createArchiveFile } from "../contract/archive-file.ts";

/** Turns of the event loop that others get meanwhile. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let over = false;
  const counting = (async () => {
    for (; !over; turns++) await nextTurn();
  })();
  await work();
  over = true;
  await counting;
  return turns;
}

function burn(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}

describe("Long work for the search server", () => {
  let archive: ArchiveFile;
  beforeAll(() => {
    archive = createArchiveFile();
    const paragraphs = Array.from({ length: 1000 }, (_, n) => ({
      text: Array.from({ length: 60 }, (_, m) => `word${n}x${m}ing`).join(" "),
    }));
    archive.put({ title: "Long", date: "2022", paragraphs });
  });
  afterAll(() => archive.remove());

  test("lets others work after every slice, and not after every piece", async () => {
    const breathe = createBreather();
    const turns = await turnsDuring(async () => {
      for (let piece = 0; piece < 100; piece++) {
        burn(1);
        await breathe();
      }
    });
    expect(turns).toBeGreaterThan(5);
    expect(turns).toBeLessThan(50);
  });

  test("making the documents of one long address is parted", async () => {
    const address = addressDocuments(createAddressReader(archive.db), 1);
    const index = createIndexServer({
      url: "http://127.0.0.1:7700",
      key: null,
      indexUid: "slices",
      setup: createSetup([], () => []).current,
      connection: { httpClient: async () => ({ taskUid: 1 }), close() {} },
    });
    const mark = { archive: "a", build: "b", batch: 1 };
    const turns = await turnsDuring(() => index.put("build", address ? [address] : [], mark));
    expect(address?.paragraphs).toHaveLength(1000);
    expect(turns).toBeGreaterThan(5);
  });
});
