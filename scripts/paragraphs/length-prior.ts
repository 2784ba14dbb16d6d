/** Fits the prior of paragraph lengths, and chooses how much it counts on walls that the model has not seen. */
import type { LengthPrior, ScoredWall } from "../../src/text/paragraphs/break-model.ts";
import { chooseBreaks } from "../../src/text/paragraphs/choose-breaks.ts";
import { LENGTH_STEP, meanAround, surroundings } from "../../src/text/paragraphs/gap-features.ts";
import { scoreBreaks } from "../../test/eval/segmentation-metrics.ts";
import type { Example } from "./word-model.ts";

/** WindowDiff alone counts superfluous breaks, which cost a reader more than missed ones. */
const WINDOW_DIFF_WEIGHT = 1.5;
const TRIED = {
  weight: [0.15, 0.3, 0.45, 0.6],
  breakBias: [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8],
};

/** An example and the scores of a model that was trained without it. */
export type Unseen = { example: Example; wall: ScoredWall };

type Fit = Pick<LengthPrior, "intercept" | "slope" | "deviation">;

/** Least squares of log(words of a paragraph) on log(mean words of the sentences around it). */
export function fitLengths(examples: readonly Example[]): Fit {
  const rows = examples.flatMap(paragraphRows);
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (value: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((sum, row) => sum + row.weight * value(row), 0) / total;
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
  const slope = mean(({ x, y }) => (x - mx) * (y - my)) / mean(({ x }) => (x - mx) ** 2);
  const intercept = my - slope * mx;
  const deviation = Math.sqrt(mean(({ x, y }) => (y - intercept - slope * x) ** 2));
  return { intercept: round(intercept), slope: round(slope), deviation: round(deviation) };
}

function paragraphRows({
  views,
  labels,
  weight,
}: Example): { x: number; y: number; weight: number }[] {
  const sums = surroundings(views, new Float64Array(views.length));
  const rows: { x: number; y: number; weight: number }[] = [];
  let [start, words] = [0, 0];
  for (let i = 0; i < views.length; i++) {
    words += views[i]?.words.length ?? 0;
    if (i + 1 < views.length && !labels[i + 1]) continue;
    const around = meanAround(sums.length, start, LENGTH_STEP);
    rows.push({ x: Math.log(Math.max(1, around)), y: Math.log(Math.max(1, words)), weight });
    [start, words] = [i + 1, 0];
  }
  return rows;
}

/** Seeks the weight and bias that split unseen walls best, each file of them counting the same. */
export function tunePrior(fit: Fit, files: readonly (readonly Unseen[])[]): LengthPrior {
  let best = { prior: { ...fit, weight: 0.3, breakBias: 0.5 }, value: Number.NEGATIVE_INFINITY };
  for (const weight of TRIED.weight) {
    for (const breakBias of TRIED.breakBias) {
      const prior = { ...fit, weight, breakBias };
      const value = files.reduce((sum, file) => sum + judge(file, prior).value, 0);
      if (value > best.value) best = { prior, value };
    }
  }
  for (const file of files) console.log(`unseen walls: ${judge(file, best.prior).text}`);
  return best.prior;
}

/** F1 over all breaks less the means of Pk and WindowDiff. */
function judge(walls: readonly Unseen[], prior: LengthPrior): { value: number; text: string } {
  let [hits, breaks, pk, windowDiff] = [0, 0, 0, 0];
  for (const { example, wall } of walls) {
    const given = new Set([...example.labels.keys()].filter((i) => i > 0 && example.labels[i]));
    const score = scoreBreaks(example.views.length, given, new Set(chooseBreaks(wall, prior)));
    hits += score.hits;
    breaks += score.found + score.given;
    pk += score.pkErrors / Math.max(1, score.windows) / walls.length;
    windowDiff += score.windowDiffErrors / Math.max(1, score.windows) / walls.length;
  }
  const f1 = (2 * hits) / breaks;
  const text = `F1 ${f1.toFixed(3)} Pk ${pk.toFixed(3)} WindowDiff ${windowDiff.toFixed(3)}`;
  return { value: f1 - pk - WINDOW_DIFF_WEIGHT * windowDiff, text };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
