import { describe, expect, test } from "vitest";
import { describeQuery, formatQuery } from "../../src/search/query/describe.ts";
import { parseQuery } from "../../src/search/query/parse.ts";
import { withoutPart } from "../../src/search/query/without-part.ts";

const LABELS: Record<string, string> = { DE: "Germany", energy: "Energy", uk: "Ukrainian" };

/** The sentence, with terms set off by asterisks. */
function sentence(text: string): string {
  const parts = describeQuery(parseQuery(text).tree, (_field, value) => LABELS[value] ?? value);
  return parts.map((p) => (p.kind === "term" ? `*${p.text}*` : p.text)).join("");
}

describe("a query is said back in words", () => {
  test.each([
    ["", ""],
    ["grain", "Paragraphs with *grain*"],
    ["grain wheat", "Paragraphs with *grain* and *wheat*"],
    ["grain OR wheat", "Paragraphs with *grain* or *wheat*"],
    ["grain OR wheat export", "Paragraphs with (*grain* or *wheat*) and *export*"],
    ['"grain export"', "Paragraphs with *“grain export”*"],
    ["exp*", "Paragraphs with words beginning with *exp*"],
    ['"grain deal"~5', "Paragraphs with *grain deal* within 5 words of each other"],
    ["grain -war", "Paragraphs with *grain*, without *war*"],
    ["-war -peace", "Paragraphs without *war* and without *peace*"],
    ["-(war peace)", "Paragraphs without (*war* and *peace*)"],
    ["grain topic:energy", "Paragraphs with *grain*, on the topic *Energy*"],
    ["topic:energy country:DE", "Paragraphs on the topic *Energy*, speaking of *Germany*"],
    ["-country:DE", "Paragraphs not speaking of *Germany*"],
    ["grain org:nato", "Paragraphs with *grain*, speaking of *nato*"],
    ["lang:uk", "Paragraphs in *Ukrainian*"],
    ["title:grain", "Paragraphs under a title with *grain*"],
    ["year:2022", "Paragraphs of *2022*"],
    ["grain date:2022-03..2022-06", "Paragraphs with *grain*, from *2022-03* up to *2022-06*"],
    ["to:1900", "Paragraphs up to *1900*"],
    ["from:1900", "Paragraphs from *1900*"],
    ["grain OR country:DE", "Paragraphs (*grain* or speaking of *Germany*)"],
  ])("%s", (text, said) => {
    expect(sentence(text)).toBe(said);
  });
});

describe("a query without one of its parts", () => {
  test.each([
    ["grain wheat -war", "wheat", "grain -war"],
    ["grain OR wheat", "wheat", "grain"],
    ["grain -war", "grain", null],
    ['"grain export"', "grain export", null],
    ["grain", "wheat", null],
  ])("%s, without %s", (text, part, rest) => {
    const left = withoutPart(parseQuery(text).tree, part);
    expect(left && formatQuery(left)).toBe(rest);
  });
});
