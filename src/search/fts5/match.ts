/** Trees → MATCH expressions: the only place that writes FTS5 syntax. Every term is quoted here. */
import type { QueryNode } from "../query/syntax.ts";
import { stemTerm, wordTerm } from "./terms.ts";

export type TextTable = "words" | "stems";
export type TextNode = Extract<QueryNode, { type: "word" | "phrase" | "near" }>;

/** Which table answers a text leaf: stems for words, exact words for all else. */
export function tableOf(leaf: TextNode): TextTable {
  return leaf.type === "word" && !leaf.prefix ? "stems" : "words";
}

/**
 * The table whose one MATCH can answer the whole tree, or null where it takes more than that: leaves
 * of both tables, leaves that are not text, or an exclusion with nothing to exclude it from.
 */
export function singleTable(node: QueryNode): TextTable | null {
  switch (node.type) {
    case "word":
    case "phrase":
    case "near":
      return tableOf(node);
    case "or":
      return commonTable(node.children);
    case "and": {
      if (node.children.every((child) => child.type === "not")) return null;
      return commonTable(node.children.map((c) => (c.type === "not" ? c.child : c)));
    }
    default:
      return null;
  }
}

function commonTable(nodes: readonly QueryNode[]): TextTable | null {
  const tables = new Set(nodes.map(singleTable));
  return tables.size === 1 ? ([...tables][0] ?? null) : null;
}

/**
 * The expression of a tree for which `singleTable` names a table.
 * @param languages as `stemLanguage` gives them: those of the archive's addresses
 */
export function matchExpression(node: QueryNode, languages: readonly string[]): string {
  const inner = (child: QueryNode) => matchExpression(child, languages);
  switch (node.type) {
    case "word":
      return node.prefix ? `${quoted(wordTerm(node.folded))} *` : anyStem([node.folded], languages);
    case "phrase":
      return quoted(node.folded.map(wordTerm).join(" "));
    case "near": {
      // FTS5 counts every word between the first and the last, the query's own among them.
      const between = node.distance + node.folded.length - 2;
      return `NEAR(${node.folded.map((word) => quoted(wordTerm(word))).join(" ")}, ${between})`;
    }
    case "or":
      return `(${node.children.map(inner).join(" OR ")})`;
    case "and": {
      const found = node.children.filter((child) => child.type !== "not");
      const excluded = node.children.flatMap((c) => (c.type === "not" ? [c.child] : []));
      const all = `(${found.map(inner).join(" AND ")})`;
      return excluded.length === 0 ? all : `(${all} NOT (${excluded.map(inner).join(" OR ")}))`;
    }
    default:
      throw new TypeError(`A ${node.type} node has no MATCH expression.`);
  }
}

/** Any of the words under the rules of each language, optionally changed into another term of the same word. */
export function anyStem(
  words: readonly string[],
  languages: readonly string[],
  change: (term: string) => string = (term) => term,
): string {
  const terms = words.flatMap((word) => languages.map((lang) => change(stemTerm(word, lang))));
  return `(${[...new Set(terms)].map(quoted).join(" OR ")})`;
}

function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`;
}
