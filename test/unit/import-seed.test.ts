import { describe, expect, it } from "vitest";
import { loadSeed, readSeedAddress, seedFacts } from "../../seed/load-seed.ts";
import incomplete from "../../seed/sotu-incomplete.json" with { type: "json" };
import { parsePartialDate, precisionOf } from "../../src/domain/partial-date.ts";
import { splitAddress } from "../../src/text/paragraphs/split-address.ts";
import { openImportBench, simpleWork } from "../support/import.ts";

const withoutSpace = (text: string) => text.replace(/\s/g, "");

describe("the demonstration archive", () => {
  it("has the facts of all 233 addresses, each with its day and its president's full name", () => {
    const facts = seedFacts();
    expect(facts).toHaveLength(233);
    expect(new Set(facts.map((one) => one.file)).size).toBe(233);
    for (const one of facts) {
      const date = parsePartialDate(one.date);
      expect(date && precisionOf(date)).toBe("day");
      expect(one.date.slice(0, 4)).toBe(one.file.slice(0, 4));
    }
    expect(facts.map((one) => one.date)).toEqual(facts.map((one) => one.date).sort());
    expect(facts.find((one) => one.file === "1992_george_bush_r")?.speaker).toBe(
      "George H. W. Bush",
    );
  });

  it("loads into an empty archive word for word, tells its progress, and loads once only", async () => {
    const bench = openImportBench(":memory:", { ...simpleWork, split: splitAddress });
    const told: number[] = [];
    const result = await loadSeed(bench.importAddress, ({ done }) => told.push(done));
    expect(result).toMatchObject({ done: 233, total: 233 });
    expect(told).toEqual(Array.from({ length: 233 }, (_, i) => i + 1));
    expect(bench.reader.summary()).toMatchObject({
      addresses: 233,
      firstDay: 17901208,
      lastDay: 20210428,
      languages: ["en"],
      incompleteAddresses: 22,
    });
    expect([...bench.reader.collectionTitles().values()]).toEqual(["State of the Union"]);
    expect(bench.reader.speakerNames().size).toBe(43);
    for (const facts of [seedFacts()[0], seedFacts()[120], seedFacts()[232]]) {
      if (!facts) continue;
      const { text } = readSeedAddress(facts);
      const slug = bench.reader
        .addressesOf("year", facts.date.slice(0, 4), 5)
        .find((a) => a.date === facts.date);
      const { paragraphs } = bench.reader.wholeAddress(slug?.id ?? 0);
      const joined = paragraphs.map((p) => p.text).join("");
      expect(withoutSpace(joined) === withoutSpace(text)).toBe(true);
    }
    const version = bench.reader.version();
    await loadSeed(bench.importAddress);
    expect(bench.reader.version()).toBe(version);
  });

  it("says of an incomplete copy what it lacks", () => {
    const note = (file: string) => {
      const facts = seedFacts().find((one) => one.file === file);
      return facts ? readSeedAddress(facts).facts.completenessNote : undefined;
    };
    expect(note("1881_chester_a_arthur_r")).toBe(
      "This copy breaks off after 3,528 words; the whole has about 13,644.",
    );
    expect(note("1894_grover_cleveland_d")).toMatch(/^This copy lacks passages .* \d{3} words\.$/);
    expect(note("1864_abraham_lincoln_r")).toMatch(/^This copy lacks the table annexed/);
    expect(note("2019_donald_j_trump_r")).toMatch(/^This copy is the text as prepared/);
    expect(note("1792_george_washington_n")).toBeNull();
    expect(note("1865_andrew_johnson_nu")).toBeNull();
  });

  it("counts the words of each incomplete copy as they are in the package", () => {
    expect(incomplete).toHaveLength(22);
    for (const one of incomplete) {
      const facts = seedFacts().find(({ file }) => file === one.file);
      if (!facts) throw new Error(`${one.file} is not in the table of facts`);
      const { text } = readSeedAddress(facts);
      expect([one.file, text.toLowerCase().match(/[a-z0-9]+/g)?.length]).toEqual([
        one.file,
        one.words,
      ]);
      if (one.missing !== "additions") expect(one.words).toBeLessThan(one.fullWords);
    }
  });

  it("lists every copy that ends without a full stop as breaking off", () => {
    const breakingOff = incomplete.filter((one) => one.missing === "end").map((one) => one.file);
    const unended = seedFacts()
      .filter((facts) => !/[.!?]["')]*$/.test(readSeedAddress(facts).text))
      .map((facts) => facts.file);
    expect(unended).toHaveLength(6);
    expect(breakingOff).toEqual(expect.arrayContaining(unended));
  });

  it("can be stopped between two addresses", async () => {
    const bench = openImportBench();
    const stop = new AbortController();
    await loadSeed(bench.importAddress, ({ done }) => done === 3 && stop.abort(), {
      signal: stop.signal,
    });
    expect(bench.reader.summary().addresses).toBe(3);
  });
});
