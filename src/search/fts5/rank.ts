/**
 * Relevance: BM25 (Robertson & Zaragoza, "The Probabilistic Relevance Framework", 2009) over stems,
 * from the counts that `search_stems` holds as terms of their own. FTS5's own bm25() reads the
 * positions of every hit; this reads only the paragraphs in which a word occurs more than once.
 */
import type { QueryNode } from "../query/syntax.ts";
import type { Columns } from "./columns.ts";
import type { Evaluator } from "./evaluate.ts";
import type { Ids } from "./id-sets.ts";
import { anyStem } from "./match.ts";
import { COUNTS, countTerm } from "./terms.ts";

const BM25 = {
  /** How soon further occurrences stop to count; the usual value. */
  k1: 1.2,
  /** How much length counts: less than the usual 0.75, since splitting already makes paragraphs alike. */
  b: 0.5,
  /** Shorter paragraphs, in averages, count as this long: "Peace!" is not the best answer to "peace". */
  shortest: 0.25,
  /** Words that weigh less than this share of the weightiest never outweigh one more occurrence of it. */
  negligible: 0.2,
} as const;

/**
 * Scores by paragraph id; those of paragraphs outside `ids` mean nothing.
 * A word counts wherever it stands in the tree, but for exclusions and prefixes; a phrase counts as
 * its words.
 * @param frequency in how many paragraphs a folded word occurs
 * @param spare an array of an earlier call, whose scores nobody needs any more, to be filled anew
 * @returns null for a tree without such words
 */
export function scores(
  tree: QueryNode,
  ids: Ids,
  columns: Columns,
  evaluator: Evaluator,
  frequency: (folded: string) => number,
  spare?: Float32Array,
): Float32Array | null {
  const words = weigh(tree, columns.ids.length, frequency);
  if (words.length === 0) return null;
  const { relativeLength, stemLanguages } = columns;
  const score = spare ?? new Float32Array(relativeLength.length);
  const certain = words.reduce((sum, word) => sum + (word.required ? word.weight : 0), 0);
  for (const id of ids) score[id] = certain * saturation(1, id);
  for (const { folded, required, weight } of words) {
    if (!required) addTo(anyStem(folded, stemLanguages), (id) => weight * saturation(1, id));
    for (const count of COUNTS) {
      const expression = anyStem(folded, stemLanguages, (term) => countTerm(term, count));
      addTo(expression, (id) => weight * (saturation(count, id) - saturation(1, id)));
    }
  }
  return score;

  function addTo(expression: string, gain: (id: number) => number) {
    for (const id of evaluator.withStems(expression)) score[id] = (score[id] as number) + gain(id);
  }

  function saturation(count: number, id: number): number {
    const length = Math.max(relativeLength[id] as number, BM25.shortest);
    return count / (count + BM25.k1 * (1 - BM25.b + BM25.b * length));
  }
}

type Weighed = { folded: string; required: boolean; weight: number };

function weigh(tree: QueryNode, paragraphs: number, frequency: (folded: string) => number) {
  const required = new Map<string, boolean>();
  collect(tree, true, required);
  const words: Weighed[] = [...required].map(([folded, isRequired]) => {
    const found = frequency(folded);
    const weight = Math.log(1 + (paragraphs - found + 0.5) / (found + 0.5));
    return { folded, required: isRequired, weight };
  });
  const greatest = Math.max(0, ...words.map((word) => word.weight));
  return words.filter((word) => word.weight >= greatest * BM25.negligible);
}

/** Words that can score, each with whether every hit must hold it. */
function collect(node: QueryNode, required: boolean, words: Map<string, boolean>): void {
  if (node.type === "and") for (const child of node.children) collect(child, required, words);
  if (node.type === "or") for (const child of node.children) collect(child, false, words);
  if (node.type === "word" && !node.prefix) add(node.folded);
  if (node.type === "phrase" || node.type === "near") for (const word of node.folded) add(word);

  function add(folded: string) {
    words.set(folded, required || words.get(folded) === true);
  }
}
