/** What is made of words that the archive does not have, and of questions that find nothing. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "../../src/search/answer.ts";
import { createFts5Index } from "../../src/search/fts5/fts5-index.ts";
import { createWiden } from "../../src/search/query/widen.ts";
import { createAskArchive } from "../../src/search/search-archive.ts";
import { readSynonyms } from "../../src/search/synonyms.ts";
import { createAddressReader } from "../../src/store/address-reader.ts";
import type { Taxonomy } from "../../src/text/topics/taxonomy.ts";
import { type ArchiveFile, createArchiveFile } from "./archive-file.ts";
import { question } from "./asked-archive.ts";

const TEXTS = [
  "Kyiv stands, said the president.",
  "Kiev stood, and the president of the time was silent about the sea.",
  "A missile struck the union.",
  "Missiles struck the unions again.",
  "He was sent in debt, and kept a seat.",
  "Krushchev, as it is misprinted once.",
  "Wheat of the European Union, or EU.",
  "COVID-19 and grain exports through the Black Sea.",
  "Fills and files and filling stations.",
  "Lentses in tents, and a WMD.",
  ...Array.from({ length: 12 }, (_, n) => `Khrushchev speaks for the ${n}th time.`),
];

let archive: ArchiveFile;
let ask: (q: string) => Promise<Answer>;
let close: () => Promise<void>;

beforeAll(() => {
  archive = createArchiveFile();
  archive.put({
    title: "On the union",
    speaker: "Jawaharlal Nehru",
    date: "2022",
    paragraphs: TEXTS.map((text) => ({ text })),
  });
  const options = { databaseFile: archive.file, workers: 1, queue: 100, timeoutMs: 30_000 };
  const index = createFts5Index(options);
  const asked = createAskArchive({
    ...{ index, vocabulary: index, reader: createAddressReader(archive.db) },
    taxonomy: { version: 1, topics: [] } as unknown as Taxonomy,
    widen: createWiden(readSynonyms("- [Kyiv, Kiev]"), ["en"]),
  });
  ask = (q) => asked(question(q));
  close = () => index.close();
});
afterAll(async () => {
  await close();
  archive.remove();
});

const understood = (answer: Answer) => answer.understood.map(({ text }) => text).join("");
const notices = (answer: Answer) => answer.query.notices.map(({ message }) => message);
const suggested = async (q: string) =>
  (await ask(q)).suggestions.map((other) => [other.reason, other.q, other.total]);

describe("a misspelled word", () => {
  test("is searched as the word it surely is, in all forms, marked and told", async () => {
    const answer = await ask("missle");
    expect([answer.total, understood(answer), answer.searched]).toEqual([
      2,
      "Paragraphs with missile",
      "missile",
    ]);
    expect(answer.hits.map(({ marks }) => marks.length)).toEqual([1, 1]);
    expect(notices(answer)).toEqual([
      "No “missle” anywhere; searched: “missile”. Quotation marks keep a word as typed.",
    ]);
  });
  test("is told beside others with which nothing is found", async () => {
    const answer = await ask("missle wheat");
    expect([answer.total, answer.searched]).toEqual([0, "missile wheat"]);
    expect(answer.termCounts).toEqual([
      { text: "wheat", count: 1, without: 2 },
      { text: "missile", count: 2, without: 1 },
    ]);
  });
  test("with a capital, of which several words may be meant, is a name: they are offered", async () => {
    const answer = await ask("Filws");
    expect([answer.total, answer.searched]).toEqual([0, "Filws"]);
    expect(await suggested("Filws")).toContainEqual(["spelling", "Files", 1]);
  });
  test("that names a speaker is not put right: the speaker is offered", async () => {
    expect((await ask("Wheet")).searched).toBe("Wheat");
    expect((await ask("Nehru")).searched).toBe("Nehru");
    expect(await suggested("Nehru")).toEqual([
      ["speaker", "speaker:jawaharlal-nehru", TEXTS.length],
    ]);
  });
  test("has the synonyms of the word it is", async () => {
    const answer = await ask("Kieev");
    expect(answer.total).toBe(2);
    expect(notices(answer)[0]).toContain("Also searched: “Kyiv”");
  });
  test("with capitals has them in what stands in its place, too, where that is no operator", async () => {
    expect((await ask("Missle")).searched).toBe("Missile");
    expect(notices(await ask("Missle"))[0]).toMatch("No “Missle” anywhere; searched: “Missile”.");
    expect((await ask("MISSLE")).searched).toBe("MISSILE");
    expect((await suggested('"Missle struck"')).map(([, q]) => q)).toEqual(['"Missile struck"']);
    expect((await suggested("ANDS")).map(([, q]) => q)).not.toContain("AND");
  });
  test("may come twice", async () => {
    expect((await ask("missle struk missle")).total).toBe(2);
  });
  test("may be several words, and finds them all", async () => {
    expect((await ask("filess")).searched).toBe("files");
    expect((await ask("filws")).searched).toBe("files OR fills");
  });
  test("is righted in groups and beside alternatives that are found", async () => {
    expect((await ask("missle OR wheat")).total).toBe(3);
    expect((await ask("(missle OR wheet) -union")).total).toBe(0);
    expect(understood(await ask("missle OR wheat"))).toBe("Paragraphs with missile or wheat");
  });
  test("is left as it stands in quotation marks and titles, with an offer", async () => {
    expect((await ask('"missle"')).total).toBe(0);
    expect(await suggested('"missle struck"')).toEqual([["spelling", '"missile struck"', 1]]);
    expect(await suggested("title:unoin")).toEqual([["spelling", 'title:"union"', TEXTS.length]]);
    expect(await suggested('"rain exports"~3')).toEqual([]);
    expect(await suggested('"grian exports"~3')).toEqual([["spelling", '"grain exports"~3', 1]]);
  });
  test("two slips away is offered, not shown", async () => {
    const answer = await ask("Khruschov");
    expect([answer.total, answer.searched, notices(answer)]).toEqual([0, "Khruschov", []]);
    expect(await suggested("Khruschov")).toContainEqual(["spelling", "Khrushchev", 12]);
  });
  test("of four letters with one wrong, or with a plural's ending, is offered, not shown", async () => {
    expect((await ask("Kyev")).total).toBe(0);
    expect(await suggested("Kyev")).toContainEqual(["spelling", "Kiev", 2]);
    expect((await ask("WMDs")).total).toBe(0);
    expect(await suggested("WMDs")).toEqual([["spelling", "WMD", 1]]);
  });
  test("near two names of one thing is offered as one of them: either finds the same", async () => {
    expect(await suggested("Kyev")).toEqual([["spelling", "Kiev", 2]]);
    expect(await suggested("Kyev president")).toEqual([["spelling", "Kiev president", 2]]);
  });
  test("taken for a misprint has the common word beside it", async () => {
    expect((await ask("Kruschev")).searched).toBe("Krushchev");
    expect(await suggested("Kruschev")).toEqual([["spelling", "Khrushchev", 12]]);
  });
  test("that is rare has a far commoner one beside it", async () => {
    const answer = await ask("Krushchev");
    expect([answer.total, answer.searched, notices(answer)]).toEqual([1, "Krushchev", []]);
    expect(await suggested("Krushchev")).toEqual([["spelling", "Khrushchev", 12]]);
  });
  test("that others begin with has these in its place, and says so", async () => {
    const answer = await ask("grain expor");
    expect([answer.total, answer.searched, notices(answer)]).toEqual([
      1,
      "grain expor*",
      ["No “expor” anywhere; searched: words that begin so. Quotation marks keep a word as typed."],
    ]);
    expect((await ask('"grain expor"')).total).toBe(0);
  });
  test("is sooner unfinished than begun wrongly", async () => {
    const answer = await ask("lents");
    expect(answer.searched).toBe("lents*");
    expect(await suggested("lents")).toContainEqual(["spelling", "tents", 1]);
  });
  test("of three or four letters that others begin with is offered with these", async () => {
    expect((await ask("Khru")).total).toBe(0);
    expect(await suggested("Khru")).toEqual([["beginning", "Khru*", 12]]);
  });
  test.each(["Sept", "Dept", "Oct", "Govt", "zebra", "2021"])(
    "that is short or like no other, as %s, stays as it is",
    async (q) => {
      const answer = await ask(q);
      expect([answer.total, answer.searched, answer.suggestions]).toEqual([0, q, []]);
    },
  );
});

describe("a query that finds nothing", () => {
  test("is offered without the words that matter least, with its exact count", async () => {
    const asked = "what did the president say about grain exports in the black sea";
    expect(await suggested(asked)).toEqual([["fewer-words", "grain exports black sea", 1]]);
    expect(await suggested("why did grian exports go through the black sea")).toEqual([
      ["fewer-words", "grain exports black sea", 1],
    ]);
    expect(await suggested("did the filws and debs stand in the black sea with exports")).toEqual([
      ["fewer-words", "black sea exports", 1],
    ]);
    expect(await suggested("zebra quagga okapi")).toEqual([]);
  });
  test("is offered with its words parted and joined otherwise", async () => {
    expect(await suggested("covid19")).toEqual([["spelling", '"covid 19"', 1]]);
    expect(await suggested("E.U.")).toEqual([["spelling", "EU", 1]]);
  });
});

describe("or in small letters", () => {
  test("is a word, and the alternatives are offered where they find more", async () => {
    expect(await suggested("grain or wheat")).toContainEqual(["alternatives", "grain OR wheat", 2]);
    expect(await suggested("zebra or okapi")).toEqual([]);
    expect(await suggested('"grain or wheat"')).toEqual([]);
  });
});
