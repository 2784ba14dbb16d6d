import { describe, expect, it } from "vitest";
import { splitAddress } from "../../src/text/paragraphs/split-address.ts";
import { PARAGRAPH, rows } from "../support/rows.ts";

describe("headings", () => {
  it("are lines in capitals above a paragraph, Markdown headings and bold lines without an end mark", () => {
    for (const heading of [
      "FOREIGN RELATIONS",
      "PUBLIC HEALTH.",
      "## Peace",
      "**Soviet Union**",
      "4. China",
    ]) {
      expect(rows([PARAGRAPH, heading, PARAGRAPH])[1]).toEqual(["heading", heading]);
    }
  });

  it("are not made of what a speaker says", () => {
    for (const said of [
      "I THANK YOU",
      "GOD BLESS AMERICA",
      "DISTINGUISHED LADIES AND GENTLEMEN:",
      "Mr. President",
      "**Mr President,**",
      "**Peace be upon you all.**",
      "Glory to Ukraine",
      "Never again",
      "NO!",
    ]) {
      expect(rows([PARAGRAPH, said, PARAGRAPH])[1]?.[0], said).toBe("speech");
    }
  });

  it("never come last", () => {
    expect(rows([PARAGRAPH, "ULYSSES S GRANT"])[1]?.[0]).toBe("speech");
  });

  it("are not the speaker's signature", () => {
    const blocks = [PARAGRAPH, "ANDREW JOHNSON.", "U. S. GRANT.", PARAGRAPH];
    expect(rows(blocks, "Andrew Johnson").map(([kind]) => kind)).toEqual([
      "speech",
      "speech",
      "speech",
      "speech",
    ]);
  });
});

describe("notes", () => {
  it("are stage directions and editors' remarks of their own", () => {
    for (const note of [
      "(Applause.)",
      "[Laughter]",
      "(APPLAUSE)",
      "* * *",
      "[At this point, the President's microphone failed.]",
    ]) {
      expect(rows([PARAGRAPH, note, PARAGRAPH])[1]).toEqual(["note", note]);
    }
  });

  it("are not what the speaker says in brackets", () => {
    expect(rows([PARAGRAPH, "(I say this to our friends.)", PARAGRAPH])[1]?.[0]).toBe("speech");
  });
});

describe("inferred paragraphs", () => {
  const wall = (middle: string): string =>
    `${`${PARAGRAPH} `.repeat(8)}${middle} ${`${PARAGRAPH} `.repeat(8)}`;

  it("do not begin with applause", () => {
    for (const [, text] of rows([wall("(Applause.)")])) expect(text).not.toMatch(/^\(Applause/);
  });

  it("are not a lone address to somebody or a lone ordinal", () => {
    for (const lone of ["Mr. President.", "Second."]) {
      for (const [, text] of rows([wall(lone)])) expect(text).not.toBe(lone);
    }
  });

  it("end with a salutation, each a line of its own", () => {
    const found = rows([`Ukrainians! Our defenders! ${wall("Ladies and gentlemen!")}`]);
    expect(found.slice(0, 2)).toEqual([
      ["speech", "Ukrainians!"],
      ["speech", "Our defenders!"],
    ]);
    expect(found.filter(([, text]) => text.endsWith("Ladies and gentlemen!"))).toHaveLength(1);
    const [first] = rows([`Mr. Speaker, and my fellow Americans: ${wall("")}`]);
    expect(first).toEqual(["speech", "Mr. Speaker, and my fellow Americans:"]);
  });

  it("begin after a stage direction, not with it", () => {
    const texts = rows([wall(`He laughed. [Laughter] ${PARAGRAPH}`)]).map(([, text]) => text);
    for (const text of texts) expect(text).not.toMatch(/^\[Laughter/);
  });
});

describe("lines without blank lines between them", () => {
  it("are paragraphs where they end as sentences do", () => {
    expect(rows(["We stand firm.\nWe shall not yield.\nWe shall win."])).toHaveLength(3);
  });

  it("are not where they are wrapped to a width", () => {
    expect(rows(["We stand firm and we\nshall not yield to\nanyone. We shall win."])).toHaveLength(
      1,
    );
  });
});

describe("text that nobody wrote for reading", () => {
  it("is split and kept whole, however long", () => {
    for (const text of [
      "word ".repeat(200_000),
      "a".repeat(1_000_000),
      "\n".repeat(100_000),
      "👋🏽".repeat(100_000),
      "السلام عليكم. ".repeat(20_000),
      "Yes.\r\n".repeat(20_000),
      ". ".repeat(50_000),
    ]) {
      const blocks = splitAddress(text, { lang: "en", speaker: null });
      expect(
        blocks
          .map((block) => block.text)
          .join("")
          .replace(/\s+/gu, ""),
      ).toBe(text.replace(/\s+/gu, ""));
    }
  });

  it("is cut into readable pieces even without punctuation", () => {
    const blocks = splitAddress("so we went on and on ".repeat(2000), {
      lang: "en",
      speaker: null,
    });
    expect(Math.max(...blocks.map((block) => block.text.length))).toBeLessThan(8000);
  });
});
