/** `name:value` → what it means. */
import { daySpan, type PartialDate, parsePartialDate } from "../../domain/partial-date.ts";
import { type Notices, quote } from "./notices.ts";
import { FACET_FIELDS, type FacetField, type QueryNode } from "./syntax.ts";

/**
 * The slugs or codes that a typed value means in this archive: one for a slug, code or full name,
 * several where a part of a name fits several, none where nothing fits. A slug or code that the
 * archive has must come back as itself.
 */
export type FieldResolver = (field: FacetField, typed: string) => string[];

const DATE_FIELDS: readonly string[] = ["year", "date", "from", "to"];
const RANGE = /^(.*?)\s*(?:\.{2,}|…|[–—])\s*(.*)$/u;
const YEARS = /^(\d{4})-(\d{4})$/;

/** Other ways to write a field. */
const FIELD_ALIASES = new Map([
  ["org", "organisation"],
  ["organization", "organisation"],
  ["language", "lang"],
]);
const FIELDS: ReadonlySet<string> = new Set(["title", ...FACET_FIELDS, ...DATE_FIELDS]);

/** The field that a name means, in any case; null when a query may not name it. */
export function fieldNamed(name: string): string | null {
  const lower = name.toLowerCase();
  const field = FIELD_ALIASES.get(lower) ?? lower;
  return FIELDS.has(field) ? field : null;
}

/** Whether the field takes a date or a range of them. */
export function isDateField(name: string): boolean {
  return DATE_FIELDS.includes(name);
}

/** A value typed without quotes may end in the punctuation of its sentence; an open range ends in dots. */
export function trimValue(value: string): string {
  let end = value.length;
  while (end > 0 && endsSentence(value, end - 1)) end--;
  return value.slice(0, end);
}

function endsSentence(value: string, at: number): boolean {
  return ",;:!?".includes(value[at] ?? "") || (value[at] === "." && value[at - 1] !== ".");
}

/**
 * Nodes for a facet value, one for each slug or code it means.
 * A value the archive does not know stays as typed and matches nothing: to search for its text
 * instead would answer another question.
 */
export function facetNodes(
  field: FacetField,
  typed: string,
  resolve: FieldResolver | undefined,
  notices: Notices,
): QueryNode[] {
  const values = resolve ? resolve(field, typed) : [typed];
  if (values.length === 0) notices.add("unknown-value", `${fieldNoun(field)} ${quote(typed)}`);
  return (values.length === 0 ? [typed] : values).map((value) => ({ type: "field", field, value }));
}

function fieldNoun(field: FacetField): string {
  return field === "lang" ? "language" : field;
}

/** A date or range; null, with a notice, when it names no day, month or year. */
export function dateNode(name: string, typed: string, notices: Notices): QueryNode | null {
  const years = YEARS.exec(typed);
  const range = years ?? RANGE.exec(typed);
  const ends = range ? [range[1], range[2]] : openEnded(name, typed);
  const [first, last] = ends.map((end) => (end ? parsePartialDate(end) : null));
  const unread = ends.some((end) => end && !parsePartialDate(end));
  if (unread || (!first && !last)) {
    notices.add("bad-date", quote(typed));
    return null;
  }
  if (first && last && daySpan(first).first > daySpan(last).last) {
    notices.add("reversed-range", quote(typed));
    return rangeNode(last, first);
  }
  return rangeNode(first ?? null, last ?? null);
}

function openEnded(name: string, typed: string): string[] {
  if (name === "from") return [typed, ""];
  return name === "to" ? ["", typed] : [typed, typed];
}

function rangeNode(first: PartialDate | null, last: PartialDate | null): QueryNode {
  return {
    type: "date",
    from: first && daySpan(first).first,
    to: last && daySpan(last).last,
    text: first === last ? `${first}` : `${first ?? ""}..${last ?? ""}`,
  };
}
