import { describe, expect, it } from "vitest";
import { PARAGRAPH, rows } from "../support/rows.ts";

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
