/** How the words of a query are spelled to the server: by the letter, with their synonyms, or loosely. */
import { stem } from "../../text/stem.ts";
import { NonsenseError } from "./http-client.ts";
import { formToken, stemToken } from "./index-token.ts";
import { type Part, quoted, type Spelling, type TextTerm } from "./plan.ts";
import type { Synonyms } from "./settings.ts";

/**
 * By the letter. A word with synonyms is left loose, because a phrase has none; the settings forbid
 * typos in it.
 */
export function createSpelling(synonyms: Synonyms): Spelling {
  return (term, lang) => {
    const token = stemToken(stem(term.folded[0] ?? "", lang));
    return term.type === "word" && Object.hasOwn(synonyms, token)
      ? { text: token, loose: true }
      : { text: quoted(term, lang), loose: false };
  };
}

/** Lets the server look for words spelled nearly like the unknown ones; all others as before. */
export function looseForms(unknown: readonly TextTerm[], others: Spelling): Spelling {
  return (term, lang) =>
    unknown.includes(term)
      ? { text: formToken(term.folded[0] ?? ""), loose: true }
      : others(term, lang);
}

/**
 * @param asked each term with the parts it was counted in, in the order of the answer's results
 * @returns the words that were counted nowhere
 */
export function unknownWords(
  asked: readonly { term: TextTerm; parts: readonly Part[] }[],
  answer: unknown,
): TextTerm[] {
  const results = (answer as { results?: { totalHits?: unknown }[] } | null)?.results;
  if (!Array.isArray(results)) throw new NonsenseError("An answer without results");
  const totals = results.map(({ totalHits }) => totalHits);
  let next = 0;
  return asked.flatMap(({ term, parts }) => {
    const own = totals.slice(next, next + parts.length);
    next += parts.length;
    if (own.length !== parts.length || !own.every(Number.isSafeInteger)) {
      throw new NonsenseError("Counts that are no counts");
    }
    return term.type === "word" && own.every((total) => total === 0) ? [term] : [];
  });
}
