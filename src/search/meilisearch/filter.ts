/**
 * The only place that writes Meilisearch's filter language. Values are slugs, codes and integers;
 * whatever else comes in from outside is quoted, and never read as part of the expression.
 */
import { createHash } from "node:crypto";

/** A condition on documents, ready to be joined with others. */
export type Filter = string & { readonly __brand: "Filter" };

/** Facet values and their filters are cut at 468 bytes by the server, in silence. */
const LONGEST_VALUE = 400;

/** Matches no document: ids count from 1. */
export const NOTHING = "id < 0" as Filter;

/**
 * A slug or code as documents and filters hold it: itself, or its hash where the server would cut it.
 */
export function facetValue(value: string): string {
  if (Buffer.byteLength(value) <= LONGEST_VALUE) return value;
  return `sha256-${createHash("sha256").update(value).digest("hex")}`;
}

/** The attribute has one of the values; of none, nothing. */
export function oneOf(attribute: string, values: readonly (string | number)[]): Filter {
  if (values.length === 0) return NOTHING;
  return `${attribute} IN [${values.map(written).join(", ")}]` as Filter;
}

/** The days of the address can fall into the range; an open end is null. Days `yyyymmdd`. */
export function overlaps(from: number | null, to: number | null): Filter[] {
  const bounds: Filter[] = [];
  if (from !== null) bounds.push(`last >= ${integer(from)}` as Filter);
  if (to !== null) bounds.push(`first <= ${integer(to)}` as Filter);
  return bounds;
}

/** The attribute is there at all. */
export function has(attribute: string): Filter {
  return `${attribute} EXISTS` as Filter;
}

export function not(filter: Filter): Filter {
  return `NOT (${filter})` as Filter;
}

/** All of them hold; of none, everything passes. */
export function all(filters: readonly Filter[]): Filter {
  return filters.map((filter) => `(${filter})`).join(" AND ") as Filter;
}

/** `attribute < bound`. */
export function below(attribute: string, bound: number): Filter {
  return `${attribute} < ${integer(bound)}` as Filter;
}

function written(value: string | number): string {
  if (typeof value === "number") return integer(value);
  return `"${facetValue(value).replace(/[\\"]/g, "\\$&")}"`;
}

function integer(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is no integer to filter by.`);
  return String(value);
}
