/**
 * Words as the gazetteer needs them: parted at hyphens and apostrophes (so that "Ukraine's" and
 * "Sino-Soviet" hold "Ukraine" and "Soviet"), with their capitals, dotted capitals taken together
 * ("U.S."). The index splits otherwise (`tokenize`); this walk reads no word it need not.
 */
import { codeAt } from "../code-at.ts";
import { foldWord } from "../fold.ts";

/** A word in its place, UTF-16 code units. */
export type Word = { start: number; end: number; folded: string; capital: boolean; caps: boolean };

const OTHER = 0;
const SMALL = 1;
const CAPITAL = 2;
/** Asked of a regular expression when it is first met. */
const UNKNOWN = 3;
/** By UTF-16 code unit. */
const CLASSES = new Uint8Array(0x10000).fill(UNKNOWN);

function classify(code: number): number {
  const char = String.fromCharCode(code);
  if (/\p{Lm}/u.test(char)) return OTHER;
  if (/\p{Lu}/u.test(char)) return CAPITAL;
  return /[\p{L}\p{N}\p{M}]/u.test(char) ? SMALL : OTHER;
}

function classAt(text: string, at: number): number {
  const code = codeAt(text, at);
  const known = CLASSES[code] as number;
  return known === UNKNOWN ? learnClass(code) : known;
}

function learnClass(code: number): number {
  const learned = code >= 0x2000 && code < 0x2c00 ? OTHER : classify(code);
  CLASSES[code] = learned;
  return learned;
}

/** Whether there is a capital; beyond the text there is none. */
export function isCapital(text: string, at: number): boolean {
  return at < text.length && classAt(text, at) === CAPITAL;
}

/** Place of the first word character at or after `from`; the text's length when there is none. */
export function wordStart(text: string, from: number): number {
  const { length } = text;
  let at = from;
  while (at < length && classAt(text, at) === OTHER) at++;
  return at;
}

/** Place after the word that `start` is in. */
export function wordEnd(text: string, start: number): number {
  const { length } = text;
  let at = start;
  while (at < length && classAt(text, at) !== OTHER) at++;
  return at;
}

/** The word that begins at `start`, which must be a word character's place. */
export function readWord(text: string, start: number): Word {
  const capital = isCapital(text, start);
  const end = wordEnd(text, start);
  if (capital && end === start + 1 && text[end] === ".") {
    const acronym = readAcronym(text, start);
    if (acronym) return acronym;
  }
  const written = text.slice(start, end);
  return { start, end, folded: fold(written), capital, caps: capital && isCaps(text, start, end) };
}

/** "U.S.", "U.S.S.R", "U. S."; null for a lone initial. */
function readAcronym(text: string, start: number): Word | null {
  let letters = text.charAt(start);
  let end = start + 1;
  while (text[end] === ".") {
    const spaced = text[end + 1] === " ";
    const next = end + (spaced ? 2 : 1);
    if (!isCapital(text, next) || wordEnd(text, next) !== next + 1) break;
    // "World War I. U.S. troops": what follows is an acronym of its own.
    if (spaced && text[next + 1] === "." && isCapital(text, next + 2)) break;
    if (spaced && text[next + 1] !== ".") break;
    letters += text.charAt(next);
    end = next + 1;
  }
  if (letters.length < 2) return null;
  if (text[end] === ".") end++;
  return { start, end, folded: letters.toLowerCase(), capital: true, caps: true };
}

function isCaps(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (classAt(text, at) !== CAPITAL) return false;
  return end - start > 1;
}

/** Letters that fold by lower case alone. */
const PLAIN_WORD = /^[A-Za-z0-9А-Яа-яІіЇїЄєҐґ]+$/;

/** Folds a word as the index does, plain letters by the short way. */
export function fold(word: string): string {
  return PLAIN_WORD.test(word) ? word.toLowerCase() : foldWord(word);
}

/** By UTF-16 code unit: the folded code of a letter that folds to one letter of its own script; 0 where folding is not so plain. */
const PLAIN = new Uint16Array(0x10000);
/** After the last letter of Latin, Greek and Cyrillic. */
const PLAIN_END = 0x530;
for (let code = 0; code < PLAIN_END; code++) {
  const accented = code >= 0x80 && code < 0x370;
  if (accented || classify(code) === OTHER) continue;
  const folded = foldWord(String.fromCharCode(code));
  if (folded.length === 1) PLAIN[code] = folded.charCodeAt(0);
}
const HEAD_BITS = 16;

function headHash(first: number, second: number, third: number): number {
  return (first * 961 + second * 31 + third) & ((1 << HEAD_BITS) - 1);
}

/** How words can begin: their first three letters, hashed, so that most words of a text need no look-up. */
export class WordHeads {
  readonly #seen = new Uint8Array(1 << HEAD_BITS);

  add(folded: string): void {
    this.#seen[headHash(folded.charCodeAt(0), folded.charCodeAt(1), folded.charCodeAt(2))] = 1;
  }

  /** False only when no word added begins like the one at `at`. */
  mayBegin(text: string, at: number): boolean {
    if (at + 2 >= text.length) return true;
    const first = PLAIN[codeAt(text, at)] as number;
    const second = PLAIN[codeAt(text, at + 1)] as number;
    const third = PLAIN[codeAt(text, at + 2)] as number;
    return first * second * third === 0 || this.#seen[headHash(first, second, third)] === 1;
  }
}

/** The word before `start` and what stands between; null at the beginning of the text. */
export function wordBefore(text: string, start: number): { word: Word; gap: string } | null {
  let end = start;
  while (end > 0 && classAt(text, end - 1) === OTHER) end--;
  if (end === 0) return null;
  let first = end;
  while (first > 0 && classAt(text, first - 1) !== OTHER) first--;
  const capital = isCapital(text, first);
  const caps = capital && isCaps(text, first, end);
  const folded = fold(text.slice(first, end));
  return { word: { start: first, end, folded, capital, caps }, gap: text.slice(end, start) };
}

/** The word after `end` and what stands between; null at the end of the text. */
export function wordAfter(text: string, end: number): { word: Word; gap: string } | null {
  const start = wordStart(text, end);
  if (start >= text.length) return null;
  return { word: readWord(text, start), gap: text.slice(end, start) };
}
