import { expect, it } from "vitest";
import { openImportBench } from "../support/import.ts";

/** Takes one text, then another; which paragraph is said to stand where `gone` stood. */
function inPlaceOf(gone: string, ...texts: string[][]) {
  const bench = openImportBench();
  bench.take({ text: texts[0]?.join("\n\n") ?? "" });
  const key = bench.whole().paragraphs.find(({ text }) => text === gone)?.key ?? "";
  for (const text of texts.slice(1)) bench.take({ text: text.join("\n\n") });
  const found = bench.reader.lookupKey(key);
  if (found?.state !== "tombstone") throw new Error(`${gone} is not gone`);
  const there = bench.reader.inPlaceOf(found.tombstone);
  if (there === null) return null;
  const { paragraphs } = bench.whole();
  expect(paragraphs.find((p) => p.key === there.key)?.number).toBe(there.number);
  return paragraphs.find((p) => p.key === there.key)?.text;
}

const ABC = ["Alpha one.", "Bravo two.", "Charly three."];
const [A, B, C] = ABC as [string, string, string];

it.each([
  ["in the middle", B, [A, "Bravo too.", C], "Bravo too."],
  ["at the beginning", A, ["Alpha won.", B, C], "Alpha won."],
  ["at the end", C, [A, B, "Charlie three."], "Charlie three."],
  ["though something was put in elsewhere", C, ["New.", A, B, "Charlie three."], "Charlie three."],
])("a new paragraph stands in the place of the one that is gone %s", (_, gone, then, there) => {
  expect(inPlaceOf(gone, ABC, then)).toBe(there);
});

it("is told through later corrections, of the one that stands there now", () => {
  expect(inPlaceOf(B, ABC, [A, "Bravo too.", C], [A, "Bravo to.", C])).toBe("Bravo to.");
});

it.each([
  ["nothing does", B, ABC, [A, C]],
  ["two do", B, ABC, [A, "Bravo too.", "And more.", C]],
  ["the neighbours changed too", B, ABC, [A, "Bravo too.", "Charlie three."]],
  ["all is new", B, [B], ["Bravo too."]],
  ["what stands there stood elsewhere before", B, [...ABC, "Delta four."], [A, "Delta four.", C]],
])("no paragraph is said to stand there where %s", (_, gone, before, then) => {
  expect(inPlaceOf(gone, before, then)).toBeNull();
});

it("is told of one among ten thousand in no time", () => {
  const many = Array.from({ length: 10_000 }, (_, i) => `Sentence number ${i} is here.`);
  const bench = openImportBench();
  bench.take({ text: many.join("\n\n") });
  const { key = "" } = bench.whole().paragraphs[5000] ?? {};
  bench.take({ text: many.with(5000, "Another one.").join("\n\n") });
  const found = bench.reader.lookupKey(key);
  if (found?.state !== "tombstone") throw new Error("it is not gone");
  const before = process.cpuUsage();
  expect(bench.reader.inPlaceOf(found.tombstone)?.number).toBe(5001);
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(500);
});
