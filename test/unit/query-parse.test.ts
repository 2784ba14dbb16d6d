import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatQuery } from "../../src/search/query/describe.ts";
import type { FieldResolver } from "../../src/search/query/fields.ts";
import { parseQuery } from "../../src/search/query/parse.ts";
import type { FacetField, QueryNode } from "../../src/search/query/syntax.ts";

const word = (text: string, prefix = false): QueryNode => ({
  type: "word",
  folded: text.toLowerCase(),
  text,
  prefix,
});
const phrase = (text: string, ...folded: string[]): QueryNode => ({
  type: "phrase",
  folded: folded.length > 0 ? folded : text.split(" "),
  text,
});
const unquoted = (text: string, ...folded: string[]): QueryNode => ({
  type: "phrase",
  folded,
  text,
  unquoted: true,
});
const and = (...children: QueryNode[]): QueryNode => ({ type: "and", children });
const or = (...children: QueryNode[]): QueryNode => ({ type: "or", children });
const not = (child: QueryNode): QueryNode => ({ type: "not", child });
const field = (name: FacetField, value: string) =>
  ({ type: "field", field: name, value }) as QueryNode;
const date = (text: string, from: number | null, to: number | null): QueryNode => ({
  type: "date",
  from,
  to,
  text,
});

const treeOf = (text: string) => parseQuery(text).tree;
const codesOf = (text: string) => parseQuery(text).notices.map((notice) => notice.code);

describe("what is typed means", () => {
  test.each<[string, QueryNode | null]>([
    ["", null],
    ["grain", word("grain")],
    ["grain export", and(word("grain"), word("export"))],
    ["Naïve", { type: "word", folded: "naive", text: "Naïve", prefix: false }],
    ['"grain export"', phrase("grain export")],
    ['"Grain, export!"', phrase("Grain, export", "grain", "export")],
    ["„Grain Export“", phrase("Grain Export", "grain", "export")],
    ["-war", not(word("war"))],
    ["peace -war", and(word("peace"), not(word("war")))],
    ["–war", not(word("war"))],
    ['-"world war"', not(phrase("world war"))],
    ["-(world war)", not(and(word("world"), word("war")))],
    ["-(-war)", word("war")],
    ["NOT war", not(word("war"))],
    ["grain OR wheat", or(word("grain"), word("wheat"))],
    ["grain | wheat", or(word("grain"), word("wheat"))],
    ["grain|wheat", or(word("grain"), word("wheat"))],
    ["grain ＯＲ wheat", or(word("grain"), word("wheat"))],
    ["grain or wheat", and(word("grain"), word("or"), word("wheat"))],
    ["grain OR wheat export", and(or(word("grain"), word("wheat")), word("export"))],
    ["export grain OR wheat", and(word("export"), or(word("grain"), word("wheat")))],
    ["(export grain) OR wheat", or(and(word("export"), word("grain")), word("wheat"))],
    ["a OR (b OR c)", or(word("a"), word("b"), word("c"))],
    ["(a (b (c)))", and(word("a"), word("b"), word("c"))],
    ["（a） b", and(word("a"), word("b"))],
    ["a OR -b", or(word("a"), not(word("b")))],
    ["export*", word("export", true)],
    ["anti-missile", unquoted("anti-missile", "anti", "missile")],
    ["U.S.", unquoted("U.S", "u", "s")],
    ["don't", { type: "word", folded: "dont", text: "don't", prefix: false }],
    ["1,500,000", { type: "word", folded: "1500000", text: "1,500,000", prefix: false }],
    [
      '"grain export"~10',
      { type: "near", folded: ["grain", "export"], distance: 10, text: "grain export" },
    ],
    ['"war war"~3', phrase("war")],
    ['who said "grain export"?', and(word("who"), word("said"), phrase("grain export"))],
    ['(export "grain".) OR wheat', or(and(word("export"), phrase("grain")), word("wheat"))],
    ['speaker:"Abraham Lincoln"?', field("speaker", "Abraham Lincoln")],
    ['"grain".5', and(phrase("grain"), word("5"))],
    ["title:grain", { type: "title", folded: ["grain"], text: "grain" }],
    ['title:"Grain Deal"', { type: "title", folded: ["grain", "deal"], text: "Grain Deal" }],
    ["topic:energy", field("topic", "energy")],
    ["topic: energy", field("topic", "energy")],
    ['speaker:"Abraham Lincoln"', field("speaker", "Abraham Lincoln")],
    ["Country：DE,", field("country", "DE")],
    ["-country:DE", not(field("country", "DE"))],
    ["organisation:un", field("organisation", "un")],
    ["Organization: un", field("organisation", "un")],
    ["-org:nato", not(field("organisation", "nato"))],
    ["year:2022", date("2022", 20220101, 20221231)],
    ["year:1990..1999", date("1990..1999", 19900101, 19991231)],
    ["year:1990-1999", date("1990..1999", 19900101, 19991231)],
    ["year:1990–1999", date("1990..1999", 19900101, 19991231)],
    ["date:2022-03..2022-06", date("2022-03..2022-06", 20220301, 20220630)],
    ["date:..1900", date("..1900", null, 19001231)],
    ["date:1990..", date("1990..", 19900101, null)],
    ["date:2022-03-24", date("2022-03-24", 20220324, 20220324)],
    ["from:2022-03", date("2022-03..", 20220301, null)],
    ["to:2022-02", date("..2022-02", null, 20220228)],
    ["date:2022..1990", date("1990..2022", 19900101, 20221231)],
    ["https://example.org", phrase("https://example.org", "https", "example", "org")],
    ["粮食", unquoted("粮食", "粮", "食")],
  ])("%s", (text, tree) => {
    expect(treeOf(text)).toEqual(tree);
  });
});

describe("what cannot be meant is mended, and the reader is told", () => {
  test.each<[string, string[], QueryNode | null]>([
    ['"grain export', ["unclosed-quote"], phrase("grain export")],
    ["(grain wheat", ["unclosed-group"], and(word("grain"), word("wheat"))],
    ["grain) wheat", ["stray-bracket"], and(word("grain"), word("wheat"))],
    ["() grain", ["empty-group"], word("grain")],
    ["OR grain", ["dangling-or"], word("grain")],
    ["grain OR", ["dangling-or"], word("grain")],
    ["grain OR OR wheat", ["dangling-or"], or(word("grain"), word("wheat"))],
    ["grain AND wheat", ["needless-and"], and(word("grain"), word("wheat"))],
    ["grain NOT", ["dangling-not"], word("grain")],
    ["grain - wheat", ["no-words"], and(word("grain"), word("wheat"))],
    ["-… grain", ["no-words"], word("grain")],
    ["-() grain", ["empty-group"], word("grain")],
    ["gr*n", ["star-inside"], word("gr", true)],
    ["*", ["star-alone"], null],
    ["g*", ["short-prefix"], word("g")],
    ['"grain exp*"', ["star-in-phrase"], phrase("grain exp")],
    ['"a b"~', ["near-distance"], { type: "near", folded: ["a", "b"], distance: 10, text: "a b" }],
    [
      '"a b"~9999',
      ["near-distance"],
      { type: "near", folded: ["a", "b"], distance: 100, text: "a b" },
    ],
    ["author:lincoln", ["unknown-field"], phrase("author:lincoln", "author", "lincoln")],
    ["topic:", ["empty-field"], null],
    ["date:yesterday grain", ["bad-date"], word("grain")],
    ["date:2022-02-30", ["bad-date"], null],
    ["date:2022..1990", ["reversed-range"], date("1990..2022", 19900101, 20221231)],
    ["... !!! 🎉", ["no-words", "no-words", "no-words"], null],
  ])("%s", (text, codes, tree) => {
    expect([codesOf(text), treeOf(text)]).toEqual([codes, tree]);
  });

  test("past 32 terms, and says how many were left out", () => {
    const { tree, notices } = parseQuery(Array.from({ length: 40 }, (_, i) => `w${i}`).join(" "));
    expect(tree?.type === "and" && tree.children.length).toBe(32);
    expect(notices.map((n) => n.message)).toEqual([
      "A query holds at most 32 terms; 8 more were left out.",
    ]);
  });
});

describe("field values", () => {
  const resolve: FieldResolver = (name, typed) => {
    if (name === "country" && ["de", "germany"].includes(typed.toLowerCase())) return ["DE"];
    if (typed.toLowerCase() === "roosevelt") return ["theodore-roosevelt", "franklin-roosevelt"];
    return typed.endsWith("-roosevelt") ? [typed] : [];
  };

  test("are resolved by name or code", () => {
    expect(parseQuery("country:Germany", { resolve }).tree).toEqual(field("country", "DE"));
    expect(parseQuery("country:de", { resolve }).tree).toEqual(field("country", "DE"));
  });

  test("that fit several are any of them", () => {
    expect(parseQuery("-speaker:Roosevelt", { resolve }).tree).toEqual(
      not(or(field("speaker", "theodore-roosevelt"), field("speaker", "franklin-roosevelt"))),
    );
  });

  test("unknown to the archive stay as typed, match nothing, and are named", () => {
    const { tree, notices } = parseQuery("country:Narnia", { resolve });
    expect(tree).toEqual(field("country", "Narnia"));
    expect(notices.map((n) => n.message)).toEqual([
      "The archive knows no country “Narnia”, so nothing can match it.",
    ]);
  });
});

/** Strings in which the signs of the syntax are frequent. */
const queryText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.constantFrom(
        ..."()\"-*~|:'. ",
        " OR ",
        "OR",
        " AND ",
        "NOT ",
        ' "',
        '" ',
        " -",
        "~5",
        "topic:",
        "title:",
        "speaker:roosevelt",
        "date:",
        "from:",
        "2022-03..",
        "1990",
        "grain",
        "Ĝrain's",
        "“",
        "»",
        "（",
        "粮食",
        "\u0000",
        "\ud800",
        "ﷺ",
        "½",
        "⒈",
      ),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(""));

const resolvers: (FieldResolver | undefined)[] = [
  undefined,
  (_field, typed) =>
    typed === "roosevelt" ? ["t-roosevelt", "f-roosevelt"] : typed.includes("-") ? [typed] : [],
];

describe("any string", () => {
  test("parses, and its canonical text parses to the same tree", () => {
    fc.assert(
      fc.property(queryText, fc.constantFrom(...resolvers), (text, resolve) => {
        const { tree } = parseQuery(text, { resolve });
        const canonical = formatQuery(tree);
        expect(parseQuery(canonical, { resolve }).tree).toEqual(tree);
        expect(formatQuery(parseQuery(canonical, { resolve }).tree)).toBe(canonical);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    "(",
    ")",
    '"',
    "-",
    "*",
    "(-",
    "a ",
    "a OR ",
    '"a"~',
    "topic:",
    "((a",
    "。",
    "  ",
    ",.",
    "date:..",
    "😀",
  ])("of 100 kB of %j is read and can be written again", (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    const { tree } = parseQuery(text);
    expect(parseQuery(formatQuery(tree)).tree).toEqual(tree);
  });
});
