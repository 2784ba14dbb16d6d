/**
 * Boosted oblivious trees: every node of a level asks the same question, so a tree is a few
 * questions and a table of leaves, and its answers in binary are the leaf's number.
 */
import { readDigits, writeDigits } from "./digits.ts";

/** A question is whether feature `features[i]` exceeds the cut `cuts[i]` of that feature. */
export type Tree = { features: number[]; cuts: number[]; leaves: number[] };

/** A file's form of the trees. */
export type TreesFile = {
  bias: number;
  depth: number;
  /** Cuts of each feature, ascending, parted by spaces; features parted by `|`. */
  cuts: string;
  /**
   * One after the other, in digits: depth × (feature, cut), then 2^depth leaves of two digits, in
   * thousandths above -2048.
   */
  trees: string;
};

/** The same in flat arrays, which is what makes it fast. */
export type Trees = {
  bias: number;
  depth: number;
  /** Cuts of each feature, ascending. */
  cuts: Float64Array[];
  features: Uint8Array;
  /** Which of the feature's cuts is asked. */
  asked: Uint8Array;
  leaves: Float64Array;
};

const LEAF = { unit: 1000, zero: 2048, most: 2047 };

/** A leaf as a file can hold it. */
export function roundLeaf(leaf: number): number {
  const whole = Math.round(leaf * LEAF.unit);
  return Math.max(-LEAF.most, Math.min(LEAF.most, whole)) / LEAF.unit;
}

/** Lays the trees of a file out flat. */
export function readTrees({ bias, depth, cuts: written, trees }: TreesFile): Trees {
  const digits = readDigits(trees);
  const width = 2 * depth + 2 * 2 ** depth;
  const count = digits.length / width;
  const read: Trees = {
    bias,
    depth,
    cuts: written.split("|").map((feature) => Float64Array.from(feature.split(" "), Number)),
    features: new Uint8Array(count * depth),
    asked: new Uint8Array(count * depth),
    leaves: new Float64Array(count * 2 ** depth),
  };
  const digit = (at: number): number => digits[at] as number;
  for (let tree = 0; tree < count; tree++) {
    for (let level = 0; level < depth; level++) {
      const at = tree * width + 2 * level;
      read.features[tree * depth + level] = digit(at);
      read.asked[tree * depth + level] = digit(at + 1);
    }
    for (let leaf = 0; leaf < 2 ** depth; leaf++) {
      const at = tree * width + 2 * depth + 2 * leaf;
      const value = 64 * digit(at) + digit(at + 1) - LEAF.zero;
      read.leaves[tree * 2 ** depth + leaf] = value / LEAF.unit;
    }
  }
  return read;
}

/** @param cuts of each feature, at most 64, ascending */
export function writeTrees(
  bias: number,
  cuts: readonly (readonly number[])[],
  trees: readonly Tree[],
): TreesFile {
  const digits = trees.flatMap((tree) => [
    ...tree.features.flatMap((feature, level) => [feature, tree.cuts[level] ?? 0]),
    ...tree.leaves.flatMap((leaf) => {
      const value = Math.round(leaf * LEAF.unit) + LEAF.zero;
      return [value >> 6, value & 63];
    }),
  ]);
  return {
    bias,
    depth: trees[0]?.features.length ?? 0,
    cuts: cuts.map((feature) => feature.join(" ")).join("|"),
    trees: writeDigits(digits),
  };
}

/** The log-odds of one row of features. */
export function sumTrees(trees: Trees, row: Float64Array): number {
  const { depth, features, asked, leaves } = trees;
  const exceeded = Int32Array.from(trees.cuts, (cuts, i) => countBelow(cuts, row[i] as number));
  let sum = trees.bias;
  let base = 0;
  for (let at = 0; at < features.length; base += 1 << depth) {
    let leaf = 0;
    for (let level = 0; level < depth; level++, at++) {
      // The sign bit of the difference: whole numbers without a branch are several times faster.
      const less = (asked[at] as number) - (exceeded[features[at] as number] as number);
      leaf = (leaf << 1) | (less >>> 31);
    }
    sum += leaves[base + leaf] as number;
  }
  return sum;
}

/** How many of the ascending cuts the value exceeds. */
function countBelow(cuts: Float64Array, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > (cuts[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}
