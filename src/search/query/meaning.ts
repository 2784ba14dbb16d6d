/** What a tree asks for, whatever its order and its letters: two trees of one meaning find the same. */
import { formatQuery } from "./describe.ts";
import type { QueryNode } from "./syntax.ts";

/** @param tree with its synonyms: "Kyiv" and "Kiev" are one search where they are names of one city */
export function meaningOf(tree: QueryNode | null): string {
  return tree ? JSON.stringify(meaning(tree)) : "";
}

type Meaning = string | Meaning[];

function meaning(node: QueryNode): Meaning {
  switch (node.type) {
    case "and":
    case "or": {
      const parts = node.children.map((child) => JSON.stringify(meaning(child)));
      return [node.type, ...[...new Set(parts)].sort()];
    }
    case "not":
      return [node.type, meaning(node.child)];
    case "word":
      return [node.type, node.folded, String(node.prefix)];
    case "phrase":
      return [node.type, ...node.folded];
    default:
      return formatQuery(node);
  }
}
