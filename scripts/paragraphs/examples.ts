/** Reads addresses with paragraphs and makes walls with known breaks of them. */
import { readFileSync } from "node:fs";
import { viewSentences } from "../../src/text/paragraphs/sentence-view.ts";
import { findTurns } from "../../src/text/paragraphs/turns.ts";
import { wallSentences } from "../../src/text/paragraphs/wall-sentences.ts";
import { stem } from "../../src/text/stem.ts";
import { tokenize } from "../../src/text/tokens.ts";
import { nearCopyOf } from "./held-out.ts";
import type { Example } from "./word-model.ts";

export type Address = { id: string; lang: string; date: string; paragraphs: string[] };
export type Idf = { table: Map<string, number>; rare: number };

type Line = { id: string; lang: string; date?: string; text?: string };
type WallLine = { id: string; wall: string };

function readLines<T>(file: string): T[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line));
}

/**
 * @param files JSONL lines of `{id, lang, date, text}`, paragraphs parted by blank lines
 * @param held JSONL files of addresses, `{id, wall}`, left out by id and as near copies
 * @param lang language to read
 * @returns the addresses to train on, by file
 */
export function readAddresses(
  files: readonly string[],
  held: readonly string[],
  lang: string,
): Address[][] {
  const out = held.flatMap((file) => readLines<WallLine>(file));
  const ids = new Set(out.map(({ id }) => id));
  const isHeld = nearCopyOf(out.map(({ wall }) => wall));
  return files.map((file) =>
    readLines<Line>(file)
      .filter((line) => line.lang === lang)
      .filter(({ id, text = "" }) => !ids.has(id) && !isHeld(text))
      .map((line) => ({
        id: line.id,
        lang,
        date: line.date ?? "",
        paragraphs: (line.text ?? "").split("\n\n"),
      }))
      .filter(({ paragraphs }) => paragraphs.length >= FEWEST_PARAGRAPHS),
  );
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
export function makeExample({ id, lang, paragraphs }: Address, idf: Idf, weight: number): Example {
  const begins = new Set<number>();
  let begin = 0;
  for (const paragraph of paragraphs) {
    begins.add(begin);
    begin += paragraph.length + 1;
  }
  const wall = paragraphs.join(" ");
  const turns = findTurns(wall, [{ start: 0, end: wall.length }], null);
  const found = wallSentences(wall, lang, new Set(turns.map(({ start }) => start)));
  return {
    id,
    ...viewSentences(wall, found, lang, idf.table, idf.rare),
    labels: Uint8Array.from(found, ({ start }) => (begins.has(start) ? 1 : 0)),
    weight,
  };
}
