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
 * its words, and a name and its synonyms as one word, so that a rare one of them is no better than
 * the one that was typed.
 * @param frequency in how many paragraphs any of some folded words occurs
 * @param spare an array of an earlier call, whose scores nobody needs any more, to be filled anew
 * @returns null for a tree without such words
 */
export function scores(
  tree: QueryNode,
  ids: Ids,
  columns: Columns,
  evaluator: Evaluator,
  frequency: (words: readonly string[]) => number,
  spare?: Float32Array,
): Float32Array | null {
  const words = weigh(tree, columns.ids.length, frequency);
  if (words.length === 0) return null;
  const { relativeLength, stemLanguages } = columns;
  const score = spare ?? new Float32Array(relativeLength.length);
  const certain = words.reduce((sum, word) => sum + (word.required ? word.weight : 0), 0);
  for (const id of ids) score[id] = certain * saturation(1, id);
  for (const { words: alike, required, weight } of words) {
    if (!required) addTo(anyStem(alike, stemLanguages), (id) => weight * saturation(1, id));
    for (const count of COUNTS) {
      const expression = anyStem(alike, stemLanguages, (term) => countTerm(term, count));
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

/** Words that count as one. */
type Alike = { words: string[]; required: boolean };

function weigh(
  tree: QueryNode,
  paragraphs: number,
  frequency: (words: readonly string[]) => number,
): (Alike & { weight: number })[] {
  const collected = new Map<string, Alike>();
  collect(tree, true, collected);
  const weighed = [...collected.values()].map((alike) => {
    const found = frequency(alike.words);
    return { ...alike, weight: Math.log(1 + (paragraphs - found + 0.5) / (found + 0.5)) };
  });
  const greatest = Math.max(0, ...weighed.map(({ weight }) => weight));
  return weighed.filter(({ weight }) => weight >= greatest * BM25.negligible);
}

/** Words that can score, each with whether every hit must hold it. */
function collect(node: QueryNode, required: boolean, collected: Map<string, Alike>): void {
  const add = (...words: string[]) => {
    const name = words.join(" ");
    collected.set(name, { words, required: required || collected.get(name)?.required === true });
  };
  if (node.type === "and") for (const child of node.children) collect(child, required, collected);
  if (node.type === "or" && node.synonyms) {
    const words = node.children.flatMap((child) => (child.type === "word" ? [child.folded] : []));
    if (words.length > 0) add(...words);
  } else if (node.type === "or") {
    for (const child of node.children) collect(child, false, collected);
  }
  if (node.type === "word" && !node.prefix) add(node.folded);
  if (node.type === "phrase" || node.type === "near") for (const word of node.folded) add(word);
}
