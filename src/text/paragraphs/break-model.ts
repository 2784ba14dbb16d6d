/**
 * The trained model of paragraph breaks: a logistic model over words, whose score is one of the
 * features of boosted trees. Made by scripts/train-paragraphs.ts.
 */
import type { Range } from "../../domain/address.ts";
import {
  denseFeatures,
  LENGTH_STEP,
  meanAround,
  viewWall,
  visitWords,
  WORD_FEATURES,
  type WordFeature,
} from "./gap-features.ts";
import { readTrees, sumTrees, type Trees, type TreesFile } from "./oblivious-trees.ts";
import { type SentenceView, viewSentences } from "./sentence-view.ts";

/** The model as its file has it. Tables read `word=value|word=value`; word weights are hundredths. */
export type ModelFile = {
  lang: string;
  /** Inverse document frequencies of common stems, and of all others, times ten, rounded. */
  idf: string;
  rareIdf: number;
  wordWeights: Record<string, string>;
  wordBias: number;
  trees: TreesFile;
  length: LengthPrior;
};

/** Log-normal length of a paragraph in words, given the mean length of the sentences around it. */
export type LengthPrior = {
  /** Mean of the logarithm: intercept + slope × log(mean words of a sentence). */
  intercept: number;
  slope: number;
  deviation: number;
  /** How much the prior counts beside the trees. */
  weight: number;
  /** Added to every break's score. */
  breakBias: number;
};

export type BreakModel = {
  lang: string;
  idf: ReadonlyMap<string, number>;
  rareIdf: number;
  wordWeights: Record<WordFeature, ReadonlyMap<string, number>>;
  wordBias: number;
  trees: Trees;
  length: LengthPrior;
};

/** What the model says of a wall. */
export type ScoredWall = {
  /** Words of each sentence. */
  lengths: number[];
  /** Log-odds of a break before each sentence; 0 for the first. */
  logOdds: Float64Array;
  /** Mean words of a sentence around each sentence. */
  meanLengths: Float64Array;
};

/** Makes a model file's tables ready for look-up. */
export function readModel(file: ModelFile): BreakModel {
  const tables = WORD_FEATURES.map((name) => [name, readTable(file.wordWeights[name] ?? "", 100)]);
  return {
    ...file,
    idf: readTable(file.idf, 1),
    wordWeights: Object.fromEntries(tables),
    trees: readTrees(file.trees),
  };
}

function readTable(table: string, unit: number): Map<string, number> {
  if (table === "") return new Map();
  return new Map(
    table.split("|").map((entry) => {
      const at = entry.lastIndexOf("=");
      return [entry.slice(0, at), Number(entry.slice(at + 1)) / unit];
    }),
  );
}

/** Scores every gap of a wall. */
export function scoreWall(
  model: BreakModel,
  text: string,
  sentences: readonly Range[],
  lang: string,
): ScoredWall {
  const all = viewSentences(text, sentences, lang, model.idf, model.rareIdf);
  const { views } = all;
  const wall = viewWall(all, wordScores(model, views));
  const logOdds = new Float64Array(views.length);
  const meanLengths = new Float64Array(views.length);
  for (let gap = 0; gap < views.length; gap++) {
    meanLengths[gap] = meanAround(wall.sums.length, gap, LENGTH_STEP);
    if (gap > 0) logOdds[gap] = sumTrees(model.trees, denseFeatures(wall, gap));
  }
  return { lengths: views.map((view) => view.words.length), logOdds, meanLengths };
}

function wordScores(model: BreakModel, views: readonly SentenceView[]): Float64Array {
  const scores = new Float64Array(views.length);
  for (let gap = 1; gap < views.length; gap++) {
    let score = model.wordBias;
    visitWords(views, gap, (feature, words) => {
      score += model.wordWeights[feature].get(words) ?? 0;
    });
    scores[gap] = score;
  }
  return scores;
}
