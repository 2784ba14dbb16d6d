/** A query with less in it, for a reader whose search asked for too much. */
import { formatQuery } from "./describe.ts";
import type { QueryNode } from "./syntax.ts";

/**
 * Takes a part out of a tree, wherever it stands.
 * @param part as `formatQuery` writes it
 * @returns null when nothing that could be looked for is left, or the tree has no such part
 */
export function withoutPart(tree: QueryNode | null, part: string): QueryNode | null {
  const rest = takeOut(tree, part);
  return formatQuery(rest) === formatQuery(tree) ? null : rest;
}

function takeOut(tree: QueryNode | null, part: string): QueryNode | null {
  if (!tree || formatQuery(tree) === part) return null;
  if (tree.type !== "and" && tree.type !== "or") return tree;
  const rest = tree.children.flatMap((child) => takeOut(child, part) ?? []);
  if (rest.every(({ type }) => type === "not")) return null;
  return rest.length === 1 ? (rest[0] ?? null) : { type: tree.type, children: rest };
}
