/**
 * Finds which State of the Union addresses of the demonstration archive are incomplete, by comparing
 * each with the same address in fuller collections (JSON lines with a `text`), and writes the
 * list to seed/sotu-incomplete.json: facts, no text. The first collection in which words are found
 * that the copy lacks tells how many. An address that no collection has cannot be judged.
 *
 *   npx node scripts/find-incomplete-sotu.ts FULLER.jsonl [ANOTHER.jsonl …]
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
const PASSAGE = 15;
/** Stretches above `PASSAGE` that the address as given did not have; each was judged by eye. */
const NOT_MISSING = new Map<string, string>([
  ["1792_george_washington_n", "an editor's note on a message of 31 December 1792"],
  ["1884_chester_a_arthur_r", "figures of a table, run together in the other edition"],
  ["1912_william_h_taft_r", "the heading of a part"],
  ["1944_franklin_d_roosevelt_d", "the opening of the broadcast, a text of its own"],
  ["1974_richard_nixon_r", "an editor's note on applause"],
  ["2018_donald_j_trump_r", "another wording of one sentence"],
]);
/** Copies of which only the table annexed to the message is missing. */
const ANNEX_ONLY = new Set(["1864_abraham_lincoln_r"]);
/** Copies of the text as prepared: what they lack was added when it was spoken. */
const AS_PREPARED = new Set([
  "1959_dwight_d_eisenhower_r",
  "2015_barack_obama_d",
  "2019_donald_j_trump_r",
  "2020_donald_j_trump_r",
]);

/** The texts of a collection, as words, and in which of them each run of words is found. */
type Known = { texts: string[][]; textsWith: Map<string, number[]> };
type Gap = { start: number; end: number; missing: number };

const collections = process.argv.slice(2).map(readKnown);
if (collections.length === 0) throw new Error("Give the file of at least one fuller collection.");
const incomplete: IncompleteSotu[] = [];
const unjudged: string[] = [];
for (const facts of seedFacts()) {
  const words = wordsOf(readSeedAddress(facts).text);
  const counterparts = collections.map((known) => findCounterpart(words, known)).filter(isFound);
  if (counterparts.length === 0) unjudged.push(facts.file);
  if (NOT_MISSING.has(facts.file)) continue;
  const found = counterparts.map((one) => compare(facts.file, words, one)).find(isFound);
  if (found) incomplete.push(found);
}
const lines = incomplete.map((one) => `  ${JSON.stringify(one)}`);
writeFileSync(
  path.resolve(import.meta.dirname, "../seed/sotu-incomplete.json"),
  `[\n${lines.join(",\n")}\n]\n`,
);
console.table(incomplete);
console.log(`${incomplete.length} incomplete; without a counterpart: ${unjudged.join(", ")}`);

function isFound<Found>(one: Found | null): one is Found {
  return one !== null;
}

function readKnown(jsonl: string): Known {
  const lines = readFileSync(jsonl, "utf8").split("\n");
  const texts = lines
    .filter((line) => line !== "")
    .map((line) => wordsOf((JSON.parse(line) as { text: string }).text));
  const textsWith = new Map<string, number[]>();
  texts.forEach((words, i) => {
    for (const run of new Set(runsOf(words, TELLING_RUN))) {
      const found = textsWith.get(run);
      if (found) found.push(i);
      else textsWith.set(run, [i]);
    }
  });
  return { texts, textsWith };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

function runsOf(words: readonly string[], length: number): string[] {
  return words.slice(length - 1).map((_, i) => words.slice(i, i + length).join(" "));
}

function findCounterpart(words: readonly string[], { texts, textsWith }: Known): string[] | null {
  const runs = runsOf(words, TELLING_RUN);
  const shared = new Map<number, number>();
  for (const i of runs.flatMap((run) => textsWith.get(run) ?? [])) {
    shared.set(i, (shared.get(i) ?? 0) + 1);
  }
  const [best] = [...shared].sort(([, a], [, b]) => b - a);
  return best && best[1] > SAME_ADDRESS * runs.length ? (texts[best[0]] ?? null) : null;
}

function compare(
  name: string,
  words: readonly string[],
  fullWords: readonly string[],
): IncompleteSotu | null {
  const gaps = findGaps(words, fullWords);
  if (gaps.length === 0) return null;
  const last = gaps.at(-1) as Gap;
  const counts = { file: name, words: words.length, fullWords: fullWords.length };
  if (ANNEX_ONLY.has(name)) return { ...counts, missing: "annex" };
  if (fullWords.length - last.end < PASSAGE) return { ...counts, missing: "end" };
  if (AS_PREPARED.has(name)) return { ...counts, missing: "additions" };
  const missingWords = gaps.reduce((sum, gap) => sum + gap.missing, 0);
  return { ...counts, missing: "passages", missingWords };
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
