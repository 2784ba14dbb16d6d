import { expect, test } from "vitest";
import { createIndexQueue } from "../../src/store/index-queue.ts";
import { createArchiveFile } from "../contract/archive-file.ts";

test("paragraphs are sampled from anywhere, each once, of few and of many", () => {
  const archive = createArchiveFile();
  const queue = createIndexQueue(archive.db);
  expect(queue.sampleParagraphs(50)).toEqual([]);
  const put = (title: string, count: number) =>
    archive.put({
      title,
      date: "2022",
      paragraphs: Array.from({ length: count }, (_, n) => ({ text: `${title} ${n}` })),
    });
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
  archive.remove();
});
