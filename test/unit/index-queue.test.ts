import { afterEach, beforeEach, expect, test } from "vitest";
import { createIndexQueue, type IndexQueue } from "../../src/store/index-queue.ts";
import { type ArchiveFile, createArchiveFile } from "../contract/archive-file.ts";

let archive: ArchiveFile;
let queue: IndexQueue;
beforeEach(() => {
  archive = createArchiveFile();
  queue = createIndexQueue(archive.db);
});
afterEach(() => archive.remove());

const put = (title: string, count: number) =>
  archive.put({
    title,
    date: "2022",
    paragraphs: Array.from({ length: count }, (_, n) => ({ text: `${title} ${n}` })),
  });

test("paragraphs are sampled from anywhere, each once, of few and of many", () => {
  expect(queue.sampleParagraphs(50)).toEqual([]);
  put("Few", 30);
  expect(queue.sampleParagraphs(50)).toHaveLength(30);
  put("Many", 3000);
  const seen = new Set<number>();
  for (let n = 0; n < 20; n++) {
    const sample = queue.sampleParagraphs(50);
    expect(new Set(sample).size).toBe(sample.length);
    expect(sample.length).toBeGreaterThan(40);
    for (const id of sample) seen.add(id);
  }
  const ids = [...seen].sort((a, b) => a - b);
  expect(ids.length).toBeGreaterThan(600);
  expect(ids[0]).toBeLessThan(100);
  expect(ids.at(-1)).toBeGreaterThan(2930);
});

test("paragraphs are counted as the speakers' own, through revisions, and without reading each of them", () => {
  const counted = archive.db
    .prepare("SELECT count(*) FROM paragraph WHERE kind = 'speech'")
    .pluck();
  expect(queue.paragraphCount()).toBe(0);
  put("Many", 5000);
  archive.put({ title: "Few", date: "2022", paragraphs: [{ text: "a" }, { text: "b" }] });
  const paragraphs = [{ text: "a" }, { text: "(Applause.)", kind: "note" as const }];
  archive.put({ title: "Few", date: "2022", paragraphs });
  expect(queue.paragraphCount()).toBe(5001);
  expect(counted.get()).toBe(5001);

  const timeOf = (work: () => void) => {
    const times = Array.from({ length: 9 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  expect(timeOf(() => queue.paragraphCount()) * 5).toBeLessThan(timeOf(() => counted.get()));
});
