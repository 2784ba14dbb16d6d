/** The features of each gap between two sentences, for the break model and for its training. */
import { cohesions } from "./cohesion.ts";
import type { SentenceView, SentenceViews } from "./sentence-view.ts";

/** Sentences on either side that the means of the surroundings are taken over. */
const SURROUNDINGS = 15;
/** Distances and lengths beyond these say nothing more. */
const FAR = 6;
const LONG = 80;

/** Means are rounded, so that a sentence more or less far off changes little: in words. */
export const LENGTH_STEP = 2;

/** Names of the word features; each has its own table of weights. */
export const WORD_FEATURES = [
  "nextFirst",
  "nextTwo",
  "nextThree",
  "nextHas",
  "afterNextFirst",
  "lastFirst",
  "lastTwo",
  "lastEnd",
  "lastHas",
  "beforeLastFirst",
] as const;
export type WordFeature = (typeof WORD_FEATURES)[number];

const EMPTY: SentenceView = {
  words: [""],
  uniqueWords: [],
  stems: { ids: [], weights: [] },
  names: new Set(),
  endMark: 9,
  startMark: 9,
  quoteBalance: 0,
  hasDigit: false,
};

/**
 * Visits the words that speak for or against a break before sentence `gap`.
 * @param visit called with the feature and the word or words
 */
export function visitWords(
  views: readonly SentenceView[],
  gap: number,
  visit: (feature: WordFeature, words: string) => void,
): void {
  const at = (i: number): SentenceView => views[i] ?? EMPTY;
  const [next, last] = [at(gap).words, at(gap - 1).words];
  const [first = "", second = "", third = ""] = next;
  visit("nextFirst", first);
  visit("nextTwo", `${first} ${second}`);
  visit("nextThree", `${first} ${second} ${third}`);
  for (const word of at(gap).uniqueWords) visit("nextHas", word);
  visit("afterNextFirst", at(gap + 1).words[0] ?? "");
  visit("lastFirst", last[0] ?? "");
  visit("lastTwo", `${last[0]} ${last[1] ?? ""}`);
  visit("lastEnd", last.at(-1) ?? "");
  for (const word of at(gap - 1).uniqueWords) visit("lastHas", word);
  visit("beforeLastFirst", at(gap - 2).words[0] ?? "");
}

/** Sums over sentences, so that the mean of any stretch is two look-ups. */
export type Surroundings = { length: Float64Array; lively: Float64Array; wordScore: Float64Array };

/**
 * @param wordScores the word model's score of each gap (0 for gap 0, which is none)
 */
export function surroundings(
  views: readonly SentenceView[],
  wordScores: Float64Array,
): Surroundings {
  const sums = {
    length: new Float64Array(views.length + 1),
    lively: new Float64Array(views.length + 1),
    wordScore: new Float64Array(views.length + 1),
  };
  for (const [i, view] of views.entries()) {
    sums.length[i + 1] = (sums.length[i] ?? 0) + Math.min(view.words.length, LONG);
    sums.lively[i + 1] = (sums.lively[i] ?? 0) + (view.endMark % 10 === 0 ? 0 : 1);
    sums.wordScore[i + 1] = (sums.wordScore[i] ?? 0) + (wordScores[i] ?? 0);
  }
  return sums;
}

/** Mean of a sum over the sentences around `gap`. */
export function meanAround(sums: Float64Array, gap: number, step: number): number {
  const from = Math.max(0, gap - SURROUNDINGS);
  const to = Math.min(sums.length - 1, gap + SURROUNDINGS);
  const mean = ((sums[to] ?? 0) - (sums[from] ?? 0)) / Math.max(1, to - from);
  return Math.round(mean / step) * step;
}

/** Everything computed once for a wall that `denseFeatures` reads. */
export type WallView = {
  views: readonly SentenceView[];
  wordScores: Float64Array;
  sums: Surroundings;
  cohesion1: Float64Array;
  cohesion2: Float64Array;
  cohesion4: Float64Array;
};

/** Puts together what `denseFeatures` reads. */
export function viewWall({ views, vocabulary }: SentenceViews, wordScores: Float64Array): WallView {
  const stems = views.map((view) => view.stems);
  return {
    views,
    wordScores,
    sums: surroundings(views, wordScores),
    cohesion1: cohesions(stems, vocabulary, 1),
    cohesion2: cohesions(stems, vocabulary, 2),
    cohesion4: cohesions(stems, vocabulary, 4),
  };
}

/**
 * The numbers that the trees decide by, in an order that the model file depends on.
 * @param gap 1 to the number of sentences less 1
 */
export function denseFeatures(wall: WallView, gap: number): number[] {
  return [
    ...wordScoresAround(wall.wordScores, gap),
    ...shapesAround(wall.views, gap),
    ...cohesionAround(wall, gap),
    ...surroundingsOf(wall, gap),
    rank(wall.wordScores, gap, 3),
    rank(wall.wordScores, gap, 6),
    rank(wall.cohesion4, gap, 4),
  ];
}

function wordScoresAround(wordScores: Float64Array, gap: number): number[] {
  const score = (i: number): number => (i > 0 ? (wordScores[i] ?? 0) : 0);
  return [0, -1, 1, -2, 2, -3, 3].map((away) => score(gap + away));
}

function shapesAround(views: readonly SentenceView[], gap: number): number[] {
  const at = (i: number): SentenceView => views[i] ?? EMPTY;
  const [last, next, afterNext] = [at(gap - 1), at(gap), at(gap + 1)];
  return [
    ...[-2, -1, 0, 1, 2].map((away) => lengthOf(at(gap + away))),
    last.endMark,
    next.endMark,
    next.startMark,
    last.startMark,
    afterNext.startMark,
    newNames(views, gap),
    next.names.size,
    shared(last.names, next.names),
  ];
}

function cohesionAround({ cohesion1, cohesion2, cohesion4 }: WallView, gap: number): number[] {
  return [
    cohesion1[gap] ?? 0,
    cohesion2[gap] ?? 0,
    cohesion4[gap] ?? 0,
    depth(cohesion2, gap, 2),
    depth(cohesion4, gap, 4),
    cohesion1[gap + 1] ?? 0,
    cohesion1[gap - 1] ?? 0,
  ];
}

function surroundingsOf({ views, sums }: WallView, gap: number): number[] {
  const at = (i: number): SentenceView => views[i] ?? EMPTY;
  const [last, next] = [at(gap - 1), at(gap)];
  return [
    sameOpening(last, next),
    sameOpening(next, at(gap + 1)),
    sameOpening(at(gap - 2), last),
    meanAround(sums.length, gap, LENGTH_STEP),
    meanAround(sums.lively, gap, 0.1),
    meanAround(sums.wordScore, gap, 0.1),
    Math.min(gap, FAR),
    Math.min(views.length - gap, FAR),
    openQuotes(views, gap),
    next.hasDigit ? 1 : 0,
    last.hasDigit ? 1 : 0,
    lengthOf(at(gap - 3)),
  ];
}

function lengthOf(view: SentenceView): number {
  return Math.min(view.words.length, LONG);
}

/** How many of the gaps within `reach` have a greater value. */
function rank(values: Float64Array, gap: number, reach: number): number {
  const here = values[gap] ?? 0;
  let greater = 0;
  for (let i = Math.max(1, gap - reach); i <= Math.min(values.length - 1, gap + reach); i++) {
    if ((values[i] ?? 0) > here) greater++;
  }
  return greater;
}

/** Capitalised words of the next sentence that the five before it do not have. */
function newNames(views: readonly SentenceView[], gap: number): number {
  let fresh = 0;
  for (const name of views[gap]?.names ?? []) {
    let known = false;
    for (let i = Math.max(0, gap - 5); i < gap && !known; i++) {
      known = views[i]?.names.has(name) ?? false;
    }
    if (!known) fresh++;
  }
  return fresh;
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const name of one) if (other.has(name)) count++;
  return count;
}

/** How much less coherent the text is here than `width` sentences to either side. */
function depth(cohesion: Float64Array, gap: number, width: number): number {
  const here = cohesion[gap] ?? 0;
  const around = (cohesion[gap - width] ?? here) + (cohesion[gap + width] ?? here);
  return around / 2 - here;
}

/** How many opening words two sentences share, at most 3. */
function sameOpening(one: SentenceView, other: SentenceView): number {
  let same = 0;
  while (same < 3 && one.words[same] && one.words[same] === other.words[same]) same++;
  return same;
}

/** Quotes still open at the gap, looking back eight sentences. */
function openQuotes(views: readonly SentenceView[], gap: number): number {
  let open = 0;
  for (let i = Math.max(0, gap - 8); i < gap; i++) {
    open = Math.max(0, open + (views[i]?.quoteBalance ?? 0));
  }
  return Math.min(open, 3);
}
