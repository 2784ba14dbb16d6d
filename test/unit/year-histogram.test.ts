import { describe, expect, test } from "vitest";
import { nearerYears, yearHistogram } from "../../src/web/charts/year-histogram.ts";

describe("the chart of years", () => {
  const years = Array.from({ length: 235 }, (_, at) => ({ year: 1790 + at, count: at + 1 }));
  const url = ({ from, to }: { from: number; to: number }) => `${from}-${to}`;

  /** Bars of a path, each with its left edge in years, its foot and its height in pixels. */
  const barsOf = (path = "") =>
    [...path.matchAll(/M(\d+) (\d+)v-(\d+)h18v\3z/g)].map(([, left, base, height]) => ({
      ...{ left: Number(left) / 25, base: Number(base) / 10, height: Number(height) / 10 },
    }));

  test("has a bar for each year, as high as its share of the most", () => {
    const chart = yearHistogram(years, null, url);
    const bars = barsOf(chart?.bars.others);
    expect(bars.map(({ left }) => Math.floor(left))).toEqual(years.map((_, at) => at));
    expect(chart?.bars).toMatchObject({ width: 235 * 25, height: 960 });
    const heights = bars.map(({ height }) => height);
    expect(heights.at(-1)).toBe(60);
    expect(heights[117]).toBeCloseTo((60 * 118) / 235, 0);
    expect(bars.every(({ base }) => base === chart?.baseline)).toBe(true);
  });

  test("draws by the square root, and says so, where one year would flatten the others", () => {
    const flat = years.map(({ year }) => ({ year, count: year === 2022 ? 20_000 : 80 }));
    const chart = yearHistogram(flat, null, url);
    expect(chart?.squareRoot).toBe(true);
    expect(barsOf(chart?.bars.others)[0]?.height).toBeCloseTo(60 * Math.sqrt(80 / 20_000), 0);
    expect(yearHistogram(years, null, url)?.squareRoot).toBe(false);
  });

  test("leads to every year, in columns that a finger can hit, each year in one column", () => {
    for (const chart of [
      yearHistogram(years, null, url),
      nearerYears(years, { from: 1900, to: 1949 }, url),
      nearerYears(years, { from: 1946, to: 1946 }, url),
    ]) {
      const steps = chart?.steps ?? [];
      expect(steps.length).toBeLessThanOrEqual(12);
      const covered = steps.map(({ url }) => url.split("-").map(Number));
      covered.slice(1).forEach(([from], at) => {
        expect(from).toBe((covered[at]?.[1] ?? 0) + 1);
      });
    }
  });

  test("shows all years whichever are chosen, and marks the chosen", () => {
    const chart = yearHistogram(years, { from: 1940, to: 1949 }, url);
    expect(chart?.label).toBe("Paragraphs a year, 1790 to 2024");
    expect(barsOf(chart?.bars.chosen)).toHaveLength(10);
    expect(barsOf(chart?.bars.others)).toHaveLength(225);
    expect(chart?.steps.map((step) => step.url)).toContain("1800-1824");
  });

  test("shows the chosen years and their neighbours once more where a column of all years has many", () => {
    const chart = nearerYears(years, { from: 1940, to: 1949 }, url);
    expect(chart?.label).toBe("Paragraphs a year, 1935 to 1954");
    const places = (path?: string) => barsOf(path).map(({ left }) => Math.floor(left));
    expect(places(chart?.bars.chosen)).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    expect(places(chart?.bars.others)).toEqual([0, 1, 2, 3, 4, 15, 16, 17, 18, 19]);
  });

  test("needs no nearer view where single years can be chosen in it, or none is", () => {
    const few = years.slice(-10);
    expect(nearerYears(few, { from: 2022, to: 2022 }, url)).toBeNull();
    expect(nearerYears(years, null, url)).toBeNull();
  });

  test("is left out where there is but one year to show", () => {
    expect(yearHistogram([{ year: 1946, count: 3 }], null, url)).toBeNull();
    expect(yearHistogram([], { from: 1946, to: 1950 }, url)).toBeNull();
  });
});
