/** Conditions on single paragraphs that the columns answer: fields, dates, titles. */
import type { TagKind } from "../../domain/tag-decisions.ts";
import type { QueryNode } from "../query/syntax.ts";
import { type FacetGroup, isTagGroup } from "../search-index.ts";
import type { Columns, ParagraphLists } from "./columns.ts";

export type Predicate = (id: number) => boolean;

/**
 * @param addressesTitled ids of the addresses whose title holds all the words
 * @returns null for a node that is not about facts of the address or tags
 */
export function createPredicate(
  node: QueryNode,
  columns: Columns,
  addressesTitled: (folded: readonly string[], columns: Columns) => number[],
): Predicate | null {
  if (node.type === "title") {
    const ids = new Set(addressesTitled(node.folded, columns));
    return byAddress(columns, (address) => ids.has(columns.addressIds[address] as number));
  }
  if (node.type === "date") return overlapping(columns, node.from, node.to);
  if (node.type !== "field") return null;
  return isTagGroup(node.field)
    ? anyOfLists(columns[node.field], [node.value])
    : anyOfColumn(columns, node.field, [node.value]);
}

/** Paragraphs of addresses whose date can fall into the days, both included. */
export function overlapping(columns: Columns, from: number | null, to: number | null): Predicate {
  return byAddress(
    columns,
    (address) =>
      (from === null || (columns.dateLast[address] as number) >= from) &&
      (to === null || (columns.dateFirst[address] as number) <= to),
  );
}

/** Paragraphs of addresses with one of the values; only the speaker's own words are of the speaker. */
export function anyOfColumn(
  columns: Columns,
  group: Exclude<FacetGroup, TagKind>,
  values: readonly string[],
): Predicate {
  const column = columns[group];
  const wanted = codesOf(column.values, values);
  const passes = byAddress(columns, (address) => wanted[column.codes[address] as number] === 1);
  return group === "speaker" ? (id) => columns.isOthers[id] === 0 && passes(id) : passes;
}

/** Paragraphs tagged with one of the values. */
export function anyOfLists(lists: ParagraphLists, values: readonly string[]): Predicate {
  const wanted = codesOf(lists.values, values);
  const { offsets, codes } = lists;
  return (id) => {
    const end = offsets[id + 1] as number;
    for (let i = offsets[id] as number; i < end; i++) {
      if (wanted[codes[i] as number] === 1) return true;
    }
    return false;
  };
}

function codesOf(all: readonly string[], wanted: readonly string[]): Uint8Array {
  const set = new Set(wanted);
  return Uint8Array.from(all, (value) => (set.has(value) ? 1 : 0));
}

/** Asks once for each address, then answers for its paragraphs. */
function byAddress(columns: Columns, passes: (address: number) => boolean): Predicate {
  const mask = Uint8Array.from(columns.addressIds, (_id, address) => (passes(address) ? 1 : 0));
  const { addressOf } = columns;
  return (id) => mask[addressOf[id] as number] === 1;
}
