/** Words of a query parted or joined otherwise: one that may be two, and two that may be one. */
import { isFunctionWord } from "../../text/function-words.ts";
import { tokenize } from "../../text/tokens.ts";
import { formatQuery } from "./describe.ts";
import { likeTyped } from "./respell.ts";
import type { QueryNode } from "./syntax.ts";

/** Words of letters and digits parted (`covid19`), and words with points or hyphens joined (`E.U.`); null where there are none. */
export function rejoinedTree(tree: QueryNode): QueryNode | null {
  const rejoined = rejoin(tree);
  return formatQuery(rejoined) === formatQuery(tree) ? null : rejoined;
}

function rejoin(node: QueryNode): QueryNode {
  if (node.type === "and" || node.type === "or") {
    return { ...node, children: node.children.map(rejoin) };
  }
  if (node.type === "word" && !node.prefix) {
    const parts = node.text.match(/\p{L}+|\p{N}+/gu) ?? [];
    const folded = parts.flatMap((part) => tokenize(part).map((token) => token.folded));
    return folded.length < 2 ? node : { type: "phrase", folded, text: parts.join(" ") };
  }
  if (node.type !== "phrase") return node;
  const folded = pointedWord(node);
  return folded === null
    ? node
    : { type: "word", folded, text: lettersOf(node.text), prefix: false };
}

/** What words with points or hyphens are joined to, folded. */
export function rejoinedWords(node: QueryNode): string[] {
  if (node.type === "and" || node.type === "or") return node.children.flatMap(rejoinedWords);
  return node.type === "phrase" ? [pointedWord(node)].filter((word) => word !== null) : [];
}

/** @returns null for what was not typed so, and for what is a word of grammar in one: "U.S." is no "us" */
function pointedWord(node: Extract<QueryNode, { type: "phrase" }>): string | null {
  const joined = node.folded.join("");
  return node.unquoted && !isFunctionWord(joined) ? joined : null;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}

/** The tree with two words next to each other, as a phrase, in place of one. */
export function partedTree(
  node: QueryNode,
  folded: string,
  pair: readonly [string, string],
): QueryNode {
  if (node.type === "and" || node.type === "or") {
    return { ...node, children: node.children.map((child) => partedTree(child, folded, pair)) };
  }
  if (node.type !== "word" || node.prefix || node.folded !== folded) return node;
  return { type: "phrase", folded: [...pair], text: likeTyped(pair.join(" "), node.text) };
}

/** What two words that stand next to each other in the query are in one, folded; none with a word of grammar: "a ride" is no "aride". */
export function joinedWords(node: QueryNode): string[] {
  if (node.type === "or") return node.synonyms ? [] : node.children.flatMap(joinedWords);
  if (node.type === "phrase") return [joinedPhrase(node)].filter((joined) => joined !== null);
  if (node.type !== "and") return [];
  const neighbours = node.children.map((child, at) => joinedPair(child, node.children[at + 1]));
  return [...neighbours.filter((joined) => joined !== null), ...node.children.flatMap(joinedWords)];
}

/** The tree with this word wherever two make it. @param joined one of `joinedWords` */
export function joinedTree(node: QueryNode, joined: string): QueryNode {
  if (node.type === "or") {
    return { ...node, children: node.children.map((child) => joinedTree(child, joined)) };
  }
  if (node.type === "phrase" && joinedPhrase(node) === joined) {
    return { ...node, folded: [joined], text: likeTyped(joined, node.text) };
  }
  if (node.type !== "and") return node;
  const children: QueryNode[] = [];
  for (let at = 0; at < node.children.length; at++) {
    const child = node.children[at] as QueryNode;
    const isJoined = joinedPair(child, node.children[at + 1]) === joined;
    if (isJoined) at++;
    children.push(isJoined ? wordNode(joined, child) : joinedTree(child, joined));
  }
  return children.length === 1 ? (children[0] as QueryNode) : { ...node, children };
}

function joinedPair(one: QueryNode, other: QueryNode | undefined): string | null {
  if (one.type !== "word" || other?.type !== "word" || one.prefix || other.prefix) return null;
  return joinedOf([one.folded, other.folded]);
}

function joinedPhrase(node: Extract<QueryNode, { type: "phrase" }>): string | null {
  return node.folded.length === 2 && !node.unquoted ? joinedOf(node.folded) : null;
}

/** @returns null with a word of grammar, and for what is no word of letters */
function joinedOf(pair: readonly string[]): string | null {
  const joined = pair.join("");
  return /^\p{L}+$/u.test(joined) && !pair.some(isFunctionWord) ? joined : null;
}

/** @param first of the words that are joined */
function wordNode(folded: string, first: QueryNode): QueryNode {
  const text = first.type === "word" ? likeTyped(folded, first.text) : folded;
  return { type: "word", folded, text, prefix: false };
}
