/**
 * The geometry of the chart "paragraphs a year". Across, everything is in percent of the chart's
 * width, so that it fits any page while its letters keep their size; up and down it is in pixels.
 */
import { max, median, ticks } from "d3-array";
import { scaleLinear, scaleSqrt } from "d3-scale";

export type YearCount = { year: number; count: number };

/** Years, both included. */
export type YearRange = { from: number; to: number };

export type YearHistogram = {
  height: number;
  /** Where the bars stand, from the top. */
  baseline: number;
  /** A path for all bars of a kind, not an element for each: 230 of these were a quarter of a page of results. */
  bars: {
    /** Their grid, in whole numbers, which are short to write: so wide is the chart on it, and so high. */
    width: number;
    height: number;
    /** Of the chosen years; empty where there are none. */
    chosen: string;
    others: string;
  };
  /** Columns as high as the chart that lead to the years they cover. */
  steps: { x: string; width: string; label: string; url: string }[];
  ticks: { x: string; label: string }[];
  /** The highest bar's count, written at its height. */
  most: string;
  /** Heights grow with the square root of the counts: by the counts themselves one year would flatten the rest. */
  squareRoot: boolean;
  label: string;
};

/** Pixels, but for the counts. */
const LOOK = {
  height: 96,
  baseline: 74,
  top: 14,
  /** The least height at which a bar is seen. */
  leastBar: 2,
  /** On the narrowest page of 320 pixels a column is then as wide as a finger's target of 24. */
  mostSteps: 12,
  mostTicks: 6,
  /** Share of its year that a bar fills. */
  barShare: 0.72,
};

/** Units of the bars' grid: so many a year across, so many a pixel up and down. */
const GRID = { year: 25, pixel: 10 };

const COUNT = new Intl.NumberFormat("en-GB");

/** Lengths of a step, in years. */
const STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000];

/**
 * All years, with those marked that are searched.
 * @param counts years with at least one paragraph, in any order
 * @param chosen the years that are searched, or null when all are
 * @param urlFor where a click on these years leads
 * @returns null when there are fewer than two years to tell apart
 */
export function yearHistogram(
  counts: readonly YearCount[],
  chosen: YearRange | null,
  urlFor: (years: YearRange) => string,
): YearHistogram | null {
  return counts.length === 0 ? null : draw(counts, wholeOf(counts), chosen, urlFor);
}

/**
 * The chosen years among their neighbours: for where the columns of the whole chart are so many years
 * wide that a single one cannot be chosen there.
 * @returns null where the whole chart tells as much
 */
export function nearerYears(
  counts: readonly YearCount[],
  chosen: YearRange | null,
  urlFor: (years: YearRange) => string,
): YearHistogram | null {
  if (counts.length === 0 || chosen === null) return null;
  const whole = wholeOf(counts);
  const domain = around(chosen, whole);
  if (stepLength(domain) >= stepLength(whole)) return null;
  return draw(counts, domain, chosen, urlFor);
}

function wholeOf(counts: readonly YearCount[]): YearRange {
  const years = counts.map(({ year }) => year);
  return { from: Math.min(...years), to: Math.max(...years) };
}

function draw(
  counts: readonly YearCount[],
  domain: YearRange,
  chosen: YearRange | null,
  urlFor: (years: YearRange) => string,
): YearHistogram | null {
  if (domain.from >= domain.to) return null;
  const across = scaleLinear([domain.from, domain.to + 1], [0, 100]);
  const shown = counts.filter(({ year }) => year >= domain.from && year <= domain.to);
  const most = max(shown, ({ count }) => count) ?? 1;
  const { up, squareRoot } = upwards(shown, most);
  return {
    height: LOOK.height,
    baseline: LOOK.baseline,
    bars: bars(shown, domain, up, chosen),
    steps: steps(domain, across, shown, urlFor),
    ticks: yearTicks(domain, across),
    most: COUNT.format(most),
    squareRoot,
    label: `Paragraphs a year, ${domain.from} to ${domain.to}`,
  };
}

/** The chosen years with as many again around them, at least ten in all, within what there is. */
function around(chosen: YearRange, whole: YearRange): YearRange {
  const margin = Math.max(Math.ceil((chosen.to - chosen.from + 1) / 2), 5);
  return {
    from: Math.max(whole.from, Math.min(chosen.from, whole.to) - margin),
    to: Math.min(whole.to, Math.max(chosen.to, whole.from) + margin),
  };
}

type Across = (year: number) => number;
type Up = (count: number) => number;

/** From a count to pixels: straight, unless half of the years would then stand at the least height. */
function upwards(shown: readonly YearCount[], most: number): { up: Up; squareRoot: boolean } {
  const straight = scaleLinear([0, most], [0, LOOK.baseline - LOOK.top]);
  const middle = median(shown, ({ count }) => count) ?? most;
  if (straight(middle) >= LOOK.leastBar) return { up: straight, squareRoot: false };
  return { up: scaleSqrt([0, most], [0, LOOK.baseline - LOOK.top]), squareRoot: true };
}

function bars(
  shown: readonly YearCount[],
  domain: YearRange,
  up: Up,
  chosen: YearRange | null,
): YearHistogram["bars"] {
  const paths = { chosen: "", others: "" };
  const baseline = LOOK.baseline * GRID.pixel;
  const width = Math.round(GRID.year * LOOK.barShare);
  const margin = Math.round((GRID.year - width) / 2);
  for (const { year, count } of shown) {
    const left = (year - domain.from) * GRID.year + margin;
    const height = Math.round(Math.max(up(count), LOOK.leastBar) * GRID.pixel);
    const kind = chosen && year >= chosen.from && year <= chosen.to ? "chosen" : "others";
    paths[kind] += `M${left} ${baseline}v-${height}h${width}v${height}z`;
  }
  return {
    width: (domain.to - domain.from + 1) * GRID.year,
    height: LOOK.height * GRID.pixel,
    ...paths,
  };
}

function steps(
  domain: YearRange,
  across: Across,
  shown: readonly YearCount[],
  urlFor: (years: YearRange) => string,
): YearHistogram["steps"] {
  const length = stepLength(domain);
  const found: YearHistogram["steps"] = [];
  for (let at = Math.floor(domain.from / length) * length; at <= domain.to; at += length) {
    const years = { from: Math.max(at, domain.from), to: Math.min(at + length - 1, domain.to) };
    const count = shown.reduce(
      (sum, { year, count }) => sum + (year >= years.from && year <= years.to ? count : 0),
      0,
    );
    if (count === 0) continue;
    const name = years.from === years.to ? String(years.from) : `${years.from} to ${years.to}`;
    found.push({
      x: percent(across(years.from)),
      width: percent(across(years.to + 1) - across(years.from)),
      label: `${name}: ${COUNT.format(count)} ${count === 1 ? "paragraph" : "paragraphs"}`,
      url: urlFor(years),
    });
  }
  return found;
}

function stepLength(domain: YearRange): number {
  const length = STEPS.find((step) => stepCount(domain, step) <= LOOK.mostSteps);
  return length ?? domain.to - domain.from + 1;
}

function stepCount(domain: YearRange, step: number): number {
  return Math.floor(domain.to / step) - Math.floor(domain.from / step) + 1;
}

function yearTicks(domain: YearRange, across: Across): YearHistogram["ticks"] {
  return ticks(domain.from, domain.to, LOOK.mostTicks)
    .filter(Number.isInteger)
    .map((year) => ({ at: (across(year) + across(year + 1)) / 2, label: String(year) }))
    .filter(({ at }) => at > 3 && at < 97)
    .map(({ at, label }) => ({ x: percent(at), label }));
}

function percent(value: number): string {
  return `${round(value)}%`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
