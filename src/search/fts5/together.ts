/** Which parts of a question come together in a paragraph: one pass over the paragraphs of each. */
import type { Ids } from "./id-sets.ts";

/** A set is a bit of a number: as many as a query has terms. */
const MOST_SETS = 32;

/**
 * Of the sets that share an id, those that weigh most together: each by its importance and its rarity,
 * ln(1 + all / its size), as in the inverse document frequency of Spärck Jones (1972).
 * @param among the ids that count, ascending
 * @param sets ascending ids each
 * @param all how many ids there are
 * @returns places of the sets, ascending; none where no id that counts is in any
 */
export function bestTogether(
  among: Ids,
  sets: readonly Ids[],
  importance: readonly number[],
  all: number,
): number[] {
  const used = sets.slice(0, MOST_SETS);
  const memberships = new Uint32Array(among.length);
  for (const [place, ids] of used.entries()) mark(memberships, among, ids, 2 ** place);
  const weights = used.map(
    ({ length }, place) => (importance[place] ?? 0) * Math.log1p(all / length),
  );
  let best: { places: number[]; weight: number } = { places: [], weight: 0 };
  for (const membership of new Set(memberships)) {
    const places = [...used.keys()].filter((place) => (membership >>> place) & 1);
    const weight = places.reduce((sum, place) => sum + (weights[place] as number), 0);
    if (weight > best.weight) best = { places, weight };
  }
  return best.places;
}

function mark(memberships: Uint32Array, among: Ids, ids: Ids, bit: number): void {
  for (let i = 0, j = 0; i < among.length && j < ids.length; ) {
    const x = among[i] as number;
    const y = ids[j] as number;
    if (x === y) memberships[i] = (memberships[i] as number) | bit;
    if (x <= y) i++;
    if (y <= x) j++;
  }
}
