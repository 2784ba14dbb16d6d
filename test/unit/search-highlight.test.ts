import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findMarks } from "../../src/search/highlight.ts";
import { parseQuery } from "../../src/search/query/parse.ts";

/** The text with word marks in square brackets and phrase marks in angle brackets. */
function marked(text: string, q: string, lang = "en"): string {
  let shown = "";
  let at = 0;
  for (const { start, end, kind } of findMarks(text, lang, parseQuery(q).tree)) {
    const [open, close] = kind === "phrase" ? ["<", ">"] : ["[", "]"];
    shown += `${text.slice(at, start)}${open}${text.slice(start, end)}${close}`;
    at = end;
  }
  return shown + text.slice(at);
}

describe("marks are", () => {
  test.each([
    ["all forms of a word", "Grain exports; exporting!", "export", "Grain [exports]; [exporting]!"],
    [
      "both spellings of a word",
      "Defence of the centre, to defend centers",
      "defense centers",
      "[Defence] of the [centre], to defend [centers]",
    ],
    ["words whatever case and accents", "The CAFÉ’s", "cafés", "The [CAFÉ’s]"],
    [
      "a phrase as one, as it stands",
      "Grain exports, grain export",
      '"grain export"',
      "Grain exports, <grain export>",
    ],
    ["over the punctuation inside a phrase", "No war, no grain", '"war no"', "No <war, no> grain"],
    [
      "the compound that was typed",
      "anti-missile, missile",
      "anti-missile",
      "<anti-missile>, missile",
    ],
    ["whole words that begin so", "war warm ward", "war*", "[war] [warm] [ward]"],
    [
      "the words of each nearness",
      "war a b peace c c c c war",
      '"war peace"~2',
      "[war] a b [peace] c c c c war",
    ],
    ["never what is excluded", "grain war", "grain -war", "[grain] war"],
    ["of every alternative", "grain wheat", "wheat OR grain", "[grain] [wheat]"],
    ["never of titles or fields", "grain energy", "title:grain topic:energy", "grain energy"],
    [
      "one where they overlap",
      "grain export deal",
      '"grain export" "export deal" grain',
      "<grain export deal>",
    ],
    ["after characters of two units", "🎉🎉 grain", "grain", "🎉🎉 [grain]"],
    ["of unspaced scripts", "出口粮食", "粮食", "出口<粮食>"],
  ])("%s", (_name, text, q, shown) => {
    expect(marked(text, q)).toBe(shown);
  });

  test("of a Ukrainian word in its cases", () => {
    expect(marked("Санкції та санкцій", "санкція", "uk")).toBe("[Санкції] та [санкцій]");
  });

  test("in order, inside the text, never overlapping, for any text and query", () => {
    const words = fc.array(
      fc.constantFrom("grain", "grains", "war", "the", " ", "-", '"', "😀", "~2", "e\u0301"),
      {
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(words, words, (text, q) => {
        const joined = text.join(" ");
        let at = 0;
        for (const mark of findMarks(joined, "en", parseQuery(q.join(" ")).tree)) {
          expect(mark.start).toBeGreaterThanOrEqual(at);
          expect(mark.end).toBeGreaterThan(mark.start);
          at = mark.end;
        }
        expect(at).toBeLessThanOrEqual(joined.length);
      }),
    );
  });
});
