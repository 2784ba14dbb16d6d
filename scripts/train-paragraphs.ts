/**
 * Trains the model of paragraph breaks for one language from addresses with real paragraphs:
 *   npm run train:paragraphs -- --lang en --data FILE… --tune FILE… --out src/text/paragraphs/model-en.json
 * Lines of --data are `{id, lang, date, text}`, lines of --tune `{id, lang, wall, break_offsets}`.
 * Addresses of a --tune file are never trained on; they only choose how much the length prior weighs.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { LengthPrior, ModelFile, ScoredWall } from "../src/text/paragraphs/break-model.ts";
import { chooseBreaks } from "../src/text/paragraphs/choose-breaks.ts";
import {
  denseFeatures,
  LENGTH_STEP,
  meanAround,
  surroundings,
  viewWall,
} from "../src/text/paragraphs/gap-features.ts";
import {
  readTrees,
  sumTrees,
  type Trees,
  type TreesFile,
} from "../src/text/paragraphs/oblivious-trees.ts";
import { scoreBreaks } from "../test/eval/segmentation-metrics.ts";
import { type Rows, trainTrees } from "./paragraphs/boosted-trees.ts";
import {
  type Address,
  type Idf,
  makeExample,
  measureIdf,
  readAddresses,
  readWalls,
} from "./paragraphs/examples.ts";
import {
  type Example,
  scoreWords,
  trainWordModel,
  type WordModel,
} from "./paragraphs/word-model.ts";

/** In bytes: the file is checked in and read at the first import of a wall. */
const LARGEST_FILE = 490_000;
const FOLDS = 5;
const ROUNDS = 350;
/** Pk and WindowDiff are two views of one error: each counts less than F1, both count more. */
const ERROR_WEIGHT = 0.75;
const TUNING = { weight: [0.15, 0.3, 0.45, 0.6], breakBias: [0.3, 0.4, 0.5, 0.6, 0.7] };

/** An example with the scores of words that were learnt without it. */
type Scored = { example: Example; wordScores: Float64Array };

function main(): void {
  const { values } = parseArgs({
    options: {
      lang: { type: "string", default: "en" },
      data: { type: "string", multiple: true, default: [] },
      tune: { type: "string", multiple: true, default: [] },
      out: { type: "string" },
    },
  });
  const addresses = readAddresses(values.data, values.tune).filter(
    ({ lang }) => lang === values.lang,
  );
  if (addresses.length === 0) {
    console.error(`No address in "${values.lang}" to train on: give --data FILE.jsonl.`);
    process.exitCode = 2;
    return;
  }
  const idf = measureIdf(addresses);
  const examples = addresses.map((address) => makeExample(address, idf, weigh(address)));
  console.log(`${examples.length} addresses, ${gaps(examples)} gaps`);

  const words = trainWordModel(examples);
  const trees = trainTrees(rowsOf(crossScore(examples)), ROUNDS);
  const tuning = values.tune.map((path) => readWalls(path, values.lang, idf));
  const prior = tunePrior(fitLengths(examples), tuning, words, readTrees(trees));
  const file = serialise(values.lang, idf, words, trees, prior);
  console.log(`${Buffer.byteLength(file)} bytes`, prior);
  if (values.out) writeFileSync(values.out, file);
}

function gaps(examples: readonly Example[]): number {
  return examples.reduce((sum, { views }) => sum + views.length - 1, 0);
}

/** Recent addresses count more than the long sentences of old ones; the shortest corpus most. */
function weigh({ id, date }: Address): number {
  if (id.startsWith("resistinua")) return 6;
  return date >= "1920" ? 1 : 0.3;
}

/** Scores each example's words by a model that has not seen it. */
function crossScore(examples: readonly Example[]): Scored[] {
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    trainWordModel(examples.filter((_, i) => i % FOLDS !== fold)),
  );
  return examples.map((example, i) => ({
    example,
    wordScores: scoreWords(models[i % FOLDS] as WordModel, example.views),
  }));
}

function rowsOf(scored: readonly Scored[]): Rows {
  const rows: Rows = { features: [], labels: [], weights: [] };
  for (const { example, wordScores } of scored) {
    const wall = viewWall(example, wordScores);
    for (let gap = 1; gap < example.views.length; gap++) {
      rows.features.push(denseFeatures(wall, gap));
      rows.labels.push(example.labels[gap] ?? 0);
      rows.weights.push(example.weight);
    }
  }
  return rows;
}

/** Seeks the weight and bias that split the files of walls best, each file counting the same. */
function tunePrior(
  fitted: Pick<LengthPrior, "intercept" | "slope" | "deviation">,
  files: readonly (readonly Example[])[],
  words: WordModel,
  trees: Trees,
): LengthPrior {
  const walls = files.map((examples) =>
    examples.map((example) => ({
      example,
      wall: scoreExample({ example, wordScores: scoreWords(words, example.views) }, trees),
    })),
  );
  let best = { prior: { ...fitted, weight: 0.3, breakBias: 0.5 }, value: Number.NEGATIVE_INFINITY };
  for (const weight of TUNING.weight) {
    for (const breakBias of TUNING.breakBias) {
      const prior = { ...fitted, weight, breakBias };
      const value = walls.reduce((sum, file) => sum + judge(file, prior), 0);
      if (value > best.value) best = { prior, value };
    }
  }
  console.log("F1 less errors:", (best.value / walls.length).toFixed(3));
  return best.prior;
}

function scoreExample({ example, wordScores }: Scored, trees: Trees): ScoredWall {
  const view = viewWall(example, wordScores);
  const gapScores = example.views.map((_, gap) =>
    gap === 0 ? 0 : sumTrees(trees, denseFeatures(view, gap)),
  );
  return {
    lengths: example.views.map(({ words }) => words.length),
    logOdds: Float64Array.from(gapScores),
    meanLengths: Float64Array.from(example.views, (_, i) =>
      meanAround(view.sums.length, i, LENGTH_STEP),
    ),
  };
}

/** Least squares of log(words of a paragraph) on log(mean words of the sentences around it). */
function fitLengths(
  examples: readonly Example[],
): Pick<LengthPrior, "intercept" | "slope" | "deviation"> {
  const [xs, ys, ws]: [number[], number[], number[]] = [[], [], []];
  for (const { views, labels, weight } of examples) {
    const sums = surroundings(views, new Float64Array(views.length));
    let start = 0;
    let words = 0;
    for (let i = 0; i < views.length; i++) {
      words += views[i]?.words.length ?? 0;
      if (i + 1 < views.length && !labels[i + 1]) continue;
      xs.push(Math.log(Math.max(1, meanAround(sums.length, start, LENGTH_STEP))));
      ys.push(Math.log(Math.max(1, words)));
      ws.push(weight);
      start = i + 1;
      words = 0;
    }
  }
  const total = ws.reduce((a, b) => a + b, 0);
  const mean = (values: number[]): number =>
    values.reduce((sum, value, i) => sum + value * (ws[i] ?? 0), 0) / total;
  const [mx, my] = [mean(xs), mean(ys)];
  const slope =
    mean(xs.map((x, i) => (x - mx) * ((ys[i] ?? 0) - my))) / mean(xs.map((x) => (x - mx) ** 2));
  const intercept = my - slope * mx;
  const deviation = Math.sqrt(mean(ys.map((y, i) => (y - intercept - slope * (xs[i] ?? 0)) ** 2)));
  return { intercept: round(intercept), slope: round(slope), deviation: round(deviation) };
}

/** Mean over walls of F1 less the weighted sum of Pk and WindowDiff. */
function judge(
  walls: readonly { example: Example; wall: ScoredWall }[],
  prior: LengthPrior,
): number {
  let sum = 0;
  for (const { example, wall } of walls) {
    const given = new Set([...example.labels.keys()].filter((i) => i > 0 && example.labels[i]));
    const score = scoreBreaks(example.views.length, given, new Set(chooseBreaks(wall, prior)));
    sum += (2 * score.hits) / Math.max(1, score.found + score.given);
    sum -= (ERROR_WEIGHT * (score.pkErrors + score.windowDiffErrors)) / Math.max(1, score.windows);
  }
  return sum / Math.max(1, walls.length);
}

/** The file's text, without the least word weights where it would be too large with them. */
function serialise(
  lang: string,
  idf: Idf,
  words: WordModel,
  trees: TreesFile,
  length: LengthPrior,
): string {
  for (let least = 0; ; least++) {
    const tables = Object.entries(words.weights).map(([name, table]) => {
      const kept = [...table].filter(([, weight]) => Math.abs(weight) * 100 > least);
      return [name, writeTable(new Map(kept), 100)];
    });
    const file: ModelFile = {
      lang,
      idf: writeTable(idf.table, 1),
      rareIdf: idf.rare,
      wordWeights: Object.fromEntries(tables),
      wordBias: round(words.bias),
      trees,
      length,
    };
    const text = `${JSON.stringify(file, null, 2)}\n`;
    if (Buffer.byteLength(text) <= LARGEST_FILE) return text;
  }
}

function writeTable(table: ReadonlyMap<string, number>, unit: number): string {
  return [...table].map(([words, weight]) => `${words}=${Math.round(weight * unit)}`).join("|");
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

main();
