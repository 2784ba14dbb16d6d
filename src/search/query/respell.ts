/** Words of a query that the archive does not have, and the query with others in their place. */
import { isFunctionWord } from "../../text/function-words.ts";
import { tokenize } from "../../text/tokens.ts";
import type { QueryNode } from "./syntax.ts";

/** A word that is looked for; `asItStands` where it was typed so, in quotation marks or a title. */
export type AskedWord = { folded: string; text: string; asItStands: boolean };

/** Each word that is looked for, once; names with synonyms, beginnings and what is left out are none. */
export function wordsAsked(tree: QueryNode | null): AskedWord[] {
  const words = tree ? wordsOf(tree) : [];
  const plain = words.filter(({ asItStands }) => !asItStands);
  return [...new Map([...words, ...plain].map((word) => [word.folded, word])).values()];
}

function wordsOf(node: QueryNode): AskedWord[] {
  switch (node.type) {
    case "and":
      return node.children.flatMap(wordsOf);
    case "or":
      return node.synonyms ? [] : node.children.flatMap(wordsOf);
    case "word":
      return node.prefix ? [] : [{ folded: node.folded, text: node.text, asItStands: false }];
    case "phrase":
    case "near":
    case "title":
      return tokenize(node.text).map(({ folded, start, end }) => {
        return { folded, text: node.text.slice(start, end), asItStands: true };
      });
    default:
      return [];
  }
}

/**
 * The tree with other words in place of some, wherever they are looked for.
 * @param words by folded word: those of which any may stand in its place; where one alone can, the first
 */
export function respelledTree(
  node: QueryNode,
  words: ReadonlyMap<string, readonly string[]>,
): QueryNode {
  switch (node.type) {
    case "and":
    case "or":
      return flat({ ...node, children: node.children.map((child) => respelledTree(child, words)) });
    case "word": {
      const others = node.prefix ? [] : (words.get(node.folded) ?? []);
      return others.length === 0 ? node : anyOf(others, node.text);
    }
    case "phrase":
    case "near":
    case "title":
      return withText(node, words);
    default:
      return node;
  }
}

/** A join of the same kind within a join is one join with it, as the parser makes it. */
function flat(node: Extract<QueryNode, { type: "and" | "or" }>): QueryNode {
  const children = node.children.flatMap((child) =>
    child.type === node.type ? child.children : [child],
  );
  return { ...node, children };
}

function anyOf(words: readonly string[], typed: string): QueryNode {
  const nodes = words.map((word): QueryNode => {
    return { type: "word", folded: word, text: likeTyped(word, typed), prefix: false };
  });
  return nodes.length === 1 ? (nodes[0] as QueryNode) : { type: "or", children: nodes };
}

/** With capitals where what was typed has them: a name stays one, as does "WMD"; "NOT" would be no word. @param word folded */
export function likeTyped(word: string, typed: string): string {
  if (/^\p{Lu}{2}/u.test(typed) && !isFunctionWord(word)) return word.toUpperCase();
  const [first = ""] = word;
  return /^\p{Lu}/u.test(typed) ? first.toUpperCase() + word.slice(first.length) : word;
}

function withText(
  node: Extract<QueryNode, { type: "phrase" | "near" | "title" }>,
  words: ReadonlyMap<string, readonly string[]>,
): QueryNode {
  const one = (folded: string) => words.get(folded)?.[0];
  let text = "";
  let at = 0;
  for (const { folded, start, end } of tokenize(node.text)) {
    const typed = node.text.slice(start, end);
    const other = one(folded);
    text += node.text.slice(at, start) + (other === undefined ? typed : likeTyped(other, typed));
    at = end;
  }
  const folded = node.folded.map((word) => one(word) ?? word);
  return { ...node, folded: node.type === "near" ? [...new Set(folded)] : folded, text };
}

/**
 * The tree with its last word open at its end.
 * @param may whether this folded word may be the beginning of others
 * @returns null where it ends otherwise
 */
export function openedTree(tree: QueryNode, may: (folded: string) => boolean): QueryNode | null {
  if (tree.type === "and") {
    const last = tree.children.at(-1);
    const opened = last ? openedTree(last, may) : null;
    return opened && { ...tree, children: [...tree.children.slice(0, -1), opened] };
  }
  return tree.type === "word" && !tree.prefix && may(tree.folded)
    ? { ...tree, prefix: true }
    : null;
}

/** "To be or not to be" has no alternatives. */
function isTelling(node: QueryNode | undefined): boolean {
  return node !== undefined && !(node.type === "word" && isFunctionWord(node.folded));
}

/** The query as one of alternatives where `or` was typed in small letters between words; null elsewhere. */
export function alternativesTree(tree: QueryNode | null): QueryNode | null {
  if (tree?.type !== "and") return null;
  const children: QueryNode[] = [];
  let joining = false;
  for (const [at, node] of tree.children.entries()) {
    const isBetween = isTelling(tree.children[at - 1]) && isTelling(tree.children[at + 1]);
    if (isBetween && !joining && node.type === "word" && node.text === "or") joining = true;
    else {
      const before = joining ? children.pop() : undefined;
      children.push(before ? flat({ type: "or", children: [before, node] }) : node);
      joining = false;
    }
  }
  if (children.length === tree.children.length) return null;
  return children.length === 1 ? (children[0] as QueryNode) : { type: "and", children };
}
