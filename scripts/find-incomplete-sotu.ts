/**
 * Finds which State of the Union addresses of the demonstration archive are incomplete, by comparing
 * each with the same address in a fuller collection (JSON lines with a `text`), and writes the
 * list to seed/sotu-incomplete.json: facts, no text. An address that the collection does not have
 * cannot be judged.
 *
 *   npx node scripts/find-incomplete-sotu.ts ../shared/corpora/us_presidents_1789-2020_miller.jsonl
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type IncompleteSotu, readSeedAddress, seedFacts } from "../seed/load-seed.ts";

/** Words in a row that are looked up; longer ones tell addresses apart, shorter ones survive spelling. */
const TELLING_RUN = 8;
const COVERING_RUN = 4;
/** The share of an address's runs that its counterpart must have; unrelated addresses share under .02. */
const SAME_ADDRESS = 0.2;
/** Words missing in one place that count as a passage, not as another edition's wording. */
const PASSAGE = 50;
/** Not missing from the address: what an editor of the other collection added. */
const ADDED_BY_EDITORS = new Set([
  // A note on a message of 31 December 1792 about the judge's salary.
  "1792_george_washington_n",
  // The broadcast of the same evening: a text of its own, whose opening the message does not have.
  "1944_franklin_d_roosevelt_d",
]);

type Known = { words: string[]; runs: Set<string> };
type Gap = { start: number; end: number; missing: number };

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("Give the file of the fuller collection.");
const known = readKnown(file);
const incomplete: IncompleteSotu[] = [];
let unjudged = 0;
for (const facts of seedFacts()) {
  const words = wordsOf(readSeedAddress(facts).text);
  const counterpart = findCounterpart(words);
  if (!counterpart) unjudged += 1;
  else if (!ADDED_BY_EDITORS.has(facts.file)) {
    const found = compare(facts.file, words, counterpart.words);
    if (found) incomplete.push(found);
  }
}
const lines = incomplete.map((one) => `  ${JSON.stringify(one)}`);
writeFileSync(
  path.resolve(import.meta.dirname, "../seed/sotu-incomplete.json"),
  `[\n${lines.join(",\n")}\n]\n`,
);
console.table(incomplete);
console.log(
  `${incomplete.length} incomplete; ${unjudged} have no counterpart to be compared with.`,
);

function readKnown(jsonl: string): Known[] {
  return readFileSync(jsonl, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const { text } = JSON.parse(line) as { text: string };
      const words = wordsOf(text);
      return { words, runs: new Set(runsOf(words, TELLING_RUN)) };
    });
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

function runsOf(words: readonly string[], length: number): string[] {
  return words.slice(length - 1).map((_, i) => words.slice(i, i + length).join(" "));
}

function findCounterpart(words: readonly string[]): Known | null {
  const runs = runsOf(words, TELLING_RUN);
  let best: { one: Known; shared: number } | null = null;
  for (const one of known) {
    const shared = runs.reduce((sum, run) => sum + (one.runs.has(run) ? 1 : 0), 0);
    if (!best || shared > best.shared) best = { one, shared };
  }
  return best && best.shared > SAME_ADDRESS * runs.length ? best.one : null;
}

function compare(
  name: string,
  words: readonly string[],
  fullWords: readonly string[],
): IncompleteSotu | null {
  const gaps = findGaps(words, fullWords);
  if (gaps.length === 0) return null;
  const last = gaps.at(-1) as Gap;
  const missing = last.end === fullWords.length ? "end" : "passages";
  return { file: name, words: words.length, fullWords: fullWords.length, missing };
}

/** Stretches of the fuller text that the copy does not have: more uncovered words than covered ones, by `PASSAGE`. */
function findGaps(words: readonly string[], fullWords: readonly string[]): Gap[] {
  const runs = new Set(runsOf(words, COVERING_RUN));
  const covered = new Uint8Array(fullWords.length);
  runsOf(fullWords, COVERING_RUN).forEach((run, i) => {
    if (runs.has(run)) covered.fill(1, i, i + COVERING_RUN);
  });
  const gaps: Gap[] = [];
  let excess = 0;
  let gap: Gap = { start: 0, end: 0, missing: 0 };
  const close = (next: number): void => {
    if (gap.missing >= PASSAGE) gaps.push(gap);
    excess = 0;
    gap = { start: next, end: next, missing: 0 };
  };
  covered.forEach((isCovered, i) => {
    excess += isCovered ? -1 : 1;
    if (excess <= 0) close(i + 1);
    else if (excess > gap.missing) gap = { ...gap, end: i + 1, missing: excess };
  });
  close(fullWords.length);
  return gaps;
}
