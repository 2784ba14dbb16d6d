import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import { readCopies } from "../../src/import/copies.ts";
import { givenAddress, writeFolder } from "../support/import.ts";
import { openBench, PARAGRAPHS, PARTED, WALL } from "../support/walls.ts";

describe("a wall", () => {
  it("takes over the paragraphs of a copy that the archive has, and says from where", () => {
    const { take, blocksOf } = openBench();
    const copy = take({ id: "a", title: "As published", text: PARTED });
    const outcome = take({ id: "b", title: "As an agency had it", text: WALL });
    expect(outcome.breaksFrom).toBe(copy.slug);
    const { address, paragraphs } = blocksOf(outcome.slug);
    expect(paragraphs.map(({ text }) => text)).toEqual(PARAGRAPHS);
    expect(paragraphs.map((p) => p.breakBefore)).toEqual(["source", ...Array(5).fill("copy")]);
    expect(address.breaksFrom).toBe(copy.slug);
  });

  it("takes over the paragraphs of a copy behind it in the same import: the order of files is no matter", async () => {
    const line = (id: string, text: string) =>
      `${JSON.stringify({ id, title: id, text, date: "2022-04-17", lang: "en", speaker: "Jane Doe" })}\n`;
    const keysOf = async (files: Record<string, string>) => {
      const bench = openBench();
      await bench.takeFiles([writeFolder(files)]);
      return bench
        .blocksOf("2022-04-17-wall")
        .paragraphs.map(({ key, breakBefore }) => [key, breakBefore]);
    };
    const [wall, parted] = [line("wall", WALL), line("parted", PARTED)];
    const keys = await keysOf({ "a.jsonl": wall, "b.jsonl": parted });
    expect(keys.map(([, origin]) => origin)).toEqual(["source", ...Array(5).fill("copy")]);
    expect(await keysOf({ "a.jsonl": parted, "b.jsonl": wall })).toEqual(keys);
    expect(await keysOf({ "a.jsonl": wall + parted })).toEqual(keys);
  });

  it.each([
    ["of another day", { date: "2022-09-29" }],
    ["of another speaker", { speaker: "Somebody Else" }],
    ["in another language", { lang: "uk" }],
    ["of other words", { text: "Quite other words.\n\nAnd more of them.\n\nAnd an end." }],
    ["without paragraphs of its source", { text: WALL }],
  ])("takes nothing from a text %s", (_, other) => {
    const { take } = openBench();
    take({ id: "a", title: "Other", text: PARTED, ...other });
    expect(take({ id: "b", title: "Wall", text: WALL }).breaksFrom).toBeNull();
  });

  it("keeps the breaks it took through later corrections", () => {
    const { take, blocksOf } = openBench();
    const { slug } = take({ id: "a", title: "As published", text: PARTED });
    const { slug: wall } = take({ id: "b", title: "Wall", text: WALL });
    const keys = blocksOf(wall).paragraphs.map(({ key }) => key);
    take({ id: "b", title: "Wall", text: WALL.replace("matter 14", "substance 14") });
    const { address, paragraphs } = blocksOf(wall);
    expect(paragraphs).toHaveLength(6);
    expect(paragraphs.filter(({ key }) => keys.includes(key))).toHaveLength(5);
    expect(address.breaksFrom).toBe(slug);
  });

  it("keeps what it has when a copy comes later, unless it is told to take its breaks", () => {
    const { take, importAddress, note, blocksOf } = openBench();
    const { slug } = take({ id: "b", title: "Wall", text: WALL });
    const before = blocksOf(slug).paragraphs;
    take({ id: "a", title: "As published", text: PARTED });
    expect(take({ id: "b", title: "Wall", text: WALL }).outcome).toBe("unchanged");
    expect(blocksOf(slug).paragraphs).toEqual(before);
    const wall = givenAddress({ id: "b", title: "Wall", text: WALL });
    const copies = [
      { from: "copy.txt", title: null, text: PARTED, date: wall.facts.date, lang: "en" },
    ];
    expect(importAddress(wall, note, null, copies)).toMatchObject({
      outcome: "revised",
      breaksFrom: "copy.txt",
    });
    expect(blocksOf(slug).paragraphs.map(({ text }) => text)).toEqual(PARAGRAPHS);
    expect(importAddress(wall, note, null, copies).outcome).toBe("unchanged");
    expect(take({ id: "b", title: "Wall", text: WALL }).outcome).toBe("unchanged");
  });

  it.each([
    ["that the archive has", true],
    ["from a file", false],
  ])("keeps the breaks of a copy %s when it is said anew where its lead ends", (_, isInArchive) => {
    const { take, importAddress, note, blocksOf } = openBench();
    const agency = "WASHINGTON, September 28 (Agency) - The President spoke on many matters.";
    const given = { id: "b", title: "Wall", text: `${agency} ${WALL}`, leadLength: agency.length };
    const wall = givenAddress(given);
    const from = isInArchive ? take({ id: "a", title: "Published", text: PARTED }).slug : "c.txt";
    const copies = [{ from, title: null, text: PARTED, date: wall.facts.date, lang: "en" }];
    const { slug } = importAddress(wall, note, null, isInArchive ? [] : copies);
    const speech = () => blocksOf(slug).paragraphs.filter(({ kind }) => kind === "speech");
    const before = speech();
    expect(before.map(({ text }) => text)).toEqual(PARAGRAPHS);

    expect(take({ ...given, leadLength: 0 })).toMatchObject({ outcome: "revised", lead: null });
    expect(speech().slice(-5)).toMatchObject(
      before.slice(1).map(({ key, text }) => ({ key, text, breakBefore: "copy" })),
    );
    expect(
      speech()
        .map(({ text }) => text)
        .join(" "),
    ).toBe(given.text);
    expect(blocksOf(slug).address.breaksFrom).toBe(from);
    expect(take({ ...given, leadLength: 0 }).outcome).toBe("unchanged");

    expect(take(given)).toMatchObject({ outcome: "revised", lead: agency, breaksFrom: from });
    expect(speech().map(({ key }) => key)).toEqual(before.map(({ key }) => key));
  });

  it("whose breaks are a copy's makes no revision when it is said to have no lead, and had none", () => {
    const { take, blocksOf } = openBench();
    take({ id: "a", title: "As published", text: PARTED });
    const { slug, breaksFrom } = take({ id: "b", title: "Wall", text: WALL });
    const before = blocksOf(slug);
    expect(take({ id: "b", title: "Wall", text: WALL, leadLength: 0 }).outcome).toBe("unchanged");
    expect(blocksOf(slug)).toEqual(before);
    expect(before.address.breaksFrom).toBe(breaksFrom);
  });

  it("says so when no copy fits", () => {
    const { importAddress, note } = openBench();
    const wall = givenAddress({ text: WALL });
    const copies = [
      {
        from: "copy.txt",
        title: null,
        text: "Other.\n\nWords.",
        date: wall.facts.date,
        lang: "en",
      },
    ];
    expect(importAddress(wall, note, null, copies)).toMatchObject({
      fitsNoCopy: true,
      notices: [],
    });
    expect(importAddress(wall, note, null, copies).fitsNoCopy).toBe(true);
    expect(importAddress(wall, note, null, []).fitsNoCopy).toBe(false);
  });
});

it("paragraphs of the source itself are never moved by a copy", () => {
  const { take, blocksOf } = openBench();
  take({ id: "a", title: "As published", text: PARTED });
  const parted = `${PARAGRAPHS.slice(0, 3).join(" ")}\n\n${PARAGRAPHS.slice(3).join(" ")}`;
  const { slug } = take({ id: "b", title: "Parted", text: parted });
  expect(blocksOf(slug).paragraphs).toHaveLength(2);
});

it("a corrected address reads no other of its day where it wants nothing of theirs", () => {
  const bench = openBench();
  bench.take({ id: "a", title: "As published", text: PARTED });
  bench.take({ id: "b", title: "Another", text: "Quite other words. And more of them." });
  const read = vi.spyOn(bench.writer, "possibleCopies");
  bench.take({ id: "b", title: "Another", text: "Quite other words. And most of them." });
  expect(read).not.toHaveBeenCalled();
  bench.take({ id: "c", title: "New", text: "New words." });
  expect(read).toHaveBeenCalledOnce();
});

describe("nearly the same words under another identity", () => {
  it.each([
    [
      "but for breaks, quotation marks and dashes",
      WALL.replaceAll("nothing besides", "nothing — “besides”"),
      /The same words, but for their marks and breaks/,
    ],
    [
      "but for a line before them and a word here and there",
      `The President spoke. ${WALL.replace("matter 14", "substance 14")}`,
      /Nearly the same words \(9\d % of them\)/,
    ],
  ])("are noticed, %s", (_, text, notice) => {
    const { take } = openBench();
    const { slug } = take({ id: "a", title: "As published", text: PARTED });
    const { notices } = take({ id: "b", title: "As an agency had it", text });
    expect(notices).toEqual([expect.stringMatching(notice)]);
    expect(notices[0]).toContain(`are in the archive as ${slug} already.`);
  });

  it.each([
    ["of another day", { date: "2022-09-29" }],
    ["of another speaker", { speaker: "Somebody Else" }],
    [
      "of which a third is other",
      { text: `${WALL} ${WALL.replaceAll(/\b(\w+)\b/g, "$1x").slice(0, WALL.length / 2)}` },
    ],
  ])("are none in a text %s", (_, other) => {
    const { take } = openBench();
    take({ id: "a", title: "Other", text: PARTED });
    expect(take({ id: "b", title: "Wall", text: WALL, ...other }).notices).toEqual([]);
  });
});

describe("a file of copies", () => {
  const options = { defaults: { date: "2022-09-28", lang: "en" } };

  it("may be a text or JSON lines, each with its place", async () => {
    const line = { date: "2022", lang: "en", title: "T", text: PARTED };
    const folder = writeFolder({ "a.txt": `Title\n\n${PARTED}`, "b.jsonl": JSON.stringify(line) });
    expect(await readCopies(folder, options)).toEqual([
      { from: "a.txt", title: "Title", date: "2022-09-28", lang: "en", text: PARTED },
      { from: "b.jsonl:1", title: "T", date: "2022", lang: "en", text: PARTED },
    ]);
  });

  it("that cannot be read is told with its place", async () => {
    const folder = writeFolder({ "a.txt": "", "empty.jsonl": "" });
    await expect(readCopies(path.join(folder, "a.txt"), options)).rejects.toThrow(
      /a\.txt: .*empty/,
    );
    await expect(readCopies(path.join(folder, "empty.jsonl"), options)).rejects.toThrow(
      /There is no address in it/,
    );
    await expect(readCopies(path.join(folder, "none.txt"), options)).rejects.toThrow(
      /no such file/,
    );
  });
});
