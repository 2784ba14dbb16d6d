/** Trains boosted oblivious trees (Prokhorenkova et al. 2018) on the logistic loss, with histograms. */
import {
  roundLeaf,
  type Tree,
  type TreesFile,
  writeTrees,
} from "../../src/text/paragraphs/oblivious-trees.ts";

export type Rows = { features: Float64Array[]; labels: number[]; weights: number[] };

/**
 * Rounds, rate and l2 were compared by folds of the training addresses; depth and bins were not. Each
 * tree sees a part of the rows and of the features, which makes training faster.
 */
const BOOSTING = { depth: 5, rounds: 450, rate: 0.035, l2: 30, bins: 48, rows: 0.4, columns: 0.5 };

type Binned = { columns: Uint8Array[]; cuts: number[][] };
/** The rows that a tree is grown from, and the slopes of the loss there. */
type Sample = { rows: Int32Array; gradients: Float64Array; hessians: Float64Array };

export function trainTrees(rows: Rows): TreesFile {
  const { columns, cuts } = binColumns(rows.features);
  const bias = priorLogOdds(rows);
  const scores = new Float64Array(rows.labels.length).fill(bias);
  const random = mulberry(7);
  const trees: Tree[] = [];
  for (let round = 0; round < BOOSTING.rounds; round++) {
    const sample = sampleRows(rows, scores, random);
    const some = columns.map((_, i) => i).filter(() => random() < BOOSTING.columns);
    const tree = growTree({ columns, cuts }, some, sample);
    addTree(tree, columns, scores);
    trees.push(tree);
  }
  return writeTrees(bias, cuts, trees);
}

function sampleRows(rows: Rows, scores: Float64Array, random: () => number): Sample {
  const chosen = Int32Array.from(rows.labels.keys()).filter(() => random() < BOOSTING.rows);
  const gradients = new Float64Array(chosen.length);
  const hessians = new Float64Array(chosen.length);
  for (let i = 0; i < chosen.length; i++) {
    const row = chosen[i] as number;
    const p = 1 / (1 + Math.exp(-(scores[row] as number)));
    const weight = rows.weights[row] as number;
    gradients[i] = weight * (p - (rows.labels[row] as number));
    hessians[i] = weight * p * (1 - p);
  }
  return { rows: chosen, gradients, hessians };
}

function growTree({ columns, cuts }: Binned, some: readonly number[], sample: Sample): Tree {
  const { rows, gradients, hessians } = sample;
  const leafOf = new Uint8Array(rows.length);
  const tree: Tree = { features: [], cuts: [], leaves: [] };
  for (let level = 0; level < BOOSTING.depth; level++) {
    const { feature, cut } = bestSplit({ columns, cuts }, some, sample, leafOf, 1 << level);
    tree.features.push(feature);
    tree.cuts.push(cut);
    const column = columns[feature] as Uint8Array;
    for (let i = 0; i < rows.length; i++) {
      const exceeds = (column[rows[i] as number] as number) > cut ? 1 : 0;
      leafOf[i] = 2 * (leafOf[i] as number) + exceeds;
    }
  }
  const g = new Float64Array(1 << BOOSTING.depth);
  const h = new Float64Array(1 << BOOSTING.depth);
  for (let i = 0; i < rows.length; i++) {
    add(g, leafOf[i] as number, gradients[i] as number);
    add(h, leafOf[i] as number, hessians[i] as number);
  }
  tree.leaves = Array.from(g, (sum, leaf) =>
    roundLeaf((-sum / ((h[leaf] as number) + BOOSTING.l2)) * BOOSTING.rate),
  );
  return tree;
}

function addTree(tree: Tree, columns: readonly Uint8Array[], scores: Float64Array): void {
  const asked = tree.features.map((feature) => columns[feature] as Uint8Array);
  for (let i = 0; i < scores.length; i++) {
    let leaf = 0;
    for (let level = 0; level < asked.length; level++) {
      const value = (asked[level] as Uint8Array)[i] as number;
      leaf = 2 * leaf + (value > (tree.cuts[level] as number) ? 1 : 0);
    }
    add(scores, i, tree.leaves[leaf] as number);
  }
}

function bestSplit(
  { columns, cuts }: Binned,
  some: readonly number[],
  { rows, gradients, hessians }: Sample,
  leafOf: Uint8Array,
  leaves: number,
): { feature: number; cut: number } {
  const { bins } = BOOSTING;
  let best = { feature: 0, cut: 0, gain: Number.NEGATIVE_INFINITY };
  for (const feature of some) {
    const column = columns[feature] as Uint8Array;
    const g = new Float64Array(leaves * bins);
    const h = new Float64Array(leaves * bins);
    for (let i = 0; i < rows.length; i++) {
      const cell = (leafOf[i] as number) * bins + (column[rows[i] as number] as number);
      add(g, cell, gradients[i] as number);
      add(h, cell, hessians[i] as number);
    }
    const gains = splitGains(g, h, leaves);
    for (let cut = 0; cut < (cuts[feature]?.length ?? 0); cut++) {
      const gain = gains[cut] as number;
      if (gain > best.gain) best = { feature, cut, gain };
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

/** Quantile bins; `cuts[feature][bin]` is the greatest value in the bin. */
function binColumns(features: readonly Float64Array[]): Binned {
  const width = features[0]?.length ?? 0;
  const columns: Uint8Array[] = [];
  const cuts: number[][] = [];
  for (let feature = 0; feature < width; feature++) {
    const values = Float64Array.from(features, (row) => row[feature] ?? 0);
    const sorted = values.toSorted();
    const edges = new Set<number>();
    for (let bin = 1; bin < BOOSTING.bins; bin++) {
      edges.add(tidy(sorted[Math.floor((bin * sorted.length) / BOOSTING.bins)] ?? 0));
    }
    const edge = [...edges].sort((a, b) => a - b);
    cuts.push(edge);
    columns.push(Uint8Array.from(values, (value) => binOf(edge, value)));
  }
  return { columns, cuts };
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
