/**
 * Parameters of a search as they come in a URL, from anybody. What can be mended is mended and
 * said in a notice; only a query too long to be one is refused.
 */
import { z } from "zod";
import { daySpan, type PartialDate, parsePartialDate } from "../domain/partial-date.ts";
import type { Question } from "../search/answer.ts";
import { fieldNamed } from "../search/query/fields.ts";
import {
  FACET_GROUPS,
  type FacetFilters,
  type FacetGroup,
  type SearchSort,
} from "../search/search-index.ts";
import { HttpError } from "./http-error.ts";
import { DEFAULT_PAGE_SIZE, type SearchState } from "./urls.ts";

/** A query string read by Express's `simple` parser; a repeated name has a list. */
export type RawQuery = Record<string, unknown>;

export const PARAMETER_LIMITS = {
  /** Characters of a query. Longer than the longest sentence anybody looks for. */
  query: 2000,
  /** Selected values of one facet group. */
  values: 50,
  /** Characters of a slug or code. */
  value: 200,
  /** Beyond this every page is past the end of any archive. */
  page: 1_000_000,
  pageSize: 100,
};

const SORTS = ["relevance", "newest", "oldest"] as const satisfies readonly SearchSort[];
const GROUPINGS = ["paragraph", "address"] as const;
const page = z.coerce.number().int().min(1).max(PARAMETER_LIMITS.page);
const size = z.coerce.number().int().min(1).max(PARAMETER_LIMITS.pageSize);
const facetValue = z.string().max(PARAMETER_LIMITS.value);
const year = z.string().regex(/^\d{1,4}$/u);

const UNREADABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufffd]|\p{Cs}/gu;

export type SearchParameters = {
  /** The state for links back to this search: mended, defaults left out. */
  state: SearchState;
  question: Question;
  /** What was mended, each a sentence. */
  notices: string[];
};

/**
 * Reads a search.
 * @throws HttpError 400 when the query is longer than 2,000 characters
 */
export function readSearchState(query: RawQuery): SearchParameters {
  const notices: string[] = [];
  const note = (notice: string) => {
    if (!notices.includes(notice)) notices.push(notice);
  };
  const q = readText(query, "q", note);
  const filters = readFilters(query, note);
  const { from, to } = readDates(query, note);
  const sort = readChoice(query, "sort", SORTS, note);
  const group = readChoice(query, "group", GROUPINGS, note);
  const pageNumber = readNumber(query, "page", page, 1, note);
  const pageSize = readNumber(query, "size", size, DEFAULT_PAGE_SIZE, note);
  return {
    state: {
      ...(q !== "" && { q }),
      filters,
      ...(from !== null && { from }),
      ...(to !== null && { to }),
      sort,
      group,
      page: pageNumber,
      size: pageSize,
    },
    question: {
      q,
      filters,
      dateFrom: from === null ? null : daySpan(from).first,
      dateTo: to === null ? null : daySpan(to).last,
      sort,
      group,
      page: pageNumber,
      size: pageSize,
    },
    notices,
  };
}

/**
 * Reads words that somebody typed: the first value, without characters that are none, on one line.
 * @throws HttpError 400 when they are longer than 2,000 characters
 */
export function readText(query: RawQuery, name: string, note: (notice: string) => void): string {
  const [first = "", ...others] = valuesOf(query, name);
  if (others.length > 0) note(`${name} was given ${others.length + 1} times; the first counts.`);
  if (first.length > PARAMETER_LIMITS.query) {
    throw new HttpError(
      400,
      "query_too_long",
      `The query has ${first.length} characters; ${PARAMETER_LIMITS.query} are possible.`,
      "Search for one telling sentence of the passage.",
    );
  }
  const readable = first.replace(UNREADABLE, " ");
  if (readable !== first) note("Characters that cannot be read were left out.");
  return readable.replace(/\s+/gu, " ").trim();
}

/**
 * Reads a whole number, or says that it cannot be one and takes the fallback.
 * @param schema says which numbers are possible
 */
function readNumber(
  query: RawQuery,
  name: string,
  schema: z.ZodType<number>,
  fallback: number,
  note: (notice: string) => void,
): number {
  const given = valuesOf(query, name)[0]?.trim() ?? "";
  if (given === "") return fallback;
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  note(`${name}=${clip(given)} is not possible; ${fallback} was taken.`);
  return fallback;
}

function readFilters(query: RawQuery, note: (notice: string) => void): FacetFilters {
  const filters: FacetFilters = {};
  for (const group of FACET_GROUPS) {
    const given = [...new Set(filterValues(query, group, note).map((value) => value.trim()))];
    const usable = given.filter((value) => value !== "" && isFacetValue(group, value));
    if (usable.length < given.filter((value) => value !== "").length) {
      note(`A value of ${group} that cannot be one was left out.`);
    }
    if (usable.length > PARAMETER_LIMITS.values) {
      note(`Only the first ${PARAMETER_LIMITS.values} values of ${group} count.`);
    }
    const values = usable.slice(0, PARAMETER_LIMITS.values);
    if (values.length > 0) filters[group] = values;
  }
  return filters;
}

/** Values of a group under its own name and under others for it: `language`, `Country`. */
function filterValues(
  query: RawQuery,
  group: FacetGroup,
  note: (notice: string) => void,
): string[] {
  const others = Object.keys(query).filter((name) => name !== group && fieldNamed(name) === group);
  for (const name of others) note(`${clip(name)} was read as ${group}.`);
  return [group, ...others].flatMap((name) => valuesOf(query, name));
}

function isFacetValue(group: FacetGroup, value: string): boolean {
  if (value.search(UNREADABLE) >= 0) return false;
  return (group === "year" ? year : facetValue).safeParse(value).success;
}

type DateRange = { from: PartialDate | null; to: PartialDate | null };

function readDates(query: RawQuery, note: (notice: string) => void): DateRange {
  const from = readDate(query, "from", note);
  const to = readDate(query, "to", note);
  if (from !== null && to !== null && daySpan(from).first > daySpan(to).last) {
    note(`from=${from} is after to=${to}; they were exchanged.`);
    return { from: to, to: from };
  }
  return { from, to };
}

function readDate(
  query: RawQuery,
  name: "from" | "to",
  note: (notice: string) => void,
): PartialDate | null {
  const given = valuesOf(query, name)[0]?.trim() ?? "";
  if (given === "") return null;
  const date = parsePartialDate(given);
  if (date === null) {
    note(`${name}=${clip(given)} is no date and was left out; write 2022, 2022-03 or 2022-03-28.`);
  }
  return date;
}

function readChoice<const Choice extends string>(
  query: RawQuery,
  name: string,
  choices: readonly [Choice, ...Choice[]],
  note: (notice: string) => void,
): Choice {
  const given = valuesOf(query, name)[0]?.trim() ?? "";
  if (given === "") return choices[0];
  const found = choices.find((choice) => choice === given);
  if (!found) note(`${name}=${clip(given)} is not known; it can be ${choices.join(", ")}.`);
  return found ?? choices[0];
}

/** All values of a name; a name written twice has a list, one written `q[]=` is another name. */
function valuesOf(query: RawQuery, name: string): string[] {
  const value = query[name];
  const values = Array.isArray(value) ? value : [value];
  return values.filter((it) => typeof it === "string");
}

/** A given value as it can be repeated in a notice. */
function clip(text: string): string {
  const readable = text.replace(UNREADABLE, "�").replace(/\s+/gu, " ");
  return readable.length <= 40 ? readable : `${readable.slice(0, 40)}…`;
}
