/**
 * How well breaks found agree with breaks given, over the units (sentences) of one text.
 * Pk: Beeferman, Berger and Lafferty 1999; WindowDiff: Pevzner and Hearst 2002. Both are error
 * rates (0 is best) over a window of half the mean length of a true paragraph.
 */

export type SegmentationScore = {
  units: number;
  hits: number;
  nearHits: number;
  found: number;
  given: number;
} & {
  /** Windows judged wrong, and all windows; divide for the rate. */
  pkErrors: number;
  windowDiffErrors: number;
  windows: number;
};

/**
 * Scores one text.
 * @param units how many units the text has
 * @param given true breaks: indices of units that begin a paragraph, without 0
 * @param found the same for the breaks under test
 */
export function scoreBreaks(
  units: number,
  given: ReadonlySet<number>,
  found: ReadonlySet<number>,
): SegmentationScore {
  const hits = [...found].filter((unit) => given.has(unit)).length;
  const window = Math.max(2, Math.round(units / (given.size + 1) / 2));
  return {
    units,
    hits,
    nearHits: matchWithinOne(given, found),
    found: found.size,
    given: given.size,
    ...slideWindow(units, window, given, found),
  };
}

/** Breaks found that lie within one unit of a true one, each true one taken once. */
function matchWithinOne(given: ReadonlySet<number>, found: ReadonlySet<number>): number {
  const free = new Set(given);
  let matched = 0;
  for (const distance of [0, -1, 1]) {
    for (const unit of found) {
      if (distance !== 0 && given.has(unit)) continue;
      if (free.delete(unit + distance)) matched++;
    }
  }
  return Math.min(matched, found.size);
}

function slideWindow(
  units: number,
  window: number,
  given: ReadonlySet<number>,
  found: ReadonlySet<number>,
): { pkErrors: number; windowDiffErrors: number; windows: number } {
  let pkErrors = 0;
  let windowDiffErrors = 0;
  let windows = 0;
  for (let from = 0; from + window < units; from++) {
    const inGiven = countIn(given, from, window);
    const inFound = countIn(found, from, window);
    if (inGiven > 0 !== inFound > 0) pkErrors++;
    if (inGiven !== inFound) windowDiffErrors++;
    windows++;
  }
  return { pkErrors, windowDiffErrors, windows };
}

function countIn(breaks: ReadonlySet<number>, from: number, window: number): number {
  let count = 0;
  for (let unit = from + 1; unit <= from + window; unit++) if (breaks.has(unit)) count++;
  return count;
}
