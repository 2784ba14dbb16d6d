import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formToken, stemToken } from "../../src/search/meilisearch/index-token.ts";
import { tokenize } from "../../src/text/tokens.ts";

/** What Meilisearch leaves alone: digits and letters it holds for lower-case Latin. */
const UNTOUCHED = /^[0-3][a-z0-9\u0250-\u02af]+$/;
const folded = fc
  .oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }))
  .map((text) => tokenize(text).map((token) => token.folded))
  .filter((words) => words.length > 0)
  .map((words) => words[0] as string);

describe("index tokens", () => {
  test("are written in letters that the server neither splits nor folds", () => {
    fc.assert(
      fc.property(folded, (word) => {
        expect(formToken(word)).toMatch(UNTOUCHED);
      }),
    );
    for (const word of ["3.5", "їжак", "ґрунт", "粮", "λόγοσ", "ab-ґ", "covidівський"]) {
      expect(formToken(word)).toMatch(UNTOUCHED);
    }
  });
  test("are another for every other word", () => {
    fc.assert(
      fc.property(folded, folded, (one, other) => {
        expect(formToken(one) === formToken(other)).toBe(one === other);
      }),
    );
  });
  test("never take a stem for a form", () => {
    fc.assert(
      fc.property(folded, folded, (one, other) => {
        expect(formToken(one)).not.toBe(stemToken(other));
      }),
    );
  });
  test("keep a slip of one letter a slip of one letter", () => {
    expect([...formToken("грузія")]).toHaveLength([..."грузія"].length + 1);
    expect(formToken("government")).toBe("1government");
  });
  test("stay short enough for the server, however long the word", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 50, maxLength: 400 }), (text) => {
        for (const token of tokenize(text)) {
          expect(Buffer.byteLength(formToken(token.folded))).toBeLessThanOrEqual(250);
        }
      }),
    );
    expect(formToken("a".repeat(500))).not.toBe(formToken("a".repeat(501)));
  });
});
