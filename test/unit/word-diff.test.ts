import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareWords } from "../../src/text/word-diff.ts";

const changed = (pieces: { text: string; differs: boolean }[]) =>
  pieces.filter(({ differs }) => differs).map(({ text }) => text);
const joined = (pieces: { text: string }[]) => pieces.map(({ text }) => text).join("");

describe("two versions of a paragraph", () => {
  test("are told apart by the words that were changed, and no others", () => {
    const { before, after } = compareWords(
      "It's not just rocket explosions, it is the sound of a curtain.",
      "It's not just missile strikes, it is the noise of a curtain.",
    );
    expect(changed(before)).toEqual(["rocket explosions", "sound"]);
    expect(changed(after)).toEqual(["missile strikes", "noise"]);
  });

  test("show a lost “not”", () => {
    const { before, after } = compareWords("We will not yield.", "We will yield.");
    expect(changed(before).join("").trim()).toBe("not");
    expect(changed(after)).toEqual([]);
  });

  test("are the same when nothing was changed", () => {
    const { before, after } = compareWords("Слава Україні!", "Слава Україні!");
    expect([before, after]).toEqual([
      [{ text: "Слава Україні!", differs: false }],
      [{ text: "Слава Україні!", differs: false }],
    ]);
  });

  test("are shown letter by letter as they are, whatever they hold", () => {
    const word = fc.constantFrom(
      "grain",
      "Grain",
      " ",
      "  ",
      "\n",
      ",",
      "ї",
      "не",
      "not",
      "😀",
      "é",
    );
    const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(""));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const { before, after } = compareWords(one, other);
        expect(joined(before)).toBe(one);
        expect(joined(after)).toBe(other);
      }),
    );
  });
});
