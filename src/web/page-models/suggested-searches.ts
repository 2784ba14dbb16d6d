/** Searches that may have been meant, each with what it finds: those of one kind in one sentence. */
import type { Answer, Suggestion } from "../../search/answer.ts";
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
  { suggestions }: Answer,
  state: SearchState,
  urls: Urls,
): SuggestedSearches[] {
  const kinds = [...new Set(suggestions.map(({ reason }) => reason))];
  return kinds.map((kind) => {
    const ofKind = suggestions.filter(({ reason }) => reason === kind);
    return {
      before: BEFORE[kind],
      searches: ofKind.map((suggestion, at) => ({
        lead: leadTo(at, ofKind.length),
        q: suggestion.q,
        url: urls.search({ ...state, q: suggestion.q, page: 1 }),
        // What is counted need be said once.
        found: `(${at === 0 ? counted(suggestion.total, "paragraph") : formatCount(suggestion.total)})`,
      })),
      after: kind === "spelling" ? "?" : ".",
    };
  });
}

function leadTo(at: number, length: number): string {
  if (at === 0) return "";
  return at === length - 1 ? " or " : ", ";
}
