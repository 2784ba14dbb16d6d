/**
 * Measures country recognition against human labels: `npm run eval:countries -- --data FILE.jsonl…`.
 * A line holds `text`, `countries[]` and, where spans are marked, `mentions[{start, end, country}]`;
 * `speaker_country`, `lang` and `date` are used where given. Beside it stands what one gets by
 * looking for CLDR's plain names alone. `--json FILE` writes the figures.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { allCountryCodes, readCountry } from "../../src/domain/country.ts";
import type { Mention } from "../../src/domain/mention.ts";
import { parsePartialDate } from "../../src/domain/partial-date.ts";
import { findCountries } from "../../src/text/countries/find-countries.ts";
import type { MentionContext } from "../../src/text/mentions/find-mentions.ts";

type GoldMention = { start: number; end: number; country: string | null };
type Line = {
  text: string;
  countries: string[];
  mentions?: GoldMention[];
  speaker_country?: string | null;
  lang?: string;
  date?: string;
};
type Finder = (text: string, context: MentionContext) => Mention[];
type Counts = { right: number; found: number; gold: number };

const NAMES = allCountryCodes()
  .filter((code) => code.length === 2)
  .map(
    (code) => [code, new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code] as const,
  );

/** Every CLDR name that stands in the text as a word of its own. */
function plainNames(text: string): Mention[] {
  return NAMES.flatMap(([country, name]) =>
    [
      ...text.matchAll(
        new RegExp(`(?<![\\p{L}])${name.replace(/[.()]/g, "\\$&")}(?![\\p{L}])`, "gu"),
      ),
    ].map(({ index }) => ({
      start: index,
      end: index + name.length,
      kind: "country" as const,
      value: country,
      rule: "name",
      confidence: 1,
    })),
  );
}

function contextOf(line: Line): MentionContext {
  return {
    lang: line.lang ?? "en",
    speakerCountry: line.speaker_country ? readCountry(line.speaker_country) : null,
    date: line.date ? parsePartialDate(line.date) : null,
  };
}

function share(counts: Counts, found: Set<string>, gold: Set<string>): void {
  counts.right += [...found].filter((item) => gold.has(item)).length;
  counts.found += found.size;
  counts.gold += gold.size;
}

/** Mentions agree when their countries do and their spans overlap. */
function shareMentions(counts: Counts, found: Mention[], gold: GoldMention[]): void {
  const marked = gold.filter(({ country }) => country !== null);
  const agrees = (a: { start: number; end: number }, b: { start: number; end: number }) =>
    a.start < b.end && b.start < a.end;
  counts.found += found.length;
  counts.gold += marked.length;
  counts.right += marked.filter((one) =>
    found.some((other) => other.value === one.country && agrees(one, other)),
  ).length;
}

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

function figures({ right, found, gold }: Counts) {
  const precision = ratio(right, found);
  const recall = ratio(right, gold);
  const f1 = ratio(2 * precision * recall, precision + recall);
  return { precision: rounded(precision), recall: rounded(recall), f1: rounded(f1) };
}

function measure(lines: Line[], finder: Finder) {
  const documents: Counts = { right: 0, found: 0, gold: 0 };
  const mentions: Counts = { right: 0, found: 0, gold: 0 };
  let exact = 0;
  for (const line of lines) {
    const found = finder(line.text, contextOf(line));
    const countries = new Set(found.map(({ value }) => value));
    const gold = new Set(line.countries);
    share(documents, countries, gold);
    if (countries.size === gold.size && [...gold].every((code) => countries.has(code))) exact++;
    if (line.mentions) shareMentions(mentions, found, line.mentions);
  }
  const spans = figures(mentions);
  return {
    ...figures(documents),
    mentionPrecision: spans.precision,
    mentionRecall: spans.recall,
    mentionF1: spans.f1,
    documents: lines.length,
    exactDocuments: exact,
  };
}

const { values } = parseArgs({
  options: {
    data: { type: "string", multiple: true },
    json: { type: "string" },
  },
  allowPositionals: false,
});
if (!values.data) {
  console.error("eval:countries: name a file of labelled texts: --data FILE.jsonl");
  process.exit(2);
}
const lines = values.data.flatMap((file) =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Line),
);
const result = { ours: measure(lines, findCountries), baseline: measure(lines, plainNames) };
console.table(result);
if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`);
