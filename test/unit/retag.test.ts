import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { createTextWork } from "../../src/import/draft-paragraphs.ts";
import type { IdRange } from "../../src/store/tag-reader.ts";
import { createTagStore, type TagStore } from "../../src/store/tag-store.ts";
import { TaggingError } from "../../src/tagging/editing.ts";
import { applyRetag, planRetag } from "../../src/tagging/retag.ts";
import { retagRange } from "../../src/tagging/retag-range.ts";
import { type RetagThread, startRetagThreads } from "../../src/tagging/retag-threads.ts";
import type { Taggers } from "../../src/text/tag-words.ts";
import { DEFAULT_TAXONOMY_URL, readTaxonomy } from "../../src/text/topics/taxonomy.ts";
import { openImportBench, simpleWork, writeFolder } from "../support/import.ts";

const taxonomy = readTaxonomy(readFileSync(DEFAULT_TAXONOMY_URL, "utf8"));

/** Taggers that know one topic more, and no country. */
const changed: Taggers = {
  findMentions: () => [],
  findTopics: (text, lang) => [
    ...simpleWork.findTopics(text, lang),
    ...[...text.matchAll(/peace/g)].map(({ index }) => ({
      topic: "peace",
      confidence: 0.5,
      spans: [{ start: index, end: index + 5 }],
    })),
  ],
};
const inThisThread = (store: TagStore, taggers: Taggers) => ({
  takeSnapshot: async () => store.snapshot(),
  retag: async (range: IdRange) =>
    retagRange(store, { taggers, parentOf: simpleWork.parentOf }, range),
});

function openRetagBench(text = "Ukraine sells grain.\n\nWe want peace.\n\nWords.") {
  const bench = openImportBench();
  bench.take({ text });
  const store = createTagStore(bench.db);
  const plan = (taggers: Taggers = changed, signal?: AbortSignal) =>
    planRetag(store, [inThisThread(store, taggers)], () => {}, signal);
  const shown = () =>
    bench
      .whole()
      .paragraphs.map(({ topics, mentions }) => [
        ...topics.map((t) => `${t.topic} ${t.origin}`),
        ...mentions.map((m) => `${m.value} ${m.origin}`),
      ]);
  const keys = bench.whole().paragraphs.map(({ key }) => key);
  return { ...bench, store, plan, shown, keys };
}

describe("retag", () => {
  it("says what would change, with numbers and places, and writes nothing before it is told to", async () => {
    const { plan, shown, keys, reader } = openRetagBench();
    const [before, version] = [shown(), reader.version()];
    const { shifts, ...totals } = await plan();
    expect(totals).toEqual({ version, paragraphs: 3, retagged: 2, explained: 0 });
    const shift = (kind: string, value: string) =>
      shifts.find((s) => s.kind === kind && s.value === value);
    expect(shift("topic", "peace")).toMatchObject({ added: 1, removed: 0, addedAt: [keys[1]] });
    expect(shift("country", "UA")).toMatchObject({ added: 0, removed: 1, removedAt: [keys[0]] });
    expect(shifts).toHaveLength(2);
    expect(shown()).toEqual(before);
    expect(reader.version()).toBe(version);
  });

  it("writes exactly that, and a second run finds nothing to do", async () => {
    const { plan, shown, store, reader } = openRetagBench();
    const first = await plan();
    await applyRetag(store, first);
    expect(shown()).toEqual([["grain-export inferred"], ["peace inferred"], []]);
    expect(reader.version()).toBe(first.version + 1);
    expect(await plan()).toMatchObject({ retagged: 0, explained: 0, shifts: [] });
  });

  it("keeps what sources and editors said", async () => {
    const { plan, shown, store, db, keys } = openRetagBench();
    const about = { by: "ed", at: "2022-10-02", reason: "" };
    const key = keys[1] ?? "";
    store.putDecision({ key, kind: "topic", value: "peace", verdict: "removed", ...about });
    store.putDecision({ key, kind: "country", value: "PL", verdict: "added", ...about });
    db.exec(
      `INSERT INTO paragraph_topic SELECT id, 'history', 'source', 1, '[]' FROM paragraph WHERE number = 3`,
    );
    await applyRetag(store, await plan());
    expect(shown()).toEqual([["grain-export inferred"], ["PL editor"], ["history source"]]);
  });

  it("tells an index outside of the addresses whose tags changed, and of no other", async () => {
    const bench = openRetagBench();
    bench.take({ id: "t-2", date: "2022-09-29", text: "Words alone." });
    bench.take({ id: "t-3", date: "2022-09-30", text: "Much grain." });
    bench.db.exec("DELETE FROM index_queue");
    const reworded: Taggers = {
      ...changed,
      findTopics: (text, lang) =>
        changed.findTopics(text, lang).map((tag) => ({ ...tag, confidence: 0.1 })),
    };
    const plan = await bench.plan(reworded);
    expect(plan).toMatchObject({ retagged: 2, explained: 1 });
    await applyRetag(bench.store, plan);
    const queued = bench.db
      .prepare("SELECT identity FROM index_queue q JOIN address a ON a.id = q.address_id")
      .pluck();
    expect(queued.all()).toEqual(["id:t-1"]);
  });

  it("stops when somebody else changed the archive since it looked, and leaves nothing half done", async () => {
    const { plan, store, take, shown } = openRetagBench();
    const made = await plan();
    take({ id: "t-2", text: "More peace." });
    const before = shown();
    await expect(applyRetag(store, made)).rejects.toThrow(TaggingError);
    expect(shown()).toEqual(before);
  });

  it("stops between two transactions when it is asked to: what is written counts, and a second run writes the rest", async () => {
    const texts = Array.from({ length: 4500 }, (_, i) => `We want peace ${i}.`);
    const { plan, store, db, reader } = openRetagBench(texts.join("\n\n"));
    const stop = new AbortController();
    const first = await plan();
    const written = await applyRetag(store, first, () => stop.abort(), stop.signal);
    expect(written).toBe(2000);
    expect(reader.version()).toBe(first.version + 1);
    const tagged = db.prepare("SELECT count(*) FROM paragraph_topic WHERE topic = 'peace'").pluck();
    expect(tagged.get()).toBe(2000);
    const rest = await plan();
    expect(rest.retagged).toBe(2500);
    expect(await applyRetag(store, rest)).toBe(2500);
    expect(tagged.get()).toBe(4500);
  });

  it("finds in threads what an import found, over every range, and says how far it has come", async () => {
    const file = path.join(writeFolder({}), "archive.db");
    const bench = openImportBench(file, createTextWork(taxonomy));
    const sentence = "We talked about grain exports from Ukraine through its ports.";
    for (let i = 1; i <= 4; i++) {
      const text = Array.from({ length: 300 }, (_, n) => `${sentence} ${i}-${n}`).join("\n\n");
      bench.take({ id: `t-${i}`, date: `2022-09-0${i}`, text });
    }
    const threads = openThreads(file);
    const store = createTagStore(bench.db);
    const shares: number[] = [];
    const plan = await planRetag(store, threads, (share) => shares.push(share));
    expect(plan).toMatchObject({ paragraphs: 1200, retagged: 0, explained: 0, shifts: [] });
    expect(shares.at(-1)).toBe(1);

    bench.db.exec("DELETE FROM mention WHERE paragraph_id = 1000");
    bench.db.exec("UPDATE paragraph_topic SET confidence = 0.01 WHERE paragraph_id = 7");
    const again = await planRetag(store, threads);
    expect(again).toMatchObject({ retagged: 1, explained: 1, shifts: [{ value: "UA", added: 1 }] });
  });

  it("judges one state of the archive, whatever is written meanwhile", async () => {
    const file = path.join(writeFolder({}), "archive.db");
    const bench = openImportBench(file);
    bench.take({ text: "Words." });
    const [thread] = openThreads(file) as [RetagThread];
    const before = await thread.takeSnapshot();
    bench.take({ id: "t-2", text: "More words." });
    const all = { first: 1, last: 100 };
    expect(await thread.retag(all)).toMatchObject({ paragraphs: 1 });
    expect((await thread.takeSnapshot()).version).toBe(before.version + 1);
    expect(await thread.retag(all)).toMatchObject({ paragraphs: 2 });
  });

  it("waits until all threads see the same state, and gives up where they never do", async () => {
    const { store } = openRetagBench();
    const behind = (versions: number[]) => ({
      ...inThisThread(store, changed),
      takeSnapshot: async () => ({ ...store.snapshot(), version: versions.shift() ?? 0 }),
    });
    const plan = await planRetag(store, [behind([1, 2, 3]), behind([2, 3, 3])]);
    expect(plan).toMatchObject({ version: 3, paragraphs: 3 });
    let version = 0;
    const restless = {
      ...behind([]),
      takeSnapshot: async () => ({ version: ++version, lastId: 3 }),
    };
    await expect(planRetag(store, [restless, restless])).rejects.toThrow(TaggingError);
  });

  it("breaks off between two ranges when it is asked to", async () => {
    const { plan } = openRetagBench();
    await expect(plan(changed, AbortSignal.abort())).rejects.toThrow();
  });

  it("says why a thread cannot go on", async () => {
    const [thread] = openThreads(path.join(writeFolder({}), "missing.db")) as [RetagThread];
    await expect(thread.takeSnapshot()).rejects.toThrow(/missing\.db/);
  });
});

function openThreads(databaseFile: string): RetagThread[] {
  const threads = startRetagThreads({ databaseFile, taxonomy });
  onTestFinished(async () => {
    for (const thread of threads) await thread.close();
  });
  return threads;
}
