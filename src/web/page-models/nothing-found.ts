/** What a search that found nothing says: why, what to try, and what the archive covers. */
import type { Answer, TermCount } from "../../search/answer.ts";
import { formatQuery } from "../../search/query/describe.ts";
import { withoutPart } from "../../search/query/without-part.ts";
import type { ArchiveSummary } from "../../store/records.ts";
import type { SearchState, Urls } from "../urls.ts";
import { loosenings } from "./facets.ts";
import { counted, formatCount, formatSpan } from "./format.ts";
import type { Link } from "./frame.ts";
import { filterCount, withoutFilters } from "./search-links.ts";

/** A part of a query that found nothing: what it finds alone, and the search without it. */
export type FailingPart = {
  text: string;
  /** "grain alone: 107 paragraphs", in the whole archive; null where it occurs nowhere. */
  alone: Link | null;
  /** "search without grain: 12 paragraphs", the same but for this part; null where that finds nothing either. */
  without: Link | null;
};

export type NothingFound = {
  parts: FailingPart[];
  /** Searches that ask for less. */
  suggestions: Link[];
  /** What was searched, in sentences. */
  coverage: string[];
};

export function nothingFound(
  answer: Answer,
  state: SearchState,
  context: { urls: Urls; summary: () => ArchiveSummary },
): NothingFound {
  const { urls } = context;
  const suggestions = loosenings(answer, state, urls);
  if (filterCount(state) > 1) {
    suggestions.push({ label: "No filter at all", url: urls.search(withoutFilters(state)) });
  }
  return {
    parts: answer.termCounts.map((term) => failingPart(term, answer, state, urls)),
    suggestions,
    coverage: coverage(context.summary()),
  };
}

function failingPart(
  { text, count, without }: TermCount,
  { asked }: Answer,
  state: SearchState,
  urls: Urls,
): FailingPart {
  const rest = without ? withoutPart(asked, text) : null;
  const label = `${text} alone: ${counted(count, "paragraph")}`;
  return {
    text,
    alone: count === 0 ? null : { label, url: urls.search({ q: text }) },
    without: rest && {
      label: `search without ${text}: ${counted(without ?? 0, "paragraph")}`,
      url: urls.search({ ...state, q: formatQuery(rest), page: 1 }),
    },
  };
}

/** What the archive holds, said so that "not found" can be judged. */
export function coverage(summary: ArchiveSummary): string[] {
  const { addresses, paragraphs, firstDay, lastDay, incompleteAddresses } = summary;
  if (firstDay === null || lastDay === null) return ["This archive holds no addresses yet."];
  const { first, last } = formatSpan(firstDay, lastDay);
  const holds = `Searched: ${counted(addresses, "address", "addresses")}, ${counted(paragraphs, "paragraph")}, from ${first} to ${last}.`;
  if (incompleteAddresses === 0) return [holds];
  const verb = incompleteAddresses === 1 ? "is" : "are";
  return [
    holds,
    `Of these, ${formatCount(incompleteAddresses)} ${verb} known to be incomplete: words missing there cannot be found here.`,
  ];
}
