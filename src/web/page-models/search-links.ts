/** Where a search can go from here: the same state with one thing added, taken away or changed. */
import { FACET_GROUPS, type FacetFilters, type FacetGroup } from "../../search/search-index.ts";
import { type SearchState, searchParameters } from "../urls.ts";

/** A form's hidden field. */
export type Field = { name: string; value: string };

/** The state with this value of a group chosen, or no longer chosen; on the first page. */
export function toggled(state: SearchState, group: FacetGroup, value: string): SearchState {
  const chosen = state.filters?.[group] ?? [];
  const values = chosen.includes(value)
    ? chosen.filter((other) => other !== value)
    : [...chosen, value];
  return { ...state, page: 1, filters: withGroup(state.filters, group, values) };
}

/** The state with no value of this group chosen; on the first page. */
export function withoutGroup(state: SearchState, group: FacetGroup): SearchState {
  return { ...state, page: 1, filters: withGroup(state.filters, group, []) };
}

/** The state with these dates, either of which may be open; on the first page. */
export function withDates(state: SearchState, from?: string, to?: string): SearchState {
  return { ...state, page: 1, from, to };
}

/** The words of the search and its order, with no filter and no date. */
export function withoutFilters(state: SearchState): SearchState {
  return { ...state, page: 1, filters: {}, from: undefined, to: undefined };
}

/** How many filters are on; a range of dates counts as one. */
export function filterCount(state: SearchState): number {
  const values = FACET_GROUPS.flatMap((group) => state.filters?.[group] ?? []);
  return values.length + (state.from || state.to ? 1 : 0);
}

/** What a form must carry so that it changes only the fields it shows. */
export function hiddenFields(state: SearchState, shown: readonly string[]): Field[] {
  return searchParameters({ ...state, page: undefined })
    .filter(([name]) => !shown.includes(name))
    .map(([name, value]) => ({ name, value }));
}

function withGroup(
  filters: FacetFilters | undefined,
  group: FacetGroup,
  values: string[],
): FacetFilters {
  const { [group]: _replaced, ...others } = filters ?? {};
  return values.length > 0 ? { ...others, [group]: values } : others;
}
