/** Whose words a paragraph holds, decided by an editor: real importer, real SQLite. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createIndexQueue } from "../../src/store/index-queue.ts";
import { createVoiceStore } from "../../src/store/voice-store.ts";
import { createVoiceEditor, type VoiceEditor } from "../../src/tagging/decide-voices.ts";
import { TaggingError } from "../../src/tagging/editing.ts";
import { createTestArchive, type GivenAddress, type TestArchive } from "../support/archive.ts";

const PRESS: GivenAddress = {
  title: "News conference",
  date: "1976-02-17",
  speaker: "Gerald Ford",
  lang: "en",
  source: { nativeId: "press" },
  text: [
    "THE PRESIDENT: I will take your questions.",
    "Q: What of the budget?",
    "THE PRESIDENT: It will be balanced.",
    "Thank you, Mr. President.",
  ].join("\n\n"),
};
const note = { by: "Jane", reason: "It is the reporter who says it" };

let archive: TestArchive;
let editor: VoiceEditor;
beforeEach(() => {
  archive = createTestArchive([PRESS]);
  const { database, reader } = archive.archive;
  const now = () => new Date("2026-03-05T10:00:00Z");
  editor = createVoiceEditor(reader, createVoiceStore(database), now);
});
afterEach(() => archive.close());

const reader = () => archive.archive.reader;
const whole = () => reader().wholeAddress(1);
const speech = () => whole().paragraphs.filter(({ kind }) => kind === "speech");
const voices = () => speech().map(({ turnSpeaker }) => turnSpeaker);
const keyOf = (opening: string) =>
  whole().paragraphs.find(({ text }) => text.startsWith(opening))?.key ?? "";
const one = (opening: string) => ({ first: keyOf(opening), last: keyOf(opening) });

describe("an editor's decision about whose words a paragraph holds", () => {
  it("goes before the labels, and keeps the words, the key, and who, when and why", () => {
    expect(voices()).toEqual([null, "Q", null, null]);
    const before = speech().map(({ key, text }) => [key, text]);
    editor.decide(one("Thank you"), "The reporters", note);
    editor.decide(one("What of"), null, note);
    expect(voices()).toEqual([null, null, null, "The reporters"]);
    expect(speech().map(({ key, text }) => [key, text])).toEqual(before);
    expect(speech()[3]?.voice).toEqual({
      key: keyOf("Thank you"),
      speaker: "The reporters",
      at: "2026-03-05T10:00:00.000Z",
      ...note,
    });
    expect(speech()[0]?.voice).toBeNull();
  });

  it("taken back leaves what the labels say", () => {
    editor.decide(one("What of"), null, note);
    editor.decide(one("What of"), "Helen Thomas", note);
    editor.undo(one("What of"));
    expect(voices()).toEqual([null, "Q", null, null]);
    expect(() => editor.undo(one("What of"))).toThrow(
      new TaggingError(`No editor decided whose words ${keyOf("What of")} holds.`),
    );
  });

  it("holds for every paragraph of words in a stretch, and for nothing else", () => {
    const stretch = { first: keyOf("What of"), last: keyOf("Thank you") };
    const { paragraphs } = editor.decide(stretch, "Ron Nessen", note);
    expect(paragraphs.map(({ kind }) => kind)).toEqual(["speech", "speech", "speech"]);
    expect(voices()).toEqual([null, "Ron Nessen", "Ron Nessen", "Ron Nessen"]);
    expect(whole().paragraphs.filter(({ voice }) => voice).length).toBe(3);
  });

  it("by the speaker's name is the same as the speaker's own", () => {
    editor.decide(one("What of"), " Gerald\u202e  Ford ", note);
    expect(voices()[1]).toBeNull();
    expect(speech()[1]?.voice?.speaker).toBe("Gerald Ford");
  });

  it("outlives revisions of the address, and the paragraph's going and coming back", () => {
    editor.decide(one("Thank you"), "The reporters", note);
    const key = keyOf("Thank you");
    archive.add({ ...PRESS, text: PRESS.text.replace("balanced", "cut") });
    expect(voices()).toEqual([null, "Q", null, "The reporters"]);
    archive.add({ ...PRESS, text: PRESS.text.replace("\n\nThank you, Mr. President.", "") });
    const gone = reader().lookupKey(key);
    expect(gone).toMatchObject({
      state: "tombstone",
      tombstone: { turnSpeaker: "The reporters", voice: { by: "Jane" } },
    });
    archive.add(PRESS);
    expect(keyOf("Thank you")).toBe(key);
    expect(voices()[3]).toBe("The reporters");
  });

  it("holds for the same words in earlier revisions too, which were made before it", () => {
    archive.add({ ...PRESS, text: PRESS.text.replace("balanced", "cut") });
    editor.decide(one("Thank you"), "The reporters", note);
    expect(reader().paragraphAt(keyOf("Thank you"), 1)?.turnSpeaker).toBe("The reporters");
    editor.undo(one("Thank you"));
    expect(reader().paragraphAt(keyOf("Thank you"), 1)?.turnSpeaker).toBeNull();
  });

  it("names a person, who does not change when another is named as the address's speaker", () => {
    editor.decide(one("Thank you"), null, note);
    archive.add({ ...PRESS, speaker: "Jimmy Carter" });
    expect(voices()[3]).toBe("Gerald Ford");
    expect(reader().paragraphAt(keyOf("Thank you"), 1)?.turnSpeaker).toBeNull();
  });

  it("is nothing that an import tells of again as a label", () => {
    const { importAddress } = archive.archive;
    const told: string[] = [];
    archive.archive.importAddress = (...words) => {
      const outcome = importAddress(...words);
      told.push(...outcome.notices);
      return outcome;
    };
    archive.add({ ...PRESS, text: PRESS.text.replace("balanced", "cut") });
    expect(told.join()).toContain("1 paragraph stands under labels of others");
    editor.decide(one("What of"), null, note);
    told.length = 0;
    archive.add(PRESS);
    expect(told).toEqual([]);
  });

  it("is told to an index outside the archive, as is its being taken back", () => {
    const { database } = archive.archive;
    const queue = createIndexQueue(database);
    const settle = () => {
      const { batch, rows } = queue.take(1000, "live");
      queue.settle(rows, batch);
    };
    const version = reader().version();
    const changes = [
      () => editor.decide(one("Thank you"), "The reporters", note),
      () => editor.decide(one("Thank you"), "Helen Thomas", note),
      () => editor.undo(one("Thank you")),
    ];
    for (const [i, change] of changes.entries()) {
      settle();
      expect(queue.isEmpty()).toBe(true);
      change();
      expect(queue.isEmpty(), `change ${i}`).toBe(false);
    }
    expect(reader().version()).toBe(version + changes.length);
  });

  it("is refused where it cannot be, with what to do, and then nothing is written", () => {
    archive.add({ ...PRESS, title: "Another", source: { nativeId: "other" } });
    const [first, last] = [keyOf("I will"), keyOf("Thank you")];
    const other = reader().wholeAddress(2).paragraphs[1]?.key ?? "";
    const turn = keyOf("THE PRESIDENT");
    const refusals: [{ first: string; last: string }, string, string][] = [
      [{ first: last, last: first }, "Ann", `${first} stands before ${last}.`],
      [{ first, last: other }, "Ann", "Give two paragraphs of one address."],
      [{ first: turn, last: turn }, "Ann", `${turn} holds no words of anybody: it is a turn.`],
      [{ first: "zzzzzzzz", last: "zzzzzzzz" }, "Ann", 'No paragraph has the key "zzzzzzzz".'],
      [{ first, last }, " — ", "Nobody is named whose words they are."],
      [{ first, last }, "x".repeat(201), "The name of 201 characters is too long"],
    ];
    for (const [stretch, name, message] of refusals) {
      expect(() => editor.decide(stretch, name, note), message).toThrow(message);
    }
    expect(() => editor.decide({ first, last }, "Ann", { ...note, by: " " })).toThrow("Give --by");
    expect(speech().every(({ voice }) => voice === null)).toBe(true);
  });
});
