/**
 * Which paragraphs pass the filters, and exact counts for every facet. Plain loops over typed arrays:
 * a broad word has a hundred thousand hits, and each is counted in seven groups.
 */
import {
  FACET_GROUPS,
  type FacetCount,
  type FacetGroup,
  isTagGroup,
  type SearchRequest,
  type SearchResult,
} from "../search-index.ts";
import type { AddressColumn, Columns, ParagraphLists } from "./columns.ts";
import type { Ids } from "./id-sets.ts";
import { anyOfColumn, anyOfLists, overlapping, type Predicate } from "./predicates.ts";

type Filters = Pick<SearchRequest, "filters" | "dateFrom" | "dateTo">;

export type Counted = {
  /** What passes all filters, ascending. */
  hits: Ids;
  /** Hits by address. */
  perAddress: Uint32Array;
  facets: SearchResult["facets"];
};

/** @param ids what the tree matches, ascending */
export function filterAndCount(ids: Ids, columns: Columns, request: Filters): Counted {
  const { hits, failedOnly } = partition(ids, createFilters(columns, request));
  const perAddress = countAddresses(hits, columns);
  const facets = FACET_GROUPS.map((group) => {
    const others = failedOnly.get(group) ?? new Uint32Array(0);
    const counts = isTagGroup(group)
      ? countLists(columns[group], hits, others)
      : group === "speaker"
        ? countSpeakers(columns, hits, others)
        : countColumn(columns[group], perAddress, countAddresses(others, columns));
    return [group, sorted(group, columns[group].values, counts)];
  });
  return { hits, perAddress, facets: Object.fromEntries(facets) as SearchResult["facets"] };
}

type GroupFilter = { group: FacetGroup; passes: Predicate };

/** One filter for each group in use. The range of dates belongs to the histogram of years. */
function createFilters(columns: Columns, { filters, dateFrom, dateTo }: Filters): GroupFilter[] {
  return FACET_GROUPS.flatMap((group): GroupFilter[] => {
    const values = filters[group] ?? [];
    const tests: Predicate[] = [];
    if (values.length > 0) {
      tests.push(
        isTagGroup(group)
          ? anyOfLists(columns[group], values)
          : anyOfColumn(columns, group, values),
      );
    }
    if (group === "year" && (dateFrom !== null || dateTo !== null)) {
      tests.push(overlapping(columns, dateFrom, dateTo));
    }
    return tests.length === 0 ? [] : [{ group, passes: (id) => tests.every((test) => test(id)) }];
  });
}

/** Parts what passes all filters from what fails a single one, which only that one's group counts. */
function partition(ids: Ids, filters: readonly GroupFilter[]) {
  const failedOnly = new Map<FacetGroup, Ids>();
  if (filters.length === 0) return { hits: ids, failedOnly };
  const failures = new Uint8Array(ids.length);
  const failed = new Uint8Array(ids.length);
  filters.forEach(({ passes }, filter) => {
    for (let i = 0; i < ids.length; i++) {
      if (passes(ids[i] as number)) continue;
      failures[i] = (failures[i] as number) + 1;
      failed[i] = filter;
    }
  });
  filters.forEach(({ group }, filter) => {
    failedOnly.set(
      group,
      ids.filter((_id, i) => failures[i] === 1 && failed[i] === filter),
    );
  });
  return { hits: ids.filter((_id, i) => failures[i] === 0), failedOnly };
}

function countAddresses(ids: Ids, { addressOf, addressIds }: Columns): Uint32Array {
  const counts = new Uint32Array(addressIds.length);
  for (let i = 0; i < ids.length; i++) {
    const address = addressOf[ids[i] as number] as number;
    counts[address] = (counts[address] as number) + 1;
  }
  return counts;
}

function countColumn(
  { values, codes }: AddressColumn,
  perAddress: Uint32Array,
  others: Uint32Array,
): Uint32Array {
  const counts = new Uint32Array(values.length);
  for (let address = 0; address < codes.length; address++) {
    const code = codes[address] as number;
    if (code < 0) continue;
    counts[code] =
      (counts[code] as number) + (perAddress[address] as number) + (others[address] as number);
  }
  return counts;
}

/** Words under another's label are none of the address's speaker's. */
function countSpeakers(columns: Columns, hits: Ids, others: Ids): Uint32Array {
  const isOwn = (id: number) => columns.isOthers[id] === 0;
  const [own, ownOthers] = [hits, others].map((ids) => countAddresses(ids.filter(isOwn), columns));
  return countColumn(columns.speaker, own as Uint32Array, ownOthers as Uint32Array);
}

function countLists({ values, offsets, codes }: ParagraphLists, hits: Ids, others: Ids) {
  const counts = new Uint32Array(values.length);
  for (const ids of [hits, others]) {
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] as number;
      const end = offsets[id + 1] as number;
      for (let at = offsets[id] as number; at < end; at++) {
        const code = codes[at] as number;
        counts[code] = (counts[code] as number) + 1;
      }
    }
  }
  return counts;
}

/** Values with at least one paragraph: most first, then by value; years by year. */
function sorted(group: FacetGroup, values: readonly string[], counts: Uint32Array): FacetCount[] {
  return values
    .map((value, code) => ({ value, count: counts[code] as number }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => (group === "year" ? 0 : b.count - a.count) || (a.value < b.value ? -1 : 1));
}
