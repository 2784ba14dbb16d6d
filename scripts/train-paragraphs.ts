/**
 * Trains the model of paragraph breaks for one language from addresses with real paragraphs:
 *   npm run train:paragraphs -- --lang en --data FILE… --hold-out FILE… --out src/text/paragraphs/model-en.json
 * Lines of --data are `{id, lang, date, text}`. Addresses in a --hold-out file are never trained on.
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
} from "./paragraphs/examples.ts";
import {
  type Example,
  scoreWords,
  trainWordModel,
  type WordModel,
} from "./paragraphs/word-model.ts";

const FOLDS = 5;
const ROUNDS = 350;

/** An example with the scores of words that were learnt without it. */
type Scored = { example: Example; wordScores: Float64Array; fold: number };

function main(): void {
  const { values } = parseArgs({
    options: {
      lang: { type: "string", default: "en" },
      data: { type: "string", multiple: true, default: [] },
      "hold-out": { type: "string", multiple: true, default: [] },
      out: { type: "string" },
    },
  });
  const addresses = readAddresses(values.data, values["hold-out"]).filter(
    ({ lang }) => lang === values.lang,
  );
  if (addresses.length === 0) throw new Error(`No address in ${values.lang} in --data.`);
  const idf = measureIdf(addresses);
  const examples = addresses.map((address) => makeExample(address, idf, weigh(address)));
  console.log(`${examples.length} addresses, ${gaps(examples)} gaps`);

  const scored = crossScore(examples);
  const tuning = trainTrees(rowsOf(scored.filter(({ fold }) => fold !== 0)), ROUNDS);
  const prior = tunePrior(scored, readTrees(tuning));
  const words = trainWordModel(examples);
  const trees = trainTrees(rowsOf(scored), ROUNDS);
  const file = JSON.stringify(toFile(values.lang, idf, words, trees, prior));
  console.log(`${file.length} bytes`, prior);
  if (values.out) writeFileSync(values.out, `${file}\n`);
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
  const folds = examples.map((_, i) => i % FOLDS);
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    trainWordModel(examples.filter((_, i) => folds[i] !== fold)),
  );
  return examples.map((example, i) => {
    const fold = folds[i] as number;
    return { example, fold, wordScores: scoreWords(models[fold] as WordModel, example.views) };
  });
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

/** Fits the lengths of paragraphs, then seeks the weight and bias that split fold 0 best. */
function tunePrior(scored: readonly Scored[], trees: Trees): LengthPrior {
  const fitted = fitLengths(scored.map(({ example }) => example));
  const held = scored
    .filter(({ fold, example }) => fold === 0 && example.weight >= 1)
    .map((item) => ({ example: item.example, wall: scoreExample(item, trees) }));
  let best = { prior: { ...fitted, weight: 0, breakBias: 0 }, value: Number.NEGATIVE_INFINITY };
  for (const weight of [0, 0.15, 0.3, 0.5, 0.75, 1]) {
    for (const breakBias of [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1]) {
      const prior = { ...fitted, weight, breakBias };
      const value = judge(held, prior);
      if (value > best.value) best = { prior, value };
    }
  }
  console.log("held-out fold: F1 - Pk - WindowDiff =", best.value.toFixed(3));
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

function judge(held: { example: Example; wall: ScoredWall }[], prior: LengthPrior): number {
  const sums: Record<string, { f1: number; error: number; count: number }> = {};
  for (const { example, wall } of held) {
    const given = new Set([...example.labels.keys()].filter((i) => i > 0 && example.labels[i]));
    const score = scoreBreaks(example.views.length, given, new Set(chooseBreaks(wall, prior)));
    const windows = Math.max(1, score.windows);
    const sum = sums[example.weight] ?? { f1: 0, error: 0, count: 0 };
    sums[example.weight] = sum;
    sum.f1 += (2 * score.hits) / Math.max(1, score.found + score.given);
    sum.error += (score.pkErrors + score.windowDiffErrors) / windows;
    sum.count++;
  }
  const values = Object.values(sums).map(({ f1, error, count }) => (f1 - error) / count);
  return values.reduce((a, b) => a + b, 0) / values.length;
}

function toFile(
  lang: string,
  idf: Idf,
  words: WordModel,
  trees: TreesFile,
  length: LengthPrior,
): ModelFile {
  const tables = Object.entries(words.weights).map(([name, table]) => [
    name,
    writeTable(table, 100),
  ]);
  return {
    lang,
    idf: writeTable(idf.table, 1),
    rareIdf: idf.rare,
    wordWeights: Object.fromEntries(tables),
    wordBias: round(words.bias),
    trees,
    length,
  };
}

function writeTable(table: ReadonlyMap<string, number>, unit: number): string {
  return [...table].map(([words, weight]) => `${words}=${Math.round(weight * unit)}`).join("|");
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

main();
