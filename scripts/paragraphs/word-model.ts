/** Trains the sparse logistic model over words: FTRL-Proximal (McMahan et al. 2013), which keeps few weights. */
import { WEIGHT_STEP, type WordModel } from "../../src/text/paragraphs/break-model.ts";
import { writeDigits } from "../../src/text/paragraphs/digits.ts";
import type { SentenceViews } from "../../src/text/paragraphs/sentence-view.ts";
import { GapWords, MOST_FEATURES } from "../../src/text/paragraphs/word-features.ts";

export type Example = SentenceViews & {
  id: string;
  /** 1 where a paragraph begins, by sentence. */
  labels: Uint8Array;
  weight: number;
};

/**
 * Step size, and strengths of the penalties that make weights zero and small. All but beta were
 * compared by folds of the training addresses.
 */
const FTRL = { alpha: 0.06, beta: 1, l1: 2.5, l2: 4, epochs: 2 };

/** The learner's sums of each place of the table, the last one being the bias. */
class Slots {
  readonly z: Float64Array;
  readonly n: Float64Array;

  constructor(size: number) {
    this.z = new Float64Array(size + 1);
    this.n = new Float64Array(size + 1);
  }

  weight(at: number): number {
    const z = this.z[at] as number;
    const l1 = at === this.z.length - 1 ? 0 : FTRL.l1;
    if (Math.abs(z) <= l1) return 0;
    const pull = z - Math.sign(z) * l1;
    return -pull / ((FTRL.beta + Math.sqrt(this.n[at] as number)) / FTRL.alpha + FTRL.l2);
  }

  learn(at: number, gradient: number, weight: number): void {
    const before = this.n[at] as number;
    const after = before + gradient * gradient;
    const rate = (Math.sqrt(after) - Math.sqrt(before)) / FTRL.alpha;
    this.z[at] = (this.z[at] as number) + gradient - rate * weight;
    this.n[at] = after;
  }
}

/**
 * @param examples visited in the order given, several times
 * @param size places of the table, a power of two
 */
export function trainWordModel(examples: readonly Example[], size: number): WordModel {
  const slots = new Slots(size);
  const words = new GapWords();
  const places = new Int32Array(MOST_FEATURES + 1);
  const weights = new Float64Array(MOST_FEATURES + 1);
  const learnGap = ({ views, labels, weight }: Example, gap: number): void => {
    const count = words.read(views, gap);
    for (let i = 0; i < count; i++) places[i] = (words.hashes[i] as number) & (size - 1);
    places[count] = size;
    let score = 0;
    for (let i = 0; i <= count; i++) score += weights[i] = slots.weight(places[i] as number);
    const gradient = weight * (1 / (1 + Math.exp(-score)) - (labels[gap] ?? 0));
    for (let i = 0; i <= count; i++) {
      slots.learn(places[i] as number, gradient, weights[i] as number);
    }
  };
  for (let epoch = 0; epoch < FTRL.epochs; epoch++) {
    for (const example of examples) {
      for (let gap = 1; gap < example.views.length; gap++) learnGap(example, gap);
    }
  }
  return finish(slots, size);
}

/** Weights as the file can hold them. */
function finish(slots: Slots, size: number): WordModel {
  const weights = Float64Array.from({ length: size }, (_, place) => {
    const steps = Math.round(slots.weight(place) / WEIGHT_STEP);
    return Math.max(-32, Math.min(31, steps)) * WEIGHT_STEP;
  });
  return { weights, bias: Math.round(slots.weight(size) * 1000) / 1000 };
}

/** A word model's weights as the file has them. */
export function writeWeights({ weights }: WordModel): string {
  return writeDigits(Array.from(weights, (weight) => Math.round(weight / WEIGHT_STEP) + 32));
}
