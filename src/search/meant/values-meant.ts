/** What values of fields and filters that the archive does not know may stand for: pure choices among its names. */
import type { Names } from "../names.ts";
import type { QueryNode } from "../query/syntax.ts";
import { FACET_GROUPS, type FacetFilters, type FacetGroup } from "../search-index.ts";

/** What is asked for beside dates and order. */
export type Asked = { tree: QueryNode | null; filters: FacetFilters };

type Field = Exclude<FacetGroup, "year">;
type Value = { field: Field; value: string };

/** Unknown values of one question that others are looked for: each is compared with all the names there are. */
const MOST_LOOKED_FOR = 3;

/**
 * The question with a known value in place of a single unknown one, for each that may be meant, the
 * likeliest first; of several unknown ones with the likeliest of each. What is left out has none.
 */
export function knownInstead(asked: Asked, names: Pick<Names, "has" | "near">): Asked[] {
  const unknown = unknownValues(asked, names)
    .slice(0, MOST_LOOKED_FOR)
    .map((one) => ({ ...one, near: names.near(one.field, one.value) }))
    .filter(({ near }) => near.length > 0);
  const [only] = unknown;
  if (!only) return [];
  if (unknown.length === 1) return only.near.map((meant) => withValue(asked, only, meant));
  return [unknown.reduce((mended, one) => withValue(mended, one, one.near[0] as string), asked)];
}

function unknownValues({ tree, filters }: Asked, { has }: Pick<Names, "has">): Value[] {
  const given = [
    ...(tree ? fieldsOf(tree) : []),
    ...FACET_GROUPS.filter((group) => group !== "year").flatMap((field) =>
      (filters[field] ?? []).map((value) => ({ field, value })),
    ),
  ];
  const unknown = given.filter(({ field, value }) => !has(field, value));
  return [...new Map(unknown.map((one) => [`${one.field}:${one.value}`, one])).values()];
}

function fieldsOf(node: QueryNode): Value[] {
  if (node.type === "and" || node.type === "or") return node.children.flatMap(fieldsOf);
  return node.type === "field" ? [node] : [];
}

function withValue({ tree, filters }: Asked, { field, value }: Value, meant: string): Asked {
  const given = filters[field];
  const instead = given?.map((one) => (one === value ? meant : one));
  return {
    tree: tree && replaced(tree, { field, value }, meant),
    filters: instead ? { ...filters, [field]: [...new Set(instead)] } : filters,
  };
}

function replaced(node: QueryNode, unknown: Value, meant: string): QueryNode {
  if (node.type === "and" || node.type === "or") {
    return { ...node, children: node.children.map((child) => replaced(child, unknown, meant)) };
  }
  const isMeant =
    node.type === "field" && node.field === unknown.field && node.value === unknown.value;
  return isMeant ? { ...node, value: meant } : node;
}
