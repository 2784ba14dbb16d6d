/** The tree of a query → the sentence that says how it was understood, and → query text again. */
import type { DescriptionPart } from "../answer.ts";
import type { FacetField, QueryNode } from "./syntax.ts";

/** What people call a facet value, by slug or code. */
export type ValueLabel = (field: FacetField, value: string) => string;

/** A value that needs no quotes in a query. */
const PLAIN_VALUE = /^[\p{L}\p{N}_-]+$/u;

/**
 * The canonical text of a tree: parsed again, it gives the same tree.
 * @returns empty for an empty tree
 */
export function formatQuery(tree: QueryNode | null): string {
  return tree ? format(tree) : "";
}

function format(node: QueryNode): string {
  switch (node.type) {
    case "word":
      return node.prefix ? `${node.text}*` : node.text;
    case "phrase":
      return node.unquoted ? node.text : `"${node.text}"`;
    case "near":
      return `"${node.text}"~${node.distance}`;
    case "title":
      return `title:"${node.text}"`;
    case "field":
      return `${node.field}:${PLAIN_VALUE.test(node.value) ? node.value : `"${node.value}"`}`;
    case "date":
      return `date:${node.text}`;
    case "and":
      return node.children.map(format).join(" ");
    case "or":
      return node.children.map((child) => grouped(child, child.type === "and")).join(" OR ");
    case "not":
      return `-${grouped(node.child, node.child.type === "and" || node.child.type === "or")}`;
  }
}

function grouped(node: QueryNode, isGroup: boolean): string {
  return isGroup ? `(${format(node)})` : format(node);
}

/** How a sentence leads to a value. */
export const FIELD_PHRASES: Record<FacetField, string> = {
  topic: "on the topic",
  country: "speaking of",
  organisation: "speaking of",
  speaker: "by",
  collection: "in the collection",
  lang: "in",
};

/**
 * Says what a tree asks for, e.g. "Paragraphs with ", *grain*, " or ", *wheat*, ", on the topic ", *Energy*.
 * @param beside what is asked for beside the tree, each told after it
 * @returns parts whose texts, put together, are a sentence without its full stop; the first only opens it.
 *   Empty where nothing is asked for
 */
export function describeQuery(
  tree: QueryNode | null,
  label: ValueLabel,
  beside: readonly DescriptionPart[][] = [],
): DescriptionPart[] {
  const nodes = tree === null ? [] : tree.type === "and" ? tree.children : [tree];
  const found = nodes.filter(isText);
  const excluded = nodes.flatMap((node) =>
    node.type === "not" && isText(node.child) ? [node.child] : [],
  );
  const rest = nodes.filter(
    (node) => !isText(node) && !(node.type === "not" && isText(node.child)),
  );
  const conditions = [
    ...(found.length > 0 ? [list(found, " and ", label)] : []),
    ...rest.map((node) => inline(node, label)),
    ...(excluded.length > 0
      ? [[plain("without "), ...list(excluded, " and without ", label)]]
      : []),
    ...beside,
  ];
  if (conditions.length === 0) return [];
  const opening = plain(found.length > 0 ? "Paragraphs with " : "Paragraphs ");
  return [
    opening,
    ...mergePlain(conditions.flatMap((one, at) => (at === 0 ? one : [plain(", "), ...one]))),
  ];
}

/** Whether a condition is about the words of the paragraph, so that "with" goes before it. */
function isText(node: QueryNode): boolean {
  if (node.type === "and" || node.type === "or") return node.children.every(isText);
  return node.type === "word" || node.type === "phrase" || node.type === "near";
}

function list(nodes: readonly QueryNode[], between: string, label: ValueLabel): DescriptionPart[] {
  return nodes.flatMap((node, index) => [
    ...(index > 0 ? [plain(between)] : []),
    ...inline(node, label, nodes.length > 1 || between !== " and "),
  ]);
}

function inline(node: QueryNode, label: ValueLabel, bracketed = true): DescriptionPart[] {
  switch (node.type) {
    case "word":
      return node.prefix ? [plain("words beginning with "), term(node.text)] : [term(node.text)];
    case "phrase":
      return [term(`“${node.text}”`)];
    case "near":
      return [term(node.text), plain(` within ${node.distance} words of each other`)];
    case "title":
      return [plain("under a title with "), term(node.text)];
    case "field":
      return [plain(`${FIELD_PHRASES[node.field]} `), term(label(node.field, node.value))];
    case "date":
      return describeDate(node.text);
    case "not":
      return [plain("not "), ...inline(node.child, label)];
    default: {
      const between = node.type === "and" ? " and " : " or ";
      const inside = list(node.children, between, label);
      return bracketed ? [plain("("), ...inside, plain(")")] : inside;
    }
  }
}

/** @param text as `date:` takes it, e.g. `2022-03..2022-06` */
export function describeDate(text: string): DescriptionPart[] {
  const [first, last] = text.split("..");
  if (last === undefined) return [plain("of "), term(text)];
  return [
    ...(first ? [plain("from "), term(first)] : []),
    ...(first && last ? [plain(" ")] : []),
    ...(last ? [plain("up to "), term(last)] : []),
  ];
}

function plain(text: string): DescriptionPart {
  return { kind: "plain", text };
}

function term(text: string): DescriptionPart {
  return { kind: "term", text };
}

/** Neighbours that are plain become one part. */
function mergePlain(parts: readonly DescriptionPart[]): DescriptionPart[] {
  const merged: DescriptionPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (part.kind === "plain" && last?.kind === "plain") last.text += part.text;
    else merged.push({ ...part });
  }
  return merged;
}
