/**
 * Boosted oblivious trees: every node of a level asks the same question, so a tree is a few
 * questions and a table of leaves, and its answers in binary are the leaf's number.
 */

/** A file's form of the trees. */
export type TreesFile = {
  bias: number;
  depth: number;
  /**
   * Trees parted by `|`, their numbers by spaces: depth × (feature, threshold), then 2^depth leaves
   * in hundredths.
   */
  trees: string;
};

/** The same in flat arrays, which is what makes it fast. */
export type Trees = {
  bias: number;
  depth: number;
  features: Uint8Array;
  thresholds: Float64Array;
  leaves: Float64Array;
};

/** Lays the trees of a file out flat. */
export function readTrees({ bias, depth, trees: written }: TreesFile): Trees {
  const trees = written.split("|").map((tree) => tree.split(" ").map(Number));
  const questions = trees.map((tree) => tree.slice(0, 2 * depth));
  return {
    bias,
    depth,
    features: Uint8Array.from(questions.flatMap((q) => q.filter((_, i) => i % 2 === 0))),
    thresholds: Float64Array.from(questions.flatMap((q) => q.filter((_, i) => i % 2 === 1))),
    leaves: Float64Array.from(
      trees.flatMap((tree) => tree.slice(2 * depth)),
      (leaf) => leaf / 100,
    ),
  };
}

/** The log-odds of one row of features: a question is whether the feature exceeds the threshold. */
export function sumTrees(trees: Trees, row: readonly number[]): number {
  const { depth, features, thresholds, leaves } = trees;
  let sum = trees.bias;
  let base = 0;
  for (let at = 0; at < features.length; base += 1 << depth) {
    let leaf = 0;
    for (let level = 0; level < depth; level++, at++) {
      const value = row[features[at] as number] as number;
      leaf = (leaf << 1) | (value > (thresholds[at] as number) ? 1 : 0);
    }
    sum += leaves[base + leaf] as number;
  }
  return sum;
}
