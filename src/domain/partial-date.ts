/**
 * Dates that may be known only to the month or the year. The text form is the ISO prefix
 * (`1946`, `1946-05`, `1946-05-09`); for sorting and ranges a date is the span of days it covers.
 */

export type DatePrecision = "day" | "month" | "year";

/** ISO 8601 date, month or year as text. Only `parsePartialDate` makes one. */
export type PartialDate = string & { readonly __brand: "PartialDate" };

/** Days as integers `yyyymmdd`, both ends included. */
export type DaySpan = { first: number; last: number };

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Reads `yyyy`, `yyyy-mm` or `yyyy-mm-dd`.
 * @returns null when the text has another shape or names a day that does not exist.
 */
export function parsePartialDate(text: string): PartialDate | null {
  const match = SHAPE.exec(text.trim());
  if (!match) return null;
  const [, year, month, day] = match;
  if (Number(year) === 0) return null;
  if (month && (Number(month) < 1 || Number(month) > 12)) return null;
  if (day && (Number(day) < 1 || Number(day) > daysInMonth(Number(year), Number(month)))) {
    return null;
  }
  return text.trim() as PartialDate;
}

/** How exactly the date is known. */
export function precisionOf(date: PartialDate): DatePrecision {
  return date.length === 4 ? "year" : date.length === 7 ? "month" : "day";
}

/** The first and last day the date can mean. */
export function daySpan(date: PartialDate): DaySpan {
  const [year = 0, month, day] = date.split("-").map(Number);
  if (month === undefined) return { first: year * 10000 + 101, last: year * 10000 + 1231 };
  const base = year * 10000 + month * 100;
  if (day === undefined) return { first: base + 1, last: base + daysInMonth(year, month) };
  return { first: base + day, last: base + day };
}

/** The year of the date. */
export function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4));
}

/**
 * The date for people, e.g. "28 September 2022", "May 1946", "1946".
 * @param locale BCP 47, default British English.
 */
export function formatDate(date: PartialDate, locale = "en-GB"): string {
  const [year = 0, month, day] = date.split("-").map(Number);
  if (month === undefined) return String(year);
  const name = `${locale} ${date}`;
  const known = formatted.get(name);
  if (known !== undefined) return known;
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day ?? 1);
  const text = formatter(locale, day !== undefined).format(instant);
  if (formatted.size < MOST_FORMATTED) formatted.set(name, text);
  return text;
}

/** Dates as they were written: a list of results asks for the same ones over and over. */
const formatted = new Map<string, string>();
/** More dates than most archives have; some 100 bytes each. */
const MOST_FORMATTED = 10_000;

/** Made once for each locale: making one costs a hundred times what using it does. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, withDay: boolean): Intl.DateTimeFormat {
  const name = `${locale} ${withDay}`;
  const known = formatters.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    ...(withDay ? { day: "numeric" } : {}),
  });
  formatters.set(name, made);
  return made;
}

function daysInMonth(year: number, month: number): number {
  const probe = new Date(0);
  probe.setUTCFullYear(year, month, 0);
  return probe.getUTCDate();
}
