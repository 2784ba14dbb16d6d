/**
 * Sentences of a text. A scanner of ours over full stops and their like, because
 * `Intl.Segmenter` breaks at "Mr.", "U.S." and initials and is several times slower.
 */
import type { Range } from "../domain/range.ts";
import { abbreviationsOf } from "./abbreviations.ts";

/** A run of end marks with the quotes and brackets that close after it, or a blank line. */
const END = /(?<mark>[.!?…‽؟۔।॥]+|[。！？｡]+)(?:["'”’»›“)\]}*]|\u00a0(?=»))*|\n[^\S\n]*\n/gu;
const WIDE_MARK = /[。！？｡]/u;
/** What may stand between the end of a sentence and the first word of the next one. */
const OPENING = /["'“”„‘’«»‹›([{¿¡*_–—-]/u;
const WORD = /[\p{L}\p{M}\p{N}'’]+/uy;
const NOT_SPACE = /\S/gu;
/** Longer stretches before a full stop are no abbreviation. */
const LONGEST_ABBREVIATION = 14;

type Abbreviations = ReturnType<typeof abbreviationsOf>;

/**
 * Finds the sentences of a text.
 * @param text any text; a blank line always ends a sentence, a single line end never does by itself
 * @param lang BCP 47; decides which abbreviations are known
 * @returns ranges in order, without outer white space, together covering everything but white space
 */
export function sentences(text: string, lang: string): Range[] {
  const abbreviations = abbreviationsOf(lang);
  const ranges: Range[] = [];
  let start = nextNonSpace(text, 0);
  for (const match of text.matchAll(END)) {
    if (match.index < start) continue;
    const mark = match.groups?.mark;
    const end = mark === undefined ? trimmedEnd(text, match.index) : match.index + match[0].length;
    if (mark !== undefined && !endsSentence(text, start, match.index, mark, end, abbreviations)) {
      continue;
    }
    ranges.push({ start, end });
    start = nextNonSpace(text, end);
  }
  const end = trimmedEnd(text, text.length);
  if (start < end) ranges.push({ start, end });
  return ranges;
}

/** Whether the mark at `at`, closed at `end`, ends the sentence that began at `start`. */
function endsSentence(
  text: string,
  start: number,
  at: number,
  mark: string,
  end: number,
  abbreviations: Abbreviations,
): boolean {
  if (end >= text.length || WIDE_MARK.test(mark)) return true;
  const next = nextNonSpace(text, end);
  if (next === end) return false;
  if (next >= text.length) return true;
  const word = wordAfter(text, next);
  if (/^\p{Ll}/u.test(word)) return false;
  if (mark !== "." || at === start) return at !== start;
  return !isAbbreviated(text, start, at, word, abbreviations);
}

/** Whether the full stop at `at` belongs to an abbreviation, an initial or the number of an item. */
function isAbbreviated(
  text: string,
  start: number,
  at: number,
  next: string,
  [own, english]: Abbreviations,
): boolean {
  const from = Math.max(start, at - LONGEST_ABBREVIATION);
  const before = /[^\s*_"'“”„‘’«»([{–—]*$/u.exec(text.slice(from, at))?.[0] ?? "";
  if (before === "") return false;
  const lower = before.toLowerCase();
  const followedByFigure = /^\p{N}/u.test(next);
  const starter = own.starters.has(next.toLowerCase()) || english.starters.has(next.toLowerCase());
  if (at - before.length === start && /^(?:\d{1,3}|[ivxlc]{1,6}|\p{L})\\?$/iu.test(before)) {
    return before !== "I" || !starter;
  }
  const title = lower.slice(lower.lastIndexOf("-") + 1);
  if (own.joining.has(title) || english.joining.has(title)) return true;
  if (followedByFigure && (own.numbering.has(lower) || english.numbering.has(lower))) return true;
  if (/^(?:\p{Lu}\.?-?)+$/u.test(before) && (before.length === 1 || before.includes("."))) {
    return !starter;
  }
  return (own.open.has(lower) || english.open.has(lower)) && !starter;
}

/** The first word at or after `from`, past quotes, brackets and dashes. */
function wordAfter(text: string, from: number): string {
  let at = from;
  while (at < text.length && (OPENING.test(text.charAt(at)) || text.charAt(at) === " ")) at++;
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? "";
}

function nextNonSpace(text: string, from: number): number {
  NOT_SPACE.lastIndex = from;
  return NOT_SPACE.exec(text)?.index ?? text.length;
}

function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && text.charAt(at - 1).trim() === "") at--;
  return at;
}
