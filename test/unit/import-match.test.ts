import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitAgain } from "../../src/import/freeze-breaks.ts";
import { matchParagraphs } from "../../src/import/match-paragraphs.ts";
import { simpleWork } from "../support/import.ts";

const match = (before: string, after: string) => matchParagraphs([...before], [...after]);

describe("matching paragraphs", () => {
  it("pairs equal ones in reading order, around what came and what went", () => {
    expect(match("abcd", "abXcd")).toEqual([0, 1, null, 2, 3]);
    expect(match("abcd", "acd")).toEqual([0, 2, 3]);
  });

  it("pairs repeated ones with their neighbours, not with the first of their kind", () => {
    expect(match("pap", "ap")).toEqual([1, 2]);
    expect(match("apbpc", "abpc")).toEqual([0, 2, 3, 4]);
  });

  it("pairs one that moved", () => {
    expect(match("abc", "cab")).toEqual([2, 0, 1]);
  });

  it("is done in seconds for a hundred thousand equal ones, and pairs the others all the same", () => {
    const applause = Array.from({ length: 100_000 }, () => "a");
    const matches = matchParagraphs(["x", ...applause, "y"], ["n", "x", ...applause, "y", "a"]);
    expect(matches.slice(0, 3)).toEqual([null, 0, 1]);
    expect(matches.slice(-3)).toEqual([100_000, 100_001, null]);
    const fewer = matchParagraphs(applause, [...applause.slice(2), "z"]);
    expect(fewer.filter((match) => match !== null)).toHaveLength(99_998);
    const moved = matchParagraphs([...applause, "z"], ["z", ...applause]);
    expect(moved.filter((match) => match !== null)).toHaveLength(100_001);
  });

  it("never pairs unequal ones, nor one twice, and leaves none single whose twin is single", () => {
    const texts = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const matches = matchParagraphs(before, after);
        const used = matches.filter((m) => m !== null);
        expect(new Set(used).size).toBe(used.length);
        matches.forEach((m, i) => {
          if (m !== null) expect(before[m]).toBe(after[i]);
        });
        for (const text of "abcd") {
          const count = (list: string[]) => list.filter((t) => t === text).length;
          const paired = matches.filter((m, i) => m !== null && after[i] === text).length;
          expect(paired).toBe(Math.min(count(before), count(after)));
        }
      }),
    );
  });
});

describe("splitting a corrected wall again", () => {
  const wall = "One. Two. Three. Four. Five. Six. Seven. Eight.";
  const about = { lang: "en", speaker: null };
  const before = simpleWork.split(wall, about);
  const texts = (text: string, split = simpleWork.split) =>
    splitAgain(text, before, (stretch) => split(stretch, about)).map((block) => block.text);
  const refuse = () => {
    throw new Error("nothing is to be split");
  };

  it("keeps every break before and after the change", () => {
    expect(texts(wall.replace("Four.", "Fourth. And a half."))).toEqual([
      "One. Two.",
      "Three. Fourth.",
      "And a half.",
      "Five. Six.",
      "Seven. Eight.",
    ]);
  });

  it("keeps them even where another splitter would break otherwise", () => {
    const sentence = (text: string) =>
      (text.match(/[^.]+\./g) ?? []).map((piece) => ({
        kind: "speech" as const,
        text: piece.trim(),
        breakBefore: "inferred" as const,
      }));
    expect(texts(`${wall} Nine. Ten.`, sentence)).toEqual([
      "One. Two.",
      "Three. Four.",
      "Five. Six.",
      "Seven.",
      "Eight.",
      "Nine.",
      "Ten.",
    ]);
    expect(splitAgain(wall, before, (stretch) => (stretch.trim() === "" ? [] : refuse()))).toEqual(
      before,
    );
  });

  it("goes by the source's own breaks as soon as it has some", () => {
    const parted = "One. Two. Three.\n\nFour. Five. Six. Seven.\n\nEight.";
    expect(texts(parted)).toEqual(simpleWork.split(parted, about).map((block) => block.text));
  });

  it("loses and adds nothing, whatever changed", () => {
    const sentences = fc.array(fc.constantFrom("Aa.", "Bb cc.", "Dd.", "Ee ff gg."), {
      minLength: 1,
      maxLength: 14,
    });
    const gap = fc.constantFrom(" ", "  ", "\n", "\n\n");
    const text = fc.tuple(sentences, gap).map(([list, space]) => list.join(space));
    const fold = (s: string) => s.replace(/\s+/g, " ").trim();
    fc.assert(
      fc.property(text, text, fc.nat(), (old, fresh, at) => {
        const stored = simpleWork.split(old, about);
        const cut = at % (old.length + 1);
        for (const next of [fresh, `${old.slice(0, cut)} ${fresh} ${old.slice(cut)}`]) {
          const blocks = splitAgain(next, stored, (stretch) => simpleWork.split(stretch, about));
          expect(fold(blocks.map((block) => block.text).join(" "))).toBe(fold(next));
        }
      }),
    );
  });
});
