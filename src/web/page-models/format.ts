/** Numbers, dates and lists as the pages write them. */
import { formatDate, type PartialDate } from "../../domain/partial-date.ts";

const NUMBER = new Intl.NumberFormat("en-GB");
const LIST = new Intl.ListFormat("en-GB", { type: "conjunction" });
const LANGUAGE = new Intl.DisplayNames("en-GB", { type: "language", fallback: "code" });

/** "12,345" */
export function formatCount(count: number): string {
  return count < 1000 ? String(count) : NUMBER.format(count);
}

/** "1 paragraph", "12,345 paragraphs" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** "Ukraine, Russia and Türkiye" */
export function formatList(items: readonly string[]): string {
  return LIST.format(items);
}

/** "Ukrainian"; the code itself where no name is known. */
export function languageName(code: string): string {
  try {
    return LANGUAGE.of(code) ?? code;
  } catch {
    return code;
  }
}

/** What an editor decided, in full: "by Jane on 28 September 2022: Grain of truth". @param at ISO 8601 instant */
export function formatNote({ by, at, reason }: { by: string; at: string; reason: string }): string {
  const day = formatDate(at.slice(0, 10) as PartialDate);
  return `by ${by} on ${day}${reason === "" ? "" : `: ${reason}`}`;
}

/** The day a count of days begins or ends with, as text: see `formatSpan`. */
function formatEdge(day: number, edge: "first" | "last"): string {
  const year = Math.floor(day / 10000);
  const monthDay = day % 10000;
  if (monthDay === (edge === "first" ? 101 : 1231)) return String(year);
  const text = String(day).padStart(8, "0");
  return formatDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` as PartialDate);
}

/**
 * The first and the last day of a set of addresses, for people. A first of January at the
 * beginning, or a 31st of December at the end, may stand for a year known only as such, so only
 * the year is said.
 * @param firstDay `yyyymmdd`
 * @param lastDay `yyyymmdd`
 */
export function formatSpan(firstDay: number, lastDay: number): { first: string; last: string } {
  return { first: formatEdge(firstDay, "first"), last: formatEdge(lastDay, "last") };
}

/** "1946", or "1946–2024". */
export function formatYears(firstDay: number, lastDay: number): string {
  const first = Math.floor(firstDay / 10000);
  const last = Math.floor(lastDay / 10000);
  return first === last ? String(first) : `${first}–${last}`;
}
