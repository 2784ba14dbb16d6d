/** Trains boosted oblivious trees (Prokhorenkova et al. 2018) on the logistic loss, with histograms. */
import type { TreesFile } from "../../src/text/paragraphs/oblivious-trees.ts";

export type Rows = { features: number[][]; labels: number[]; weights: number[] };

/** Chosen on a held-out fifth of the training addresses. */
const BOOSTING = { depth: 5, rate: 0.05, l2: 30, bins: 48, sample: 0.5 };

/** The slopes of the loss at each row, and the rows that this tree is grown from. */
type Slopes = { gradients: Float64Array; hessians: Float64Array; sample: Int32Array };
type Binned = { columns: Uint8Array[]; edges: number[][] };

export function trainTrees(rows: Rows, rounds: number): TreesFile {
  const binned = binColumns(rows.features);
  const count = rows.labels.length;
  const bias = priorLogOdds(rows);
  const scores = new Float64Array(count).fill(bias);
  const gradients = new Float64Array(count);
  const hessians = new Float64Array(count);
  const trees: number[][] = [];
  const random = mulberry(7);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < count; i++) {
      const p = 1 / (1 + Math.exp(-(scores[i] ?? 0)));
      const weight = rows.weights[i] ?? 1;
      gradients[i] = weight * (p - (rows.labels[i] ?? 0));
      hessians[i] = weight * p * (1 - p);
    }
    const sample = Int32Array.from(rows.labels.keys()).filter(() => random() < BOOSTING.sample);
    trees.push(growTree(binned, { gradients, hessians, sample }, scores));
  }
  return { bias, depth: BOOSTING.depth, trees: trees.map((tree) => tree.join(" ")).join("|") };
}

/** Grows one tree, adds it to the scores, and gives it as questions and leaves in hundredths. */
function growTree({ columns, edges }: Binned, slopes: Slopes, scores: Float64Array): number[] {
  const leafOf = new Uint8Array(scores.length);
  const tree: number[] = [];
  for (let level = 0; level < BOOSTING.depth; level++) {
    const { feature, bin } = bestSplit(columns, slopes, leafOf, 1 << level);
    tree.push(feature, edges[feature]?.[bin] ?? 0);
    const column = columns[feature] as Uint8Array;
    for (let i = 0; i < leafOf.length; i++) {
      leafOf[i] = 2 * (leafOf[i] ?? 0) + ((column[i] ?? 0) > bin ? 1 : 0);
    }
  }
  const g = new Float64Array(1 << BOOSTING.depth);
  const h = new Float64Array(1 << BOOSTING.depth);
  for (const i of slopes.sample) {
    const leaf = leafOf[i] as number;
    add(g, leaf, slopes.gradients[i] as number);
    add(h, leaf, slopes.hessians[i] as number);
  }
  const leaves = [...g].map(
    (sum, leaf) => Math.round((-sum / ((h[leaf] ?? 0) + BOOSTING.l2)) * BOOSTING.rate * 1000) / 10,
  );
  for (let i = 0; i < leafOf.length; i++) {
    add(scores, i, (leaves[leafOf[i] as number] as number) / 100);
  }
  return [...tree, ...leaves];
}

function bestSplit(
  columns: readonly Uint8Array[],
  { gradients, hessians, sample }: Slopes,
  leafOf: Uint8Array,
  leaves: number,
): { feature: number; bin: number } {
  const { bins } = BOOSTING;
  let best = { feature: 0, bin: 0, gain: Number.NEGATIVE_INFINITY };
  for (const [feature, column] of columns.entries()) {
    const g = new Float64Array(leaves * bins);
    const h = new Float64Array(leaves * bins);
    for (const i of sample) {
      const cell = (leafOf[i] as number) * bins + (column[i] as number);
      add(g, cell, gradients[i] as number);
      add(h, cell, hessians[i] as number);
    }
    const gains = splitGains(g, h, leaves);
    for (let bin = 0; bin < bins - 1; bin++) {
      if ((gains[bin] ?? 0) > best.gain) best = { feature, bin, gain: gains[bin] ?? 0 };
    }
  }
  return best;
}

/** The gain of splitting all leaves at each bin. */
function splitGains(g: Float64Array, h: Float64Array, leaves: number): Float64Array {
  const { bins, l2 } = BOOSTING;
  const gains = new Float64Array(bins);
  for (let leaf = 0; leaf < leaves; leaf++) {
    const from = leaf * bins;
    let [gAll, hAll, gLow, hLow] = [0, 0, 0, 0];
    for (let bin = 0; bin < bins; bin++) {
      gAll += g[from + bin] as number;
      hAll += h[from + bin] as number;
    }
    for (let bin = 0; bin < bins - 1; bin++) {
      gLow += g[from + bin] as number;
      hLow += h[from + bin] as number;
      const gHigh = gAll - gLow;
      add(gains, bin, (gLow * gLow) / (hLow + l2) + (gHigh * gHigh) / (hAll - hLow + l2));
    }
  }
  return gains;
}

function add(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] as number) + value;
}

/** Quantile bins; `edges[feature][bin]` is the greatest value in the bin. */
function binColumns(features: readonly number[][]): Binned {
  const width = features[0]?.length ?? 0;
  const columns: Uint8Array[] = [];
  const edges: number[][] = [];
  for (let feature = 0; feature < width; feature++) {
    const values = Float64Array.from(features, (row) => row[feature] ?? 0);
    const sorted = values.toSorted();
    const cuts = new Set<number>();
    for (let bin = 1; bin < BOOSTING.bins; bin++) {
      cuts.add(tidy(sorted[Math.floor((bin * sorted.length) / BOOSTING.bins)] ?? 0));
    }
    const edge = [...cuts].sort((a, b) => a - b);
    edges.push(edge);
    columns.push(Uint8Array.from(values, (value) => binOf(edge, value)));
  }
  return { columns, edges };
}

/** Three decimals keep the file small; thresholds are compared with `>` here as in the model. */
function tidy(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function binOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > (edges[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function priorLogOdds(rows: Rows): number {
  let [breaks, all] = [0, 0];
  for (const [i, label] of rows.labels.entries()) {
    breaks += label * (rows.weights[i] ?? 1);
    all += rows.weights[i] ?? 1;
  }
  return Math.round(Math.log(breaks / (all - breaks)) * 1000) / 1000;
}

/** A seeded generator (mulberry32), so that training twice gives the same file. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
