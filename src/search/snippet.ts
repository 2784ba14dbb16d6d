/** What a list of results shows of a very long paragraph: the parts around its marks. */
import type { Range } from "../domain/range.ts";
import { sentences } from "../text/sentences.ts";

export const SNIPPET = {
  /** Up to this many characters a paragraph is shown whole: some 200 words, which readers skim at a glance. */
  whole: 1200,
  /** Characters of one part; the sentences at its ends may add to it. */
  part: 360,
  /** Parts of one paragraph. */
  parts: 2,
  /** A part is moved to the bounds of its sentences where that adds at most this many characters at an end. */
  reach: 160,
} as const;

/**
 * Chooses what to show of a paragraph.
 * @param marks in order, as `findMarks` gives them
 * @param lang BCP 47 of the text
 * @returns ranges in order that never overlap, at sentence or word bounds; the whole text when it is short
 */
export function snippetRanges(text: string, marks: readonly Range[], lang: string): Range[] {
  if (text.length <= SNIPPET.whole) return [{ start: 0, end: text.length }];
  const bounds = sentences(text, lang);
  const parts: Range[] = [];
  let rest = [...marks];
  do {
    const part = widen(richestWindow(rest, text.length), text, bounds);
    parts.push(part);
    rest = rest.filter((mark) => mark.end <= part.start || mark.start >= part.end);
  } while (parts.length < SNIPPET.parts && rest.length > 0);
  return joinTouching(parts.sort((a, b) => a.start - b.start));
}

/** The window with the most marks, the first of these, with its marks in the middle. */
function richestWindow(marks: readonly Range[], length: number): Range {
  let best: Range & { count: number } = { count: 0, start: 0, end: SNIPPET.part };
  for (let first = 0, last = 0; first < marks.length; first++) {
    const start = (marks[first] as Range).start;
    last = Math.max(last, first);
    while (last + 1 < marks.length && (marks[last + 1] as Range).end - start <= SNIPPET.part)
      last++;
    const count = last - first + 1;
    if (count > best.count) best = { count, start, end: (marks[last] as Range).end };
  }
  const spare = Math.max(0, SNIPPET.part - (best.end - best.start));
  const start = Math.max(0, Math.min(best.start - Math.floor(spare / 2), length - SNIPPET.part));
  return { start, end: Math.min(length, Math.max(best.end, start + SNIPPET.part)) };
}

/** Moves the ends outward to the bounds of sentences, or, where these are far, of words. */
function widen({ start, end }: Range, text: string, bounds: readonly Range[]): Range {
  const first = bounds.findLast((sentence) => sentence.start <= start)?.start ?? 0;
  const last = bounds.find((sentence) => sentence.end >= end)?.end ?? text.length;
  return {
    start: start - first <= SNIPPET.reach ? first : wordBound(text, start, -1),
    end: last - end <= SNIPPET.reach ? last : wordBound(text, end, 1),
  };
}

/** The nearest white space in one direction; a script without any is cut within reach. */
function wordBound(text: string, from: number, step: 1 | -1): number {
  for (let at = from, steps = 0; steps <= SNIPPET.reach; at += step, steps++) {
    if (at <= 0 || at >= text.length) return Math.max(0, Math.min(at, text.length));
    if (/\s/.test(text[at] as string)) return step === 1 ? at : at + 1;
  }
  return isLowSurrogate(text, from) ? from - 1 : from;
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

function joinTouching(parts: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last && part.start <= last.end + 1) last.end = Math.max(last.end, part.end);
    else joined.push({ ...part });
  }
  return joined;
}
