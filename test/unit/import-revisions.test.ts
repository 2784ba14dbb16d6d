import { describe, expect, it } from "vitest";
import type { ParagraphRecord } from "../../src/store/records.ts";
import { createTagStore } from "../../src/store/tag-store.ts";
import { splitAddress } from "../../src/text/paragraphs/split-address.ts";
import { openImportBench, simpleWork } from "../support/import.ts";

const TEXT = "One.\n\nTwo.\n\nThree.\n\nFour.";

function keysByText(bench: ReturnType<typeof openImportBench>): Map<string, string> {
  return new Map(bench.whole().paragraphs.map((p) => [p.text, p.key]));
}

describe("the same input again", () => {
  it("changes nothing, whatever the order of its unknown fields", () => {
    const bench = openImportBench();
    expect(bench.take({ text: TEXT, extra: { a: 1, b: { c: 2, d: 3 } } }).outcome).toBe("created");
    const version = bench.reader.version();
    const again = bench.take({ text: TEXT, extra: { b: { d: 3, c: 2 }, a: 1 } });
    expect(again).toMatchObject({ outcome: "unchanged", kept: 4, added: 0, removed: 0 });
    expect(bench.reader.version()).toBe(version);
    expect(bench.whole().revisions).toHaveLength(1);
  });

  it("is found by date, speaker, language and title where the source has no id", () => {
    const bench = openImportBench();
    bench.take({ id: null, text: TEXT });
    expect(bench.take({ id: null, text: TEXT, title: "EVENING  address" }).outcome).toBe("revised");
    expect(bench.take({ id: null, text: TEXT, title: "Morning address" }).outcome).toBe("created");
    expect(bench.take({ id: null, text: TEXT, lang: "uk" }).outcome).toBe("created");
  });

  it("under another identity is taken in, with a notice", () => {
    const bench = openImportBench();
    bench.take({ id: "a", text: TEXT });
    expect(bench.take({ id: "b", text: TEXT, title: "Copy" })).toMatchObject({
      outcome: "created",
      notices: ["The same words are in the archive as 2022-09-28-evening-address already."],
    });
  });
});

describe("a changed input", () => {
  it("keeps key and row of every paragraph whose words are the same", () => {
    const bench = openImportBench();
    bench.take({ text: TEXT });
    const before = bench.whole();
    const outcome = bench.take({ text: "Zero.\n\nOne.\n\nThree.\n\nFour  (corrected)." });
    expect(outcome).toMatchObject({ outcome: "revised", kept: 2, added: 2, removed: 2 });
    const after = bench.whole();
    const [zero, one, three] = after.paragraphs;
    expect([one?.id, one?.key]).toEqual([before.paragraphs[0]?.id, before.paragraphs[0]?.key]);
    expect([three?.id, three?.key]).toEqual([before.paragraphs[2]?.id, before.paragraphs[2]?.key]);
    expect(one).toMatchObject({ number: 2, position: 1, sinceRevision: 1 });
    expect(zero).toMatchObject({ number: 1, position: 0, sinceRevision: 2 });
    expect(after.address.revision).toBe(2);
  });

  it("leaves a tombstone with the last words and the reason, and the old revision whole", () => {
    const bench = openImportBench();
    bench.take({ text: TEXT });
    const two = keysByText(bench).get("Two.") ?? "";
    bench.take({ text: "One.\n\nThree.\n\nFour." }, { reason: "The office withdrew a sentence." });
    expect(bench.reader.lookupKey(two)).toMatchObject({
      state: "tombstone",
      tombstone: {
        text: "Two.",
        number: 2,
        revision: 2,
        reason: "The office withdrew a sentence.",
      },
      address: { slug: "2022-09-28-evening-address" },
    });
    expect(bench.reader.paragraphAt(two, 1)).toEqual({
      key: two,
      revision: 1,
      number: 2,
      kind: "speech",
      text: "Two.",
      turnSpeaker: null,
      voice: null,
    });
    expect(bench.reader.paragraphAt(two, 2)).toBeNull();
    const three = keysByText(bench).get("Three.") ?? "";
    expect(bench.reader.paragraphAt(three, 1)?.number).toBe(3);
    expect(bench.reader.paragraphAt(three, 2)?.number).toBe(2);
    expect(bench.reader.paragraphAt(three, 3)).toBeNull();
  });

  it("gives a paragraph that comes back word for word its own key again", () => {
    const bench = openImportBench();
    bench.take({ text: TEXT });
    const two = keysByText(bench).get("Two.") ?? "";
    bench.take({ text: "One.\n\nThree.\n\nFour." });
    bench.take({ text: TEXT });
    expect(keysByText(bench).get("Two.")).toBe(two);
    expect(bench.reader.lookupKey(two)?.state).toBe("present");
    expect(bench.reader.paragraphAt(two, 2)).toBeNull();
  });

  it("gives equal paragraphs different keys, and keeps them apart", () => {
    const bench = openImportBench();
    bench.take({ text: "(Applause).\n\nOne.\n\n(Applause)." });
    const [first, , second] = bench.whole().paragraphs;
    expect(first?.key).not.toBe(second?.key);
    bench.take({ text: "One.\n\n(Applause).\n\nTwo.\n\n(Applause)." });
    const keys = bench.whole().paragraphs.map((p) => p.key);
    expect(keys[1]).toBe(second?.key);
    expect(new Set(keys).size).toBe(4);
  });

  it("of facts alone is a revision too, with all paragraphs kept", () => {
    const bench = openImportBench();
    bench.take({ text: TEXT });
    expect(bench.take({ text: TEXT, title: "Night address", date: "2022-09-29" })).toMatchObject({
      outcome: "revised",
      slug: "2022-09-29-night-address",
      kept: 4,
      added: 0,
      removed: 0,
    });
  });

  it("keeps the index in step: new and changed words in, silenced ones out", () => {
    const bench = openImportBench();
    const indexed = () => [...bench.texts.values()].sort();
    bench.take({ text: TEXT });
    bench.take({ text: "One.\n\nThree.\n\nFive." });
    expect(indexed()).toEqual(["Five.", "One.", "Three."]);
    bench.take({ text: "One.\n\nThree.\n\nFive.", leadLength: 4 });
    expect(indexed()).toEqual(["Five.", "Three."]);
    expect(bench.whole().paragraphs[0]).toMatchObject({ kind: "lead", number: null });
    bench.take({ text: "One.\n\nThree.\n\nFive.", leadLength: 0 });
    expect(indexed()).toEqual(["Five.", "One.", "Three."]);
  });

  it("keeps what editors decided about tags, also while the paragraph was away, and renews what was inferred", () => {
    const bench = openImportBench();
    bench.take({ text: "Ukraine and grain.\n\nTwo." });
    const { key } = bench.whole().paragraphs[0] as { key: string };
    const tags = createTagStore(bench.db);
    const decide = (kind: "topic" | "country", value: string, verdict: "added" | "removed") =>
      tags.putDecision({ key, kind, value, verdict, by: "ed", at: "2022-10-01", reason: "" });
    decide("topic", "agriculture", "added");
    decide("country", "UA", "removed");
    decide("country", "PL", "added");
    bench.db.exec(`UPDATE paragraph_topic SET topic = 'stale' WHERE origin = 'inferred'`);
    const shown = () => {
      const { topics, mentions } = bench.whole().paragraphs[0] as ParagraphRecord;
      return [
        ...topics.map((t) => [t.topic, t.origin]),
        ...mentions.map((m) => [m.value, m.origin]),
      ];
    };
    const kept = [
      ["agriculture", "editor"],
      ["grain-export", "inferred"],
      ["PL", "editor"],
    ];
    bench.take({ text: "Ukraine and grain.\n\nThree." });
    expect(shown()).toEqual(kept);
    bench.take({ text: "Quite other words." });
    bench.take({ text: "Ukraine and grain.\n\nThree." });
    expect(bench.whole().paragraphs[0]?.key).toBe(key);
    expect(shown()).toEqual(kept);
  });

  it("with the id of quite another address is refused and named", () => {
    const bench = openImportBench();
    bench.take({ id: "1", text: TEXT });
    const other = { id: "1", text: "Quite another.", title: "Inaugural", date: "1789-04-30" };
    expect(() => bench.take(other)).toThrow(
      /The id "1" belongs to another address, 2022-09-28-evening-address/,
    );
    expect(bench.whole().address.revision).toBe(1);
  });
});

describe("words under labels of turns", () => {
  const DEBATE =
    "MR. SMITH: Senator?\n\nMR. NIXN: No.\n\nMR. SMITH: And why?\n\nMR. NIXN: Because.";
  const openSplitting = () => openImportBench(":memory:", { ...simpleWork, split: splitAddress });

  it("are told when they are taken in", () => {
    const { notices } = openSplitting().take({ text: DEBATE });
    expect(notices.join()).toContain(
      "4 paragraphs stand under labels of others, and are not cited as the speaker's: MR. SMITH 2, MR. NIXN 2.",
    );
  });

  it("stay another's when a label is corrected, the first and a later one", () => {
    const bench = openSplitting();
    bench.take({ text: DEBATE });
    const voices = () =>
      bench
        .whole()
        .paragraphs.flatMap(({ kind, turnSpeaker }) => (kind === "speech" ? [turnSpeaker] : []));
    bench.take({ text: DEBATE.replace("MR. NIXN", "MR. NIXON") });
    expect(voices()).toEqual(["MR. SMITH", "MR. NIXON", "MR. SMITH", "MR. NIXN"]);
    bench.take({ text: DEBATE.replace("MR. SMITH", "MR. SMYTH") });
    expect(voices()).toEqual(["MR. SMYTH", "MR. NIXN", "MR. SMITH", "MR. NIXN"]);
  });
});

describe("a dry run", () => {
  it("tells what would happen and writes nothing", () => {
    const bench = openImportBench();
    const dryRun = { dryRun: true };
    expect(bench.take({ text: TEXT }, dryRun)).toMatchObject({ outcome: "created", added: 4 });
    expect(bench.reader.summary().addresses).toBe(0);
    bench.take({ text: TEXT });
    const version = bench.reader.version();
    expect(bench.take({ text: "One." }, dryRun)).toMatchObject({ outcome: "revised", removed: 3 });
    expect(bench.take({ text: TEXT }, dryRun)).toMatchObject({ outcome: "unchanged" });
    expect(bench.reader.version()).toBe(version);
    expect(bench.whole().paragraphs).toHaveLength(4);
  });
});

describe("an agency's lead", () => {
  const text = "The President said this on Friday. We go on. We win.";

  it("is set apart, told, and never numbered", () => {
    const bench = openImportBench();
    expect(bench.take({ text })).toMatchObject({
      lead: "The President said this on Friday.",
      paragraphs: 1,
    });
    expect(bench.whole().paragraphs.map((p) => [p.kind, p.number])).toEqual([
      ["lead", null],
      ["speech", 1],
    ]);
  });

  it("stays as somebody decided when the file comes again without the decision", () => {
    const bench = openImportBench();
    bench.take({ text, leadLength: 0 });
    expect(bench.whole().paragraphs[0]?.kind).toBe("speech");
    expect(bench.take({ text }).outcome).toBe("unchanged");
    bench.take({ text: `${text} Added.` });
    expect(bench.whole().paragraphs[0]?.kind).toBe("speech");
    bench.take({ text, leadLength: "auto" });
    expect(bench.whole().paragraphs[0]?.kind).toBe("lead");
  });

  it("declared where there is none makes no revision, and is remembered", () => {
    const bench = openImportBench();
    bench.take({ text: "One. Two. Three." });
    const declared = bench.take({ text: "One. Two. Three.", leadLength: 0 });
    expect(declared).toMatchObject({ outcome: "unchanged", kept: 2, added: 0, removed: 0 });
    expect(bench.take({ text: "One. Two. Three." }).outcome).toBe("unchanged");
    expect(bench.take({ text: "One. Two. Three.", leadLength: "auto" }).outcome).toBe("unchanged");
    expect(bench.whole().revisions).toHaveLength(1);
    const { outcome } = bench.take({ text: "One. Two. Three.", leadLength: 0 });
    const remembered = bench.db.prepare("SELECT lead_length FROM address").pluck().get();
    expect([outcome, remembered]).toEqual(["unchanged", 0]);
    expect(bench.whole().revisions).toHaveLength(1);
  });

  it("that would leave the speaker without a word is refused", () => {
    const bench = openImportBench();
    expect(() => bench.take({ text: "She said this." })).toThrow(
      /no words of its speaker.*--lead none/,
    );
  });
});
