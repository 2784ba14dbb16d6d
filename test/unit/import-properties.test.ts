import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldWhiteSpace } from "../../src/text/fold.ts";
import { splitAddress } from "../../src/text/paragraphs/split-address.ts";
import { openImportBench, simpleWork } from "../support/import.ts";

describe("whatever is imported", () => {
  const word = fc.constantFrom(
    "Ukraine",
    "grain",
    "peace",
    "будемо",
    "разом",
    "“we”",
    "don’t",
    "e\u0301",
  );
  const sentence = fc
    .array(word, { minLength: 1, maxLength: 6 })
    .map((words) => `${words.join(" ")}.`);
  const gap = fc.constantFrom(" ", "\n", "\n\n", "  ", "\n \n");
  const text = fc
    .array(fc.tuple(sentence, gap), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.flat().join(""));

  it("joins again to the source, character for character but for white space", () => {
    const bench = openImportBench(":memory:", { ...simpleWork, split: splitAddress });
    let n = 0;
    fc.assert(
      fc.property(text, (source) => {
        bench.take({ id: `p${n++}`, text: source.trim() });
        const stored = bench
          .whole()
          .paragraphs.map((p) => p.text)
          .join(" ");
        expect(foldWhiteSpace(stored)).toBe(foldWhiteSpace(source));
      }),
      { numRuns: 60 },
    );
  });

  it("never loses a key: each that was given out stands or is buried, with its own words", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 8 }), (versions) => {
        const bench = openImportBench();
        const given = new Map<string, string>();
        for (const version of versions) {
          bench.take({ text: version.trim() });
          const { paragraphs } = bench.whole();
          for (const p of paragraphs) {
            const words = foldWhiteSpace(p.text);
            expect(given.get(p.key) ?? words).toBe(words);
            given.set(p.key, words);
          }
          expect(new Set(paragraphs.map((p) => p.key)).size).toBe(paragraphs.length);
        }
        for (const [key, words] of given) {
          const found = bench.reader.lookupKey(key);
          const now = found?.state === "present" ? found.paragraph.text : found?.tombstone.text;
          expect(foldWhiteSpace(now ?? "")).toBe(words);
        }
        const indexed = [...bench.texts.values()].sort();
        const speech = bench
          .whole()
          .paragraphs.map((p) => p.text)
          .sort();
        expect(indexed).toEqual(speech);
      }),
      { numRuns: 60 },
    );
  });

  it("has the same keys in an archive built anew from the same input", () => {
    const [one, two] = [openImportBench(), openImportBench()];
    fc.assert(
      fc.property(text, (source) => {
        for (const bench of [one, two]) bench.take({ id: source, text: source.trim() });
        expect(two.whole().paragraphs.map((p) => p.key)).toEqual(
          one.whole().paragraphs.map((p) => p.key),
        );
      }),
      { numRuns: 40 },
    );
  });
});
