/** The features of each gap between two sentences, for the break model and for its training. */
import { cohesions } from "./cohesion.ts";
import type { SentenceView, SentenceViews } from "./sentence-view.ts";

/** Sentences on either side that the means of the surroundings are taken over. */
const SURROUNDINGS = 15;
/** Sentences on either side in which a repeated opening is sought. */
const ANAPHORA = 6;
/** Gaps on either side among which the best one is sought, and how far the next better one. */
const NEAR = { best: 4, better: 11 };
/** Distances, lengths and stretches (in sentences, words, words) beyond these say nothing more. */
const MOST = { distance: 12, length: 80, stretch: 200 };
/** A mark that no sentence has: there is no sentence. */
const NO_MARK = 9;

/** Means are rounded, so that a sentence more or less far off changes little: in words. */
export const LENGTH_STEP = 2;

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
    sums.length[i + 1] = (sums.length[i] ?? 0) + lengthOf(view);
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

/** Everything computed once for a wall that the features of its gaps are read from. */
export type WallView = {
  views: readonly SentenceView[];
  wordScores: Float64Array;
  sums: Surroundings;
  cohesion1: Float64Array;
  cohesion2: Float64Array;
  cohesion4: Float64Array;
  cohesion8: Float64Array;
};

/** Puts together what `GapFeatures` reads. */
export function viewWall({ views, vocabulary }: SentenceViews, wordScores: Float64Array): WallView {
  const stems = views.map((view) => view.stems);
  return {
    views,
    wordScores,
    sums: surroundings(views, wordScores),
    cohesion1: cohesions(stems, vocabulary, 1),
    cohesion2: cohesions(stems, vocabulary, 2),
    cohesion4: cohesions(stems, vocabulary, 4),
    cohesion8: cohesions(stems, vocabulary, 8),
  };
}

/** How many numbers a gap has. */
export const FEATURES = 45;

/** The numbers that the trees decide by, in an order that the model file depends on. */
export class GapFeatures {
  readonly row = new Float64Array(FEATURES);
  private at = 0;
  private readonly wall: WallView;

  constructor(wall: WallView) {
    this.wall = wall;
  }

  /**
   * @param gap 1 to the number of sentences less 1
   * @returns the row, which the next reading overwrites
   */
  read(gap: number): Float64Array {
    this.at = 0;
    this.wordScores(gap);
    this.shapes(gap);
    this.cohesion(gap);
    this.openings(gap);
    this.surroundings(gap);
    this.ranks(gap);
    return this.row;
  }

  private add(value: number): void {
    this.row[this.at++] = value;
  }

  private wordScores(gap: number): void {
    const { wordScores } = this.wall;
    this.add(wordScores[gap] ?? 0);
    for (let away = 1; away <= 3; away++) {
      this.add(wordScores[gap - away] ?? 0);
      this.add(wordScores[gap + away] ?? 0);
    }
  }

  private shapes(gap: number): void {
    const { views } = this.wall;
    for (let i = gap - 3; i <= gap + 2; i++) this.add(lengthOf(views[i]));
    for (let i = gap - 1; i <= gap + 1; i++) this.add(views[i]?.endMark ?? NO_MARK);
    this.add(views[gap]?.startMark ?? NO_MARK);
    this.add(views[gap]?.names ?? 0);
  }

  private cohesion(gap: number): void {
    const { cohesion1, cohesion2, cohesion4, cohesion8 } = this.wall;
    for (const cohesion of [cohesion1, cohesion2, cohesion4, cohesion8]) {
      this.add(cohesion[gap] ?? 0);
    }
    this.add(depth(cohesion1, gap, 1));
    this.add(depth(cohesion2, gap, 2));
    this.add(depth(cohesion4, gap, 4));
    for (const cohesion of [cohesion1, cohesion2]) {
      this.add(cohesion[gap + 1] ?? 0);
      this.add(cohesion[gap - 1] ?? 0);
    }
  }

  /** Openings repeated, as orators do. */
  private openings(gap: number): void {
    const { views } = this.wall;
    let [behind, ahead] = [0, 0];
    for (let away = 1; away <= ANAPHORA; away++) {
      behind += sameOpening(views[gap - away], views[gap]);
      ahead += sameOpening(views[gap], views[gap + away]);
    }
    this.add(sameOpening(views[gap - 2], views[gap - 1]));
    this.add(behind);
    this.add(ahead);
  }

  private surroundings(gap: number): void {
    const { views, sums } = this.wall;
    this.add(meanAround(sums.length, gap, LENGTH_STEP));
    this.add(meanAround(sums.lively, gap, 0.1));
    this.add(meanAround(sums.wordScore, gap, 0.1));
    this.add(Math.min(gap, MOST.distance));
    this.add(Math.min(views.length - gap, MOST.distance));
  }

  /** How the gap stands among those around it. */
  private ranks(gap: number): void {
    const { wordScores, cohesion4 } = this.wall;
    this.add(rank(wordScores, gap, 3));
    this.add(rank(wordScores, gap, 6));
    this.add(rank(wordScores, gap, 10));
    this.add(rank(cohesion4, gap, 4));
    this.add(greatest(wordScores, gap - NEAR.best, gap - 1));
    this.add(greatest(wordScores, gap + 1, gap + NEAR.best));
    this.add(this.wordsToBetter(gap, -1));
    this.add(this.wordsToBetter(gap, 1));
  }

  /** Words from the gap to the nearest one that the word model prefers. */
  private wordsToBetter(gap: number, step: 1 | -1): number {
    const { views, wordScores } = this.wall;
    const here = wordScores[gap] ?? 0;
    let words = 0;
    for (let away = 1; away <= NEAR.better; away++) {
      const other = gap + step * away;
      if (other < 1 || other >= views.length) break;
      words += lengthOf(views[step < 0 ? other : other - 1]);
      if ((wordScores[other] ?? 0) > here) break;
    }
    return Math.min(words, MOST.stretch);
  }
}

function lengthOf(view: SentenceView | undefined): number {
  return view ? Math.min(view.words.length, MOST.length) : 1;
}

/** How many of the gaps within `reach` have a greater value. */
function rank(values: Float64Array, gap: number, reach: number): number {
  const here = values[gap] ?? 0;
  const to = Math.min(values.length - 1, gap + reach);
  let greater = 0;
  for (let i = Math.max(1, gap - reach); i <= to; i++) {
    if ((values[i] as number) > here) greater++;
  }
  return greater;
}

/** The greatest value of the gaps from `from` to `to`; low where there is none. */
function greatest(values: Float64Array, from: number, to: number): number {
  let most = -9;
  for (let i = Math.max(1, from); i <= Math.min(values.length - 1, to); i++) {
    most = Math.max(most, values[i] as number);
  }
  return most;
}

/** How much less coherent the text is here than `width` sentences to either side. */
function depth(cohesion: Float64Array, gap: number, width: number): number {
  const here = cohesion[gap] ?? 0;
  const around = (cohesion[gap - width] ?? here) + (cohesion[gap + width] ?? here);
  return around / 2 - here;
}

/** 1 where two sentences begin with the same word. */
function sameOpening(one: SentenceView | undefined, other: SentenceView | undefined): number {
  return one && other && one.words[0] === other.words[0] ? 1 : 0;
}
