/** Reads paragraphed addresses and makes walls with known breaks of them. */
import { readFileSync } from "node:fs";
import { viewSentences } from "../../src/text/paragraphs/sentence-view.ts";
import { sentences } from "../../src/text/sentences.ts";
import { stem } from "../../src/text/stem.ts";
import { tokenize } from "../../src/text/tokens.ts";
import type { Example } from "./word-model.ts";

export type Address = { id: string; lang: string; date: string; paragraphs: string[] };
export type Idf = { table: Map<string, number>; rare: number };

type Line = { id: string; lang: string; date?: string; text?: string };
/** A wall with the characters at which its paragraphs began. */
type WallLine = { id: string; lang: string; wall: string; break_offsets: number[] };

function readLines<T>(file: string): T[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line));
}

/** The beginning of a text without spaces: the same for two copies of one address. */
function fingerprint(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .slice(0, 120)
    .toLowerCase();
}

/**
 * @param files JSONL lines of `{id, lang, text}`, paragraphs parted by blank lines
 * @param held JSONL files of evaluation addresses, left out by id and by the same beginning
 */
export function readAddresses(files: readonly string[], held: readonly string[]): Address[] {
  const out = held.flatMap((file) => readLines<WallLine>(file));
  const ids = new Set(out.map(({ id }) => id));
  const texts = new Set(out.map((line) => fingerprint(line.wall)));
  return files
    .flatMap((file) => readLines<Line>(file))
    .filter(({ id, text = "" }) => !ids.has(id) && !texts.has(fingerprint(text)))
    .map(({ id, lang, date = "", text = "" }) => ({
      id,
      lang,
      date,
      paragraphs: text.split("\n\n"),
    }))
    .filter(({ paragraphs }) => paragraphs.length >= FEWEST_PARAGRAPHS);
}

/** An address with fewer was hardly paragraphed at all. */
const FEWEST_PARAGRAPHS = 5;

/** Rarer stems are told apart from common ones well enough by one figure. */
const COMMON_STEMS = 1200;

/** Inverse document frequencies over paragraphs, times ten, rounded. */
export function measureIdf(addresses: readonly Address[]): Idf {
  const counts = new Map<string, number>();
  let paragraphs = 0;
  for (const { lang, paragraphs: texts } of addresses) {
    for (const text of texts) {
      paragraphs++;
      for (const s of new Set(tokenize(text).map((t) => stem(t.folded, lang)))) {
        counts.set(s, (counts.get(s) ?? 0) + 1);
      }
    }
  }
  const common = [...counts].sort((a, b) => b[1] - a[1]).slice(0, COMMON_STEMS);
  const idf = (count: number): number => Math.round(Math.log(paragraphs / count) * 10);
  return {
    table: new Map(common.map(([s, count]) => [s, idf(count)])),
    rare: idf((common.at(-1)?.[1] ?? 1) / 4),
  };
}

/** The wall of an address, its sentences as the model sees them, and where its paragraphs begin. */
export function makeExample(address: Address, idf: Idf, weight: number): Example {
  const begins = [0];
  for (const paragraph of address.paragraphs) {
    begins.push((begins.at(-1) ?? 0) + paragraph.length + 1);
  }
  return viewExample(address, address.paragraphs.join(" "), begins, idf, weight);
}

/** The walls of a file in one language. */
export function readWalls(file: string, lang: string, idf: Idf): Example[] {
  return readLines<WallLine>(file)
    .filter((line) => line.lang === lang)
    .map((line) => viewExample(line, line.wall, line.break_offsets, idf, 1));
}

function viewExample(
  { id, lang }: { id: string; lang: string },
  wall: string,
  begins: readonly number[],
  idf: Idf,
  weight: number,
): Example {
  const found = sentences(wall, lang);
  const isBegin = new Set(begins);
  return {
    id,
    ...viewSentences(wall, found, lang, idf.table, idf.rare),
    labels: Uint8Array.from(found, ({ start }) => (isBegin.has(start) ? 1 : 0)),
    weight,
  };
}
