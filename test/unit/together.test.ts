import fc from "fast-check";
import { expect, test } from "vitest";
import { bestTogether } from "../../src/search/fts5/together.ts";

const ALL = 100;
const ids = fc
  .uniqueArray(fc.nat(ALL - 1), { maxLength: 40 })
  .map((list) => Uint32Array.from(list.sort((a, b) => a - b)));

test("of words, those are kept that come together and weigh most by rarity and importance", () => {
  fc.assert(
    fc.property(
      ids,
      fc.array(fc.tuple(ids, fc.constantFrom(0.5, 1, 3)), { maxLength: 6 }),
      (among, parts) => {
        const sets = parts.map(([set]) => set);
        const importance = parts.map(([, one]) => one);
        const weightOf = (places: readonly number[]) =>
          places.reduce(
            (sum, at) =>
              sum + (importance[at] as number) * Math.log1p(ALL / (sets[at] as Uint32Array).length),
            0,
          );
        const holders = [...among].map((id) =>
          [...sets.keys()].filter((at) => sets[at]?.includes(id)),
        );
        const best = bestTogether(among, sets, importance, ALL);
        expect(weightOf(best)).toBeCloseTo(Math.max(0, ...holders.map(weightOf)), 9);
        if (best.length > 0) expect(holders).toContainEqual(best);
      },
    ),
  );
});

test("as many words as a query may have are told apart", () => {
  const sets = Array.from({ length: 32 }, (_, at) => Uint32Array.of(at < 31 ? 1 : 2));
  const equal = sets.map(() => 1);
  expect(bestTogether(Uint32Array.of(1, 2), sets, equal, ALL)).toEqual([...Array(31).keys()]);
  expect(bestTogether(Uint32Array.of(2), sets, equal, ALL)).toEqual([31]);
  expect(bestTogether(Uint32Array.of(3), sets, equal, ALL)).toEqual([]);
});
