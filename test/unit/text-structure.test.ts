import { describe, expect, it } from "vitest";
import { splitAddress } from "../../src/text/paragraphs/split-address.ts";

type Row = [kind: string, text: string, breakBefore?: string];

function rows(blocks: string[], speaker: string | null = null): Row[] {
  return splitAddress(blocks.join("\n\n"), { lang: "en", speaker, leadLength: 0 }).map(
    ({ kind, text }) => [kind, text],
  );
}

const PARAGRAPH =
  "The state of the Union is sound, and the Congress has done its part in making it so, as all can see.";

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

describe("speaker turns", () => {
  it("part the label from the words", () => {
    expect(
      rows(["THE PRESIDENT: Thank you all.", "Q. Mr. President, why?", "**MR. CARTER.** Because."]),
    ).toEqual([
      ["turn", "THE PRESIDENT:"],
      ["speech", "Thank you all."],
      ["turn", "Q."],
      ["speech", "Mr. President, why?"],
      ["turn", "**MR. CARTER.**"],
      ["speech", "Because."],
    ]);
  });

  it("in ordinary letters are believed where there are several", () => {
    expect(
      rows(["Question: Will you sign?", "Mr. Lehrer: Two minutes."]).map(([kind]) => kind),
    ).toEqual(["turn", "speech", "turn", "speech"]);
    expect(rows(["Mr. Brown: we are grateful to you.", PARAGRAPH])[0]?.[0]).toBe("speech");
  });

  it("are not what a speaker announces or whom one addresses", () => {
    for (const said of [
      "But make no mistake: we shall act.",
      "First: peace. Second: bread.",
      "Mr. President: we are with you.",
      "GENTLEMEN: we are with you.",
      "MEMBERS OF THE CONGRESS: we are with you.",
    ]) {
      expect(
        rows([said, said]).map(([kind]) => kind),
        said,
      ).toEqual(["speech", "speech"]);
    }
  });

  it("end in a full stop where an address has several, as transcripts of press conferences do", () => {
    const asked = ["Q. Will you run?", "THE PRESIDENT. No, I will not.", PARAGRAPH];
    const labels = (blocks: string[]) =>
      rows(blocks)
        .filter(([kind]) => kind === "turn")
        .map(([, text]) => text);
    expect(labels([...asked, ...asked])).toEqual(["Q.", "THE PRESIDENT.", "Q.", "THE PRESIDENT."]);
    const debate = [
      "Mr. Lehrer. Go on.",
      "Governor Clinton. I will.",
      "President Bush. So will I.",
    ];
    expect(labels([...debate, ...debate])).toHaveLength(6);
    expect(labels(["The President. That is who decides.", PARAGRAPH, PARAGRAPH])).toEqual([]);
    const treaty = [
      "The President: Trust.",
      "The General Secretary: You repeat that.",
      "Q:...why?",
    ];
    expect(labels(treaty)).toEqual(["The President:", "The General Secretary:", "Q:"]);
    expect(labels(["Q Will you run?", "THE PRESIDENT: No.", "Q Why?"])).toEqual([
      "Q",
      "THE PRESIDENT:",
      "Q",
    ]);
  });

  it("are no salutations of letters, signatures or names called out", () => {
    for (const said of [
      "GENERAL: The letter is received.",
      "FELLOW-CITIZENS: You are assembled.",
      "MR. MINISTER: I am gratified.",
      '"SIR: I have the honor to inform you.',
      "A.\nLINCOLN.",
      "CJ: Great work.",
      "HONORED COUNTRYMEN: I greet you.",
      "POSTSCRIPT: I forgot the treaty.",
    ]) {
      expect(
        rows([PARAGRAPH, said, PARAGRAPH]).map(([kind]) => kind),
        said,
      ).toEqual(["speech", "speech", "speech"]);
    }
  });

  it("are no headings of the speaker's, however many", () => {
    for (const said of [
      ["FIRST: nuclear safety.", "SECOND: grain.", "THIRD: energy."],
      ["JOBS: work for all.", "TAXES: less for all."],
      ["NATO: we thank you.", "NATO: we love you."],
      ["WE HAVE ONE GOAL: VICTORY.", "WE HAVE ONE WISH: PEACE."],
      ["MES CHERS COMPATRIOTES: bonsoir.", "VIVE LA FRANCE: vive la République."],
      ["БЕЗПЕКА: закрити небо.", "ЕКОНОМІКА: відновити експорт."],
    ]) {
      const kinds = rows([...said, PARAGRAPH]).map(([kind]) => kind);
      expect(new Set(kinds), said.join()).toEqual(new Set(["speech"]));
    }
  });

  it("are seen behind a name that ends the words before", () => {
    const debate =
      "MR. SMITH: Senator Nixon. MR. NIXON: I thank Mr. Smith. MR. SMITH: Time. MR. NIXON: No.";
    const labels = rows([debate, PARAGRAPH]).filter(([kind]) => kind === "turn");
    const both = ["MR. SMITH:", "MR. NIXON:"];
    expect(labels.map(([, text]) => text)).toEqual([...both, ...both]);
  });

  it("may have something beside the name, or none but a name where others are sure", () => {
    const labels = [
      "PRESIDENT ZELENSKYY:",
      "BBC NEWS (through interpreter):",
      "Journalist, ARD:",
      "Olaf Scholz:",
      "Prime Minister of Ukraine Denys Shmyhal:",
      "Keir Starmer (Holborn and St Pancras) (Lab):",
      "UNIDENTIFIED MALE #1:",
      "Кореспондентка ВВС:",
    ];
    const found = rows(labels.map((label) => `${label} We are here.`));
    expect(found.filter(([kind]) => kind === "turn").map(([, text]) => text)).toEqual(labels);
  });

  it("with a full stop begin turns in a wall, where they come again and again", () => {
    const asked = "Q. Will you run? THE PRESIDENT. No, I will not, and I say so again. ";
    const labels = rows([asked.repeat(12)]).filter(([kind]) => kind === "turn");
    expect(labels).toHaveLength(24);
    const said = `Who decides? The President. Who else? The Congress. ${PARAGRAPH} `;
    expect(rows([said.repeat(12)]).every(([kind]) => kind === "speech")).toBe(true);
  });

  it("begin a paragraph within one of the source, where sentences end", () => {
    const source = "THE PRESIDENT: Can you afford that? AUDIENCE: No! THE PRESIDENT: You can.";
    expect(rows([source, PARAGRAPH]).map(([, text]) => text)).toEqual([
      "THE PRESIDENT:",
      "Can you afford that?",
      "AUDIENCE:",
      "No!",
      "THE PRESIDENT:",
      "You can.",
      PARAGRAPH,
    ]);
  });

  it("in ordinary letters begin a paragraph in a wall too", () => {
    const wall = `${`${PARAGRAPH} `.repeat(5)}Question: And the universities? Answer: They stay open. ${PARAGRAPH}`;
    const labels = rows([wall]).filter(([kind]) => kind === "turn");
    expect(labels.map(([, text]) => text)).toEqual(["Question:", "Answer:"]);
  });

  it("begin a paragraph in a wall", () => {
    const wall = `${`${PARAGRAPH} `.repeat(5)}Q: Will you run? THE PRESIDENT: ${`${PARAGRAPH} `.repeat(5)}`;
    const found = rows([wall]);
    expect(found).toContainEqual(["turn", "Q:"]);
    expect(found).toContainEqual(["turn", "THE PRESIDENT:"]);
  });

  it("begin a paragraph even where somebody is cut off, or never ends a sentence", () => {
    const cutOff = `${PARAGRAPH} Q: But will you — THE PRESIDENT: No, I will — Q:—the economy in lieu of — AUDIENCE: Boo! `;
    const labels = rows([`${cutOff.repeat(4)}any questions THE PRESIDENT: ${PARAGRAPH}`])
      .filter(([kind]) => kind === "turn")
      .map(([, text]) => text);
    const turns = ["Q:", "THE PRESIDENT:", "Q:", "AUDIENCE:"];
    expect(labels).toEqual([...turns, ...turns, ...turns, ...turns, "THE PRESIDENT:"]);
  });

  it("are not what stands in capitals within a sentence", () => {
    const wall =
      `${`${PARAGRAPH} `.repeat(4)}We have one aim and that is JOBS: work for all. `.repeat(2);
    expect(rows([wall]).every(([kind]) => kind === "speech")).toBe(true);
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
