/** What a reader is told about words that were searched beside, or in place of, those typed. */

import type { QueryNotice } from "../query/syntax.ts";
import type { Addition } from "../query/widen.ts";
import type { Respelling } from "./forgiving-search.ts";

/** Words that are named; of more, how many. */
const MOST_NAMED = 5;
/** The way back, said once. */
const AS_TYPED = "Quotation marks keep a word as typed.";

/** Other words than those typed are never shown in silence. */
export function wordNotices(
  additions: readonly Addition[],
  respelling: Respelling | null,
): QueryNotice[] {
  const notices: QueryNotice[] = additions.map(({ typed, others, leftOut }) => {
    const done = leftOut ? "left out" : "searched";
    const kind = others.length === 1 ? "a synonym" : "synonyms";
    return { code: "synonyms", message: `Also ${done}: ${list(others)}, ${kind} of “${typed}”.` };
  });
  if (respelling && respelling.typed.length > 0) {
    const message = `No ${list(respelling.typed)} anywhere; searched: ${list(respelling.shown)}.`;
    notices.push({ code: "respelled", message });
  }
  if (respelling && respelling.beginning !== null) {
    const message = `No ${list([respelling.beginning])} anywhere; searched: words that begin so.`;
    notices.push({ code: "respelled", message });
  }
  const last = notices.pop();
  return last ? [...notices, { ...last, message: `${last.message} ${AS_TYPED}` }] : [];
}

function list(words: readonly string[]): string {
  const named = words.slice(0, MOST_NAMED).map((word) => `“${word}”`);
  const more = words.length - named.length;
  return `${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
