import { createFts5Index } from "../../src/search/fts5/fts5-index.ts";
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
