/** Other queries for a reader whose own found nothing, or less than was meant: each with its exact count. */
import { isFunctionWord } from "../text/function-words.ts";
import type { Suggestion } from "./answer.ts";
import { formatQuery } from "./query/describe.ts";
import type { QueryNode } from "./query/syntax.ts";
import type { WordReport } from "./search-index.ts";

export type Candidate = { reason: Suggestion["reason"]; tree: QueryNode };

/** Words of a question that are kept at least. */
const FEWEST_WORDS = 2;

/**
 * @param found paragraphs that the query itself found; suggested is what finds more
 * @param count of the paragraphs that a tree finds
 * @returns what suggests: the candidates, and the question with fewer words in it, if one is given
 */
export function createSuggester(found: number, count: (tree: QueryNode) => Promise<number>) {
  async function withFewerWords(
    tree: QueryNode,
    reports: readonly WordReport[],
  ): Promise<Candidate | null> {
    const { words, atLeast } = leastTelling(tree, reports);
    let [low, high] = [Math.max(atLeast, 1), words.length - FEWEST_WORDS];
    low = Math.min(low, high);
    const without = (length: number) => withoutWords(tree, words.slice(0, length));
    if (low < 1 || (await count(without(high))) === 0) return null;
    // The fewer words, the more is found: so the fewest left out that let something be found are searched for.
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((await count(without(middle))) > 0) high = middle;
      else low = middle + 1;
    }
    return { reason: "fewer-words", tree: without(low) };
  }

  return async (
    candidates: readonly Candidate[],
    question: { tree: QueryNode; reports: readonly WordReport[] } | null = null,
  ): Promise<Suggestion[]> => {
    const fewer = question && (await withFewerWords(eachOnce(question.tree), question.reports));
    const suggestions: Suggestion[] = [];
    for (const { reason, tree } of fewer ? [...candidates, fewer] : candidates) {
      const total = await count(tree);
      if (total > found) suggestions.push({ reason, q: formatQuery(tree), total });
    }
    return suggestions;
  };
}

function eachOnce(tree: QueryNode): QueryNode {
  if (tree.type !== "and") return tree;
  return {
    ...tree,
    children: [...new Map(tree.children.map((node) => [formatQuery(node), node])).values()],
  };
}

/** A word as typed, or those that may stand in its place. */
function wordsOf(node: QueryNode): string[] {
  if (node.type === "word" && !node.prefix) return [node.folded];
  return node.type === "or" && !node.synonyms ? node.children.flatMap(wordsOf) : [];
}

/**
 * The words of a question in the order in which they can best be spared: those that no paragraph has, those
 * that say nothing of what it is about, then the commonest.
 * @returns `atLeast` as many as are spared together
 */
function leastTelling(tree: QueryNode, reports: readonly WordReport[]) {
  const paragraphs = new Map(
    reports.flatMap(({ folded, paragraphs: own, near }) => [
      [folded, own] as const,
      ...near.map((one) => [one.word, one.paragraphs] as const),
    ]),
  );
  const words = (tree.type === "and" ? tree.children : []).filter((node) => {
    const own = wordsOf(node);
    return own.length > 0 && own.every((word) => paragraphs.has(word));
  });
  const often = (node: QueryNode) =>
    wordsOf(node).reduce((sum, word) => sum + (paragraphs.get(word) ?? 0), 0);
  const isNeedless = (node: QueryNode) =>
    often(node) === 0 || wordsOf(node).every((word) => isFunctionWord(word));
  words.sort((a, b) => Number(isNeedless(b)) - Number(isNeedless(a)) || often(b) - often(a));
  return { words, atLeast: words.filter(isNeedless).length };
}

function withoutWords(tree: QueryNode, words: readonly QueryNode[]): QueryNode {
  if (tree.type !== "and") return tree;
  const left = tree.children.filter((node) => !words.includes(node));
  return left.length === 1 ? (left[0] as QueryNode) : { type: "and", children: left };
}
