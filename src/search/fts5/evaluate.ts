/**
 * Trees → the paragraphs they match. As much of a tree as one table can answer is one MATCH; what is
 * left is joined here.
 */
import type { Database } from "better-sqlite3";
import type { QueryNode } from "../query/syntax.ts";
import type { Columns } from "./columns.ts";
import { type Ids, intersect, keep, subtract, unite } from "./id-sets.ts";
import { anyStem, matchExpression, singleTable, type TextTable } from "./match.ts";
import { createPredicate, type Predicate } from "./predicates.ts";

export type Evaluator = ReturnType<typeof createEvaluator>;

/** @param db the archive, inside the transaction that `columns` were read in */
export function createEvaluator(db: Database) {
  const select = (table: string) =>
    db.prepare(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`).pluck();
  const tables = { words: select("search_words"), stems: select("search_stems") };
  const titles = select("search_titles");
  const counted = (table: string) =>
    db.prepare(`SELECT count(*) FROM ${table} WHERE ${table} MATCH ?`).pluck();
  const counts = { words: counted("search_words"), stems: counted("search_stems") };

  function run(table: TextTable, expression: string): Ids {
    return new Uint32Array(tables[table].all(expression) as number[]);
  }

  function evaluate(node: QueryNode, columns: Columns): Ids {
    const table = singleTable(node);
    if (table) return run(table, matchExpression(node, columns.stemLanguages));
    if (node.type === "and") return evaluateAnd(node.children, columns);
    if (node.type === "or") {
      return groupByTable("or", node.children)
        .map((child) => evaluate(child, columns))
        .reduce(unite);
    }
    if (node.type === "not") return subtract(columns.ids, evaluate(node.child, columns));
    return keep(columns.ids, predicateOf(node, columns) as Predicate);
  }

  function evaluateAnd(children: readonly QueryNode[], columns: Columns): Ids {
    const predicates = children.map((child) => predicateOf(child, columns));
    const sets = groupByTable(
      "and",
      children.filter((_child, index) => !predicates[index]),
    );
    const found = sets
      .filter((child) => child.type !== "not")
      .map((child) => evaluate(child, columns))
      .sort((a, b) => a.length - b.length);
    let ids = found.length > 0 ? found.reduce(intersect) : columns.ids;
    for (const child of sets) {
      if (child.type === "not") ids = subtract(ids, evaluate(child.child, columns));
    }
    for (const passes of predicates) if (passes) ids = keep(ids, passes);
    return ids;
  }

  /** A test on single paragraphs for conditions that are not about their text, else null. */
  function predicateOf(node: QueryNode, columns: Columns): Predicate | null {
    if (node.type === "not") {
      const passes = predicateOf(node.child, columns);
      return passes && ((id) => !passes(id));
    }
    return createPredicate(node, columns, addressesTitled);
  }

  function addressesTitled(folded: readonly string[], columns: Columns): number[] {
    const words = folded.map((word) => anyStem([word], columns.stemLanguages));
    return titles.all(words.join(" AND ")) as number[];
  }

  return {
    /** Ascending ids of the matching paragraphs. */
    evaluate,
    /** Ascending ids of the paragraphs that hold any of the terms of an expression over stems. */
    withStems: (expression: string): Ids => run("stems", expression),
    /** In how many paragraphs it holds. */
    countStems: (expression: string): number => counts.stems.get(expression) as number,
    /** In how many paragraphs these words stand next to each other in this order. */
    countPhrase: (folded: string[]): number =>
      counts.words.get(matchExpression({ type: "phrase", folded, text: "" }, [])) as number,
  };
}

/** Joins children that one table can answer together into one child; the others stay as they are. */
function groupByTable(type: "and" | "or", children: readonly QueryNode[]): QueryNode[] {
  const groups = new Map<TextTable, QueryNode[]>();
  const others: QueryNode[] = [];
  for (const child of children) {
    const table = singleTable(child.type === "not" && type === "and" ? child.child : child);
    if (table) groups.set(table, [...(groups.get(table) ?? []), child]);
    else others.push(child);
  }
  const joined = [...groups.values()].flatMap((group): QueryNode[] => {
    if (group.length === 1 || group.every((child) => child.type === "not")) return group;
    return [{ type, children: group }];
  });
  return [...joined, ...others];
}
