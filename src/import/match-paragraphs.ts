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
  const left = placesByText(oldTexts);
  newTexts.forEach((text, newIndex) => {
    if (matches[newIndex] !== null) return;
    const moved = left.get(text)?.find((oldIndex) => !used.has(oldIndex));
    if (moved === undefined) return;
    matches[newIndex] = moved;
    used.add(moved);
  });
  return matches;
}

type Link = { newIndex: number; oldIndex: number; before: Link | null };

/** Pairs `[newIndex, oldIndex]` of a longest common subsequence. */
function longestCommonRun(
  oldTexts: readonly string[],
  newTexts: readonly string[],
): [number, number][] {
  const places = placesByText(oldTexts);
  // ends[k]: of all common runs of k + 1 texts so far, the end of the one that ends earliest.
  const ends: Link[] = [];
  newTexts.forEach((text, newIndex) => {
    // From the last place to the first, so that one new text never extends itself.
    for (const oldIndex of (places.get(text) ?? []).toReversed()) {
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

function placesByText(texts: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  texts.forEach((text, index) => {
    const list = places.get(text);
    if (list) list.push(index);
    else places.set(text, [index]);
  });
  return places;
}
