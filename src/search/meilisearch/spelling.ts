/** How the words of a query are spelled to the server: by the letter, with their synonyms, or loosely. */
import { STEM_LANGUAGES } from "../../text/stem.ts";
import { createWiden, type Widen } from "../query/widen.ts";
import type { Name, Synonyms } from "../synonyms.ts";
import { NonsenseError } from "./http-client.ts";
import { anyOfToken, formToken } from "./index-token.ts";
import { type Part, planOf, quoted, type Spelling, type TextTerm, tokensOf } from "./plan.ts";
import type { ServerSynonyms } from "./settings.ts";

/**
 * By the letter. A word with synonyms is asked by the token that the server has for just these words;
 * it is left loose, because a phrase has no synonyms, and the settings forbid typos in it.
 */
export function createSpelling(synonyms: ServerSynonyms): Spelling {
  return (term, lang) => {
    const tokens = alternatives(term, lang);
    if (tokens.length === 1) return { text: quoted(term, lang), loose: false };
    const token = anyOfToken(tokens);
    return Object.hasOwn(synonyms, token) ? { text: token, loose: true } : null;
  };
}

/**
 * The server knows no OR, but it replaces a word by its synonyms: so each set of words that names of
 * the file come to, in any language, has a token that stands for it.
 */
export function serverSynonyms(synonyms: Synonyms): ServerSynonyms {
  const sets = new Map<string, string[]>();
  for (const lang of STEM_LANGUAGES) {
    const widen = createWiden(synonyms, [lang]);
    for (const term of synonyms.flat().flatMap((name) => termsOf(name, widen))) {
      const tokens = alternatives(term, lang);
      if (tokens.length > 1) sets.set(anyOfToken(tokens), tokens);
    }
  }
  return Object.fromEntries([...sets].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The name as one types it; none where that is beyond the server. */
function termsOf({ folded }: Name, widen: Widen): TextTerm[] {
  const words = folded.map((word) => {
    return { type: "word" as const, folded: word, text: word, prefix: false };
  });
  return planOf(widen({ type: "and", children: words }).tree)?.found ?? [];
}

function alternatives(term: TextTerm, lang: string): string[] {
  const terms = [term, ...(term.synonyms ?? [])];
  return [...new Set(terms.map((one) => tokensOf(one, lang)))].sort();
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
