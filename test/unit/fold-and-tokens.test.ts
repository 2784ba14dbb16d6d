import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldWhiteSpace, foldWord } from "../../src/text/fold.ts";
import { tokenize, WORD } from "../../src/text/tokens.ts";

const words = (text: string) => tokenize(text).map((token) => token.folded);

describe("folding", () => {
  test.each([
    ["Erdoğan", "erdogan"],
    ["TÜRKİYE", "turkiye"],
    ["don’t", "dont"],
    ["п'ять", "пять"],
    ["украї́на", "україна"],
    ["Йод", "йод"],
    ["Зелёный", "зеленый"],
    ["Łódź", "lodz"],
    ["straße", "strasse"],
    ["ﬁne", "fine"],
    ["Ǽlfric", "aelfric"],
  ])("%s is found as %s", (written, folded) => {
    expect(foldWord(written)).toBe(folded);
  });

  test("folding what is folded changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        for (const token of tokenize(text)) expect(foldWord(token.folded)).toBe(token.folded);
      }),
    );
  });

  test("white space runs become one space and none stays at the ends", () => {
    expect(foldWhiteSpace(" a\u00a0\n\tb  ")).toBe("a b");
  });
});

describe("words", () => {
  test.each([
    ["anti-missile defence", ["anti", "missile", "defence"]],
    ["1,500,000 people", ["1500000", "people"]],
    ["3.5% and 3,5", ["3.5", "and", "3.5"]],
    ["F-16s, 9/11, 5th", ["f", "16s", "9", "11", "5th"]],
    ["U.S. troops", ["u", "s", "troops"]],
    ["中国人", ["中", "国", "人"]],
    ["Ukraine’s people’s", ["ukraines", "peoples"]],
  ])("%s", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test("ranges point at the words in the text, in order, without overlap", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        let last = 0;
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.folded).not.toBe("");
          last = token.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test("are what the pattern says, also those that are read without it", () => {
    const pattern = new RegExp(WORD.source, "gu");
    const letters = [..."aZйЇґЁѓў’'`1.,- —…中កᨀßΣ\u0301\u0306\ud83d\ude00\ud835\udc00", "й", "ABC"];
    const anyText = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(...letters) }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const expected = [...text.matchAll(pattern)].filter(
          ([word]) => /^\d/.test(word) || foldWord(word) !== "",
        );
        expect(tokenize(text).map(({ start, end }) => [start, text.slice(start, end)])).toEqual(
          expected.map((match) => [match.index, match[0]]),
        );
        for (const { start, end, folded } of tokenize(text)) {
          const word = text.slice(start, end);
          if (!/^\d/.test(word)) expect(folded).toBe(foldWord(word));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("a word is the same wherever it stands", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zа-яіїєA-Z’]{1,12}$/u), (word) => {
        expect(words(`(${word}), ${word}!`)).toEqual([...words(word), ...words(word)]);
      }),
    );
  });
});
