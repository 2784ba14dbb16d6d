import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { describeQuery } from "../../src/search/query/describe.ts";
import { parseQuery } from "../../src/search/query/parse.ts";

const page = readFileSync(path.resolve(import.meta.dirname, "../../docs/searching.md"), "utf8");
const examples = [...page.matchAll(/^\| `(.+)` \| (Paragraphs .+) \|$/gm)].map((row) => ({
  query: row[1] ?? "",
  said: row[2] ?? "",
}));

describe("docs/searching.md", () => {
  test("has examples", () => {
    expect(examples.length).toBeGreaterThan(15);
  });

  test.each(examples)("says what $query means", ({ query, said }) => {
    const parsed = parseQuery(query);
    const parts = describeQuery(parsed.tree, (_field, value) => value);
    expect(parts.map((p) => (p.kind === "term" ? `*${p.text}*` : p.text)).join("")).toBe(said);
    expect(parsed.notices).toEqual([]);
  });
});
