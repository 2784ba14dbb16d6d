import fc from "fast-check";
import { describe, expect } from "vitest";
import {
  FACET_GROUPS,
  type SearchRequest,
  type SearchResult,
} from "../../src/search/search-index.ts";
import { archives, requests } from "./arbitraries.ts";
import { counts, type Harness, ids, promisesOf } from "./harness.ts";
import { chronological, expected, modelOf } from "./model.ts";

/** Random questions to random archives, held against a look at every paragraph. */
export function modelContract(harness: Harness): void {
  const promise = promisesOf(harness);
  describe("means what a look at every paragraph means", () => {
    for (const [n, addresses] of fc.sample(archives, { numRuns: 3, seed: 7 }).entries()) {
      promise(`in random archive ${n}`, async () => {
        const archive = await harness.create(addresses);
        const model = modelOf(addresses, archive.idsOf);
        await fc.assert(
          fc.asyncProperty(requests(harness.operators), async (asked) => {
            const result = await archive.index.search(asked);
            expectLikeModel(result, asked, model);
          }),
          { numRuns: 400 },
        );
        await archive.close();
      });
    }
  });
}

function expectLikeModel(
  result: SearchResult,
  asked: SearchRequest,
  model: ReturnType<typeof modelOf>,
): void {
  const { hits, facets } = expected(model, asked);
  expect(result.total).toBe(hits.length);
  for (const group of FACET_GROUPS) expect(counts(result, group)).toEqual(facets[group]);
  const byAddress = Map.groupBy(hits, (hit) => hit.addressRank);
  expect(result.addressTotal).toBe(byAddress.size);
  expect(result.firstDay).toBe(hits.length ? Math.min(...hits.map((hit) => hit.first)) : null);
  expect(result.lastDay).toBe(hits.length ? Math.max(...hits.map((hit) => hit.last)) : null);
  const ordered = hits.sort(chronological(asked.sort === "oldest" ? 1 : -1));
  const shown =
    asked.group === "address"
      ? ordered.filter((hit, at) => ordered[at - 1]?.addressRank !== hit.addressRank)
      : ordered;
  if (asked.sort === "relevance") {
    const rankOf = new Map(model.map((paragraph) => [paragraph.id, paragraph.addressRank]));
    const key = (id: number) => (asked.group === "address" ? (rankOf.get(id) ?? -1) : id);
    expect(ids(result).map(key).sort()).toEqual(shown.map((hit) => key(hit.id)).sort());
  } else expect(ids(result)).toEqual(shown.map((hit) => hit.id));
  if (asked.group === "address" && asked.sort !== "relevance") {
    expect(result.hits.map((hit) => hit.inAddress)).toEqual(
      shown.map((hit) => byAddress.get(hit.addressRank)?.length),
    );
  }
}
