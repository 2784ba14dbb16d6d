/** Several processes of one archive: one of them sends, all search. */
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createFts5Index } from "../../src/search/fts5/fts5-index.ts";
import { makeKeys } from "../../src/search/meilisearch/keys.ts";
import {
  type OpenMeilisearch,
  openMeilisearch as openEngine,
} from "../../src/search/meilisearch/open-meilisearch.ts";
import { createAddressReader } from "../../src/store/address-reader.ts";
import { openDatabase } from "../../src/store/database.ts";
import { type ArchiveFile, createArchiveFile } from "../contract/archive-file.ts";
import {
  describeMeilisearch,
  openMeilisearch,
  type TestServer,
} from "../support/meilisearch-server.ts";
import { request } from "../support/request.ts";

describeMeilisearch("When two processes serve one archive", () => {
  let server: TestServer;
  let archive: ArchiveFile;
  const engines: OpenMeilisearch[] = [];

  beforeAll(async () => {
    server = await openMeilisearch();
    archive = createArchiveFile();
    archive.put({ title: "one", date: "1999", paragraphs: [{ text: "Grain." }] });
  });
  afterAll(async () => {
    for (const engine of engines) await engine.index.close();
    archive?.remove();
    await server?.stop();
  });

  test("the one that does not send is answered by the server too", async () => {
    const indexUid = server.indexUid("processes");
    const { url, masterKey } = server;
    const { searchKey, writeKey } = await makeKeys({ url, indexUid }, masterKey);
    for (let n = 0; n < 2; n++) {
      const database = openDatabase(archive.file);
      const engine = openEngine({
        config: { url, indexUid, searchKey, writeKey },
        database,
        reader: createAddressReader(database),
        embedded: createFts5Index({
          databaseFile: archive.file,
          workers: 1,
          queue: 9,
          timeoutMs: 9_000,
        }),
        synonyms: [],
        log: pino({ level: "silent" }),
      });
      engines.push(engine);
      engine.sync.start();
    }
    const states = () => engines.map(({ sync }) => sync.status().state).sort();
    await expect.poll(states).toEqual(["in step", "standby"]);
    for (const { index } of engines) {
      const answeredBy = async () =>
        (await index.search(request("grain"))).answeredBy ?? index.engine;
      await expect.poll(answeredBy).toBe("meilisearch");
    }
  });
});
