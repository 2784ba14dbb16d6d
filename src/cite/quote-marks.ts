/**
 * Quotation marks by language, two levels each, as Unicode CLDR's delimiters give them. A quote
 * put inside another quote has its own marks moved to the other level.
 */
import { primaryLanguage } from "../text/language.ts";

/** Outer opening, outer closing, inner opening, inner closing. */
type QuoteMarks = readonly [string, string, string, string];

const ENGLISH: QuoteMarks = ["“", "”", "‘", "’"];
const MARKS: Record<string, QuoteMarks> = {
  ar: ["”", "“", "’", "‘"],
  be: ["«", "»", "„", "“"],
  bg: ["„", "“", "‚", "‘"],
  cs: ["„", "“", "‚", "‘"],
  da: ["“", "”", "‘", "’"],
  de: ["„", "“", "‚", "‘"],
  el: ["«", "»", "“", "”"],
  es: ["«", "»", "“", "”"],
  et: ["„", "“", "«", "»"],
  fa: ["«", "»", "‹", "›"],
  fi: ["”", "”", "’", "’"],
  fr: ["«\u202f", "\u202f»", "“", "”"],
  he: ["”", "”", "’", "’"],
  hr: ["„", "”", "‚", "’"],
  hu: ["„", "”", "»", "«"],
  it: ["«", "»", "“", "”"],
  ja: ["「", "」", "『", "』"],
  ka: ["„", "“", "«", "»"],
  lt: ["„", "“", "‚", "‘"],
  mk: ["„", "“", "‚", "‘"],
  nb: ["«", "»", "‘", "’"],
  no: ["«", "»", "‘", "’"],
  pl: ["„", "”", "«", "»"],
  ro: ["„", "”", "«", "»"],
  ru: ["«", "»", "„", "“"],
  sk: ["„", "“", "‚", "‘"],
  sl: ["„", "“", "‚", "‘"],
  sr: ["„", "”", "’", "’"],
  sv: ["”", "”", "’", "’"],
  uk: ["«", "»", "“", "”"],
};

/** Puts a text in quotation marks of its language; quotation marks inside it go to the inner level. */
export function quoted(text: string, lang: string): string {
  const [open, close] = marksOf(lang);
  return open + nestQuotes(text, lang) + close;
}

/**
 * Moves the quotation marks of a text one level in, for use inside quotation marks: outer marks
 * (and straight ones) become inner, and inner ones within them become outer. Apostrophes stay.
 */
export function nestQuotes(text: string, lang: string): string {
  const marks = marksOf(lang).map((mark) => mark.trim()) as unknown as QuoteMarks;
  const open: ("outer" | "inner")[] = [];
  let nested = "";
  for (let i = 0; i < text.length; i++) {
    const role = roleOf(text, i, marks, open);
    if (role === null) nested += text[i];
    else {
      nested += marks[role];
      if (role === 0) open.push("inner");
      else if (role === 2) open.push("outer");
      else open.pop();
    }
  }
  return nested;
}

/** The index of the mark that is to stand at `i`, or null where the character stays as it is. */
function roleOf(text: string, i: number, marks: QuoteMarks, open: string[]): 0 | 1 | 2 | 3 | null {
  const character = text[i] ?? "";
  const [outerOpen, outerClose, innerOpen, innerClose] = marks;
  const innermost = open.at(-1);
  if (character === '"' || (character === outerOpen && outerOpen === outerClose)) {
    return innermost === "outer" ? 3 : opensAt(text, i) ? 2 : 3;
  }
  if (character === outerOpen) return 2;
  if (character === outerClose) return 3;
  if (innermost === "outer" && character === innerOpen && opensAt(text, i)) return 0;
  if (innermost === "inner" && character === innerClose && !isLetterAt(text, i + 1)) return 1;
  return null;
}

function opensAt(text: string, i: number): boolean {
  return i === 0 || /[\s\p{Ps}\p{Pi}\p{Pd}]/u.test(text[i - 1] ?? "");
}

function isLetterAt(text: string, i: number): boolean {
  return /\p{L}/u.test(text[i] ?? "");
}

function marksOf(lang: string): QuoteMarks {
  return MARKS[primaryLanguage(lang)] ?? ENGLISH;
}
