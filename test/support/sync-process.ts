/**
 * A process of its own that keeps an archive in step, so that it can be killed. Told to rebuild at
 * once; says "swap" on its standard output just before it asks for the swap.
 * Arguments: archive file, server, key, index, whether to rebuild (`yes` or `no`).
 */

import { createSyncLoop } from "../../src/search/external/sync-index.ts";
import { createConnection } from "../../src/search/meilisearch/http-client.ts";
import { createIndexServer } from "../../src/search/meilisearch/index-server.ts";
import { createSetup } from "../../src/search/meilisearch/index-setup.ts";
import { createAddressReader } from "../../src/store/address-reader.ts";
import { openDatabase } from "../../src/store/database.ts";
import { createIndexQueue } from "../../src/store/index-queue.ts";

const [file = "", url = "", key = "", indexUid = "", rebuild = ""] = process.argv.slice(2);
const db = openDatabase(file);
const queue = createIndexQueue(db);
const connection = createConnection();
const server = createIndexServer({
  url,
  key,
  indexUid,
  setup: createSetup([], () => []).current,
  connection,
});
const index = {
  ...server,
  swap: (...given: Parameters<typeof server.swap>) => {
    process.stdout.write("swap\n");
    return server.swap(...given);
  },
};
const log = {
  info() {},
  warn: (details: object, message: string) => console.error(message, details),
};
const sync = createSyncLoop(
  { queue, reader: createAddressReader(db), index, log },
  { idle: 20, hold: 1500, standby: 100 },
);
if (rebuild === "yes") sync.rebuild();
sync.start();
