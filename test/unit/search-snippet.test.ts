import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SNIPPET, snippetRanges } from "../../src/search/snippet.ts";

const sentence = (n: number) => `This is sentence number ${n} of a long and patient paragraph.`;
const LONG = Array.from({ length: 80 }, (_, n) => sentence(n)).join(" ");
const markOf = (words: string) => {
  const start = LONG.indexOf(words);
  return { start, end: start + words.length };
};
const cut = (ranges: { start: number; end: number }[]) =>
  ranges.map(({ start, end }) => LONG.slice(start, end));

describe("a result shows", () => {
  test("a paragraph of ordinary length whole", () => {
    const text = "x".repeat(SNIPPET.whole);
    expect(snippetRanges(text, [{ start: 5, end: 6 }], "en")).toEqual([
      { start: 0, end: SNIPPET.whole },
    ]);
  });

  test("the beginning of a very long one without marks", () => {
    const [part, ...others] = cut(snippetRanges(LONG, [], "en"));
    expect(others).toEqual([]);
    expect(part?.startsWith(sentence(0))).toBe(true);
    expect(part?.endsWith("paragraph.")).toBe(true);
  });

  test("whole sentences around the marks", () => {
    const [part] = cut(snippetRanges(LONG, [markOf("number 40")], "en"));
    expect(part).toContain(sentence(40));
    expect(part).toMatch(/^This is sentence .* paragraph\.$/);
  });

  test("two parts when marks stand far apart, the part with most marks among them", () => {
    const marks = ["number 3 ", "number 40", "number 41", "number 42", "number 70"].map(markOf);
    const parts = cut(snippetRanges(LONG, marks, "en"));
    expect(parts).toHaveLength(2);
    expect(parts.join()).toContain(sentence(41));
    expect(parts.join()).toContain(sentence(3));
  });

  test("ranges in order that never overlap nor split a character, for any text", () => {
    const text = fc
      .array(fc.constantFrom("word ", "Ends. ", "粮", "😀", "x".repeat(300)), { maxLength: 400 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, fc.array(fc.nat(4000), { maxLength: 8 }), (long, places) => {
        const marks = places
          .filter((start) => start + 4 <= long.length)
          .sort((a, b) => a - b)
          .map((start) => ({ start, end: start + 4 }));
        let at = -1;
        for (const { start, end } of snippetRanges(long, marks, "en")) {
          expect(start).toBeGreaterThan(at);
          expect(end).toBeLessThanOrEqual(long.length);
          expect(long.slice(start, end).isWellFormed()).toBe(true);
          at = end;
        }
      }),
    );
  });
});
