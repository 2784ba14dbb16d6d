import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  all,
  facetValue,
  NOTHING,
  not,
  oneOf,
  overlaps,
} from "../../src/search/meilisearch/filter.ts";

/** Reads a quoted value as Meilisearch does: a backslash takes the next quote or backslash as it is. */
function readQuoted(text: string): { value: string; rest: string } {
  let value = "";
  for (let at = 1; at < text.length; at++) {
    if (text[at] === '"') return { value, rest: text.slice(at + 1) };
    if (text[at] === "\\") at++;
    value += text[at];
  }
  throw new Error("never closed");
}

describe("filters", () => {
  test("hold any value as one quoted string, whatever characters it has", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 90 }), (value) => {
        const filter = oneOf("speaker", [value]);
        expect(filter.startsWith('speaker IN ["')).toBe(true);
        const { value: read, rest } = readQuoted(filter.slice("speaker IN [".length));
        expect([read, rest]).toEqual([value, "]"]);
      }),
    );
  });
  test("write a value too long for the server as its hash, and so never as another's beginning", () => {
    const long = "x".repeat(500);
    expect(facetValue(long)).toMatch(/^sha256-[0-9a-f]{64}$/);
    expect(facetValue(`${long}y`)).not.toBe(facetValue(long));
    expect(facetValue("grain-export")).toBe("grain-export");
  });
  test("count letters in bytes, as the server does", () => {
    expect(facetValue("я".repeat(201))).toMatch(/^sha256-/);
    expect(facetValue("я".repeat(200))).toBe("я".repeat(200));
  });
  test("join, exclude and bound", () => {
    const filter = all([oneOf("topic", ["a", "b"]), not(oneOf("year", [2022]))]);
    expect(filter).toBe('(topic IN ["a", "b"]) AND (NOT (year IN [2022]))');
    expect(overlaps(20220224, null)).toEqual(["last >= 20220224"]);
    expect(overlaps(20220224, 20220301)).toEqual(["last >= 20220224", "first <= 20220301"]);
    expect(oneOf("topic", [])).toBe(NOTHING);
  });
  test("refuse a number that is no integer", () => {
    expect(() => oneOf("year", [Number.NaN])).toThrow("NaN is no integer");
    expect(() => overlaps(1.5, null)).toThrow("1.5 is no integer");
  });
});
