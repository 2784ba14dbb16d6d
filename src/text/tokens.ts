/**
 * Words of a text with their places. Index, query parser, highlighter, gazetteer and topic
 * dictionary all see text through this one function, so a word is the same thing to all of them.
 */
import { APOSTROPHES, foldWord } from "./fold.ts";

/** A word: its place in UTF-16 code units, and its folded form. */
export type Token = { start: number; end: number; folded: string };

/** Scripts written without spaces: each character is a word, and a run of them a phrase. */
const UNSPACED =
  "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}";
/** Most words: tried first because it reads them several times faster than what holds for all scripts. */
const PLAIN = `[A-Za-z]+(?![\\p{L}\\p{N}\\p{M}${APOSTROPHES}])`;
const WORD = new RegExp(
  `${PLAIN}|[${UNSPACED}]\\p{M}*` +
    `|\\d+(?:[.,]\\d+)*(?![\\p{L}\\p{N}\\p{M}])` +
    `|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+(?:[${APOSTROPHES}](?:(?![${UNSPACED}])[\\p{L}\\p{M}])+)*`,
  "gu",
);
/** 1,500,000 is one number however its thousands are parted; 3.5 keeps its point. */
const THOUSANDS = /,(?=\d{3}(?!\d))/g;

/**
 * Splits text into words.
 * @param text any text
 * @returns words in order of place, ranges in UTF-16 code units, never overlapping, `folded` never empty
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  // Not matchAll: an object for each word was a quarter of what a page of results allocates. What
  // begins a word never stands between words, so a word is found from the end of the last one.
  for (const word of text.match(WORD) ?? []) {
    const start = text.indexOf(word, end);
    end = start + word.length;
    const first = word.charCodeAt(0);
    const folded = first >= 48 && first <= 57 ? foldNumber(word) : foldWord(word);
    if (folded !== "") tokens.push({ start, end, folded });
  }
  return tokens;
}

function foldNumber(word: string): string {
  const plain = word.replace(THOUSANDS, "");
  return plain.includes(",") ? plain.replaceAll(",", ".") : foldWord(plain);
}
