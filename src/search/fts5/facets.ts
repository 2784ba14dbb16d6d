/** Which paragraphs pass the filters, and exact counts for every facet, in one pass over the matches. */
import type { FacetCount, FacetGroup, SearchRequest, SearchResult } from "../search-index.ts";
import { FACET_GROUPS } from "../search-index.ts";
import type { Columns } from "./columns.ts";
import type { Ids } from "./id-sets.ts";
import { anyOfColumn, anyOfLists, overlapping, type Predicate } from "./predicates.ts";

type Filters = Pick<SearchRequest, "filters" | "dateFrom" | "dateTo">;

/** @param ids what the tree matches @returns `hits` are those that pass all filters */
export function filterAndCount(
  ids: Ids,
  columns: Columns,
  request: Filters,
): { hits: Ids; facets: SearchResult["facets"] } {
  const filters = createFilters(columns, request);
  const count = createCounter(columns);
  if (filters.length === 0) {
    for (const id of ids) count.everywhere(id);
    return { hits: ids, facets: count.result() };
  }
  const hits = new Uint32Array(ids.length);
  let found = 0;
  for (const id of ids) {
    const failed = filters.filter((filter) => !filter.passes(id));
    if (failed.length === 0) {
      hits[found++] = id;
      count.everywhere(id);
    } else if (failed.length === 1) count.inGroup(id, (failed[0] as GroupFilter).group);
  }
  return { hits: hits.subarray(0, found), facets: count.result() };
}

type GroupFilter = { group: FacetGroup; passes: Predicate };

/** One filter for each group in use. The range of dates belongs to the histogram of years. */
function createFilters(columns: Columns, { filters, dateFrom, dateTo }: Filters): GroupFilter[] {
  return FACET_GROUPS.flatMap((group): GroupFilter[] => {
    const values = filters[group] ?? [];
    const tests: Predicate[] = [];
    if (values.length > 0) {
      tests.push(
        group === "topic" || group === "country"
          ? anyOfLists(columns[group], values)
          : anyOfColumn(columns, columns[group], values),
      );
    }
    if (group === "year" && (dateFrom !== null || dateTo !== null)) {
      tests.push(overlapping(columns, dateFrom, dateTo));
    }
    return tests.length === 0 ? [] : [{ group, passes: (id) => tests.every((test) => test(id)) }];
  });
}

function createCounter(columns: Columns) {
  const counts = Object.fromEntries(
    FACET_GROUPS.map((group) => [group, new Uint32Array(columns[group].values.length)]),
  ) as Record<FacetGroup, Uint32Array>;

  function inGroup(id: number, group: FacetGroup): void {
    const tally = counts[group];
    if (group === "topic" || group === "country") {
      const { offsets, codes } = columns[group];
      const end = offsets[id + 1] as number;
      for (let i = offsets[id] as number; i < end; i++) {
        const code = codes[i] as number;
        tally[code] = (tally[code] as number) + 1;
      }
    } else {
      const code = columns[group].codes[columns.addressOf[id] as number] as number;
      if (code >= 0) tally[code] = (tally[code] as number) + 1;
    }
  }

  return {
    inGroup,
    everywhere(id: number): void {
      for (const group of FACET_GROUPS) inGroup(id, group);
    },
    result: () =>
      Object.fromEntries(
        FACET_GROUPS.map((group) => [group, sorted(group, columns[group].values, counts[group])]),
      ) as Record<FacetGroup, FacetCount[]>,
  };
}

/** Values with at least one paragraph: most first, then by value; years by year. */
function sorted(group: FacetGroup, values: readonly string[], counts: Uint32Array): FacetCount[] {
  return values
    .map((value, code) => ({ value, count: counts[code] as number }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => (group === "year" ? 0 : b.count - a.count) || (a.value < b.value ? -1 : 1));
}
