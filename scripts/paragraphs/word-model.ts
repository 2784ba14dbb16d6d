/** Trains the sparse logistic model over words: FTRL-Proximal (McMahan et al. 2013), which keeps few weights. */
import {
  visitWords,
  WORD_FEATURES,
  type WordFeature,
} from "../../src/text/paragraphs/gap-features.ts";
import type { SentenceView, SentenceViews } from "../../src/text/paragraphs/sentence-view.ts";

export type Example = SentenceViews & {
  id: string;
  /** 1 where a paragraph begins, by sentence. */
  labels: Uint8Array;
  weight: number;
};

export type WordModel = { bias: number; weights: Record<WordFeature, Map<string, number>> };

/** Step size, and strengths of the penalties that make weights zero and small. */
const FTRL = { alpha: 0.06, beta: 1, l1: 1.2, l2: 4, epochs: 4 };

type Slot = { z: number; n: number };

function slotWeight(slot: Slot, penalised: boolean): number {
  const l1 = penalised ? FTRL.l1 : 0;
  if (Math.abs(slot.z) <= l1) return 0;
  const pull = slot.z - Math.sign(slot.z) * l1;
  return -pull / ((FTRL.beta + Math.sqrt(slot.n)) / FTRL.alpha + FTRL.l2);
}

function learn(slot: Slot, gradient: number, weight: number): void {
  const n = slot.n + gradient * gradient;
  slot.z += gradient - ((Math.sqrt(n) - Math.sqrt(slot.n)) / FTRL.alpha) * weight;
  slot.n = n;
}

/** @param examples visited in the order given, several times */
export function trainWordModel(examples: readonly Example[]): WordModel {
  const tables = new Map<WordFeature, Map<string, Slot>>(WORD_FEATURES.map((f) => [f, new Map()]));
  const bias: Slot = { z: 0, n: 0 };
  const active: Slot[] = [];
  const weights: number[] = [];
  for (let epoch = 0; epoch < FTRL.epochs; epoch++) {
    for (const { views, labels, weight } of examples) {
      for (let gap = 1; gap < views.length; gap++) {
        active.length = 0;
        weights.length = 0;
        let score = slotWeight(bias, false);
        const biasWeight = score;
        visitWords(views, gap, (feature, words) => {
          const table = tables.get(feature) as Map<string, Slot>;
          const slot = table.get(words) ?? { z: 0, n: 0 };
          table.set(words, slot);
          const w = slotWeight(slot, true);
          active.push(slot);
          weights.push(w);
          score += w;
        });
        const gradient = weight * (1 / (1 + Math.exp(-score)) - (labels[gap] ?? 0));
        learn(bias, gradient, biasWeight);
        for (const [i, slot] of active.entries()) learn(slot, gradient, weights[i] ?? 0);
      }
    }
  }
  return { bias: slotWeight(bias, false), weights: finish(tables) };
}

function finish(tables: Map<WordFeature, Map<string, Slot>>): WordModel["weights"] {
  const entries = [...tables].map(([feature, table]) => {
    const kept = [...table]
      .map(([words, slot]) => [words, Math.round(slotWeight(slot, true) * 100) / 100] as const)
      .filter(([, weight]) => Math.abs(weight) >= SMALLEST_WEIGHT);
    return [feature, new Map(kept)];
  });
  return Object.fromEntries(entries);
}

/** Smaller weights change nothing but the size of the file. */
const SMALLEST_WEIGHT = 0.08;

/** The score of every gap. */
export function scoreWords(model: WordModel, views: readonly SentenceView[]): Float64Array {
  const scores = new Float64Array(views.length);
  for (let gap = 1; gap < views.length; gap++) {
    let score = model.bias;
    visitWords(views, gap, (feature, words) => {
      score += model.weights[feature].get(words) ?? 0;
    });
    scores[gap] = score;
  }
  return scores;
}
