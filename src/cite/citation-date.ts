/** Partial dates in the forms that citation styles prescribe. A style never shows more than is known. */
import type { PartialDate } from "../domain/partial-date.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** MLA Handbook, 9th edition, appendix 1: May, June and July are never shortened. */
const MLA_MONTHS = [
  "Jan.",
  "Feb.",
  "Mar.",
  "Apr.",
  "May",
  "June",
  "July",
  "Aug.",
  "Sept.",
  "Oct.",
  "Nov.",
  "Dec.",
];

export type DateParts = { year: number; month: number | null; day: number | null };

/** The parts of an ISO date, month or year; what is not known is null. */
export function dateParts(date: PartialDate | string): DateParts {
  const [year = 0, month, day] = date.split("-").map(Number);
  return { year, month: month ?? null, day: day ?? null };
}

/** "28 September 2022", "September 2022", "2022". */
export function dayMonthYear(date: PartialDate | string): string {
  const { year, month, day } = dateParts(date);
  return words(day, monthName(month, MONTHS), year);
}

/** "September 28, 2022", "September 2022", "2022" (Chicago). */
export function monthDayYear(date: PartialDate | string): string {
  const { year, month, day } = dateParts(date);
  if (day === null) return dayMonthYear(date);
  return `${monthName(month, MONTHS)} ${day}, ${year}`;
}

/** "2022, September 28", "2022, September", "2022" (APA). */
export function yearMonthDay(date: PartialDate | string): string {
  const { year, month, day } = dateParts(date);
  if (month === null) return String(year);
  return `${year}, ${words(monthName(month, MONTHS), day)}`;
}

/** "28 Sept. 2022", "Sept. 2022", "2022" (MLA). */
export function shortDayMonthYear(date: PartialDate | string): string {
  const { year, month, day } = dateParts(date);
  return words(day, monthName(month, MLA_MONTHS), year);
}

/** "28 September", "September"; empty when only the year is known (Harvard). */
export function dayMonth(date: PartialDate | string): string {
  const { month, day } = dateParts(date);
  return words(day, monthName(month, MONTHS));
}

function monthName(month: number | null, names: readonly string[]): string | null {
  return month === null ? null : (names[month - 1] ?? null);
}

function words(...parts: (string | number | null)[]): string {
  return parts.filter((part) => part !== null).join(" ");
}
