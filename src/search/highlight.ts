/** Where a paragraph answers a query: ranges over its stored text, for every engine alike. */
import type { Range } from "../domain/range.ts";
import { searchStem } from "../text/search-stem.ts";
import { keepsFirstLetter } from "../text/stem.ts";
import { type Token, tokenize } from "../text/tokens.ts";
import type { Mark } from "./answer.ts";
import type { QueryNode } from "./query/syntax.ts";

type Leaf = Extract<QueryNode, { type: "word" | "phrase" | "near" }>;

/**
 * Finds what the positive terms of a tree match in a text; titles, fields, dates and excluded terms
 * mark nothing.
 * @param lang BCP 47 of the text, whose forms of a word count as the word
 * @returns marks in order that never overlap; what overlaps is one mark, a phrase if any of it is one
 */
export function findMarks(text: string, lang: string, tree: QueryNode | null): Mark[] {
  const leaves = tree ? positiveLeaves(tree) : [];
  if (leaves.length === 0) return [];
  const tokens = tokenize(text);
  return mergeMarks(leaves.flatMap((leaf) => marksOf(leaf, tokens, lang)));
}

/** Puts marks in order; what overlaps becomes one mark, a phrase if any of it is one. */
function mergeMarks(marks: readonly Mark[]): Mark[] {
  const merged: Mark[] = [];
  for (const mark of marks.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (!last || mark.start >= last.end) {
      merged.push({ ...mark });
      continue;
    }
    last.end = Math.max(last.end, mark.end);
    if (mark.kind === "phrase") last.kind = "phrase";
  }
  return merged;
}

function positiveLeaves(node: QueryNode): Leaf[] {
  if (node.type === "and" || node.type === "or") return node.children.flatMap(positiveLeaves);
  return node.type === "word" || node.type === "phrase" || node.type === "near" ? [node] : [];
}

function marksOf(leaf: Leaf, tokens: readonly Token[], lang: string): Mark[] {
  if (leaf.type === "phrase") return phraseMarks(leaf.folded, tokens);
  if (leaf.type === "near") return nearMarks(leaf.folded, leaf.distance, tokens);
  if (leaf.prefix) {
    return tokens.filter(({ folded }) => folded.startsWith(leaf.folded)).map(wordMark);
  }
  const wanted = searchStem(leaf.folded, lang);
  // Most words begin otherwise: leaving them unstemmed takes off half the time of marking a page.
  const start = keepsFirstLetter(lang) ? wanted.slice(0, 1) : "";
  return tokens
    .filter(({ folded }) => folded.startsWith(start) && searchStem(folded, lang) === wanted)
    .map(wordMark);
}

function phraseMarks(folded: readonly string[], tokens: readonly Token[]): Mark[] {
  const marks: Mark[] = [];
  for (let at = 0; at + folded.length <= tokens.length; at++) {
    if (!folded.every((word, offset) => tokens[at + offset]?.folded === word)) continue;
    const last = tokens[at + folded.length - 1] as Token;
    marks.push({ start: (tokens[at] as Token).start, end: last.end, kind: "phrase" });
  }
  return marks;
}

/** At each word that ends a short enough stretch with all words in it, marks these. */
function nearMarks(folded: readonly string[], distance: number, tokens: readonly Token[]): Mark[] {
  const latest = new Map<string, number>(folded.map((word) => [word, Number.NEGATIVE_INFINITY]));
  const marked = new Set<number>();
  tokens.forEach((token, at) => {
    if (!latest.has(token.folded)) return;
    latest.set(token.folded, at);
    const places = [...latest.values()];
    if (at - Math.min(...places) + 1 - folded.length > distance) return;
    for (const place of places) marked.add(place);
  });
  return [...marked].map((at) => wordMark(tokens[at] as Token));
}

function wordMark({ start, end }: Range): Mark {
  return { start, end, kind: "word" };
}
