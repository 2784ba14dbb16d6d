import { describe, expect, it } from "vitest";
import { givenAddress, writeFolder } from "../support/import.ts";
import { openBench, PARTED, WALL } from "../support/walls.ts";

describe("a title that is cut off", () => {
  const CUT = "The answer to the attempt of ";
  const WHOLE = 'The answer to the attempt of "occupation" must be a ban';
  const line = (id: string, title: string, text: string) =>
    JSON.stringify({ id, title, text, date: "2022-04-17", lang: "en", speaker: "Jane Doe" });
  const ofAddress = (bench: ReturnType<typeof openBench>, id: string) => {
    const row = bench.db.prepare("SELECT slug FROM address WHERE identity = ?").pluck();
    return bench.blocksOf(row.get(`id:${id}`) as string);
  };

  it("is taken whole from a copy, also one that stands behind it in the same import, and it is said from where", async () => {
    const bench = openBench();
    const lines = [line("wall", CUT, WALL), line("parted", WHOLE, PARTED)].join("\n");
    const folder = writeFolder({ "a.jsonl": lines });
    const { notices } = await bench.takeFiles([folder]);
    const { address, source } = ofAddress(bench, "wall");
    expect(address.title).toBe(WHOLE);
    expect(source.extra).toEqual({
      title_origin: "copied: the source has only its beginning",
      title_received: CUT,
      title_copied_from: "2022-04-17-the-answer-to-the-attempt-of-occupation-must-be-a-ban",
    });
    expect(notices.join("\n")).toContain(
      `The whole title was taken from ${source.extra.title_copied_from}: ${WHOLE}`,
    );
    const again = await bench.takeFiles([folder]);
    expect(again.summary).toMatchObject({ unchanged: 2, revised: 0 });
    const corrected = lines.replace("matter 14", "substance 14");
    await bench.takeFiles([writeFolder({ "a.jsonl": corrected.split("\n")[0] ?? "" })]);
    expect(ofAddress(bench, "wall").address).toMatchObject({ title: WHOLE, revision: 2 });
  });

  it("is none where a source only says that its title was mended or copied: other copies take it", async () => {
    const bench = openBench();
    const forged = { title_origin: "x", title_copied_from: "y" };
    const parted = { ...JSON.parse(line("parted", WHOLE, PARTED)), ...forged };
    const lines = [JSON.stringify(parted), line("wall", CUT, WALL)].join("\n");
    await bench.takeFiles([writeFolder({ "a.jsonl": lines })]);
    expect(ofAddress(bench, "wall").address.title).toBe(WHOLE);
  });

  it("is taken from a file that is named, later too, and the old page address leads to the new one", async () => {
    const bench = openBench();
    const wall = givenAddress({ id: "wall", title: "The answer to the attempt of …", text: WALL });
    wall.wantsTitle = "end";
    const { slug } = bench.importAddress(wall, bench.note);
    const copies = [
      { from: "copy.txt", title: WHOLE, text: PARTED, date: wall.facts.date, lang: "en" },
    ];
    const told = bench.importAddress(wall, bench.note, null, copies);
    expect(told).toMatchObject({ outcome: "revised", title: WHOLE });
    expect(bench.reader.lookupSlug(slug)).toEqual({ movedTo: told.slug });
    expect(bench.importAddress(wall, bench.note, null, copies).outcome).toBe("unchanged");
    expect(bench.importAddress(wall, bench.note).outcome).toBe("unchanged");
  });

  it.each([
    [
      "takes a copy's that has its words in their order",
      "How the Hague holds Russia to Account",
      true,
    ],
    ["takes none that lacks one of them", "How the Hague holds Russia", false],
  ])("that was rebuilt from attributes of HTML %s, and says so", async (_, whole, isTaken) => {
    const bench = openBench();
    const rebuilt = "How hague holds russia to account";
    const raw = 'How" hague="" holds="" russia="" to="" account\'="';
    const facts = { date: "2022-09-28", lang: "en", speaker: "Jane Doe" };
    const lines = [
      { ...facts, id: "wall", title: rebuilt, title_raw: raw, text: WALL },
      { ...facts, id: "parted", title: whole, text: PARTED },
    ].map((line) => JSON.stringify(line));
    const told = await bench.takeFiles([writeFolder({ "a.jsonl": lines.join("\n") })]);
    const { address, source } = ofAddress(bench, "wall");
    expect(address.title).toBe(isTaken ? whole : rebuilt);
    expect(source.extra).toMatchObject({ title_raw: raw, title_received: rebuilt });
    expect(source.extra.title_origin).toBe(
      isTaken
        ? "copied: the source has it without some capitals and words"
        : "rebuilt before it came: its source had it as attributes of HTML, which have lost capitals and words",
    );
    expect(told.notices.join("\n")).toContain(
      `The title was rebuilt before it came, as its source had it as attributes of HTML, which have lost capitals and words: ${rebuilt}`,
    );
    expect(told.notices.some((line) => line.includes(`The whole title was taken from`))).toBe(
      isTaken,
    );
    const again = await bench.takeFiles([writeFolder({ "a.jsonl": lines.join("\n") })]);
    expect(again.summary).toMatchObject({ unchanged: 2 });
  });

  it("that the source has corrected since is not overruled by what was once found for another", () => {
    const bench = openBench();
    const wall = givenAddress({ id: "wall", title: "The answer to the attempt of …", text: WALL });
    wall.wantsTitle = "end";
    const copies = [
      { from: "copy.txt", title: WHOLE, text: PARTED, date: wall.facts.date, lang: "en" },
    ];
    expect(bench.importAddress(wall, bench.note, null, copies).title).toBe(WHOLE);

    const longer = { ...wall, facts: { ...wall.facts, title: 'The answer to the attempt of "…' } };
    expect(bench.importAddress(longer, bench.note).title).toBe(WHOLE);
    const other = { ...wall, facts: { ...wall.facts, title: "What we answer to the …" } };
    expect(bench.importAddress(other, bench.note).title).toBe("What we answer to the …");
  });

  it("is taken though the paragraphs are its source's own, and stay as they are", () => {
    const bench = openBench();
    const parted = givenAddress({
      id: "own",
      title: "The answer to the attempt of …",
      text: PARTED,
    });
    parted.wantsTitle = "end";
    const { slug } = bench.importAddress(parted, bench.note);
    const before = bench.blocksOf(slug).paragraphs.map(({ key }) => key);
    const copies = [
      { from: "copy.txt", title: WHOLE, text: WALL, date: parted.facts.date, lang: "en" },
    ];
    const told = bench.importAddress(parted, bench.note, null, copies);
    expect(told).toMatchObject({ outcome: "revised", title: WHOLE, added: 0, removed: 0 });
    expect(bench.blocksOf(told.slug).paragraphs.map(({ key }) => key)).toEqual(before);
  });

  it.each([
    ["begins otherwise", "An answer of another kind", PARTED],
    ["is cut off too", CUT, PARTED],
    ["belongs to other words", WHOLE, "Quite other words.\n\nAnd more of them."],
  ])("stays marked as cut off where the title of the copy %s", async (_, title, text) => {
    const bench = openBench();
    const lines = [line("parted", title, text), line("wall", CUT, WALL)].join("\n");
    const { notices } = await bench.takeFiles([writeFolder({ "a.jsonl": lines })]);
    const { address, source } = ofAddress(bench, "wall");
    expect(address.title).toBe("The answer to the attempt of …");
    expect(source.extra.title_received).toBe(CUT);
    expect(notices.join("\n")).toContain(
      "The title was mended, as it is cut off: The answer to the attempt of …",
    );
  });
});
