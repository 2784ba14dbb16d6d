/**
 * How alike the sentences before and after each gap are: cosine of tf-idf over a window that
 * slides along the wall, so each sentence is added and taken away once. Weights are whole numbers,
 * so sums are exact and a distant change of the text changes nothing here.
 */

/** The different stems of a sentence: indices into the wall's vocabulary, and their weights. */
export type StemVector = { ids: number[]; weights: number[] };

/** A bag of stems that can grow and shrink. */
class Window {
  readonly counts: Float64Array;
  squares = 0;

  constructor(vocabulary: number) {
    this.counts = new Float64Array(vocabulary);
  }

  /** Adds (sign 1) or takes away (sign -1) a sentence. @returns the change of the dot product with `other` */
  change({ ids, weights }: StemVector, sign: 1 | -1, other: Window): number {
    let dot = 0;
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number;
      const step = sign * (weights[i] as number);
      const count = this.counts[id] as number;
      this.squares += step * (2 * count + step);
      this.counts[id] = count + step;
      dot += step * (other.counts[id] as number);
    }
    return dot;
  }
}

const NOTHING: StemVector = { ids: [], weights: [] };

/**
 * @param vectors one for each sentence
 * @param vocabulary how many different stems there are
 * @param width sentences on either side of a gap
 * @returns cosine before each sentence, 0 to 1; 0 before the first
 */
export function cohesions(
  vectors: readonly StemVector[],
  vocabulary: number,
  width: number,
): Float64Array {
  const values = new Float64Array(vectors.length);
  const before = new Window(vocabulary);
  const after = new Window(vocabulary);
  const at = (i: number): StemVector => vectors[i] ?? NOTHING;
  let dot = 0;
  for (let i = 0; i < width; i++) dot += after.change(at(i), 1, before);
  for (let gap = 1; gap < vectors.length; gap++) {
    dot += after.change(at(gap - 1), -1, before);
    dot += after.change(at(gap - 1 + width), 1, before);
    dot += before.change(at(gap - 1), 1, after);
    dot += before.change(at(gap - 1 - width), -1, after);
    const norm = before.squares * after.squares;
    values[gap] = norm > 0 ? dot / Math.sqrt(norm) : 0;
  }
  return values;
}
