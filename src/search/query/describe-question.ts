/** All that a question asks for in one sentence: the words of its query, its filters and its dates. */
import { daySpan, parsePartialDate } from "../../domain/partial-date.ts";
import type { DescriptionPart, Question } from "../answer.ts";
import type { FacetGroup } from "../search-index.ts";
import { describeDate, describeQuery, FIELD_PHRASES } from "./describe.ts";
import { FACET_FIELDS, type QueryNode } from "./syntax.ts";

const PHRASES: Record<FacetGroup, string> = { ...FIELD_PHRASES, year: "of" };
/** In the order in which they are told. */
const GROUPS = [...FACET_FIELDS, "year"] as const satisfies readonly FacetGroup[];

/**
 * Says what a question asks for, e.g. "Paragraphs with ", *grain*, ", speaking of ", *Ukraine*, " or ", *Poland*.
 * @param tree of its query
 * @param label what people call a value
 * @returns as `describeQuery` does
 */
export function describeQuestion(
  tree: QueryNode | null,
  { filters, dateFrom, dateTo }: Pick<Question, "filters" | "dateFrom" | "dateTo">,
  label: (group: FacetGroup, value: string) => string,
): DescriptionPart[] {
  const conditions = GROUPS.flatMap((group) => {
    const values = filters[group] ?? [];
    return values.length === 0 ? [] : [describeValues(group, values, label)];
  });
  if (dateFrom !== null || dateTo !== null) {
    conditions.push(describeDate(datesText(dateFrom, dateTo)));
  }
  return describeQuery(tree, label, conditions);
}

function describeValues(
  group: FacetGroup,
  values: readonly string[],
  label: (group: FacetGroup, value: string) => string,
): DescriptionPart[] {
  return values.flatMap((value, at) => [
    { kind: "plain" as const, text: at === 0 ? `${PHRASES[group]} ` : " or " },
    { kind: "term" as const, text: label(group, value) },
  ]);
}

/** Characters of an ISO date that say its year, its month and its day. */
const PRECISIONS = [4, 7, 10];

/**
 * Days `yyyymmdd` as `date:` takes them: as years where they are whole ones at both ends, else as
 * months where they are, else as days; one where both ends are the same, e.g. `2022-01`.
 */
function datesText(from: number | null, to: number | null): string {
  const first = from === null ? "" : isoDay(from);
  const last = to === null ? "" : isoDay(to);
  const length = PRECISIONS.find(
    (one) =>
      (from === null || spanOf(first.slice(0, one))?.first === from) &&
      (to === null || spanOf(last.slice(0, one))?.last === to),
  );
  const [start, end] = [first.slice(0, length), last.slice(0, length)];
  return start === end ? start : `${start}..${end}`;
}

function isoDay(day: number): string {
  return String(day)
    .padStart(8, "0")
    .replace(/^(\d{4})(\d{2})/, "$1-$2-");
}

function spanOf(text: string) {
  const date = parsePartialDate(text);
  return date && daySpan(date);
}
