import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AskedArchive, openAskedArchive, question } from "./asked-archive.ts";

let archive: AskedArchive;

beforeAll(() => {
  archive = openAskedArchive();
});
afterAll(() => archive.close());

describe("500 hostile queries", () => {
  const signs = [
    '"',
    "(",
    ")",
    "-",
    "*",
    "~",
    ":",
    "|",
    "'",
    "^",
    "{",
    "}",
    "+",
    ",",
    "\\",
    "%",
    ";",
  ];
  const pieces = fc.constantFrom(
    ...signs,
    " OR ",
    " AND ",
    " NOT ",
    "NEAR(",
    "\u0000",
    "\ud800",
    "\udfff",
    "😀",
    "\u202e",
    "ﷺ",
    "⑴",
    "½",
    "מלחמה",
    "grain",
    "war*",
    "topic:",
    "title:",
    "date:",
    "year:0000",
    "from:9999-99",
    "search_words MATCH",
    "' OR 1=1 --",
    "'; DROP TABLE paragraph; --",
    "rowid:1",
    "stems : x",
    "<script>",
    "{{1}}",
    "\r\n",
  );
  const random = fc.sample(
    fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 40 }),
    { numRuns: 470, seed: 11 },
  );
  const huge = [
    ...signs,
    "(a ",
    '"a" ',
    "a OR ",
    "-(",
    "a*",
    "title:a ",
    "粮",
    "a",
    "a.",
    "NEAR(",
  ].map((unit) => unit.repeat(Math.ceil(100_000 / unit.length)));
  const deep = ["(a OR (b ", "-(a OR -(b ", '("a" (b '].flatMap((unit) =>
    [5, 16, 40, 500, 20_000].map((times) => unit.repeat(times)),
  );
  const wide = [
    Array.from({ length: 100 }, (_, n) => `w${n}`).join(" "),
    Array.from({ length: 100 }, (_, n) => `w${n}`).join(" OR "),
    Array.from({ length: 100 }, (_, n) => `"w${n} x"~5`).join(" OR -"),
    Array.from({ length: 100 }, (_, n) => `-w${n}`).join(" "),
    `"${"grain war ".repeat(10_000)}"`,
    `"${"grain war ".repeat(10_000)}"~100`,
    `title:"${"grain ".repeat(10_000)}"`,
    `grain ${"-".repeat(99_999)}`,
  ];
  const hostile = [...random.map((parts) => parts.join("")), ...huge, ...deep, ...wide, "", " "];

  test(`get an answer each (${hostile.length} of them)`, async () => {
    expect(hostile.length).toBeGreaterThanOrEqual(500);
    for (const q of hostile) {
      const answer = await archive.ask(question(q)).catch((error: Error) => error.message);
      expect(answer, JSON.stringify(q.slice(0, 200))).toHaveProperty("total");
    }
  });
});
