/**
 * Copies paragraph breaks from another copy of the same address. The copies are aligned word by
 * word: runs of words that occur once in each are anchors (patience diff), kept where their order
 * agrees, and grown to both sides while the words are equal.
 */
import { type Token, tokenize } from "../tokens.ts";

/** Words of an anchor: long enough to be unique, short enough to survive small edits. */
const ANCHOR_WORDS = 4;
/** Copies that share less than this part of the longer one's words are not the same address. */
export const LEAST_SHARED = 0.6;
/** Another copy's break is taken over only behind one of these. */
const SAFE_MARK = /[.!?…:;]["'”’»)\]]*$/u;
/** Where the words at a break differ, the nearest equal ones tell its place. */
const WORDS_AWAY = 3;
const BLANK_LINE = /\n[^\S\n]*\n/u;

/**
 * Finds where the paragraphs of one copy begin in another that has none.
 * @param wall the copy without breaks
 * @param paragraphed the copy with paragraphs, parted by blank lines, lines ending in LF
 * @returns offsets (UTF-16) in `wall` at which a paragraph begins, ascending, without the first;
 *   always after the end of a sentence or clause. Null when the copies differ too much.
 */
export function alignBreaks(wall: string, paragraphed: string): number[] | null {
  const target = tokenize(wall);
  const paragraphs = paragraphed.split(BLANK_LINE).map(tokenize);
  const source = paragraphs.flat();
  const places = alignWords(source, target);
  if (shareOf(places, target) < LEAST_SHARED) return null;
  const breaks = new Set<number>();
  let first = 0;
  for (const words of paragraphs) {
    const at = first > 0 && words.length > 0 ? breakOffset(wall, target, places, first) : null;
    if (at !== null) breaks.add(at);
    first += words.length;
  }
  return [...breaks].sort((a, b) => a - b);
}

/** The part of the longer text's words that both have in the same order, 0 to 1; wherever they break. */
export function sharedWords(one: string, other: string): number {
  const target = tokenize(other);
  return shareOf(alignWords(tokenize(one), target), target);
}

function shareOf(places: Int32Array, target: readonly Token[]): number {
  const shared = places.filter((place) => place !== -1).length;
  return shared / Math.max(places.length, target.length, 1);
}

/** Where in the wall the paragraph begins whose first word is `first` in the other copy. */
function breakOffset(
  wall: string,
  target: readonly Token[],
  places: Int32Array,
  first: number,
): number | null {
  for (let away = 0; away <= WORDS_AWAY; away++) {
    for (const near of [first + away, first - away]) {
      const place = places[near] ?? -1;
      const at = place === -1 ? null : safeStart(wall, target, place + first - near);
      if (at !== null) return at;
    }
  }
  return null;
}

/** The offset of a word with the marks that open before it, if a sentence or clause ends there. */
function safeStart(wall: string, target: readonly Token[], word: number): number | null {
  const [last, next] = [target[word - 1], target[word]];
  if (!last || !next) return null;
  const between = wall.slice(last.end, next.start);
  const space = /\s+/u.exec(between);
  if (!space || !SAFE_MARK.test(between.slice(0, space.index))) return null;
  return last.end + space.index + space[0].length;
}

/** For each word of `source` its place in `target`, or -1; places ascend. */
function alignWords(source: readonly Token[], target: readonly Token[]): Int32Array {
  const places = new Int32Array(source.length).fill(-1);
  const anchors = risingAnchors(source, target);
  for (const [i, j] of anchors) {
    for (let k = 0; k < ANCHOR_WORDS; k++) places[i + k] = j + k;
  }
  growForward(places, source, target);
  growBackward(places, source, target);
  return places;
}

/** Runs of words unique in both, as pairs of places that rise in both. */
function risingAnchors(source: readonly Token[], target: readonly Token[]): [number, number][] {
  const inTarget = uniqueRuns(target);
  const pairs: [number, number][] = [];
  for (const [run, i] of uniqueRuns(source)) {
    const j = inTarget.get(run);
    if (i !== -1 && j !== undefined && j !== -1) pairs.push([i, j]);
  }
  return longestRising(pairs);
}

/** Each run of words with its place, or -1 where it occurs more than once; in order of place. */
function uniqueRuns(words: readonly Token[]): Map<string, number> {
  const runs = new Map<string, number>();
  for (let i = 0; i + ANCHOR_WORDS <= words.length; i++) {
    let run = "";
    for (let k = 0; k < ANCHOR_WORDS; k++) run += ` ${words[i + k]?.folded}`;
    runs.set(run, runs.has(run) ? -1 : i);
  }
  return runs;
}

/** The longest subsequence whose second members rise; the first members rise already. */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  const value = (at: number): number => pairs[at]?.[1] ?? -1;
  for (const [at, [, j]] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (value(tails[middle] as number) < j) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = at;
  }
  const rising: [number, number][] = [];
  for (let at = tails.at(-1) ?? -1; at !== -1; at = previous[at] ?? -1) {
    rising.push(pairs[at] as [number, number]);
  }
  return rising.reverse();
}

/** Continues each run of matched words to the right while the words are equal and free. */
function growForward(places: Int32Array, source: readonly Token[], target: readonly Token[]): void {
  let limit = target.length;
  const limits = new Int32Array(places.length);
  for (let i = places.length - 1; i >= 0; i--) {
    limits[i] = limit;
    const place = places[i] as number;
    if (place !== -1) limit = place;
  }
  for (let i = 1; i < places.length; i++) {
    const next = (places[i - 1] as number) + 1;
    if (places[i] !== -1 || next === 0 || next >= (limits[i] as number)) continue;
    if (source[i]?.folded === target[next]?.folded) places[i] = next;
  }
}

/** The same to the left. */
function growBackward(
  places: Int32Array,
  source: readonly Token[],
  target: readonly Token[],
): void {
  let limit = -1;
  const limits = new Int32Array(places.length);
  for (const [i, place] of places.entries()) {
    limits[i] = limit;
    if (place !== -1) limit = place;
  }
  for (let i = places.length - 2; i >= 0; i--) {
    const next = (places[i + 1] as number) - 1;
    if (places[i] !== -1 || (places[i + 1] as number) === -1) continue;
    if (next > (limits[i] as number) && source[i]?.folded === target[next]?.folded) {
      places[i] = next;
    }
  }
}
