import { describe, expect, test } from "vitest";
import { createFts5Index } from "../../src/search/fts5/fts5-index.ts";
import { mergeFts5 } from "../../src/search/fts5/fts5-writer.ts";
import { createSearcher } from "../../src/search/fts5/searcher.ts";
import { parseQuery } from "../../src/search/query/parse.ts";
import { createWiden } from "../../src/search/query/widen.ts";
import { readSynonyms } from "../../src/search/synonyms.ts";
import { request } from "../support/request.ts";
import { ALL_OPERATORS } from "./arbitraries.ts";
import { createArchiveFile } from "./archive-file.ts";
import { searchIndexContract } from "./search-index.contract.ts";

searchIndexContract({
  name: "FTS5",
  operators: ALL_OPERATORS,
  skips: {},
  async create(addresses, options = {}) {
    const archive = createArchiveFile();
    for (const address of addresses) archive.put(address);
    const index = createFts5Index({
      databaseFile: archive.file,
      workers: options.workers ?? 1,
      queue: options.queue ?? 100,
      timeoutMs: options.timeoutMs ?? 30_000,
    });
    return {
      index,
      put: async (address) => archive.put(address),
      idsOf: archive.idsOf,
      async close() {
        await index.close();
        archive.remove();
      },
    };
  },
});

describe("FTS5 in the archive's own file", () => {
  const search = (archive: ReturnType<typeof createArchiveFile>, q: string) =>
    createSearcher(archive.db).search({
      tree: parseQuery(q).tree,
      filters: {},
      dateFrom: null,
      dateTo: null,
      sort: "relevance",
      group: "paragraph",
      page: 1,
      size: 20,
    });

  test("ranks a rare synonym no higher than the name that was typed", () => {
    const archive = createArchiveFile();
    const put = (title: string, date: string, text: string) =>
      archive.put({ title, date, paragraphs: [{ text }] });
    put("Rare", "2001", "We stand in Kiev today.");
    for (let n = 0; n < 20; n++) put(`Other ${n}`, "1999", "We stand in Kyiv today.");
    for (let n = 0; n < 20; n++) put(`None ${n}`, "1999", "We stand elsewhere today.");
    put("Often", "1990", "In Kyiv, for Kyiv we stand.");
    const widen = createWiden(readSynonyms("- [Kyiv, Kiev]"), ["en"]);
    const result = createSearcher(archive.db).search(
      request("", { tree: widen(parseQuery("Kyiv").tree).tree, sort: "relevance", size: 2 }),
    );
    expect(result.total).toBe(22);
    expect(result.hits.map(({ paragraphId }) => paragraphId)).toEqual([
      ...archive.idsOf("Often"),
      ...archive.idsOf("Rare"), // no rarer than the others, but newer
    ]);
    archive.remove();
  });

  test("finds the same before and after the index is merged", () => {
    const archive = createArchiveFile();
    for (let n = 0; n < 40; n++) {
      archive.put({
        title: `Address ${n}`,
        date: "2022",
        paragraphs: [{ text: `Grain ${"grain ".repeat(n % 7)} and war number ${n}.` }],
      });
    }
    archive.put({ title: "Address 3", date: "2022", paragraphs: [{ text: "Replaced." }] });
    const queries = ["grain", '"and war"', "gra*", "title:address -grain", "number 7"];
    const before = queries.map((q) => search(archive, q));
    mergeFts5(archive.db);
    expect(queries.map((q) => search(archive, q))).toEqual(before);
    expect(before.map(({ total }) => total)).toEqual([39, 39, 39, 1, 1]);
    archive.remove();
  });

  test("leaves no trace of a write that was undone", () => {
    const archive = createArchiveFile();
    archive.put({ title: "A", date: "2022", paragraphs: [{ text: "grain" }] });
    archive.db.exec("BEGIN");
    archive.put({ title: "B", date: "2022", paragraphs: [{ text: "grain" }] });
    expect(search(archive, "grain").total).toBe(2);
    archive.db.exec("ROLLBACK");
    expect(search(archive, "grain").total).toBe(1);
    archive.remove();
  });
});
