/** The filters beside the results. */
import { formerState } from "../../domain/country.ts";
import { formerOrganisation } from "../../domain/organisation.ts";
import type { Answer, LabelledCount } from "../../search/answer.ts";
import type { FacetGroup } from "../../search/search-index.ts";
import type { SearchState, Urls } from "../urls.ts";
import { formatCount } from "./format.ts";
import type { Link } from "./frame.ts";
import { type Field, hiddenFields, toggled, withDates, withoutGroup } from "./search-links.ts";

/** A value that can be chosen: the link adds it to the search, or takes it away again. */
export type FacetRow = Link & {
  /** Unique on the page, so that focus can come back to it. */
  id: string;
  /** A small addition to the label, e.g. "1922–1991". */
  note: string | null;
  count: string;
  /** Share of the largest count in the panel, 0 to 100. */
  share: number;
  chosen: boolean;
};

export type FacetPanel = {
  group: FacetGroup;
  title: string;
  rows: FacetRow[];
  /** "all 23", with the link that shows them; null when all are shown. */
  all: Link | null;
};

export type DateForm = { from: string; to: string; hidden: Field[]; allDatesUrl: string | null };

const PANELS: { group: FacetGroup; title: string }[] = [
  { group: "topic", title: "Topic" },
  { group: "country", title: "Country spoken of" },
  { group: "organisation", title: "Organisation" },
  { group: "speaker", title: "Speaker" },
  { group: "collection", title: "Collection" },
  { group: "lang", title: "Language" },
];

/** Rows a panel shows before it is asked for all. */
const ROWS_SHOWN = 7;

/** Groups in which a single value tells nothing. */
const ONLY_TO_CHOOSE_FROM: ReadonlySet<FacetGroup> = new Set(["lang", "collection", "speaker"]);

/**
 * @param unfolded the group whose values are all shown, if any
 */
export function facetPanels(
  answer: Answer,
  state: SearchState,
  unfolded: string | null,
  urls: Urls,
): FacetPanel[] {
  return PANELS.map(({ group, title }) => {
    const counts = withChosenFirst(answer.facets[group], state.filters?.[group] ?? []);
    const shown = unfolded === group ? counts.length : ROWS_SHOWN;
    return panel(group, title, counts, shown, state, urls);
  }).filter(
    ({ group, rows }) =>
      rows.length > (ONLY_TO_CHOOSE_FROM.has(group) ? 1 : 0) || rows.some(({ chosen }) => chosen),
  );
}

/** The fields of the date form, filled with what is chosen. */
export function dateForm(state: SearchState, urls: Urls): DateForm {
  return {
    from: state.from ?? "",
    to: state.to ?? "",
    hidden: hiddenFields(state, ["from", "to"]),
    allDatesUrl: state.from || state.to ? urls.search(withDates(state)) : null,
  };
}

function withChosenFirst(
  counts: readonly LabelledCount[],
  chosen: readonly string[],
): LabelledCount[] {
  return [
    ...counts.filter(({ value }) => chosen.includes(value)),
    ...counts.filter(({ value }) => !chosen.includes(value)),
  ];
}

function panel(
  group: FacetGroup,
  title: string,
  counts: readonly LabelledCount[],
  shown: number,
  state: SearchState,
  urls: Urls,
): FacetPanel {
  const chosen = new Set(state.filters?.[group] ?? []);
  const most = counts.reduce((high, { count }) => Math.max(high, count), 1);
  const rows = counts.slice(0, Math.max(shown, chosen.size)).map(
    (count): FacetRow => ({
      id: `facet-${group}-${count.value}`,
      label: count.label,
      note: yearsOf(group, count.value),
      url: urls.search(toggled(state, group, count.value)),
      count: formatCount(count.count),
      share: Math.round((count.count / most) * 1000) / 10,
      chosen: chosen.has(count.value),
    }),
  );
  const all = rows.length < counts.length ? allLink(group, counts.length, state, urls) : null;
  return { group, title, rows, all };
}

function allLink(group: FacetGroup, length: number, state: SearchState, urls: Urls): Link {
  const url = urls.search({ ...state, page: 1 });
  const joined = `${url}${url.includes("?") ? "&" : "?"}all=${group}#facet-${group}`;
  return { label: `all ${formatCount(length)}`, url: joined };
}

/** A chosen value is always among the counts, if only with none. */
function labelOf(answer: Answer, group: FacetGroup, value: string): string {
  return answer.facets[group].find((count) => count.value === value)?.label ?? value;
}

const FORMERLY: Partial<
  Record<FacetGroup, (value: string) => { from: number; to: number } | null>
> = { country: formerState, organisation: formerOrganisation };

/** The years of what is no more, so that nobody takes it for what followed. */
function yearsOf(group: FacetGroup, value: string): string | null {
  const former = FORMERLY[group]?.(value);
  return former ? `${former.from}–${former.to}` : null;
}

/** Links that take one chosen value away, in the order of the panels; dates last. */
export type Chip = Link & { group: string };

export function chips(answer: Answer, state: SearchState, urls: Urls): Chip[] {
  const groups = [...PANELS, { group: "year" as const, title: "Year" }];
  const found: Chip[] = groups.flatMap(({ group, title }) =>
    (state.filters?.[group] ?? []).map((value) => ({
      group: title,
      label: labelOf(answer, group, value),
      url: urls.search(toggled(state, group, value)),
    })),
  );
  if (state.from || state.to) {
    found.push({ group: "Date", label: datesLabel(state), url: urls.search(withDates(state)) });
  }
  return found;
}

function datesLabel({ from, to }: SearchState): string {
  if (from && to) return from === to ? from : `${from} – ${to}`;
  return from ? `from ${from}` : `until ${to}`;
}

/** Suggestions that loosen a search which found nothing: one for each group of filters that is on. */
export function loosenings(answer: Answer, state: SearchState, urls: Urls): Link[] {
  const found: Link[] = [];
  for (const { group, title } of [...PANELS, { group: "year" as const, title: "Year" }]) {
    const values = state.filters?.[group] ?? [];
    if (values.length === 0) continue;
    const chosen = values.map((value) => labelOf(answer, group, value)).join(" or ");
    const url = urls.search(withoutGroup(state, group));
    found.push({ label: `Any ${title.toLowerCase()}, not only ${chosen}`, url });
  }
  if (state.from || state.to) {
    found.push({
      label: `Any date, not only ${datesLabel(state)}`,
      url: urls.search(withDates(state)),
    });
  }
  return found;
}
