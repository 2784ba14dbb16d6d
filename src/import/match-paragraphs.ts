/**
 * Which new paragraph is which old one. Two are the same when their words are, white space aside.
 * First the longest common run in reading order (Hunt and Szymanski, "A fast algorithm for
 * computing longest common subsequences", 1977), so that of several equal paragraphs the right ones
 * pair up; then those that only moved.
 */

/**
 * @param oldTexts normalised texts of the present paragraphs, in reading order
 * @param newTexts normalised texts of the coming ones
 * @returns for each new paragraph the index of the old one it is, or null; no index twice
 */
export function matchParagraphs(
  oldTexts: readonly string[],
  newTexts: readonly string[],
): (number | null)[] {
  const matches: (number | null)[] = newTexts.map(() => null);
  for (const [newIndex, oldIndex] of longestCommonRun(oldTexts, newTexts)) {
    matches[newIndex] = oldIndex;
  }
  const used = new Set(matches);
  const left = placesByText(oldTexts, (oldIndex) => !used.has(oldIndex));
  for (const places of left.values()) places.reverse();
  newTexts.forEach((text, newIndex) => {
    matches[newIndex] ??= left.get(text)?.pop() ?? null;
  });
  return matches;
}

/**
 * Pairs of equal texts that are weighed against each other, at most. An address of a thousand
 * paragraphs that are all the same has as many.
 */
const MOST_PAIRS = 1_000_000;

type Link = { newIndex: number; oldIndex: number; before: Link | null };

/**
 * Pairs `[newIndex, oldIndex]` of a longest common subsequence; where there are more pairs to weigh
 * than `MOST_PAIRS`, the nth of equal texts is paired with the nth only, and it may not be the longest.
 */
function longestCommonRun(
  oldTexts: readonly string[],
  newTexts: readonly string[],
): [number, number][] {
  const candidates = candidatesOf(oldTexts, newTexts);
  // ends[k]: of all common runs of k + 1 texts so far, the end of the one that ends earliest.
  const ends: Link[] = [];
  candidates.forEach((oldIndexes, newIndex) => {
    // From the last place to the first, so that one new text never extends itself.
    for (const oldIndex of oldIndexes.toReversed()) {
      const k = firstAtLeast(ends, oldIndex);
      if (ends[k]?.oldIndex === oldIndex) continue;
      ends[k] = { newIndex, oldIndex, before: ends[k - 1] ?? null };
    }
  });
  const pairs: [number, number][] = [];
  for (let link = ends.at(-1) ?? null; link; link = link.before) {
    pairs.push([link.newIndex, link.oldIndex]);
  }
  return pairs.reverse();
}

/** For each new text the indexes of the old ones, ascending, that it may be. */
function candidatesOf(oldTexts: readonly string[], newTexts: readonly string[]): number[][] {
  const places = placesByText(oldTexts);
  const all = newTexts.map((text) => places.get(text) ?? []);
  if (all.reduce((sum, { length }) => sum + length, 0) <= MOST_PAIRS) return all;
  const seen = new Map<string, number>();
  return newTexts.map((text, newIndex) => {
    const nth = seen.get(text) ?? 0;
    seen.set(text, nth + 1);
    return all[newIndex]?.slice(nth, nth + 1) ?? [];
  });
}

function firstAtLeast(ends: readonly Link[], oldIndex: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as Link).oldIndex < oldIndex) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placesByText(
  texts: readonly string[],
  isWanted: (index: number) => boolean = () => true,
): Map<string, number[]> {
  const places = new Map<string, number[]>();
  texts.forEach((text, index) => {
    if (!isWanted(index)) return;
    const list = places.get(text);
    if (list) list.push(index);
    else places.set(text, [index]);
  });
  return places;
}
