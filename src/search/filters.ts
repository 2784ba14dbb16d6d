/** The filters of a question as the archive knows their values, and what was mended in them. */
import { MOST_MEANT, type Names } from "./names.ts";
import type { QueryNotice } from "./query/syntax.ts";
import {
  FACET_GROUPS,
  type FacetCount,
  type FacetFilters,
  type FacetGroup,
} from "./search-index.ts";

/** Values that are told where one is unknown: the commonest; the filters beside the results list them all. */
const MOST_TOLD = 4;

export type ReadFilters = {
  /** By slug or code, each value once; an unknown one stays as it was given, and matches nothing. */
  filters: FacetFilters;
  notices: QueryNotice[];
  unknown: { group: FacetGroup; value: string }[];
};

/** Reads values in any letter case, and names as fields of a query are read: `ua`, `Ukraine`. */
export function readFilters(given: FacetFilters, names: Names): ReadFilters {
  const read: ReadFilters = { filters: {}, notices: [], unknown: [] };
  for (const group of FACET_GROUPS) {
    const values = (given[group] ?? []).flatMap((value) => readValue(group, value, names, read));
    if (values.length > 0) read.filters[group] = [...new Set(values)];
  }
  return read;
}

function readValue(
  group: FacetGroup,
  value: string,
  names: Names,
  { notices, unknown }: ReadFilters,
): string[] {
  if (group === "year") return [String(Number(value))];
  if (names.has(group, value)) return [value];
  const meant = names.resolve(group, value);
  if (meant.length === 0 || meant.length > MOST_MEANT) {
    unknown.push({ group, value });
    return [value];
  }
  // Of several, names are enough: the filters that are on have each with a link.
  const named = (one: string) => names.label(group, one);
  const [only = ""] = meant;
  const told = meant.length === 1 ? withValue(only, named(only)) : meant.map(named).join(" or ");
  notices.push({ code: "mended-filter", message: `${group}=${value} was read as ${told}.` });
  return meant;
}

/**
 * Says which values nothing can match, and what there is instead.
 * @param counts of a group, with its own filter left out
 * @param isOffered whether what may be meant is offered, so that no others need be told
 */
export function unknownNotices(
  { unknown }: ReadFilters,
  counts: (group: FacetGroup) => readonly FacetCount[],
  names: Names,
  isOffered: boolean,
): QueryNotice[] {
  return unknown
    .filter(({ group, value }) => !counts(group).some((count) => count.value === value))
    .map(({ group, value }) => {
      const others = counts(group).map((count) => count.value);
      const told = others
        .slice(0, isOffered ? 0 : MOST_TOLD)
        .map((one) => withValue(one, names.label(group, one)));
      const more = others.length - told.length;
      const there =
        told.length === 0
          ? ""
          : ` There are here: ${told.join(", ")}${more > 0 ? `, and ${more} more` : ""}.`;
      return {
        code: "unknown-value",
        message: `The archive knows no ${group}=${value}, so nothing can match it.${there}`,
      };
    });
}

function withValue(value: string, label: string): string {
  return label === value ? value : `${label} (${value})`;
}
