/**
 * Trains the model of paragraph breaks for one language from addresses with real paragraphs:
 *   npm run train:paragraphs -- --lang en --data FILE… --hold FILE… --out src/text/paragraphs/model-en.json
 * Lines of --data are `{id, lang, date, text}`; a shorter file may be given a weight, `FILE=6`. Lines of
 * --hold are `{id, wall}`: these addresses and near copies of them are not trained on, nor is anything
 * chosen by them. All choices are made by folds of the training addresses. Files are learnt from in the
 * order given, so the kind of address that matters most comes last. The same data give the same file.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import {
  type LengthPrior,
  type ModelFile,
  type ScoredWall,
  scoreWords,
  type WordModel,
} from "../src/text/paragraphs/break-model.ts";
import {
  GapFeatures,
  LENGTH_STEP,
  meanAround,
  viewWall,
} from "../src/text/paragraphs/gap-features.ts";
import {
  readTrees,
  sumTrees,
  type Trees,
  type TreesFile,
} from "../src/text/paragraphs/oblivious-trees.ts";
import { type Rows, trainTrees } from "./paragraphs/boosted-trees.ts";
import {
  type Address,
  type Idf,
  makeExample,
  measureIdf,
  readAddresses,
} from "./paragraphs/examples.ts";
import { fitLengths, tunePrior } from "./paragraphs/length-prior.ts";
import { type Example, trainWordModel, writeWeights } from "./paragraphs/word-model.ts";

const FOLDS = 5;
/** Older addresses, with their long sentences and paragraphs, teach less about others. */
const OLD = { before: "1930", weight: 0.3 };
/** Places of the table of word weights: more of them than gaps to learn from, within these. */
const PLACES = { fewest: 2 ** 16, most: 2 ** 18 };

/** An example with the scores of words that were learnt without it, and its file and fold. */
type Scored = { example: Example; wordScores: Float64Array; file: number; fold: number };

function main(): void {
  const { values } = parseArgs({
    options: {
      lang: { type: "string", default: "en" },
      data: { type: "string", multiple: true, default: [] },
      hold: { type: "string", multiple: true, default: [] },
      out: { type: "string" },
    },
  });
  const sources = values.data.map(parseSource);
  const paths = sources.map(({ path }) => path);
  const addresses = readAddresses(paths, values.hold, values.lang);
  if (addresses.flat().length === 0) {
    console.error(`No address in "${values.lang}" to train on: give --data FILE.jsonl.`);
    process.exitCode = 2;
    return;
  }
  const idf = measureIdf(addresses.flat());
  const files = addresses.map((file, at) =>
    file.map((address) => makeExample(address, idf, weigh(address, sources[at]?.weight ?? 1))),
  );
  const model = train(values.lang, files, idf);
  const text = `${JSON.stringify(model, null, 2)}\n`;
  console.log(`${Buffer.byteLength(text)} bytes`, model.length);
  if (values.out) writeFileSync(values.out, text);
}

function weigh({ date }: Address, weight: number): number {
  return date < OLD.before ? OLD.weight * weight : weight;
}

function parseSource(argument: string): { path: string; weight: number } {
  const { path = argument, weight = "1" } =
    /^(?<path>.*)=(?<weight>\d+(?:\.\d+)?)$/u.exec(argument)?.groups ?? {};
  return { path, weight: Number(weight) };
}

function train(lang: string, files: readonly Example[][], idf: Idf): ModelFile {
  const examples = files.flat();
  const gaps = examples.reduce((sum, { views }) => sum + views.length - 1, 0);
  const enough = 2 ** Math.ceil(Math.log2(2 * gaps));
  const places = Math.max(PLACES.fewest, Math.min(PLACES.most, enough));
  console.log(`${examples.length} addresses, ${gaps} gaps, ${places} places for word weights`);
  const scored = crossScore(files, places);
  const length = choosePrior(files, scored);
  const words = trainWordModel(examples, places);
  return serialise(lang, idf, words, trainTrees(rowsOf(scored)), length);
}

/** Scores each example's words by a model that has not seen it. */
function crossScore(files: readonly Example[][], places: number): Scored[] {
  const folded = files.flatMap((examples, file) =>
    examples.map((example, i) => ({ example, file, fold: i % FOLDS })),
  );
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    trainWordModel(
      folded.filter((one) => one.fold !== fold).map(({ example }) => example),
      places,
    ),
  );
  return folded.map((one) => ({
    ...one,
    wordScores: scoreWords(models[one.fold] as WordModel, one.example.views),
  }));
}

/** Chooses the length prior on walls that neither words nor trees have seen, of files and years that count. */
function choosePrior(files: readonly Example[][], scored: readonly Scored[]): LengthPrior {
  const unseen = Array.from({ length: FOLDS }, (_, fold) => {
    const trees = readTrees(trainTrees(rowsOf(scored.filter((one) => one.fold !== fold))));
    console.log(`fold ${fold + 1} of ${FOLDS}`);
    return scored
      .filter((one) => one.fold === fold)
      .map((one) => ({ file: one.file, example: one.example, wall: scoreExample(one, trees) }));
  }).flat();
  const judged = unseen.filter(({ example }) => example.weight >= 1);
  const byFile = files.map((_, file) => judged.filter((one) => one.file === file));
  return tunePrior(
    fitLengths(files.flat()),
    byFile.filter((walls) => walls.length > 0),
  );
}

function rowsOf(scored: readonly Scored[]): Rows {
  const rows: Rows = { features: [], labels: [], weights: [] };
  for (const { example, wordScores } of scored) {
    const features = new GapFeatures(viewWall(example, wordScores));
    for (let gap = 1; gap < example.views.length; gap++) {
      rows.features.push(features.read(gap).slice());
      rows.labels.push(example.labels[gap] ?? 0);
      rows.weights.push(example.weight);
    }
  }
  return rows;
}

function scoreExample({ example, wordScores }: Scored, trees: Trees): ScoredWall {
  const wall = viewWall(example, wordScores);
  const features = new GapFeatures(wall);
  return {
    lengths: example.views.map(({ words }) => words.length),
    logOdds: Float64Array.from(example.views, (_, gap) =>
      gap === 0 ? 0 : sumTrees(trees, features.read(gap)),
    ),
    meanLengths: Float64Array.from(example.views, (_, i) =>
      meanAround(wall.sums.length, i, LENGTH_STEP),
    ),
  };
}

function serialise(
  lang: string,
  idf: Idf,
  words: WordModel,
  trees: TreesFile,
  length: LengthPrior,
): ModelFile {
  return {
    lang,
    idf: [...idf.table].map(([stem, value]) => `${stem}=${value}`).join("|"),
    rareIdf: idf.rare,
    wordWeights: writeWeights(words),
    wordBias: words.bias,
    trees,
    length,
  };
}

main();
