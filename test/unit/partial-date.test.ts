import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  daySpan,
  formatDate,
  type PartialDate,
  parsePartialDate,
  precisionOf,
  yearOf,
} from "../../src/domain/partial-date.ts";

const date = (text: string) => parsePartialDate(text) as PartialDate;

describe("partial dates", () => {
  test.each([
    ["1946", "year", 19460101, 19461231, "1946"],
    ["2024-02", "month", 20240201, 20240229, "February 2024"],
    ["2022-09-28", "day", 20220928, 20220928, "28 September 2022"],
    ["0987-05-09", "day", 9870509, 9870509, "9 May 987"],
  ])("%s is known to the %s and covers %i to %i", (text, precision, first, last, shown) => {
    expect(precisionOf(date(text))).toBe(precision);
    expect(daySpan(date(text))).toEqual({ first, last });
    expect(formatDate(date(text))).toBe(shown);
    expect(yearOf(date(text))).toBe(Math.floor(first / 10000));
  });

  test.each([
    "",
    "2022-13",
    "2022-00-01",
    "2023-02-29",
    "22-01-01",
    "2022-1-1",
    "0000",
    "yesterday",
    "2022-09-28T10:00",
  ])("%j is not a date", (text) => {
    expect(parsePartialDate(text)).toBeNull();
  });

  test("every real day is read back as itself", () => {
    const days = fc.date({
      min: new Date("0001-01-02"),
      max: new Date("9999-12-30"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (day) => {
        const text = day.toISOString().slice(0, 10);
        expect(parsePartialDate(text)).toBe(text);
        expect(daySpan(date(text)).first).toBe(Number(text.replaceAll("-", "")));
      }),
    );
  });
});
