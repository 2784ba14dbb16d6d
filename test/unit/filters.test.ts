import { expect, test } from "vitest";
import { readFilters } from "../../src/search/filters.ts";

test("a year in a filter is the same with zeros before it, for every engine", () => {
  const names = { has: () => false, resolve: () => [], label: (_: string, value: string) => value };
  const { filters } = readFilters({ year: ["0063", "63", "2022"] }, names as never);
  expect(filters.year).toEqual(["63", "2022"]);
});
