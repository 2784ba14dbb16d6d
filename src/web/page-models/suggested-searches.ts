/** Searches that may have been meant, each with what it finds. */
import type { Answer, Suggestion } from "../../search/answer.ts";
import type { SearchState, Urls } from "../urls.ts";
import { counted } from "./format.ts";

/** A sentence about another search: what comes before its link, the link, and what comes after. */
export type SuggestedSearch = { before: string; q: string; url: string; after: string };

const BEFORE: Record<Suggestion["reason"], string> = {
  spelling: "Did you mean",
  speaker: "As a speaker:",
  beginning: "Words that begin so:",
  "fewer-words": "Without the words that matter least:",
  alternatives: "OR between alternatives is written in capitals:",
};

export function suggestedSearches(
  { suggestions }: Answer,
  state: SearchState,
  urls: Urls,
): SuggestedSearch[] {
  return suggestions.map(({ reason, q, total }) => ({
    before: BEFORE[reason],
    q,
    url: urls.search({ ...state, q, page: 1 }),
    after: `(${counted(total, "paragraph")})${reason === "spelling" ? "?" : "."}`,
  }));
}
