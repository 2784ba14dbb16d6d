/**
 * Chooses the breaks of a wall that are likeliest together: a semi-Markov dynamic programme over
 * the log-odds of each break and a log-normal prior of paragraph lengths.
 */
import type { LengthPrior, ScoredWall } from "./break-model.ts";

/** A paragraph may be longer only when it is a single sentence; 99 of 100 real ones are shorter. */
const MOST = { sentences: 40, words: 350 };

/** @returns indices of sentences that begin a paragraph, ascending, without 0 */
export function chooseBreaks(wall: ScoredWall, prior: LengthPrior): number[] {
  const count = wall.lengths.length;
  const best = new Float64Array(count + 1).fill(Number.NEGATIVE_INFINITY);
  const from = new Int32Array(count + 1);
  best[0] = 0;
  for (let end = 1; end <= count; end++) {
    const gain = end < count ? (wall.logOdds[end] ?? 0) + prior.breakBias : 0;
    let words = 0;
    for (let start = end - 1; start >= Math.max(0, end - MOST.sentences); start--) {
      words += wall.lengths[start] ?? 0;
      if (words > MOST.words && start < end - 1) break;
      const score =
        (best[start] ?? 0) + gain + lengthScore(words, wall.meanLengths[start] ?? 1, prior);
      if (score > (best[end] ?? 0)) {
        best[end] = score;
        from[end] = start;
      }
    }
  }
  const breaks: number[] = [];
  for (let at = from[count] ?? 0; at > 0; at = from[at] ?? 0) breaks.push(at);
  return breaks.reverse();
}

/** Weighted log density of the logarithm of a paragraph's length, constants left out. */
function lengthScore(words: number, meanLength: number, prior: LengthPrior): number {
  const expected = prior.intercept + prior.slope * Math.log(Math.max(1, meanLength));
  const distance = (Math.log(Math.max(1, words)) - expected) / prior.deviation;
  return (-prior.weight * distance * distance) / 2;
}
