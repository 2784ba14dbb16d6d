import { readFileSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import type { PartialDate } from "../../src/domain/partial-date.ts";
import { createTagStore } from "../../src/store/tag-store.ts";
import { TaggingError } from "../../src/tagging/decide-tags.ts";
import { applyRetag, planRetag } from "../../src/tagging/retag.ts";
import { startTagThreads, tagBatch } from "../../src/tagging/tag-batch.ts";
import { createTaggers, type Taggers } from "../../src/text/tag-words.ts";
import { DEFAULT_TAXONOMY_URL, readTaxonomy } from "../../src/text/topics/taxonomy.ts";
import { openImportBench, simpleWork } from "../support/import.ts";

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
const inThisThread = (taggers: Taggers) => ({
  threads: 1,
  tag: async (batch: Parameters<typeof tagBatch>[1]) => tagBatch(taggers, batch),
});

function openRetagBench(text = "Ukraine sells grain.\n\nWe want peace.\n\nWords.") {
  const bench = openImportBench();
  bench.take({ text });
  const store = createTagStore(bench.db);
  const plan = (taggers: Taggers = changed) =>
    planRetag(store, inThisThread(taggers), simpleWork.parentOf);
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
    applyRetag(store, first);
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
    applyRetag(store, await plan());
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
    applyRetag(bench.store, plan);
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
    expect(() => applyRetag(store, made)).toThrow(TaggingError);
    expect(shown()).toEqual(before);
  });

  it("finds in threads what it finds here, and nothing new in an archive that is up to date", async () => {
    const threads = startTagThreads(taxonomy);
    onTestFinished(() => threads.close());
    const batch = ["Grain exports from Ukraine through the ports.", "Words."].map((text) => ({
      text,
      lang: "en",
      speakerCountry: null,
      date: "2022" as PartialDate,
    }));
    expect(await threads.tag(batch)).toEqual(tagBatch(createTaggers(taxonomy), batch));
  });

  it("breaks off between two batches when it is asked to", async () => {
    const { store } = openRetagBench();
    const stop = AbortSignal.abort();
    await expect(
      planRetag(store, inThisThread(changed), simpleWork.parentOf, () => {}, stop),
    ).rejects.toThrow();
  });
});
