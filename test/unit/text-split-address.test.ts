import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitAddress } from "../../src/text/paragraphs/split-address.ts";
import { describeShared, sharedPath } from "../support/shared.ts";

const OPTIONS = { lang: "en", speaker: "Volodymyr Zelenskyy" };
const PLAIN = { lang: "en", speaker: null };

/** The characters of a text that are not white space. */
function ink(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** Texts made of what speeches are made of, and of what they should not be made of. */
const SPEECH = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom("We stand firm.", "Mr. Speaker, the U.S. acts!", "Why?"),
      },
      {
        weight: 4,
        arbitrary: fc.constantFrom(" ", "\n", "\n\n", "\r\n", "\t", "\r\n\r\n", "\u00a0"),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom("(Applause.)", "THE PRESIDENT:", "1. First", "«Так»…", "👋🏽"),
      },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme" }) },
      { weight: 1, arbitrary: fc.constant("The word goes on and on. ".repeat(60)) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

describe("the paragraphs of an address", () => {
  it("are the text itself but for white space", () => {
    fc.assert(
      fc.property(
        SPEECH,
        fc.constantFrom("en", "uk", "ar", "ja"),
        fc.option(fc.nat(300)),
        (text, lang, lead) => {
          const blocks = splitAddress(text, {
            lang,
            speaker: null,
            ...(lead === null ? {} : { leadLength: lead }),
          });
          expect(ink(blocks.map((block) => block.text).join(""))).toBe(ink(text));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("are never empty and have no outer white space", () => {
    fc.assert(
      fc.property(SPEECH, (text) => {
        for (const block of splitAddress(text, OPTIONS)) {
          expect(block.text).not.toBe("");
          expect(block.text.trim()).toBe(block.text);
        }
      }),
    );
  });

  it("keep the source's own breaks", () => {
    const blocks = splitAddress("First of all.\n\nSecondly.\r\n\r\nThirdly.\n \n\nDone.", PLAIN);
    expect(blocks.map((block) => [block.text, block.breakBefore])).toEqual([
      ["First of all.", "source"],
      ["Secondly.", "source"],
      ["Thirdly.", "source"],
      ["Done.", "source"],
    ]);
  });

  it("of a wall have inferred breaks after the first", () => {
    const blocks = splitAddress("We stand firm and we shall not yield to them. ".repeat(60), PLAIN);
    expect(blocks.length).toBeGreaterThan(1);
    expect(blocks[0]?.breakBefore).toBe("source");
    expect(new Set(blocks.slice(1).map((block) => block.breakBefore))).toEqual(
      new Set(["inferred"]),
    );
    for (const block of blocks) expect(block.text).toMatch(/^We .*them\.$/);
  });

  it("leave a short address alone", () => {
    expect(splitAddress("We stand firm. We shall not yield.", PLAIN)).toHaveLength(1);
  });
});

describe("an agency's lead", () => {
  it("is told apart from the speaker's words", () => {
    const lead =
      "President Volodymyr Zelensky said this in his evening address, Ukrinform reports.";
    const blocks = splitAddress(`${lead} I thank our partners.`, OPTIONS);
    expect(blocks[0]).toEqual({ kind: "lead", text: lead, breakBefore: "source" });
    expect(blocks[1]).toMatchObject({ kind: "speech", text: "I thank our partners." });
  });

  it("is parted from the address by inference, unless the source parts the two", () => {
    const lead =
      "President Volodymyr Zelenskyy said this in his evening address, Ukrinform reports.";
    const breakAfter = (gap: string, rest = "I thank our partners. We go on.") =>
      splitAddress(`${lead}${gap}${rest}`, OPTIONS)[1]?.breakBefore;
    expect(breakAfter(" ")).toBe("inferred");
    expect(breakAfter("\n")).toBe("source");
    expect(breakAfter("\n\n")).toBe("source");
    expect(breakAfter(" \r\n \r\n ")).toBe("source");
    expect(breakAfter("\n", "I thank our partners.\n\nWe go on.")).toBe("inferred");
  });

  it("is recognised in the forms that agencies and editors give it", () => {
    for (const lead of [
      "President Volodymyr Zelenskyy said this in his evening video address.",
      "The President has said this in his evening address, the agency reports.",
      "Zelensky stressed this during his speech to the Riigikogu, according to Reuters.",
      "The President delivered the following remarks in a video address, as reported by Ukrinform.",
      "The following is the full text of the address.",
      "President Zelenskyy addressed the nation, AP reports. Ukrinform reports this with reference to the Office.",
    ]) {
      const blocks = splitAddress(`${lead} I thank our partners. We go on.`, OPTIONS);
      expect(blocks[0]?.kind, lead).toBe("lead");
      expect(blocks[1]?.text).toBe("I thank our partners. We go on.");
    }
  });

  it("is recognised in Ukrainian", () => {
    const lead =
      "Про це Президент Володимир Зеленський сказав у вечірньому зверненні, повідомляє Укрінформ.";
    const blocks = splitAddress(`${lead} Сьогодні був довгий день.`, {
      lang: "uk",
      speaker: "Володимир Зеленський",
    });
    expect(blocks.map((block) => block.kind)).toEqual(["lead", "speech"]);
  });

  it("never takes the speaker's own words", () => {
    for (const own of [
      "President Truman said in his message to Congress that we must act. So we acted.",
      "In my address last year I said this. CNN reports it daily.",
      "Volodymyr the Great said much. Today we remember him.",
      "President Zelenskyy said this very clearly. We heard him.",
      "The text of the agreement is clear. It was signed in Kyiv.",
      "Citizens of Ukraine! The President of Poland said in his speech that Europe must act. He is right.",
    ]) {
      expect(splitAddress(own, OPTIONS).every((block) => block.kind === "speech")).toBe(true);
    }
  });

  it("is as long as the source says, or absent when it says 0", () => {
    const text = "The President spoke, Reuters reports. Good evening.";
    expect(splitAddress(text, { ...PLAIN, leadLength: 37 }).map((block) => block.kind)).toEqual([
      "lead",
      "speech",
    ]);
    expect(splitAddress(text, { ...PLAIN, leadLength: 0 }).every((b) => b.kind === "speech")).toBe(
      true,
    );
  });
});

describeShared("the address of 28 September 2022", "corpora/000_bdb96d000a3983c3.txt", () => {
  it("has one sentence of lead and then the speaker's words in readable paragraphs", () => {
    const text = readFileSync(sharedPath("corpora/000_bdb96d000a3983c3.txt"), "utf8");
    const words = text.slice(text.indexOf("\n\n"));
    const blocks = splitAddress(words, { lang: "en", speaker: "Volodymyr Zelenskyy" });
    expect(blocks[0]?.kind).toBe("lead");
    expect(blocks[0]?.text).toMatch(/Ukrinform reports\.$/);
    expect(blocks[1]?.text).toMatch(/^Our key task now/);
    expect(blocks.length).toBeGreaterThan(8);
  });
});
