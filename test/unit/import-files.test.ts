import { writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ImportError } from "../../src/import/import-error.ts";
import { titlesLast, wallsLast } from "../../src/import/import-order.ts";
import type { ReadItem } from "../../src/import/read-addresses.ts";
import { givenAddress, openImportBench, writeFolder } from "../support/import.ts";

const LINE = { title: "Evening address", date: "2022-09-28", lang: "en" };
const jsonl = (...objects: object[]) => objects.map((one) => `${JSON.stringify(one)}\n`).join("");

describe("files", () => {
  it("of every form come in, facts from head, sidecar and options", async () => {
    const folder = writeFolder({
      "1.txt": "On grain\n\nThe grain goes out. Ukraine feeds the world.",
      "1.yaml": "date: 2022-07-22\nspeaker: From the sidecar",
      "2.md": "---\ntitle: On peace\ndate: 2022-05\n---\nPeace is work.\n\nWe work.",
      "3.jsonl": jsonl({ ...LINE, id: "x1", text: "One." }, { ...LINE, id: "x2", text: "Two." }),
      "3.yml": "collection: Addresses\nlicence: CC0",
    });
    const bench = openImportBench();
    const defaults = { speaker: "From an option", speaker_country: "UA", lang: "en" };
    const { summary, failures } = await bench.takeFiles([folder], { defaults });
    expect(failures).toEqual([]);
    expect(summary).toMatchObject({ created: 4, failed: 0, stopped: false });
    const byTitle = Object.fromEntries(bench.reader.addresses(9).map((a) => [a.slug, a]));
    expect(byTitle["2022-07-22-on-grain"]).toMatchObject({
      speaker: "From the sidecar",
      speakerCountry: "UA",
    });
    expect(byTitle["2022-05-on-peace"]).toMatchObject({
      speaker: "From an option",
      paragraphCount: 2,
    });
    expect(byTitle["2022-09-28-evening-address"]?.collection).toBe("Addresses");
    const again = await bench.takeFiles([folder], { defaults });
    expect(again.summary).toMatchObject({ created: 0, unchanged: 4, failed: 0 });
  });

  it("that fail are named with line and fix, and the others go on", async () => {
    const folder = writeFolder({
      "a.jsonl": `${jsonl({ ...LINE, id: "1", text: "One." })}not json\n\n${jsonl(
        { ...LINE, id: "2", date: "2022-13", text: "Two." },
        { ...LINE, id: "3", speaker_country: "Narnia", text: "Three." },
        { ...LINE, id: "4", text: "Four." },
      )}`,
      "b.txt": "No date\n\nhere.",
      "c.txt": "",
    });
    const bench = openImportBench();
    const { summary, failures } = await bench.takeFiles([folder]);
    expect(summary).toMatchObject({ created: 2, failed: 5 });
    expect(failures.map((message) => message.replace(`${folder}/`, ""))).toEqual([
      expect.stringMatching(/^a\.jsonl:2: The line is not JSON/),
      expect.stringMatching(/^a\.jsonl:4: The date "2022-13" is not one\. Write it as/),
      expect.stringMatching(/^a\.jsonl:5: The country "Narnia" is unknown/),
      expect.stringMatching(/^b\.txt: The date is missing\. .*--date/),
      expect.stringMatching(/^c\.txt: The date is missing\./),
    ]);
  });

  it("with values nested without end are named, and the others go on", async () => {
    const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
    const folder = writeFolder({
      "a.jsonl": `{"title":"A","date":"2022","text":"One.","notes":${deep}}\n`,
      "b.md": "---\ntitle: B\ndate: 2022\nnotes: &self\n  inner: *self\n---\nTwo.",
      "c.md": `---\ntitle: C\ndate: 2022\nnotes: ${deep}\n---\nThree.`,
      "d.jsonl": jsonl({ ...LINE, text: "Four.", notes: [{ by: { name: ["x"] } }] }),
    });
    const { summary, failures } = await openImportBench().takeFiles([folder]);
    expect(summary).toMatchObject({ created: 1, failed: 3 });
    expect(failures.map((message) => message.replace(`${folder}/`, ""))).toEqual([
      expect.stringMatching(/^a\.jsonl:1: The field "notes" is nested more than 64 deep/),
      expect.stringMatching(/^b\.md: The field "notes" is nested more than 64 deep/),
      expect.stringMatching(/^c\.md: .*(?:nested more than 64 deep|cannot be read)/),
    ]);
  });

  it("with one paragraph ten thousand times, or a speaker of a megabyte, do not hold up the import", async () => {
    const folder = writeFolder({
      "a.jsonl": jsonl(
        { ...LINE, id: "1", text: "Applause.\n\n".repeat(10_000) },
        { ...LINE, id: "2", speaker: "word".repeat(250_000), text: "Words." },
      ),
    });
    const bench = openImportBench();
    const { summary } = await bench.takeFiles([folder]);
    expect(summary).toMatchObject({ created: 2, paragraphs: 10_001 });
  });

  it("are told with the sidecar's name and line, where the bad value stands there", async () => {
    const folder = writeFolder({
      "a.txt": "On grain\n\nThe grain goes out.",
      "a.yaml": "speaker: Jane Doe\ndate: 2022-13",
      "b.jsonl": jsonl({ id: "1", title: "T", date: "2022", text: "One." }),
      "b.yml": "# facts\n\nretrieved-on: soon",
      "c.txt": "No date\n\nhere.",
      "c.yaml": "speaker: Jane Doe",
    });
    const { failures } = await openImportBench().takeFiles([folder]);
    expect(failures.map((message) => message.replace(`${folder}/`, ""))).toEqual([
      expect.stringMatching(/^a\.yaml:2: The date "2022-13"/),
      expect.stringMatching(/^b\.yml:3: The field retrieved_on is "soon"/),
      expect.stringMatching(/^c\.txt: The date is missing/),
    ]);
  });

  it("keep fields of no known name, text among them, and name them where they stand in YAML", async () => {
    const folder = writeFolder({
      "a.md": "---\ntitel: On grain\ndate: 2022-07-22\ntext: Another\n---\nThe grain goes out.",
      "b.jsonl": jsonl(
        { ...LINE, id: "1", session: 3, text: "One." },
        { ...LINE, id: "2", text: "Two." },
      ),
      "b.yaml": "sesion: 7",
    });
    const bench = openImportBench();
    const { notices } = await bench.takeFiles([folder], { defaults: { lang: "en" } });
    expect(notices.filter((notice) => notice.includes("no known name"))).toEqual([
      expect.stringMatching(/a\.md: .*: titel, text \(its head\)\.$/),
      expect.stringMatching(/b\.jsonl:1: .*: sesion \(.*b\.yaml\)\.$/),
    ]);
    const id = bench.db.prepare("SELECT id FROM address WHERE date = '2022-07-22'").pluck().get();
    expect(bench.reader.wholeAddress(id as number).source.extra).toMatchObject({
      titel: "On grain",
      text: "Another",
    });
  });

  it("whose names are not UTF-8 are named, and the others go on", async () => {
    const folder = writeFolder({ "b.txt": "On grain\n\nThe grain goes out." });
    const bytes = Buffer.concat([
      Buffer.from(`${folder}/a`),
      Buffer.from([0xe9]),
      Buffer.from(".txt"),
    ]);
    writeFileSync(bytes, "On peace\n\nPeace is work.");
    const defaults = { date: "2022", lang: "en" };
    const { summary, failures } = await openImportBench().takeFiles([folder], { defaults });
    expect(summary).toMatchObject({ created: 1, failed: 1 });
    expect(failures).toEqual([
      expect.stringMatching(/a\ufffd\.txt: Its name is not UTF-8.*Rename/),
    ]);
    const given = await openImportBench().takeFiles([`${folder}/a\ufffd.txt`], { defaults });
    expect(given.failures).toEqual([expect.stringMatching(/Its name is not UTF-8/)]);
  });

  it("that are empty are told as such, and an empty JSON lines file holds nothing", async () => {
    const folder = writeFolder({ "a.txt": "", "b.txt": " \n\n ", "c.jsonl": "\n\n" });
    const bench = openImportBench();
    const { summary, failures } = await bench.takeFiles([folder], { defaults: { date: "2022" } });
    expect(summary).toMatchObject({ created: 0, failed: 2 });
    for (const message of failures) expect(message).toMatch(/The text is empty/);
  });

  it("with one identity twice: the second is refused, and both places are named", async () => {
    const folder = writeFolder({
      "a.jsonl": jsonl({ ...LINE, id: "1", text: "One." }, { ...LINE, id: "1", text: "Other." }),
      "b.jsonl": jsonl({ ...LINE, text: "Two." }),
      "c.jsonl": jsonl({ ...LINE, title: "EVENING address", text: "Three." }),
    });
    const bench = openImportBench();
    const { summary, failures } = await bench.takeFiles([folder]);
    expect(summary).toMatchObject({ created: 2, failed: 2 });
    expect(failures[0]).toContain(`${folder}/a.jsonl:2: The same id "1" as ${folder}/a.jsonl:1`);
    expect(failures[1]).toContain(
      `${folder}/c.jsonl:1: The same date, speaker, language and title as ${folder}/b.jsonl:1`,
    );
  });

  it("with one identity twice: the second is refused, though the first waits as its title is cut off", async () => {
    const folder = writeFolder({
      "a.jsonl": jsonl(
        { ...LINE, id: "1", title: "The answer to the ", text: "One." },
        { ...LINE, id: "1", title: "Whole", text: "Other." },
      ),
    });
    const { summary, failures } = await openImportBench().takeFiles([folder]);
    expect(summary).toMatchObject({ created: 1, failed: 1 });
    expect(failures).toEqual([
      expect.stringContaining(`a.jsonl:2: The same id "1" as ${folder}/a.jsonl:1`),
    ]);
  });

  it("whose titles are cut off wait for all others, up to so many bytes", async () => {
    const item = (place: string, wantsTitle?: "end"): ReadItem => {
      const parsed = givenAddress({ title: place, text: "Words." });
      if (wantsTitle) parsed.wantsTitle = wantsTitle;
      parsed.raw = Buffer.alloc(10);
      return { place, bytesRead: 0, ok: true, parsed, notices: [] };
    };
    const read = async function* () {
      yield* [item("cut 1", "end"), item("cut 2", "end"), item("cut 3", "end"), item("whole")];
    };
    const order = [];
    for await (const { place } of titlesLast(read(), 20)) order.push(place);
    expect(order).toEqual(["cut 3", "whole", "cut 1", "cut 2"]);
  });

  it("that are walls come in behind all others, read anew; what is read moves on to the end, and no failure is lost", async () => {
    const item = (place: string, text: string, bytesRead: number): ReadItem => {
      const parsed = givenAddress({ title: place, text });
      parsed.raw = Buffer.alloc(10);
      return { place, bytesRead, ok: true, parsed, notices: [] };
    };
    const bad = (place: string, bytesRead: number): ReadItem => {
      return { place, bytesRead, ok: false, error: new ImportError("Bad.", "Mend it.") };
    };
    let times = 0;
    const read = async function* () {
      const isFirst = ++times === 1;
      yield item("wall 1", "One. Two.", 10);
      yield bad("bad", 20);
      yield item("parted", "One.\n \nTwo.", 30);
      yield isFirst ? item("wall 2", "Three.\nFour.", 40) : bad("wall 2", 40);
      yield item("wall 3", "Five.", 50);
    };
    const told = [];
    for await (const { place, ok, bytesRead } of wallsLast(read)) told.push([place, ok, bytesRead]);
    expect(told).toEqual([
      ["bad", false, 10],
      ["parted", true, 20],
      ["wall 1", true, 30],
      ["wall 2", false, 30],
      ["wall 3", true, 40],
    ]);
    times = 0;
    const parted = async function* () {
      times += 1;
      yield item("parted", "One.\n\nTwo.", 10);
    };
    for await (const _ of wallsLast(parted));
    expect(times).toBe(1);
  });

  it("with the same words under two identities come in both, with a notice", async () => {
    const folder = writeFolder({
      "a.jsonl": jsonl({ ...LINE, id: "1", text: "One." }, { ...LINE, id: "2", text: "One." }),
    });
    const { summary, notices } = await openImportBench().takeFiles([folder]);
    expect(summary).toMatchObject({ created: 2, failed: 0 });
    expect(notices.join()).toMatch(
      /a\.jsonl:2: The same words are in the archive as 2022-09-28-evening-address already/,
    );
  });

  it("stop between two addresses when told to, and what is done stays", async () => {
    const lines = Array.from({ length: 50 }, (_, i) => ({
      ...LINE,
      id: `${i}`,
      text: `Words ${i}.`,
    }));
    const folder = writeFolder({ "a.jsonl": jsonl(...lines) });
    const bench = openImportBench();
    const stop = new AbortController();
    let n = 0;
    const note = { ...bench.note };
    const { importFiles } = await import("../../src/import/import-files.ts");
    const summary = await importFiles(
      bench.importAddress,
      [folder],
      { defaults: {}, note },
      { onAddress: () => ++n === 7 && stop.abort() },
      stop.signal,
    );
    expect(summary).toMatchObject({ created: 7, stopped: true });
    expect(bench.reader.summary().addresses).toBe(7);
  });
});
