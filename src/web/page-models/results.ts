/** The page of results: what was found, how the question was understood, and where to go from it. */
import { type PartialDate, parsePartialDate, yearOf } from "../../domain/partial-date.ts";
import type { Answer, DescriptionPart } from "../../search/answer.ts";
import type { FacetGroup, SearchSort } from "../../search/search-index.ts";
import type { ArchiveSummary } from "../../store/records.ts";
import {
  nearerYears,
  type YearHistogram,
  type YearRange,
  yearHistogram,
} from "../charts/year-histogram.ts";
import type { SearchState, Urls } from "../urls.ts";
import {
  type Chip,
  chips,
  type DateForm,
  dateForm,
  type FacetPanel,
  facetPanels,
} from "./facets.ts";
import { counted, formatSpan } from "./format.ts";
import type { Link } from "./frame.ts";
import { type Hit, hit } from "./hits.ts";
import type { TagNames } from "./names.ts";
import { type NothingFound, nothingFound } from "./nothing-found.ts";
import { type Pager, pager } from "./pager.ts";
import {
  type Field,
  filterCount,
  hiddenFields,
  toggled,
  withDates,
  withoutFilters,
  withoutGroup,
} from "./search-links.ts";
import { type SuggestedSearches, suggestedSearches } from "./suggested-searches.ts";

/** A link that may be the present choice. */
export type Choice = Link & { chosen: boolean };

export type ResultsPage = {
  /** "157 paragraphs in 96 addresses" */
  heading: string;
  understood: DescriptionPart[];
  /** "First said 8 January 1790, last 3 May 2022." */
  span: string | null;
  notices: string[];
  /** Which engine stands in for which, and why; null while the usual one answers. */
  standIn: string | null;
  suggestions: SuggestedSearches[];
  chips: Chip[];
  clearUrl: string;
  sorts: Choice[];
  grouping: Choice;
  files: Link[];
  /** All years; under them, where single years cannot be told apart there, the chosen ones and their neighbours. */
  histograms: YearHistogram[];
  dates: DateForm;
  panels: FacetPanel[];
  filterCount: number;
  hits: Hit[];
  pager: Pager | null;
  nothing: NothingFound | null;
  /** The way back to the first page from one past the last; null elsewhere. */
  firstPageUrl: string | null;
  /** What the search box in the masthead must carry on besides its words. */
  hidden: Field[];
  searchUrl: string;
};

const SORTS: { sort: SearchSort; label: string }[] = [
  { sort: "relevance", label: "Relevance" },
  { sort: "newest", label: "Newest" },
  { sort: "oldest", label: "Oldest" },
];

export type ResultsContext = {
  names: TagNames;
  urls: Urls;
  /** Asked only when nothing was found. */
  summary: () => ArchiveSummary;
  /** What had to be changed in the question's parameters, in sentences. */
  notices: string[];
  /** Said below the results, as it changes nothing that a reader looks for but the order. */
  standIn: string | null;
  /** The group of filters whose values are all shown, if any. */
  unfolded: string | null;
};

/** The model of `/search`. */
export function resultsPage(
  answer: Answer,
  state: SearchState,
  context: ResultsContext,
): ResultsPage {
  const { names, urls } = context;
  const q = state.q ?? "";
  return {
    heading: heading(answer),
    understood: answer.understood,
    span: spanSentence(answer),
    notices: [...context.notices, ...answer.query.notices.map(({ message }) => message)],
    standIn: context.standIn,
    suggestions: suggestedSearches(answer, state, urls),
    chips: chips(answer, state, urls),
    clearUrl: urls.search(withoutFilters(state)),
    sorts: sorts(state, q, urls),
    grouping: grouping(state, urls),
    files: files(state, urls),
    histograms: histograms(answer, state, urls),
    dates: dateForm(state, urls),
    panels: facetPanels(answer, state, context.unfolded, urls),
    filterCount: filterCount(state),
    hits: answer.hits.map((found) =>
      hit(
        found,
        answer.searched,
        names,
        (group, value) => narrowed(state, group, value, urls),
        urls,
      ),
    ),
    pager: pager(answer, state, urls),
    nothing: answer.total === 0 ? nothingFound(answer, state, context) : null,
    firstPageUrl:
      answer.total > 0 && answer.hits.length === 0 ? urls.search({ ...state, page: 1 }) : null,
    hidden: hiddenFields(state, ["q"]),
    searchUrl: urls.search(),
  };
}

/** "157 paragraphs in 96 addresses", or "Nothing found". */
export function heading(answer: Pick<Answer, "total" | "addressTotal">): string {
  if (answer.total === 0) return "Nothing found";
  const addresses = counted(answer.addressTotal, "address", "addresses");
  return `${counted(answer.total, "paragraph")} in ${addresses}`;
}

/** What was asked for, in short: "grain, speaking of Ukraine"; empty where all was. */
export function questionTitle({ understood }: Pick<Answer, "understood">): string {
  const [_opening, ...conditions] = understood;
  return conditions.map(({ text }) => text).join("");
}

function spanSentence(answer: Answer): string | null {
  if (answer.firstDay === null || answer.lastDay === null) return null;
  // Who looks for a first time does not mean that of another word.
  if (answer.searched !== answer.query.text) return null;
  const { first, last } = formatSpan(answer.firstDay, answer.lastDay);
  if (first === last) return `Said ${/^\d+$/.test(last) ? "in" : "on"} ${last}.`;
  return `First said ${first}, last ${last}, in this archive.`;
}

/** Without words there is nothing to be relevant to: the order is then newest first. */
function sorts(state: SearchState, q: string, urls: Urls): Choice[] {
  const offered = q === "" ? SORTS.filter(({ sort }) => sort !== "relevance") : SORTS;
  const present = state.sort ?? "relevance";
  const effective = q === "" && present === "relevance" ? "newest" : present;
  return offered.map(({ sort, label }) => ({
    label,
    chosen: sort === effective,
    url: urls.search({ ...state, sort, page: 1 }),
  }));
}

function grouping(state: SearchState, urls: Urls): Choice {
  const chosen = state.group === "address";
  const group = chosen ? "paragraph" : "address";
  return { label: "By address", chosen, url: urls.search({ ...state, page: 1, group }) };
}

function files(state: SearchState, urls: Urls): Link[] {
  return [
    { label: "CSV", url: urls.searchFile("csv", state) },
    { label: "JSONL", url: urls.searchFile("jsonl", state) },
    { label: "Feed", url: urls.searchFile("atom", state) },
  ];
}

/** A tag of a hit narrows the search to it; one that is chosen already changes nothing. */
function narrowed(state: SearchState, group: FacetGroup, value: string, urls: Urls): string {
  const chosen = state.filters?.[group]?.includes(value);
  return urls.search(chosen ? { ...state, page: 1 } : toggled(state, group, value));
}

/** A click chooses other years in place of the chosen ones. */
function histograms(answer: Answer, state: SearchState, urls: Urls): YearHistogram[] {
  const counts = answer.facets.year
    .map(({ value, count }) => ({ year: Number(value), count }))
    .filter(({ count }) => count > 0);
  const chosen = chosenYears(state, counts);
  const urlFor = ({ from, to }: YearRange) =>
    urls.search(withDates(withoutGroup(state, "year"), String(from), String(to)));
  return [yearHistogram(counts, chosen, urlFor), nearerYears(counts, chosen, urlFor)].filter(
    (chart) => chart !== null,
  );
}

/** From the first chosen year to the last. */
function chosenYears(state: SearchState, counts: readonly { year: number }[]): YearRange | null {
  const years = counts.map(({ year }) => year);
  const named = (state.filters?.year ?? []).map(Number);
  const from = state.from ? yearFrom(state.from) : null;
  const to = state.to ? yearFrom(state.to) : null;
  if (from === null && to === null && named.length === 0) return null;
  return {
    from: from ?? Math.min(...(named.length > 0 ? named : years), to ?? Number.POSITIVE_INFINITY),
    to: to ?? Math.max(...(named.length > 0 ? named : years), from ?? Number.NEGATIVE_INFINITY),
  };
}

function yearFrom(text: string): number | null {
  const date: PartialDate | null = parsePartialDate(text);
  return date ? yearOf(date) : null;
}
