import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mark } from "../../src/search/answer.ts";
import { formatSpan, formatYears } from "../../src/web/page-models/format.ts";
import { excerpt, markedPieces } from "../../src/web/page-models/marked-text.ts";

/** Marks as `findMarks` promises them: in order, never overlapping. */
const markedText = fc.string({ minLength: 1, maxLength: 4000 }).chain((text) =>
  fc.uniqueArray(fc.nat(text.length), { maxLength: 20 }).map((places) => {
    const sorted = places.sort((a, b) => a - b);
    const marks: Mark[] = [];
    for (let i = 0; i + 1 < sorted.length; i += 2) {
      marks.push({ start: sorted[i] ?? 0, end: sorted[i + 1] ?? 0, kind: "word" });
    }
    return { text, marks };
  }),
);

describe("marked text", () => {
  test("joined again is the text, whatever is marked", () => {
    fc.assert(
      fc.property(markedText, ({ text, marks }) => {
        const pieces = markedPieces(text, marks);
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
        const marked = pieces.filter(({ kind }) => kind !== "plain");
        expect(marked.map((piece) => piece.text)).toEqual(
          marks.map(({ start, end }) => text.slice(start, end)),
        );
      }),
    );
  });

  test("tells a phrase from a word", () => {
    const marks: Mark[] = [
      { start: 0, end: 4, kind: "phrase" },
      { start: 5, end: 9, kind: "word" },
    ];
    expect(markedPieces("free land!", marks)).toEqual([
      { kind: "phrase", text: "free" },
      { kind: "plain", text: " " },
      { kind: "word", text: "land" },
      { kind: "plain", text: "!" },
    ]);
  });
});

describe("an excerpt", () => {
  const long = `${"Nobody weighs these words. ".repeat(80)}One grain is gold. ${"So it goes on. ".repeat(80)}`;
  const at = long.indexOf("grain");

  test("of a short paragraph is all of it", () => {
    expect(excerpt("All of it.", [], "en")).toEqual({
      pieces: [{ kind: "plain", text: "All of it." }],
      shortened: false,
    });
  });

  test("of a very long paragraph shows its marks and says where words are left out", () => {
    const mark: Mark = { start: at, end: at + 5, kind: "word" };
    const { pieces, shortened } = excerpt(long, [mark], "en");
    expect(shortened).toBe(true);
    expect(pieces[0]?.kind).toBe("gap");
    expect(pieces.at(-1)?.kind).toBe("gap");
    expect(pieces.find(({ kind }) => kind === "word")?.text).toBe("grain");
    expect(pieces.map(({ text }) => text).join("").length).toBeLessThan(long.length / 2);
  });

  test("invents no word: every piece stands in the paragraph", () => {
    fc.assert(
      fc.property(markedText, ({ text, marks }) => {
        for (const piece of excerpt(text, marks, "en").pieces) expect(text).toContain(piece.text);
      }),
    );
  });
});

describe("a span of days", () => {
  test("is said by its days", () => {
    expect(formatSpan(17890430, 20220928)).toEqual({
      first: "30 April 1789",
      last: "28 September 2022",
    });
  });

  test("never makes a day of a date known only by its year", () => {
    expect(formatSpan(19460101, 20241231)).toEqual({ first: "1946", last: "2024" });
  });

  test("of one year is that year", () => {
    expect(formatYears(19460101, 19461231)).toBe("1946");
    expect(formatYears(19460101, 20241231)).toBe("1946–2024");
  });
});
