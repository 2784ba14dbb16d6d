/**
 * Words of a text with their places. Index, query parser, highlighter, gazetteer and topic
 * dictionary all see text through this one function, so a word is the same thing to all of them.
 */
import { codeAt } from "./code-at.ts";
import { APOSTROPHES, foldWord } from "./fold.ts";

/** A word: its place in UTF-16 code units, and its folded form. */
export type Token = { start: number; end: number; folded: string };

/** Scripts written without spaces: each character is a word, and a run of them a phrase. */
const UNSPACED =
  "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}";
/** What a word is, in every script; matched where one may begin. */
export const WORD = new RegExp(
  `[${UNSPACED}]\\p{M}*` +
    `|\\d+(?:[.,]\\d+)*(?![\\p{L}\\p{N}\\p{M}])` +
    `|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+(?:[${APOSTROPHES}](?:(?![${UNSPACED}])[\\p{L}\\p{M}])+)*`,
  "uy",
);
/** 1,500,000 is one number however its thousands are parted; 3.5 keeps its point. */
const THOUSANDS = /,(?=\d{3}(?!\d))/g;

/**
 * Most words need no regular expression: letters of English or Cyrillic that fold by lower case alone,
 * with something after them that surely is no part of the word.
 */
const PLAIN_LETTER = /(?=\p{L})[A-Za-z\u0400-\u04ff]/u;
const WORD_CHARACTER = new RegExp(`[\\p{L}\\p{N}\\p{M}${APOSTROPHES}${UNSPACED}]`, "u");
const PARTING = 0;
const PLAIN = 1;
const OTHER = 2;
/** By UTF-16 code unit. What lies beyond the punctuation marks that all scripts share is OTHER. */
const CLASSES = new Uint8Array(0x10000).fill(OTHER);
for (let code = 0; code < 0x2070; code++) CLASSES[code] = classOf(String.fromCharCode(code));

function classOf(char: string): number {
  if (!WORD_CHARACTER.test(char)) return PARTING;
  return PLAIN_LETTER.test(char) && foldWord(char) === char.toLowerCase() ? PLAIN : OTHER;
}

/**
 * Splits text into words.
 * @param text any text
 * @returns words in order of place, ranges in UTF-16 code units, never overlapping, `folded` never empty
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const { length } = text;
  for (let at = 0; at < length; ) {
    const kind = CLASSES[codeAt(text, at)];
    if (kind === PARTING) {
      at += 1;
      continue;
    }
    const end = kind === PLAIN ? plainEnd(text, at, length) : at;
    if (end > at) {
      tokens.push({ start: at, end, folded: text.slice(at, end).toLowerCase() });
      at = end;
    } else at = readWord(text, at, tokens);
  }
  return tokens;
}

/** Place after the plain word that begins at `start`; `start` where it is not plain throughout. */
function plainEnd(text: string, start: number, length: number): number {
  let end = start + 1;
  while (end < length && CLASSES[codeAt(text, end)] === PLAIN) end += 1;
  return end === length || CLASSES[codeAt(text, end)] === PARTING ? end : start;
}

/** Adds the word that begins at `start`, if one does. @returns the place after it */
function readWord(text: string, start: number, tokens: Token[]): number {
  WORD.lastIndex = start;
  if (!WORD.test(text)) return start + 1;
  const end = WORD.lastIndex;
  const word = text.slice(start, end);
  const first = word.charCodeAt(0);
  const folded = first >= 48 && first <= 57 ? foldNumber(word) : foldWord(word);
  if (folded !== "") tokens.push({ start, end, folded });
  return end;
}

function foldNumber(word: string): string {
  const plain = word.replace(THOUSANDS, "");
  return plain.includes(",") ? plain.replaceAll(",", ".") : foldWord(plain);
}
