/** What the server does in silence, shown on the server itself, and how each is kept from readers. */
import type { Meilisearch } from "meilisearch";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWiden } from "../../src/search/query/widen.ts";
import { readSynonyms } from "../../src/search/synonyms.ts";
import { createIndexedArchive, type IndexedArchive } from "../support/meilisearch-archive.ts";
import {
  adminClient,
  describeMeilisearch,
  openMeilisearch,
  type TestServer,
} from "../support/meilisearch-server.ts";
import { request } from "../support/request.ts";
import type { TestAddress } from "./archive-file.ts";

const LONG_NAME = "x".repeat(600);
const ADDRESSES: TestAddress[] = [
  { title: "Ten", date: "2001", paragraphs: [{ text: "a1 a2 a3 a4 a5 a6 a7 a8 a9 a10" }] },
  { title: "Eleven", date: "2002", paragraphs: [{ text: "a1 a2 a3 a4 a5 a6 a7 a8 a9 a10 a11" }] },
  { title: "Pairs", date: "2003", paragraphs: [{ text: "red green x green blue x red y blue" }] },
  { title: "Phrase", date: "2004", paragraphs: [{ text: "red green blue" }] },
  { title: "Letters", date: "2005", lang: "uk", paragraphs: [{ text: "🌾🌾 Ґрунт і зерно." }] },
  { title: "Joined", date: "2006", paragraphs: [{ text: "sunflower seeds" }] },
  { title: "Apart", date: "2007", paragraphs: [{ text: "sun flower seeds, sun flower oil" }] },
  { title: "Kyiv", date: "2008", paragraphs: [{ text: "Kyiv stands" }] },
  { title: "Slug", date: "2009", paragraphs: [{ text: "Grain.", topics: ["grain"] }] },
  { title: "Hyphen", date: "2009", paragraphs: [{ text: "A slug-19." }] },
  { title: "Bullet", date: "2009", paragraphs: [{ text: "A bullet, 19 of them." }] },
  { title: "Short", date: "2010", paragraphs: [{ text: "й" }] },
  { title: "Other short", date: "2011", paragraphs: [{ text: "и" }] },
  { title: "Misled", date: "2015", paragraphs: [{ text: "They were misled by shelling." }] },
  { title: "Missile", date: "2012", paragraphs: [{ text: "One missile, and shelling." }] },
  { title: "Missiles", date: "2013", paragraphs: [{ text: "More missiles shelled us." }] },
];

const SYNONYMS = readSynonyms("- [Kyiv, Kiev]\n- [Slug-19, lead slug, bullet]");
const widen = createWiden(SYNONYMS, ["en", "uk"]);
const question = (q: string) => request(q, { size: 20 });

describeMeilisearch("What Meilisearch does in silence", () => {
  let server: TestServer;
  let indexed: IndexedArchive;
  let raw: ReturnType<Meilisearch["index"]>;
  let client: Meilisearch;

  beforeAll(async () => {
    server = await openMeilisearch();
    client = adminClient(server);
    indexed = createIndexedArchive({
      ...{ url: server.url, key: server.masterKey, indexUid: server.indexUid("traps") },
      synonyms: SYNONYMS,
    });
    for (const address of ADDRESSES) indexed.put(address);
    indexed.archive.db
      .prepare("INSERT INTO speaker (id, slug, name) VALUES (1, ?, 'one'), (2, ?, 'two')")
      .run(`${LONG_NAME}1`, `${LONG_NAME}2`);
    indexed.archive.db.exec(
      "UPDATE address SET speaker_id = 1 + (id = 9); UPDATE archive SET version = version + 1",
    );
    indexed.sync.start();
    await indexed.inStep();
    raw = client.index(server.indexUid("traps"));
  });
  afterAll(async () => {
    await indexed?.close();
    await server?.stop();
  });

  const titles = (ids: number[]) =>
    indexed.reader.paragraphsByIds(ids).map(({ address }) => address.title);
  const found = async (q: string) => {
    expect(indexed.meilisearch.canAnswer(question(q))).toBe(true);
    const { hits } = await indexed.meilisearch.search(question(q));
    return titles(hits.map(({ paragraphId }) => paragraphId));
  };

  test("words past the tenth are dropped, and exclusions after them: ours come first, and more are FTS5's", async () => {
    const words = Array.from({ length: 10 }, (_, n) => `"1a${n + 1}"`).join(" ");
    const dropped = await raw.search(`${words} "1zebra" -"1a11"`, { matchingStrategy: "all" });
    expect(dropped.hits).toHaveLength(2); // the server's own way: neither word nor exclusion counts
    const ten = Array.from({ length: 10 }, (_, n) => `a${n + 1}`).join(" ");
    expect(await found(`${ten} -a11`)).toEqual(["Ten"]);
    expect(indexed.meilisearch.canAnswer(question(`${ten} a11`))).toBe(false);
  });

  test("a phrase of three words is looked up in pairs: it is left to FTS5", async () => {
    const paired = await raw.search('"1red 1green 1blue"', { matchingStrategy: "all" });
    expect(paired.hits).toHaveLength(2); // only one of them has the phrase
    expect(indexed.meilisearch.canAnswer(question('"red green blue"'))).toBe(false);
    expect(
      titles(
        (await indexed.fts5.search(question('"red green blue"'))).hits.map((h) => h.paragraphId),
      ),
    ).toEqual(["Phrase"]);
    expect(await found('"red green"')).toEqual(["Pairs", "Phrase"]);
  });

  test("words may be split and joined by it: a word typed is that word", async () => {
    expect(await found("sunflower")).toEqual(["Joined"]);
    expect(await found("sun flower")).toEqual(["Apart"]);
  });

  test("letters are folded by it: й stays another letter than и", async () => {
    expect(await found("й")).toEqual(["Short"]);
    expect(await found("и")).toEqual(["Other short"]);
  });

  test("facet values are cut at 468 bytes: ours are hashes where they are longer", async () => {
    for (const [slug, expected] of [
      [`${LONG_NAME}1`, ADDRESSES.length - 1],
      [`${LONG_NAME}2`, 1],
    ] as const) {
      const request = { ...question(""), filters: { speaker: [slug] } };
      const result = await indexed.meilisearch.search(request);
      expect(result.total).toBe(expected);
      expect(result.facets.speaker).toEqual([
        { value: `${LONG_NAME}1`, count: ADDRESSES.length - 1 },
        { value: `${LONG_NAME}2`, count: 1 },
      ]);
    }
  });

  test("ranking that was cut off looks like any other: the cutoff is longer than we wait", async () => {
    await raw.updateSettings({ searchCutoffMs: 0 }).waitTask();
    const answer = await raw.search('"0sun" "0flower"');
    expect(Object.keys(answer).filter((name) => /degraded|cutoff/i.test(name))).toEqual([]);
    indexed.sync.rebuild();
    await expect.poll(async () => (await raw.getSettings()).searchCutoffMs).toBe(30_000);
    await indexed.inStep();
  });

  test("a task that fails does not throw: its outcome is looked at", async () => {
    const task = await raw.addDocuments([{ key: "not a key!" }]).waitTask();
    expect(task.status).toBe("failed");
    expect(await indexed.server.outcome(task.uid)).toMatchObject({
      state: "failed",
      lasting: true,
    });
  });

  test("a name finds its synonyms, and is still forgiven nothing", async () => {
    const titlesFor = async (q: string) => {
      const asked = { ...question(q), tree: widen(question(q).tree).tree };
      expect(indexed.meilisearch.canAnswer(asked)).toBe(true);
      const { hits } = await indexed.meilisearch.search(asked);
      return titles(hits.map(({ paragraphId }) => paragraphId));
    };
    expect(await titlesFor("Kiev")).toEqual(["Kyiv"]);
    expect(await titlesFor("Kiev stands")).toEqual(["Kyiv"]);
    expect((await titlesFor("slug-19")).sort()).toEqual(["Bullet", "Hyphen"]);
    expect((await titlesFor("bullet")).sort()).toEqual(["Bullet", "Hyphen"]);
    expect(await titlesFor('"slug-19"')).toEqual(["Hyphen"]);
    expect(await titlesFor('"Kiev"')).toEqual([]);
    expect(await titlesFor("Kiev -stands")).toEqual([]);
    expect(await titlesFor("stands -Kiev")).toEqual([]);
  });

  test("slips are forgiven by it, and beginnings found: a word typed is that word", async () => {
    for (const typed of ["missle", "sunflo", "2012"]) expect(await found(typed)).toEqual([]);
  });
});
