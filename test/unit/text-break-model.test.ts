import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearCopyOf } from "../../scripts/paragraphs/held-out.ts";
import type { LengthPrior, ScoredWall } from "../../src/text/paragraphs/break-model.ts";
import { chooseBreaks } from "../../src/text/paragraphs/choose-breaks.ts";
import { cohesions, type StemVector } from "../../src/text/paragraphs/cohesion.ts";
import { readDigits, writeDigits } from "../../src/text/paragraphs/digits.ts";
import { readTrees, sumTrees, writeTrees } from "../../src/text/paragraphs/oblivious-trees.ts";
import { splitWall } from "../../src/text/paragraphs/split-wall.ts";
import { wallSentences } from "../../src/text/paragraphs/wall-sentences.ts";
import { scoreBreaks } from "../eval/segmentation-metrics.ts";
import { describeShared, sharedPath } from "../support/shared.ts";

const PRIOR: LengthPrior = { intercept: 1, slope: 1, deviation: 0.8, weight: 0.5, breakBias: 0.3 };

/** What a choice of breaks is worth: the sum that the programme maximises, written plainly. */
function worth(wall: ScoredWall, breaks: readonly number[]): number {
  const starts = [0, ...breaks];
  const lengths = starts.map((start, i) => {
    const words = wall.lengths.slice(start, starts[i + 1]).reduce((a, b) => a + b, 0);
    const expected = PRIOR.intercept + PRIOR.slope * Math.log(wall.meanLengths[start] ?? 1);
    return -(PRIOR.weight / 2) * ((Math.log(words) - expected) / PRIOR.deviation) ** 2;
  });
  const odds = breaks.map((gap) => (wall.logOdds[gap] ?? 0) + PRIOR.breakBias);
  return [...lengths, ...odds].reduce((a, b) => a + b, 0);
}

/** Every way to break a wall of `count` sentences. */
function allBreaks(count: number): number[][] {
  return Array.from({ length: 2 ** (count - 1) }, (_, bits) =>
    Array.from({ length: count - 1 }, (_, i) => i + 1).filter((gap) => bits & (1 << (gap - 1))),
  );
}

describe("the choice of breaks", () => {
  it("is the best of all possible ones", () => {
    const sentence = fc.record({
      words: fc.integer({ min: 1, max: 40 }),
      odds: fc.double({ min: -4, max: 4, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 9 }), (rows) => {
        const wall: ScoredWall = {
          lengths: rows.map(({ words }) => words),
          logOdds: Float64Array.from(rows, ({ odds }) => odds),
          meanLengths: new Float64Array(rows.length).fill(12),
        };
        const best = Math.max(...allBreaks(rows.length).map((breaks) => worth(wall, breaks)));
        expect(worth(wall, chooseBreaks(wall, PRIOR))).toBeCloseTo(best, 6);
      }),
    );
  });
});

describe("cohesion", () => {
  it("is the cosine of the sentences on either side", () => {
    const vector = fc
      .uniqueArray(fc.nat(7), { maxLength: 5 })
      .map((ids): StemVector => ({ ids, weights: ids.map((id) => 10 + id) }));
    fc.assert(
      fc.property(
        fc.array(vector, { maxLength: 12 }),
        fc.constantFrom(1, 2, 4),
        (vectors, width) => {
          const bag = (from: number, to: number): number[] => {
            const counts = new Array(8).fill(0);
            for (const { ids, weights } of vectors.slice(Math.max(0, from), Math.max(0, to))) {
              for (const [i, id] of ids.entries()) counts[id] += weights[i];
            }
            return counts;
          };
          const dot = (a: number[], b: number[]): number =>
            a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
          const found = cohesions(vectors, 8, width);
          for (let gap = 1; gap < vectors.length; gap++) {
            const [a, b] = [bag(gap - width, gap), bag(gap, gap + width)];
            const norm = Math.sqrt(dot(a, a) * dot(b, b));
            expect(found[gap]).toBeCloseTo(norm > 0 ? dot(a, b) / norm : 0, 9);
          }
        },
      ),
    );
  });
});

describe("trees", () => {
  it("answer by the leaf that the questions lead to, from a file as before it", () => {
    const tree = { features: [0, 1], cuts: [1, 0], leaves: [0.1, -0.2, 2, -2.047] };
    const trees = readTrees(writeTrees(1, [[3, 5], [0.5]], [tree, tree]));
    const sum = (...row: number[]): number => sumTrees(trees, Float64Array.from(row));
    expect(sum(5, 0.5)).toBeCloseTo(1.2);
    expect(sum(5, 1)).toBeCloseTo(0.6);
    expect(sum(6, 0)).toBeCloseTo(5);
    expect(sum(6, 1)).toBeCloseTo(-3.094);
  });

  it("are written in digits, one letter each", () => {
    const digits = Array.from({ length: 64 }, (_, digit) => digit);
    expect([...readDigits(writeDigits(digits))]).toEqual(digits);
  });
});

describe("addresses kept out of training", () => {
  it("keep their near copies out too, and nothing else", () => {
    const words = Array.from({ length: 400 }, (_, i) => `word${(i * 7) % 131}x${i % 17}`);
    const isHeld = nearCopyOf([words.join(" ")]);
    expect(isHeld(`Agency. ${words.slice(40).join(" ").toUpperCase()}`)).toBe(true);
    expect(isHeld(words.toReversed().join(" "))).toBe(false);
    expect(isHeld("")).toBe(false);
  });
});

describe("segmentation measures", () => {
  it("are perfect for the same breaks and count near misses", () => {
    const given = new Set([3, 6]);
    expect(scoreBreaks(9, given, given)).toMatchObject({
      hits: 2,
      nearHits: 2,
      pkErrors: 0,
      windowDiffErrors: 0,
    });
    expect(scoreBreaks(9, given, new Set([4, 6]))).toMatchObject({
      hits: 1,
      nearHits: 2,
      found: 2,
      given: 2,
    });
    expect(scoreBreaks(9, given, new Set([1, 2]))).toMatchObject({ hits: 0, nearHits: 1 });
  });

  it("judge every window of half a paragraph", () => {
    // Units 0-8, window 2: of windows 0-2 … 6-8, those over unit 3 and over unit 6 hold a true break.
    const score = scoreBreaks(9, new Set([3, 6]), new Set());
    expect(score).toMatchObject({ windows: 7, pkErrors: 4, windowDiffErrors: 4 });
  });
});

/** Well below what is reached, so that only a broken model falls through. */
const FLOORS = { zelensky_en: 0.6, us_presidents: 0.59, zelensky_uk: 0.58 };

describeShared("breaks inferred in addresses whose own are known", "eval/segmentation", () => {
  for (const [name, floor] of Object.entries(FLOORS)) {
    it(`agree with them in ${name} and never fall inside a sentence`, () => {
      const lines = readFileSync(sharedPath("eval/segmentation", `${name}.jsonl`), "utf8").trim();
      let [hits, found, given] = [0, 0, 0];
      for (const line of lines.split("\n")) {
        const { wall, break_offsets, lang } = JSON.parse(line);
        const truth = new Set<number>(break_offsets);
        const starts = splitWall(wall, { start: 0, end: wall.length }, lang, []).slice(1);
        const firsts = new Set(wallSentences(wall, lang, new Set()).map(({ start }) => start));
        expect(starts.every(({ start }) => firsts.has(start))).toBe(true);
        hits += starts.filter(({ start }) => truth.has(start)).length;
        found += starts.length;
        given += truth.size;
      }
      expect((2 * hits) / (found + given)).toBeGreaterThan(floor);
    });
  }
});
