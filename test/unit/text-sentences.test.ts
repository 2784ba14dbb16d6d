import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sentences } from "../../src/text/sentences.ts";

function split(text: string, lang = "en"): string[] {
  return sentences(text, lang).map(({ start, end }) => text.slice(start, end));
}

/** Expects the sentences to be found again when they are joined by spaces. */
function expectKept(parts: string[], lang = "en"): void {
  expect(split(parts.join(" "), lang)).toEqual(parts);
}

describe("sentences", () => {
  it("end at full stops, question and exclamation marks and ellipses", () => {
    expectKept(["We stand.", "Do we?", "We do!", "And yet…", "Always."]);
  });

  it("do not end at titles, initials and figures", () => {
    expectKept(["Mr. Lehrer asked Gen. Marshall and J. F. Kennedy.", "They agreed."]);
    expectKept(["It rose by 3.5 per cent under No. 5 of Art. 51.", "Good."]);
    expectKept(["Franklin D. Roosevelt spoke to Rear-Adm. Chester W. Nimitz at St. Louis."]);
  });

  it("end at an abbreviation only where a new sentence begins", () => {
    expectKept(["The U.S. Congress met at 5 p.m. Eastern time.", "It was late."]);
    expectKept(["We love the U.S.", "We serve it."]);
    expectKept(["He said no.", "No. 5 is next."]);
    expectKept(["So did I.", "We all did."]);
  });

  it("keep closing quotes and brackets with what they close", () => {
    expectKept([
      "He said: “We stand.”",
      "They stood.",
      "(Applause.)",
      "“Go!” he cried.",
      "We went.",
    ]);
  });

  it("keep the number of an item with the item", () => {
    expectKept(["1. There should be a court.", "2\\. There must be relief.", "III. Peace."]);
  });

  it("do not end where a small letter follows", () => {
    expectKept(["We waited... and waited.", "Then it came."]);
  });

  it("know Ukrainian abbreviations", () => {
    expectKept(["У м. Київ на вул. Банковій, 11 о 10 год. ранку."], "uk");
    expectKept(
      ["Пам’ятаємо 24 лютого 2022 р.", "Це був четвер.", "Виділено 5 млн. грн.", "Завдяки вам!"],
      "uk",
    );
    expectKept(["Проф. О. І. Коваль виступив.", "Ми слухали."], "uk");
  });

  it("are found in other scripts", () => {
    expect(split("我们坚定不移。我们必胜！", "zh")).toEqual(["我们坚定不移。", "我们必胜！"]);
    expectKept(["हम दृढ़ हैं।", "हम जीतेंगे।"], "hi");
    expectKept(["هل نحن أحرار؟", "نعم."], "ar");
  });

  it("end at a blank line and never at a single line end", () => {
    expect(split("A heading\n\nWe stand\nfirm. Yes.")).toEqual([
      "A heading",
      "We stand\nfirm.",
      "Yes.",
    ]);
  });

  it("cover the whole text, in order, without outer white space", () => {
    const text = fc
      .array(
        fc.constantFrom(
          "We",
          "U.S.",
          "Mr.",
          ".",
          "…",
          "?",
          '"',
          " ",
          "\n",
          "\n\n",
          "3.5",
          "І",
          "。",
          ")",
          "J.",
        ),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ unit: "grapheme" })),
        fc.constantFrom("en", "uk", "ja"),
        (input, lang) => {
          const ranges = sentences(input, lang);
          let end = 0;
          for (const range of ranges) {
            expect(input.slice(end, range.start).trim()).toBe("");
            expect(range.end).toBeGreaterThan(range.start);
            const words = input.slice(range.start, range.end);
            expect(words.trim()).toBe(words);
            end = range.end;
          }
          expect(input.slice(end).trim()).toBe("");
        },
      ),
      { numRuns: 500 },
    );
  });
});
