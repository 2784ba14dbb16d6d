/** Searches that may have been meant, each with what it finds: those of one kind in one sentence. */
import type { Answer, Suggestion } from "../../search/answer.ts";
import { formatQuery } from "../../search/query/describe.ts";
import { FACET_FIELDS } from "../../search/query/syntax.ts";
import type { SearchState, Urls } from "../urls.ts";
import { counted, formatCount } from "./format.ts";

/** A link to another search, between what leads to it and what it finds. */
export type SuggestedSearch = { lead: string; q: string; url: string; found: string };

/** A sentence about other searches: what comes before the first, and what after the last. */
export type SuggestedSearches = { before: string; searches: SuggestedSearch[]; after: string };

const BEFORE: Record<Suggestion["reason"], string> = {
  spelling: "Did you mean",
  speaker: "As a speaker:",
  beginning: "Words that begin so:",
  "fewer-words": "With fewer words:",
  alternatives: "With OR in capitals:",
};

/** In the order of the first of each kind. */
export function suggestedSearches(
  answer: Answer,
  state: SearchState,
  urls: Urls,
): SuggestedSearches[] {
  const { suggestions } = answer;
  const kinds = [...new Set(suggestions.map(({ reason }) => reason))];
  return kinds.map((kind) => {
    const ofKind = suggestions.filter(({ reason }) => reason === kind);
    return {
      before: BEFORE[kind],
      searches: ofKind.map((suggestion, at) => ({
        lead: leadTo(at, ofKind.length),
        q: named(suggestion, answer),
        url: urls.search({ ...state, ...changed(suggestion), page: 1 }),
        found: `(${foundBy(suggestion, at === 0)}${withoutWhat(suggestion)})`,
      })),
      after: kind === "spelling" ? "?" : ".",
    };
  });
}

function changed({ q, filters }: Suggestion): SearchState {
  return filters ? { q, filters } : { q };
}

/** What is counted need be said once. */
function foundBy({ total }: Suggestion, isFirst: boolean): string {
  return isFirst ? counted(total, "paragraph") : formatCount(total);
}

/** What is not asked for, where the sentence does not say that words are left out. */
function withoutWhat({ reason, leftOut }: Suggestion): string {
  if (reason === "fewer-words" || !leftOut) return "";
  return `, without ${leftOut.map((part) => `“${part.replaceAll('"', "")}”`).join(", ")}`;
}

function leadTo(at: number, length: number): string {
  if (at === 0) return "";
  return at === length - 1 ? " or " : ", ";
}

/** The query; where a filter is what is otherwise, that as a field has it, and the query only if it is another too. */
function named({ q, filters }: Suggestion, answer: Answer): string {
  if (!filters) return q;
  const others = FACET_FIELDS.flatMap((field) =>
    (filters[field] ?? [])
      .filter((value) => !answer.filters[field]?.includes(value))
      .map((value) => formatQuery({ type: "field", field, value })),
  );
  return [...others, ...(q === formatQuery(answer.asked) ? [] : [q])].join(" ");
}
