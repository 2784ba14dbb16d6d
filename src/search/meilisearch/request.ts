/** A search → the one multi-search that answers it: hits, counts, and a look at the mark. */
import type { MultiSearchQuery } from "meilisearch";
import type { TagKind } from "../../domain/tag-decisions.ts";
import { FACET_GROUPS, type FacetGroup, isTagGroup, type SearchRequest } from "../search-index.ts";
import { all, type Filter, has, NOTHING, oneOf, overlaps } from "./filter.ts";
import type { Part, Plan } from "./plan.ts";
import { SEARCHABLE } from "./settings.ts";

/** What a query of the multi-search is for. */
export type Role =
  | { name: "hits" }
  | { name: "counts"; groups: FacetGroup[]; totals: boolean; hits: boolean }
  | { name: "mark" };

export type Asked = { role: Role; query: MultiSearchQuery };

/** Sorting by the field ahead of all ranking; equal days by address, then in reading order. */
const SORTS: Record<SearchRequest["sort"], string[] | null> = {
  relevance: null,
  newest: ["first:desc", "address:desc", "position:asc"],
  oldest: ["first:asc", "address:asc", "position:asc"],
};

/** The mark has no id, paragraphs do; nor has it words, so that this is only asked where no word is. */
const PARAGRAPHS = has("id");

/**
 * @param parts as `partsOf` gives them; hits of several are asked from the first on, to be merged
 * @param plan of the query
 */
export function askedOf(
  indexUid: string,
  request: SearchRequest,
  parts: readonly Part[],
  plan: Pick<Plan, "found" | "filters">,
): Asked[] {
  const groups = groupFilters(request);
  const paragraphs = plan.found.length > 0 ? [] : [PARAGRAPHS];
  const base = (part: Part, without?: FacetGroup): MultiSearchQuery => {
    const kept = [...groups].filter(([group]) => group !== without).flatMap(([, own]) => own);
    const languages = part.languages ? [oneOf("lang", part.languages)] : [];
    const filter = all([...paragraphs, ...languages, ...plan.filters, ...kept]);
    return { indexUid, q: part.q, ...(filter && { filter }), matchingStrategy: "all" };
  };
  const asked = parts.flatMap((part): Asked[] => [
    ...main(base(part), request, parts.length, free(groups)),
    ...[...groups.keys()].map((group) => ({
      role: { name: "counts" as const, groups: [group], totals: false, hits: false },
      query: { ...base(part, group), hitsPerPage: 0, page: 1, facets: [facetOf(group)] },
    })),
  ]);
  return [
    ...asked,
    // Last, so that a batch that came in between the queries shows itself.
    { role: { name: "mark" }, query: markQuery(indexUid) },
  ];
}

/**
 * Counts all documents and shows the mark, which comes before every paragraph. The server refuses it
 * where the attributes are not searchable, or not sortable.
 */
export function markQuery(indexUid: string): MultiSearchQuery {
  return {
    indexUid,
    q: "",
    attributesToSearchOn: SEARCHABLE,
    sort: ["first:desc"],
    attributesToRetrieve: ["mark"],
    hitsPerPage: 1,
    page: 1,
  };
}

/** Hits and counts in one; grouped by address in two, because the server counts what it groups. */
function main(
  base: MultiSearchQuery,
  request: SearchRequest,
  parts: number,
  groups: FacetGroup[],
): Asked[] {
  // Totals, addresses and days are all told by the addresses.
  const facets = [...new Set([...groups.map(facetOf), "voice" as const])];
  const role = { name: "counts" as const, groups, totals: true };
  const none = { ...base, hitsPerPage: 0, page: 1 };
  if (request.size === 0) return [{ role: { ...role, hits: false }, query: { ...none, facets } }];
  const query = hits(base, request, parts);
  if (request.group === "paragraph") {
    return [{ role: { ...role, hits: true }, query: { ...query, facets } }];
  }
  return [
    { role: { name: "hits" }, query: { ...query, distinct: "address" } },
    { role: { ...role, hits: false }, query: { ...none, facets } },
  ];
}

function hits(
  base: MultiSearchQuery,
  { sort, page, size }: SearchRequest,
  parts: number,
): MultiSearchQuery {
  // Where there are no words, nothing is more relevant than anything else.
  const order = SORTS[sort === "relevance" && base.q === "" ? "newest" : sort];
  return {
    ...base,
    ...(parts > 1 ? { page: 1, hitsPerPage: page * size } : { page, hitsPerPage: size }),
    attributesToRetrieve: ["id", "address", "first", "position"],
    ...(order ? { sort: order } : {}),
    ...(parts > 1 && !order ? { showRankingScore: true } : {}),
  };
}

/** Facts of an address are counted by address, which is one facet for all of them. */
export function facetOf(group: FacetGroup): TagKind | "voice" {
  return isTagGroup(group) ? group : "voice";
}

function free(groups: ReadonlyMap<FacetGroup, Filter[]>): FacetGroup[] {
  return FACET_GROUPS.filter((group) => !groups.has(group));
}

/** Filters of the groups in use. The range of dates belongs to the histogram of years. */
function groupFilters(request: SearchRequest): Map<FacetGroup, Filter[]> {
  const used = FACET_GROUPS.flatMap((group): [FacetGroup, Filter[]][] => {
    const values = request.filters[group] ?? [];
    const own =
      values.length === 0 ? [] : [group === "year" ? years(values) : oneOf(group, values)];
    const dates = group === "year" ? overlaps(request.dateFrom, request.dateTo) : [];
    return own.length + dates.length === 0 ? [] : [[group, [...own, ...dates]]];
  });
  return new Map(used);
}

function years(values: readonly string[]): Filter {
  const known = values.filter((value) => /^\d{1,4}$/.test(value)).map(Number);
  return known.length === 0 ? NOTHING : oneOf("year", known);
}
