import { describe, expect, it } from "vitest";
import { writeSlug } from "../../src/store/slugs.ts";
import { openImportBench } from "../support/import.ts";

const TEXT = "Ukraine exports grain.\n\nWe thank everyone.";

describe("reading an address", () => {
  it("gives back every fact, the source with unknown fields, and the words with their tags", () => {
    const bench = openImportBench();
    bench.take({ text: TEXT, collection: "Evening addresses", place: "Kyiv", extra: { views: 7 } });
    const { address, source, revisions, paragraphs } = bench.whole();
    expect(address).toMatchObject({
      slug: "2022-09-28-evening-address",
      speaker: "Volodymyr Zelenskyy",
      speakerSlug: "volodymyr-zelenskyy",
      collection: "Evening addresses",
      collectionSlug: "evening-addresses",
      place: "Kyiv",
      paragraphCount: 2,
      wordCount: 6,
      revision: 1,
      splitterVersion: "test-1",
      breaksFrom: null,
    });
    expect(source).toMatchObject({ nativeId: "t-1", url: null, extra: { views: 7 } });
    expect(revisions).toEqual([
      {
        number: 1,
        createdAt: "2022-10-01T12:00:00.000Z",
        createdBy: "archivist",
        reason: "Imported",
      },
    ]);
    expect(paragraphs.map((p) => [p.position, p.number, p.kind, p.text])).toEqual([
      [0, 1, "speech", "Ukraine exports grain."],
      [1, 2, "speech", "We thank everyone."],
    ]);
    expect(paragraphs[0]?.mentions).toEqual([
      {
        kind: "country",
        value: "UA",
        start: 0,
        end: 7,
        rule: "name",
        origin: "inferred",
        confidence: 0.9,
      },
    ]);
    expect(paragraphs[0]?.topics).toEqual([
      {
        topic: "grain-export",
        origin: "inferred",
        confidence: 0.8,
        spans: [{ start: 16, end: 21 }],
      },
    ]);
  });

  it("keeps the input itself, by revision", () => {
    const bench = openImportBench();
    bench.take({ text: "First words." });
    bench.take({ text: "First words. And more." });
    const { id } = bench.whole().address;
    expect(bench.reader.rawInput(id, 1)?.toString()).toBe("First words.");
    expect(bench.reader.rawInput(id, 2)?.toString()).toBe("First words. And more.");
    expect(bench.reader.rawInput(id, 3)).toBeNull();
  });

  it("finds paragraphs by key, by id in any order, and those around one", () => {
    const bench = openImportBench();
    bench.take({ text: "One.\n\nTwo.\n\nThree.\n\nFour." });
    const { address, paragraphs } = bench.whole();
    const [one, two, three] = paragraphs;
    expect(bench.reader.lookupKey(two?.key ?? "")).toMatchObject({
      state: "present",
      paragraph: { text: "Two." },
      address: { id: address.id },
    });
    expect(bench.reader.lookupKey("00000000")).toBeNull();
    const found = bench.reader.paragraphsByIds([three?.id ?? 0, 999, one?.id ?? 0]);
    expect(found.map(({ paragraph }) => paragraph.text)).toEqual(["Three.", "One."]);
    const around = bench.reader.neighbours(address.id, 1, 1);
    expect(around.map((p) => p.text)).toEqual(["One.", "Two.", "Three."]);
    expect(() => bench.reader.wholeAddress(77)).toThrow(RangeError);
    expect(() => bench.reader.source(77)).toThrow(RangeError);
    expect(bench.reader.revisions(77)).toEqual([]);
  });

  it("lists addresses newest first, page by page, each once", () => {
    const bench = openImportBench();
    const dates = ["1946", "2022-09-28", "1946-05-09", "2022-09-28", "2022-09"];
    dates.forEach((date, i) => {
      bench.take({ id: `n${i}`, date, title: `Address ${i}`, text: `Words ${i}.` });
    });
    const titles: string[] = [];
    let after: { date: string; id: number } | undefined;
    for (let page = 0; page < 4; page++) {
      const rows = bench.reader.addresses(2, after);
      titles.push(...rows.map((row) => row.title));
      after = rows.at(-1);
      if (!after) break;
    }
    expect(titles).toEqual(["Address 3", "Address 1", "Address 4", "Address 2", "Address 0"]);
    expect(bench.reader.addressesOf("year", "1946", 10).map((a) => a.date)).toEqual([
      "1946-05-09",
      "1946",
    ]);
    expect(bench.reader.addressesOf("speaker", "volodymyr-zelenskyy", 2)).toHaveLength(2);
    expect(bench.reader.addressesOf("collection", "none", 2)).toEqual([]);
  });

  it("sums up the archive, by collection too", () => {
    const bench = openImportBench();
    expect(bench.reader.summary()).toMatchObject({ addresses: 0, words: 0, firstDay: null });
    bench.take({
      id: "a",
      date: "1946",
      text: "One two.",
      collection: "Debates",
      completenessNote: "Torn.",
    });
    bench.take({ id: "b", date: "2022-03-01", lang: "uk", text: "Три слова тут." });
    expect(bench.reader.summary()).toEqual({
      addresses: 2,
      paragraphs: 2,
      words: 5,
      firstDay: 19460101,
      lastDay: 20220301,
      languages: ["en", "uk"],
      incompleteAddresses: 1,
    });
    expect(bench.reader.collectionCounts()).toEqual([
      { slug: "debates", title: "Debates", addresses: 1, paragraphs: 1, words: 2 },
      { slug: null, title: null, addresses: 1, paragraphs: 1, words: 3 },
    ]);
  });

  it("raises the version with every change, and with nothing else", () => {
    const bench = openImportBench();
    const versions = [bench.reader.version()];
    bench.take({ text: "One." });
    versions.push(bench.reader.version());
    bench.take({ text: "One." });
    versions.push(bench.reader.version());
    bench.take({ text: "Two." });
    versions.push(bench.reader.version());
    expect(versions).toEqual([0, 1, 1, 2]);
  });
});

describe("slugs", () => {
  it("are plain words, transliterated, cut at a word's end", () => {
    expect(writeSlug("2022-02-24 Звернення Президента України")).toBe(
      "2022-02-24-zvernennya-prezidenta-ukrayini",
    );
    expect(writeSlug("1897 William McKinley’s message")).toBe("1897-william-mckinleys-message");
    const long = writeSlug(`2022-09-28 ${"Ukraine cannot put up with any attempts ".repeat(9)}`);
    expect(long.length).toBeLessThanOrEqual(80);
    expect(long).toMatch(/(?:ukraine|cannot|put|up|with|any|attempts)$/);
    expect(writeSlug("x".repeat(300))).toHaveLength(80);
  });

  it("are unique, and stay when the title is only written otherwise", () => {
    const bench = openImportBench();
    const slugs = ["a", "b", "c"].map((id) => bench.take({ id, text: `Words of ${id}.` }).slug);
    expect(slugs).toEqual([
      "2022-09-28-evening-address",
      "2022-09-28-evening-address-2",
      "2022-09-28-evening-address-3",
    ]);
    expect(bench.take({ id: "b", title: "Evening Address!", text: "Words of b." }).slug).toBe(
      slugs[1],
    );
  });

  it("that an address had before lead to the one it has, and are never given to another", () => {
    const bench = openImportBench();
    const first = bench.take({ text: "Words." }).slug;
    const second = bench.take({ text: "Words.", title: "Night address" }).slug;
    expect(bench.reader.lookupSlug(first)).toEqual({ movedTo: second });
    expect(bench.take({ id: "other", text: "Other words." }).slug).toBe(`${first}-2`);
    expect(bench.take({ text: "Words." }).slug).toBe(first);
    expect(bench.reader.lookupSlug(first)).toMatchObject({ found: { slug: first } });
    expect(bench.reader.lookupSlug(second)).toEqual({ movedTo: first });
    expect(bench.reader.lookupSlug("never-seen")).toBeNull();
  });

  it("of speakers differ even where their names transliterate alike", () => {
    const bench = openImportBench();
    bench.take({ id: "a", speaker: "Mr. Popovic", text: "A." });
    bench.take({ id: "b", speaker: "Mr. POPOVIC", text: "B." });
    bench.take({ id: "c", speaker: "王毅", text: "C." });
    expect([...bench.reader.speakerNames().keys()].sort()).toEqual([
      "mr-popovic",
      "mr-popovic-2",
      "speaker",
    ]);
  });
});
