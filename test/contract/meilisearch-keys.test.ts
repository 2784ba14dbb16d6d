/** The keys of a server: made so that each can do its work and nothing else, and held against that. */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { Meilisearch } from "meilisearch";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { UnusableServerError } from "../../src/search/external/external-index.ts";
import { createFts5Index } from "../../src/search/fts5/fts5-index.ts";
import { createConnection } from "../../src/search/meilisearch/http-client.ts";
import { checkServer, makeKeys } from "../../src/search/meilisearch/keys.ts";
import { openMeilisearch as openServer } from "../../src/search/meilisearch/open-meilisearch.ts";
import { createAddressReader } from "../../src/store/address-reader.ts";
import { createIndexedArchive, silent } from "../support/meilisearch-archive.ts";
import {
  adminClient,
  describeMeilisearch,
  openMeilisearch,
  startMeilisearch,
  type TestServer,
  testOwnMeilisearch,
} from "../support/meilisearch-server.ts";
import { request } from "../support/request.ts";
import { createArchiveFile } from "./archive-file.ts";

/** Written into the settings, a key counts from the next start; one that the server had lost, at once. */
const MENDS_REFUSED =
  /^MEILI_WRITE_KEY is refused.*meili-keys --file \.env` writes .*; then start again, unless it says that they are the same/;
const CLI = path.resolve(import.meta.dirname, "../../src/cli.ts");

describeMeilisearch("The keys of a server", () => {
  let server: TestServer;
  const connection = createConnection();
  const place = () => ({ url: server.url, indexUid: server.indexUid("keys") });
  beforeAll(async () => {
    server = await openMeilisearch();
  });
  afterAll(async () => {
    connection.close();
    await server?.stop();
  });
  const check = (searchKey: string | null, writeKey: string | null) =>
    checkServer({ ...place(), searchKey, writeKey }, connection);

  /** An archive served through these keys. */
  function serveWith(
    indexUid: string,
    searchKey: string | null,
    writeKey: string | null,
    onWarning: (reason: string) => void = () => {},
  ) {
    const archive = createArchiveFile();
    archive.put({ title: "A", date: "2022", paragraphs: [{ text: "grain" }] });
    const { file: databaseFile, db: database } = archive;
    const opened = openServer({
      config: { url: server.url, indexUid, searchKey, writeKey },
      ...{ database, reader: createAddressReader(database), synonyms: [] },
      log: {
        info() {},
        warn: (details) => onWarning((details as { reason?: string }).reason ?? ""),
      },
      embedded: createFts5Index({ databaseFile, workers: 1, queue: 9, timeoutMs: 9000 }),
    });
    opened.sync.start();
    const close = async () => {
      await opened.index.close();
      archive.remove();
    };
    const advice = () => opened.status().sync.advice ?? opened.status().search.advice;
    return { ...opened, close, advice };
  }

  test("that are missing, wrong, exchanged or the master's are told with what to do", async () => {
    const { searchKey, writeKey } = await makeKeys(place(), server.masterKey);
    for (const [search, write, said] of [
      [null, null, /^MEILI_SEARCH_KEY is not set.*meili-keys --file \.env`.*then start again/],
      ["aaaaaaaa", "bbbbbbbb", MENDS_REFUSED],
      [writeKey, searchKey, /^MEILI_SEARCH_KEY and MEILI_WRITE_KEY seem to be exchanged/],
      [searchKey, searchKey, /^MEILI_WRITE_KEY is refused.*meili-keys/],
      [writeKey, "bbbbbbbb", /^MEILI_WRITE_KEY is refused.*meili-keys/],
      [server.masterKey, server.masterKey, /^MEILI_SEARCH_KEY is a master.*meili-keys/],
    ] as const) {
      const warned: string[] = [];
      const served = serveWith(server.indexUid("keys"), search, write, (reason) =>
        warned.push(reason),
      );
      await expect.poll(served.advice).toMatch(said);
      // What searches has nothing else to say than what sends.
      await expect.poll(() => served.status().search).toMatchObject({ state: "away" });
      expect(served.status().search.advice).toMatch(said);
      expect(warned.filter((reason) => !said.test(reason))).toEqual([]);
      expect(warned).toHaveLength(2);
      await served.close();
    }
  });

  test("deleted while they are in use are told with what to do, each", async () => {
    const admin = adminClient(server);
    const indexUid = server.indexUid("deleted");
    const { searchKey, writeKey } = await makeKeys({ ...place(), indexUid }, server.masterKey);
    const served = serveWith(indexUid, searchKey, writeKey);
    await expect.poll(() => served.status().search.state).toBe("well");
    await admin.deleteKey(searchKey);
    await served.index.search(request("grain"));
    expect(served.advice()).toMatch(/^MEILI_SEARCH_KEY is refused.*meili-keys --file \.env`/);
    expect(served.status().search.reason).toMatch(/has them again\. \(HTTP 403 invalid_api_key/);
    await admin.deleteKey(writeKey);
    served.sync.rebuild();
    await expect.poll(served.advice).toMatch(/^MEILI_WRITE_KEY is refused.*meili-keys/);
    await served.close();
  });

  test("used to change the index by hand leave a warning with the reason; a first build leaves none", async () => {
    const admin = adminClient(server);
    const indexUid = server.indexUid("by-hand");
    const { writeKey } = await makeKeys({ ...place(), indexUid }, server.masterKey);
    const warnings: string[] = [];
    const warn = (details: object, message: string) =>
      void warnings.push(`${message}: ${(details as { reason?: string }).reason}`);
    const indexed = createIndexedArchive({
      ...{ url: server.url, key: writeKey, indexUid },
      intervals: { check: 200, recheck: 50, retry: 50 },
      log: { ...silent, warn },
    });
    indexed.put({ title: "A", date: "2022", paragraphs: [{ text: "grain" }] });
    indexed.sync.start();
    await indexed.inStep();
    expect(warnings).toEqual([]);
    await admin.index(indexUid).deleteAllDocuments().waitTask();
    await expect
      .poll(() => warnings.join())
      .toMatch(/being rebuilt: (the server has no index of this archive|paragraph \w+ is not)/);
    await indexed.inStep();
    const byHand = { grain: ["war"] };
    await admin.index(indexUid).updateSynonyms(byHand).waitTask();
    await expect
      .poll(() => warnings.join())
      .toMatch("put right: somebody changed them on the server");
    await indexed.close();
  });

  test("are made so that each does its work and nothing else", async () => {
    const { searchKey, writeKey } = await makeKeys(place(), server.masterKey);
    expect(await check(searchKey, writeKey)).toEqual([]);
    const again = { searchKey, writeKey, replaced: [] };
    expect(await makeKeys(place(), server.masterKey)).toEqual(again);
    const [searcher, writer] = [searchKey, writeKey].map(
      (apiKey) => new Meilisearch({ host: server.url, apiKey }),
    );
    await expect(
      searcher?.index(server.indexUid("keys")).addDocuments([{ key: "a" }]),
    ).rejects.toThrow();
    await expect(searcher?.index("other").search("")).rejects.toThrow();
    await expect(writer?.createIndex("other")).rejects.toThrow();
    await expect(writer?.getKeys()).rejects.toThrow();
    const indexed = createIndexedArchive({
      ...{ ...place(), key: writeKey },
      search: { key: searchKey },
    });
    indexed.put({ title: "A", date: "2022", paragraphs: [{ text: "grain" }] });
    indexed.sync.start();
    await indexed.inStep();
    expect((await indexed.meilisearch.search(request("grain"))).total).toBe(1);
    await indexed.close();
  });

  test("are the same again on a server that has lost them, so that nobody has to be told new ones", async () => {
    const admin = adminClient(server);
    const made = await makeKeys(place(), server.masterKey);
    for (const key of [made.searchKey, made.writeKey]) await admin.deleteKey(key);
    await expect(check(made.searchKey, made.writeKey)).rejects.toThrow("is refused");
    expect(await makeKeys(place(), server.masterKey)).toEqual(made);
    expect(await check(made.searchKey, made.writeKey)).toEqual([]);
  });

  test("that come out as they were set are said to need no new start, others are not", async () => {
    const { url, indexUid } = place();
    const { searchKey, writeKey } = await makeKeys(place(), server.masterKey);
    const make = async (MEILI_WRITE_KEY: string) => {
      const set = { MEILI_URL: url, MEILI_INDEX: indexUid, MEILI_MASTER_KEY: server.masterKey };
      const env = { ...process.env, ...set, MEILI_SEARCH_KEY: searchKey, MEILI_WRITE_KEY };
      return (await promisify(execFile)(process.execPath, [CLI, "meili-keys"], { env })).stderr;
    };
    expect(await make(writeKey)).toMatch(/the same .* need not be started again/);
    expect(await make("bbbbbbbb")).toBe("");
  });

  test("cannot be made with another's master key, which is named", async () => {
    await expect(makeKeys(place(), "not-this-servers-key")).rejects.toThrow(
      /: MEILI_MASTER_KEY is not this server's key$/,
    );
  });

  test("are printed with all that the program needs to search there", async () => {
    const { url, indexUid } = place();
    const set = { MEILI_URL: `${url}/`, MEILI_INDEX: indexUid, MEILI_MASTER_KEY: server.masterKey };
    const { stdout } = await promisify(execFile)(process.execPath, [CLI, "meili-keys"], {
      env: { ...process.env, ...set },
    });
    const printed = Object.fromEntries(
      stdout.split("\n").map((line) => line.split(/=(.*)/, 2) as [string, string]),
    );
    const { meilisearch } = readConfig(printed);
    expect(meilisearch).toMatchObject({ url, indexUid });
    expect(await check(meilisearch?.searchKey ?? null, meilisearch?.writeKey ?? null)).toEqual([]);
  });

  test("are replaced where a key of their name is for another index, may do more, or ends", async () => {
    const admin = adminClient(server);
    const indexUid = server.indexUid("replaced");
    const name = `verbatim search ${indexUid}`;
    const right = { name, actions: ["search"], indexes: [indexUid], expiresAt: null };
    for (const wrong of [
      { ...right, indexes: [server.indexUid("elsewhere")] },
      { ...right, actions: ["*"] },
      { ...right, expiresAt: new Date(Date.now() + 60_000) },
    ]) {
      const { key } = await admin.createKey(wrong);
      const made = await makeKeys({ url: server.url, indexUid }, server.masterKey);
      expect(made.replaced).toEqual([name]);
      expect(await admin.getKey(made.searchKey)).toMatchObject(right);
      await expect(admin.getKey(key)).rejects.toThrow("not found");
      await admin.deleteKey(made.searchKey);
    }
  });

  test("are refused when they are the master key or missing, with what to do", async () => {
    const { searchKey, writeKey } = await makeKeys(place(), server.masterKey);
    await expect(check(server.masterKey, writeKey)).rejects.toThrow(
      /MEILI_SEARCH_KEY is a master.*meili-keys/,
    );
    await expect(check(searchKey, server.masterKey)).rejects.toThrow(
      /MEILI_WRITE_KEY is a master.*meili-keys/,
    );
    await expect(check(null, writeKey)).rejects.toThrow("MEILI_SEARCH_KEY is not set");
    await expect(check("wrong", writeKey)).rejects.toThrow("MEILI_SEARCH_KEY is refused");
    await expect(check(searchKey, "wrong")).rejects.toBeInstanceOf(UnusableServerError);
    expect(await check(writeKey, writeKey).catch(String)).toMatch(/MEILI_SEARCH_KEY/);
  });

  testOwnMeilisearch("may be missing on loopback only, with a warning", async () => {
    const open = await startMeilisearch({ masterKey: "" });
    try {
      const credentials = { url: open.url, indexUid: "keys", searchKey: null, writeKey: null };
      expect(await checkServer(credentials, connection)).toEqual([
        expect.stringMatching("has no master key"),
      ]);
      const elsewhere = { ...credentials, url: open.url.replace("127.0.0.1", "other.test") };
      const there = {
        ...connection,
        httpClient: (url: unknown, init?: RequestInit) =>
          connection.httpClient(String(url).replace("other.test", "127.0.0.1"), init),
      };
      await expect(checkServer(elsewhere, there)).rejects.toThrow(/Start it with --master-key/);
    } finally {
      await open.stop();
    }
  });
});
