/** Which names a misspelled one may be meant for, word by word. */
import { slipsBetween } from "./misspelling.ts";

/** A value with the names it has, each as folded words. */
export type Named = { value: string; names: string[][] };

/** What is in the way of each word of what was typed; the sum decides which names are near. */
const COSTS = {
  /** A word that no word of the name is like: as much as the most slips that a word can have. */
  unlike: 2,
  /** Spaces otherwise: "unitedstates". */
  parted: 1,
} as const;
/** Letters of a word that may be misspelled: among a hundred names, of two letters any is near some other. */
const FEWEST_LETTERS = 3;
/** Words of what was typed that are compared: no name has more, and what anybody may type stays bounded. */
const MOST_WORDS = 8;

/**
 * Values whose names are nearest to what was typed, all of them equally near; of these, shorter names first.
 * Each word typed must be like one of the name, in any order, but for at most half of them.
 * @param typed folded words
 */
export function nearestNames(typed: readonly string[], all: readonly Named[]): string[] {
  if (typed.length === 0 || typed.length > MOST_WORDS) return [];
  const costOf = createCost(typed);
  const near = all
    .flatMap(({ value, names }) =>
      names.map((name) => ({ value, cost: costOf(name), words: name.length })),
    )
    .filter(({ cost }) => cost < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.cost - b.cost || a.words - b.words);
  const nearest = near.filter(({ cost }) => cost === near[0]?.cost);
  return [...new Set(nearest.map(({ value }) => value))];
}

/** The cost of a name; infinite where it is not near. */
function createCost(typed: readonly string[]) {
  const known = new Map<string, number>();
  const slips = (one: string, word: string): number => {
    const key = `${one} ${word}`;
    const cost = known.get(key) ?? slipsOf(one, word);
    known.set(key, cost);
    return cost;
  };
  return (name: readonly string[]): number => {
    const costs = typed.map((one) => Math.min(...name.map((word) => slips(one, word))));
    const unlike = costs.filter((cost) => cost === Number.POSITIVE_INFINITY).length;
    const apart = costs.reduce((sum, cost) => sum + Math.min(cost, COSTS.unlike), 0);
    const joined = slipsOf(typed.join(""), name.join("")) + COSTS.parted;
    return Math.min(joined, unlike * 2 <= typed.length && unlike < typed.length ? apart : joined);
  };
}

function slipsOf(typed: string, word: string): number {
  if (typed === word) return 0;
  const slips = typed.length < FEWEST_LETTERS ? null : slipsBetween(typed, word);
  return slips?.count ?? Number.POSITIVE_INFINITY;
}
