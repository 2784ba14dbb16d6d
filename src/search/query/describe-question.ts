/** All that a question asks for in one sentence: the words of its query, its filters and its dates. */
import type { DescriptionPart, Question } from "../answer.ts";
import type { FacetGroup } from "../search-index.ts";
import { describeDate, describeQuery, FIELD_PHRASES, mergePlain } from "./describe.ts";
import type { QueryNode } from "./syntax.ts";

const PHRASES: Record<FacetGroup, string> = { ...FIELD_PHRASES, year: "of" };
/** In the order in which they are told. */
const ORDER = [
  "topic",
  "country",
  "organisation",
  "speaker",
  "collection",
  "lang",
  "year",
] as const satisfies readonly FacetGroup[];

/**
 * Says what a question asks for, e.g. "Paragraphs with", *grain*, ", speaking of", *Ukraine*, "or", *Poland*.
 * @param tree of its query
 * @param label what people call a value
 * @returns parts whose texts, put together, are a sentence without its full stop; empty where all is asked for
 */
export function describeQuestion(
  tree: QueryNode | null,
  { filters, dateFrom, dateTo }: Pick<Question, "filters" | "dateFrom" | "dateTo">,
  label: (group: FacetGroup, value: string) => string,
): DescriptionPart[] {
  const query = describeQuery(tree, label);
  const conditions = ORDER.flatMap((group) => {
    const values = filters[group] ?? [];
    return values.length === 0 ? [] : [describeValues(group, values, label)];
  });
  if (dateFrom !== null || dateTo !== null) {
    conditions.push(describeDate(datesText(dateFrom, dateTo)));
  }
  const first: DescriptionPart[] = query.length > 0 ? query : [plain("Paragraphs")];
  if (query.length === 0 && conditions.length === 0) return [];
  return mergePlain([
    ...first,
    ...conditions.flatMap((parts, at) => [
      plain(query.length === 0 && at === 0 ? " " : ", "),
      ...parts,
    ]),
  ]);
}

function describeValues(
  group: FacetGroup,
  values: readonly string[],
  label: (group: FacetGroup, value: string) => string,
): DescriptionPart[] {
  return values.flatMap((value, at) => [
    plain(at === 0 ? `${PHRASES[group]} ` : " or "),
    { kind: "term" as const, text: label(group, value) },
  ]);
}

/** Days `yyyymmdd` as `date:` takes them, each as short as it can be: `2022..2023-06`. */
function datesText(from: number | null, to: number | null): string {
  const first = from === null ? "" : shortest(from, "01", "01");
  const last = to === null ? "" : shortest(to, "12", lastDayOf(to));
  return first === last ? first : `${first}..${last}`;
}

/** A year alone where the day is at its end, a month alone where it is at the month's. */
function shortest(day: number, month: string, dayOfMonth: string): string {
  const text = String(day).padStart(8, "0");
  const parts = [text.slice(0, 4), text.slice(4, 6), text.slice(6)];
  if (parts[2] !== dayOfMonth) return parts.join("-");
  return parts.slice(0, parts[1] === month ? 1 : 2).join("-");
}

function lastDayOf(day: number): string {
  const end = new Date(0);
  end.setUTCFullYear(Math.floor(day / 10_000), Math.floor(day / 100) % 100, 0);
  return String(end.getUTCDate()).padStart(2, "0");
}

function plain(text: string): DescriptionPart {
  return { kind: "plain", text };
}
