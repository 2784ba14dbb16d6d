import { describe, expect, test } from "vitest";
import { splitAddress } from "../../src/text/paragraphs/split-address.ts";
import { turnSpeakers } from "../../src/text/paragraphs/turn-speakers.ts";

const NOBODY = { speaker: null, speakerOffice: null, speakerCountry: null };

/** Whose words each paragraph of speech is: null for the address's speaker. */
function voices(source: string[], speaker: string | null, speakerOffice: string | null = null) {
  const blocks = splitAddress(source.join("\n\n"), { lang: "en", speaker, leadLength: 0 });
  const speakers = turnSpeakers(blocks, { ...NOBODY, speaker, speakerOffice });
  return blocks.flatMap(({ kind }, i) => (kind === "speech" ? [speakers[i]] : []));
}

describe("words under the label of a turn", () => {
  test("are the speaker's under the speaker's name, others' under another's", () => {
    const debate = [
      "MR. SMITH: Senator, two minutes.",
      "MR. KENNEDY: I have a proposal.",
      "It is a good one.",
      "MR. NIXON: Let us take hospitals.",
      "They cost more.",
      "SENATOR KENNEDY: I disagree.",
    ];
    const nixon = "MR. NIXON";
    expect(voices(debate, "John F. Kennedy")).toEqual([
      "MR. SMITH",
      null,
      null,
      nixon,
      nixon,
      null,
    ]);
  });

  test("are told by the label, whatever marks that turn text around stand in it, and cited without these", () => {
    const turned = [
      "MR. KENNEDY: I am here.",
      "\u202eMR. NIXON\u202c: I \u202etoo.",
      "\u2066MR. NIXON:\u2069 Yes.",
      "MR.\u200e NIXON: No.",
    ];
    const nixon = "MR. NIXON";
    const said = [null, nixon, nixon, nixon];
    expect(voices(turned, "John F. Kennedy")).toEqual(said);
    expect(voices([turned.join(" ")], "John F. Kennedy")).toEqual(said);
  });

  test("are told in a wall where the label stands behind a heading, once or in another's letters", () => {
    const debate = [
      "MR. SMITH. Good evening. INTERNATIONAL TERRORISM MS. WALTERS. Mr. President, will you?",
      "THE PRESIDENT. I will. MR. SMITH. Governor Reagan? GOVERNOR REAGAN. I would not.",
      "MR. SMITH. Mr. President? THE PRESIDENT. I would. MR. SMITH. Thank you.",
      "CLOSING STATEMENTS THE PRESIDENT. I thank MR. SMITH and Ms. Walters.",
      "MR. SMITH. So do we. MS. FRANKEL. One point. GOVERNOR REAGAN. None.",
    ].join(" ");
    expect(voices([debate], "Jimmy Carter", "President of the United States")).toEqual([
      "MR. SMITH",
      "MS. WALTERS",
      null,
      "MR. SMITH",
      "GOVERNOR REAGAN",
      "MR. SMITH",
      null,
      "MR. SMITH",
      null,
      "MR. SMITH",
      "MS. FRANKEL",
      "GOVERNOR REAGAN",
    ]);
    const press = [
      "God bless you. Democracy in the Soviet Union Q. Can we help? The President. We can.",
      "Terrorism Q. Will they? The President. They will, as John Q. Adams did.",
      "Advice to Youth Q. None? The President. None.",
    ].join(" ");
    const said = ["Q", null, "Q", null, "Q", null];
    expect(voices([press], "Ronald Reagan")).toEqual([null, ...said]);
  });

  test("are told in a wall by reporters' names and houses, where somebody answers them", () => {
    const asked = ["Ann Smith, NBC News", "J. F. Ter Horst, Detroit News", "John Steele, Time"];
    const press = asked
      .map((who) => `${who}: Mr. President, will you? THE PRESIDENT. I will.`)
      .join(" ");
    expect(voices([press], "Lyndon B. Johnson")).toEqual(asked.flatMap((who) => [who, null]));
    const list = [...asked, ...asked].map((who) => `${who}: to be a judge.`).join(" ");
    expect(new Set(voices([list], "Lyndon B. Johnson"))).toEqual(new Set([null]));
  });

  test("are never a namesake's: a wife, a brother", () => {
    const both = ["THE PRESIDENT: Good evening.", "MRS. REAGAN: Thank you.", "JOHN REAGAN: And I."];
    expect(voices(both, "Ronald Reagan")).toEqual([null, "MRS. REAGAN", "JOHN REAGAN"]);
    expect(voices(["R. REAGAN: I am here.", "Q: Who?"], "Ronald Reagan")).toEqual([null, "Q"]);
  });

  test("are the speaker's under the office, unless labels name the speaker otherwise", () => {
    const asked = ["Q: Will you?", "THE PRESIDENT: I will."];
    expect(voices(asked, "Lyndon B. Johnson")).toEqual(["Q", null]);
    expect(voices(asked, "Volodymyr Zelenskyy", "President of Ukraine")).toEqual(["Q", null]);
    expect(voices(asked, "Denys Shmyhal", "Prime Minister of Ukraine")).toEqual([
      "Q",
      "THE PRESIDENT",
    ]);
    const debate = ["MR. CARTER: I will.", "THE PRESIDENT: So will I."];
    expect(voices(debate, "Jimmy Carter")).toEqual([null, "THE PRESIDENT"]);
    const two = ["THE PRESIDENT: Welcome.", "THE PRIME MINISTER: Thank you."];
    expect(voices(two, "Somebody Else")).toEqual(["THE PRESIDENT", "THE PRIME MINISTER"]);
    const vice = ["THE PRESIDENT: Mike?", "THE VICE PRESIDENT: Thank you."];
    expect(voices(vice, "Donald Trump")).toEqual([null, "THE VICE PRESIDENT"]);
  });

  test("end with the paragraph where the audience calls out, or nobody is said to answer", () => {
    const called = ["THE PRESIDENT: We can.", "AUDIENCE: Yes!", "And we will."];
    expect(voices(called, "Barack Obama")).toEqual([null, "AUDIENCE", null]);
    const interview = [
      "Question: And the universities?",
      "They stay open.",
      "Question: Why?",
      "So.",
    ];
    expect(voices(interview, "Volodymyr Zelenskyy")).toEqual(["Question", null, "Question", null]);
    const wall = `We go on. `.repeat(90);
    expect(voices([`${wall}AUDIENCE: Yes! ${wall}`], "Barack Obama").at(-1)).toBeNull();
    const closed = ["THE PRESIDENT: No.", "Reporter: Thank you, Mr. President.", "I thank you."];
    expect(voices(closed, "Lyndon B. Johnson")).toEqual([null, "Reporter", null]);
  });

  test("are nobody else's under the name of any of several speakers", () => {
    const debate = ["BUSH: I will.", "CLINTON: I will.", "LEHRER: Time."];
    expect(voices(debate, "George H. W. Bush; Bill Clinton")).toEqual([null, null, "LEHRER"]);
  });

  test("are the speaker's under an office that is told at length, never under a vice president's", () => {
    const asked = ["Q: Will you?", "THE PRESIDENT: I will.", "THE VICE PRESIDENT: So will I."];
    const office = "46th President of the United States";
    expect(voices(asked, "Joe Biden", office)).toEqual(["Q", null, "THE VICE PRESIDENT"]);
    const vice = "Vice President of the United States";
    expect(voices(asked, "Joe Biden", vice)).toEqual(["Q", "THE PRESIDENT", null]);
  });

  test("are the speaker's however the name is written, with a suffix or a note beside it", () => {
    for (const label of ["DR. KING JR.", "KING (through translator)", "M. L. KING"]) {
      const asked = ["Q: Why?", `${label}: Because.`, "Q: When?"];
      expect(voices(asked, "Martin Luther King, Jr."), label).toEqual(["Q", null, "Q"]);
    }
    const asked = ["Q: Why?", "PRESIDENT ZELENSKY: Because."];
    expect(voices(asked, "Volodymyr Zelenskyy")).toEqual(["Q", null]);
  });

  test("before the first label are the moderator's where another is labelled first", () => {
    const debate = [
      "Good evening.",
      "MR. FRANKEL: Governor?",
      "MR. CARTER: No.",
      "THE MODERATOR: Time.",
    ];
    const moderator = "THE MODERATOR";
    expect(voices(debate, "Jimmy Carter")).toEqual([moderator, "MR. FRANKEL", null, moderator]);
    const briefing = ["I have a statement.", "Q: Why?", "THE PRESIDENT: Because."];
    expect(voices(briefing, "Jimmy Carter")).toEqual([null, "Q", null]);
  });
});
