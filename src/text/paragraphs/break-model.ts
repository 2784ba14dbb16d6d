/**
 * The trained model of paragraph breaks: a logistic model over words, whose score is one of the
 * features of boosted trees. Made by scripts/train-paragraphs.ts.
 */
import type { Range } from "../../domain/range.ts";
import { readDigits } from "./digits.ts";
import { GapFeatures, LENGTH_STEP, meanAround, viewWall } from "./gap-features.ts";
import { readTrees, sumTrees, type Trees, type TreesFile } from "./oblivious-trees.ts";
import { type SentenceView, viewSentences } from "./sentence-view.ts";
import { GapWords } from "./word-features.ts";

/** The model as its file has it. */
export type ModelFile = {
  lang: string;
  /** Inverse document frequencies of common stems, `stem=value|stem=value`, and of all others. */
  idf: string;
  rareIdf: number;
  /** A digit for the weight of each place of the table; their number is a power of two. */
  wordWeights: string;
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

export type WordModel = { weights: Float64Array; bias: number };

export type BreakModel = {
  lang: string;
  idf: ReadonlyMap<string, number>;
  rareIdf: number;
  words: WordModel;
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

/** A digit is a weight in these steps above -32 of them: from -1.28 to 1.24. */
export const WEIGHT_STEP = 0.04;

/** Makes a model file's tables ready for look-up. */
export function readModel(file: ModelFile): BreakModel {
  const { lang, rareIdf, length } = file;
  const weights = Float64Array.from(
    readDigits(file.wordWeights),
    (digit) => (digit - 32) * WEIGHT_STEP,
  );
  return {
    lang,
    idf: readTable(file.idf),
    rareIdf,
    words: { weights, bias: file.wordBias },
    trees: readTrees(file.trees),
    length,
  };
}

function readTable(table: string): Map<string, number> {
  return new Map(
    table.split("|").map((entry) => {
      const at = entry.lastIndexOf("=");
      return [entry.slice(0, at), Number(entry.slice(at + 1))];
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
  const wall = viewWall(all, scoreWords(model.words, views));
  const features = new GapFeatures(wall);
  const logOdds = new Float64Array(views.length);
  const meanLengths = new Float64Array(views.length);
  for (let gap = 0; gap < views.length; gap++) {
    meanLengths[gap] = meanAround(wall.sums.length, gap, LENGTH_STEP);
    if (gap > 0) logOdds[gap] = sumTrees(model.trees, features.read(gap));
  }
  return { lengths: views.map((view) => view.words.length), logOdds, meanLengths };
}

/** The word model's score of every gap; 0 for the first sentence, before which there is none. */
export function scoreWords(
  { weights, bias }: WordModel,
  views: readonly SentenceView[],
): Float64Array {
  const words = new GapWords();
  const scores = new Float64Array(views.length);
  const mask = weights.length - 1;
  for (let gap = 1; gap < views.length; gap++) {
    const count = words.read(views, gap);
    let score = bias;
    for (let i = 0; i < count; i++) {
      score += weights[(words.hashes[i] as number) & mask] as number;
    }
    scores[gap] = score;
  }
  return scores;
}
