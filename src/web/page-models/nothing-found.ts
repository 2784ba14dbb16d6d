/** What a search that found nothing says: why, what to try, and what the archive covers. */
import type { Answer } from "../../search/answer.ts";
import type { ArchiveSummary } from "../../store/records.ts";
import type { SearchState, Urls } from "../urls.ts";
import { loosenings } from "./facets.ts";
import { counted, formatCount, formatSpan } from "./format.ts";
import type { Link } from "./frame.ts";
import { filterCount, withoutFilters } from "./search-links.ts";

export type NothingFound = {
  /** Each part of the query by itself, in the whole archive. */
  terms: { text: string; count: string; absent: boolean; url: string }[];
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
    terms: answer.termCounts.map(({ text, count }) => ({
      text,
      count: count === 0 ? "nowhere in this archive" : `in ${counted(count, "paragraph")}`,
      absent: count === 0,
      url: urls.search({ q: text }),
    })),
    suggestions,
    coverage: coverage(context.summary()),
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
