/** A question in parts, of which those that matter least can be left out: pure choices. */
import { isFunctionWord, isVerbOfSaying } from "../../text/function-words.ts";
import { formatQuery } from "../query/describe.ts";
import type { QueryNode } from "../query/syntax.ts";
import type { QuestionPart } from "../search-index.ts";

/** What a part of a question counts for against others that are as rare. */
const IMPORTANCE = {
  /** In quotation marks it was asked for to the letter: rather all other words are left out. */
  phrase: 3,
  /** A capital within a question: who or what it is about. */
  name: 1.5,
  /** "Announced" is what was done with the words, and seldom one of them. */
  saying: 0.5,
  other: 1,
} as const;
/** Parts that are kept at most: each is looked for by itself, and a question with more that tell something is a quotation. */
const MOST_PARTS = 12;
/** Words that are left at least, so that something of the question is: one of many finds what it likes. */
const FEWEST_WORDS = 2;

export type QuestionParts = {
  /** What stays: fields, dates, titles, and what is left out. */
  needed: QueryNode[];
  parts: QuestionPart[];
  /** All in order, without words that say nothing of what it is about, or that no paragraph has. */
  telling: QueryNode[];
  /** Whether there are words of grammar in it. */
  isSentence: boolean;
};

/**
 * @param unknown folded words that no paragraph has
 * @returns null where nothing can be left out
 */
export function partsOf(
  tree: QueryNode | null,
  unknown: ReadonlySet<string>,
): QuestionParts | null {
  if (tree?.type !== "and") return null;
  const nodes = [...new Map(tree.children.map((node) => [formatQuery(node), node])).values()];
  const isNeedless = (node: QueryNode) =>
    isGrammar(node) || (node.type === "word" && !node.prefix && unknown.has(node.folded));
  const telling = nodes.filter((node) => !isNeedless(node));
  const parts = telling.filter((node) => !isNeeded(node)).slice(0, MOST_PARTS);
  if (parts.length === 0) return null;
  return {
    needed: telling.filter(isNeeded),
    parts: parts.map((node) => ({ tree: node, importance: importanceOf(node, tree) })),
    telling,
    isSentence: nodes.some(isGrammar),
  };
}

/**
 * The question with these of its parts.
 * @param kept places in `parts`
 * @returns null where too little is left
 */
export function questionOf(
  { needed, parts, telling, isSentence }: QuestionParts,
  kept: readonly number[],
): QueryNode | null {
  const left = kept.map((place) => parts[place]?.tree as QueryNode);
  const words = [...left, ...needed].reduce((sum, node) => sum + wordsIn(node), 0);
  const isOneOfFew = isSentence && parts.length <= FEWEST_WORDS;
  if (left.length === 0 || (words < FEWEST_WORDS && !isOneOfFew)) return null;
  return joined(telling.filter((node) => needed.includes(node) || left.includes(node)));
}

/** The question without words of grammar and words that no paragraph has. */
export function knownOf({ telling }: QuestionParts): QueryNode {
  return joined(telling);
}

/** What it consists of, without words of grammar. */
export function tellingOf(tree: QueryNode | null): QueryNode[] {
  const nodes = tree?.type === "and" ? tree.children : [tree];
  return nodes.filter((node) => node !== null && !isGrammar(node)) as QueryNode[];
}

/** A tree that asks for nothing but what stays. */
export function neededOf({ needed }: QuestionParts): QueryNode | null {
  return needed.length === 0 ? null : joined(needed);
}

function joined(children: QueryNode[]): QueryNode {
  return children.length === 1 ? (children[0] as QueryNode) : { type: "and", children };
}

function isGrammar(node: QueryNode): boolean {
  return node.type === "word" && !node.prefix && isFunctionWord(node.folded);
}

function isNeeded(node: QueryNode): boolean {
  if (node.type === "or" || node.type === "and") return node.children.every(isNeeded);
  return ["field", "date", "title", "not"].includes(node.type);
}

function importanceOf(node: QueryNode, { children }: { children: readonly QueryNode[] }): number {
  if (node.type === "phrase" && !node.unquoted) return IMPORTANCE.phrase;
  if (node.type !== "word") return IMPORTANCE.other;
  if (isVerbOfSaying(node.folded)) return IMPORTANCE.saying;
  const isName = /^\p{Lu}/u.test(node.text) && node !== children[0];
  return isName ? IMPORTANCE.name : IMPORTANCE.other;
}

function wordsIn(node: QueryNode): number {
  if (node.type === "phrase" || node.type === "near") return node.folded.length;
  return node.type === "not" || node.type === "date" ? 0 : 1;
}
