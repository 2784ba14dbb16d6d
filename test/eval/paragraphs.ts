/**
 * Measures paragraph splitting on walls with known breaks:
 *   npm run eval:paragraphs -- --data FILE.jsonl [--data FILE.jsonl…] [--json FILE]
 * Lines are `{wall, break_offsets, lang}`: text without paragraphs, and the characters where they began.
 * Pk and WindowDiff are means over addresses; precision, recall and F1 are over all breaks.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { splitWall } from "../../src/text/paragraphs/split-wall.ts";
import { findTurns } from "../../src/text/paragraphs/turns.ts";
import { sentences } from "../../src/text/sentences.ts";
import { type SegmentationScore, scoreBreaks } from "./segmentation-metrics.ts";

type Wall = { wall: string; break_offsets: number[]; lang: string };
/** Where paragraphs begin, in characters, without 0. */
type Splitter = (wall: string, lang: string) => number[];

/** The yardstick: a break after every third sentence. */
const BASELINE_SENTENCES = 3;

const ours: Splitter = (wall, lang) => {
  const whole = { start: 0, end: wall.length };
  const turns = findTurns(wall, [whole], null).map(({ start }) => start);
  return splitWall(wall, whole, lang, turns)
    .slice(1)
    .map(({ start }) => start);
};

const fixed: Splitter = (wall, lang) =>
  sentences(wall, lang)
    .filter((_, i) => i > 0 && i % BASELINE_SENTENCES === 0)
    .map(({ start }) => start);

function main(): void {
  const { values } = parseArgs({
    options: {
      data: { type: "string", multiple: true, default: [] },
      json: { type: "string" },
    },
  });
  const walls = values.data.flatMap(readWalls);
  if (walls.length === 0) {
    console.error("No wall to measure: give --data FILE.jsonl.");
    process.exitCode = 2;
    return;
  }
  const report = { ours: measure(walls, ours), baseline: measure(walls, fixed) };
  console.log(`${walls.length} addresses, ${walls.flatMap((w) => w.break_offsets).length} breaks`);
  console.table(report);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
}

function readWalls(file: string): Wall[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line));
}

function measure(walls: readonly Wall[], split: Splitter): Record<string, number> {
  const found = walls.map(({ wall, lang }) => split(wall, lang));
  const seconds = time(() => walls.forEach(({ wall, lang }) => void split(wall, lang)));
  const scores = walls.map((wall, i) => scoreWall(wall, found[i] ?? []));
  const sum = (pick: (score: SegmentationScore) => number): number =>
    scores.reduce((total, score) => total + pick(score), 0);
  const mean = (pick: (score: SegmentationScore) => number): number => sum(pick) / scores.length;
  const precision = sum((s) => s.hits) / sum((s) => s.found);
  const recall = sum((s) => s.hits) / sum((s) => s.given);
  const near = [
    sum((s) => s.nearHits) / sum((s) => s.found),
    sum((s) => s.nearHits) / sum((s) => s.given),
  ];
  return rounded({
    precision,
    recall,
    f1: harmonic(precision, recall),
    f1WithinOne: harmonic(near[0] ?? 0, near[1] ?? 0),
    pk: mean((s) => s.pkErrors / Math.max(1, s.windows)),
    windowDiff: mean((s) => s.windowDiffErrors / Math.max(1, s.windows)),
    breaksInsideSentence: walls.reduce(
      (count, { wall }, i) => count + (found[i] ?? []).filter((at) => isInside(wall, at)).length,
      0,
    ),
    stability: stability(walls, split),
    sentencesPerSecond: Math.round(sum((s) => s.units) / seconds),
    wordsPerSecond: Math.round(walls.reduce((n, { wall }) => n + countWords(wall), 0) / seconds),
  });
}

/** Seconds of a second pass: the first one has warmed the compiler and the caches up. */
function time(pass: () => void): number {
  const started = performance.now();
  pass();
  return (performance.now() - started) / 1000;
}

/** Units are sentences; a true break inside of what we take for a sentence begins a unit of its own. */
function scoreWall(wall: Wall, found: readonly number[]): SegmentationScore {
  const given = wall.break_offsets.filter((offset) => offset > 0);
  const starts = sentences(wall.wall, wall.lang).map(({ start }) => start);
  const units = [...new Set([0, ...starts, ...given, ...found])].sort((a, b) => a - b);
  const place = new Map(units.map((offset, i) => [offset, i]));
  const places = (offsets: readonly number[]): Set<number> =>
    new Set(offsets.map((offset) => place.get(offset) ?? 0));
  return scoreBreaks(units.length, places(given), places(found));
}

/**
 * Judged by the characters alone, not by our own sentences: no end mark before it, or a small letter
 * after. A stage direction stands between sentences, and a label begins a turn whoever it cuts off.
 */
function isInside(wall: string, at: number): boolean {
  const before = wall
    .slice(Math.max(0, at - 60), at)
    .replace(/(?:\[[^[\]]*\]|\([^()]*\))\s*$/u, "")
    .trimEnd();
  const after = wall.slice(at, at + 40);
  if (/^(?:Q|\p{Lu}[\p{Lu}.'’ -]+):/u.test(after)) return false;
  return !/[.!?…:]["'”’»)\]*_]*$/u.test(before) || /^["“«(]?\p{Ll}/u.test(after);
}

type Paragraph = { start: number; end: number; text: string };

/**
 * Takes one sentence out of each wall, and, seen the other way, puts it in: the share of the
 * paragraphs without that sentence that stay the same, character for character.
 */
function stability(walls: readonly Wall[], split: Splitter): number {
  let [kept, all] = [0, 0];
  for (const [seed, { wall, lang }] of walls.entries()) {
    const found = sentences(wall, lang);
    const one = found[(seed * 7919 + 13) % found.length];
    if (!one) continue;
    const without = `${wall.slice(0, one.start)}${wall.slice(one.end).trimStart()}`;
    const versions = [wall, without].map((text) => paragraphs(text, split(text, lang)));
    const [before = [], after = []] = versions;
    for (const [from, to] of [versions, [after, before]] as [Paragraph[], Paragraph[]][]) {
      const texts = new Set(to.map(({ text }) => text));
      const untouched = from.filter(({ start, end }) => start > one.start || end < one.start);
      all += untouched.length;
      kept += untouched.filter(({ text }) => texts.has(text)).length;
    }
  }
  return kept / all;
}

function paragraphs(wall: string, breaks: readonly number[]): Paragraph[] {
  const starts = [0, ...breaks];
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? wall.length;
    return { start, end, text: wall.slice(start, end).trim() };
  });
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}

function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

function rounded(figures: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, Math.round(value * 1000) / 1000]),
  );
}

main();
