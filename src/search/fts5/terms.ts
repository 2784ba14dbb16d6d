/** What the FTS5 tables hold: the one place where words become index terms. */
import { searchStem } from "../../text/search-stem.ts";
import { isStemmable } from "../../text/stem.ts";
import type { Token } from "../../text/tokens.ts";

/** Between a stem and its language; never part of a word, and a token character to FTS5. */
const MARK = "·";
/**
 * Counts of a stem in a paragraph that have a term of their own; one in between has that of the next
 * lower. BM25 tells 5 from 7 by 6 %, and each count costs a look-up for each word of a query.
 */
export const COUNTS = [2, 3, 4, 5, 8] as const;
/** ASCII that FTS5's tokenizer would split at; compatibility forms ("⑴") fold to such characters. */
const SPLITTING = /[^\w.\u{80}-\u{10ffff}]/gu;
const SPLITTING_IN_LINES = /[^\w.\n\u{80}-\u{10ffff}]/gu;
/** A speech archive has some 100,000 forms a language; beyond that the terms at hand are forgotten. */
const MOST_TERMS_AT_HAND = 100_000;

/** A folded word as a term of `search_words`. */
export function wordTerm(folded: string): string {
  return folded.replace(SPLITTING, "_");
}

/**
 * A folded word as a term of `search_stems`. The language is part of it: "news" is no form of "new",
 * whatever another language's rules say.
 */
export function stemTerm(folded: string, lang: string): string {
  return `${wordTerm(searchStem(folded, lang))}${MARK}${stemLanguage(lang)}`;
}

/** Languages with the same rules of stemming share one name; those without rules share the empty one. */
export function stemLanguage(lang: string): string {
  return isStemmable(lang) ? (lang.split("-", 1)[0] ?? "").toLowerCase() : "";
}

/** The term of a paragraph in which `term` occurs `count` times, one of `COUNTS`. */
export function countTerm(term: string, count: number): string {
  return `${term}${count}`;
}

/** `stemTerm` of one language. */
export type StemTermOf = (folded: string) => string;

/** For writing: keeps the term of each word at hand, as most words come again. The languages are BCP 47. */
export function createStemTerms(): (lang: string) => StemTermOf {
  const languages = new Map<string, Map<string, string>>();
  return (lang) => {
    const rules = stemLanguage(lang);
    const terms = languages.get(rules) ?? new Map<string, string>();
    languages.set(rules, terms);
    return (folded) => {
      const known = terms.get(folded);
      if (known !== undefined) return known;
      if (terms.size >= MOST_TERMS_AT_HAND) terms.clear();
      const term = stemTerm(folded, lang);
      terms.set(folded, term);
      return term;
    };
  };
}

/** The row of `search_words`: every word in reading order. @param words folded, one a line */
export function wordsRow(words: string): string {
  return words.replace(SPLITTING_IN_LINES, "_");
}

/** The row of `search_stems`: every stem once, and its count where that is counted. @param words as above */
export function stemsRow(words: string, stemTermOf: StemTermOf): string {
  if (words === "") return "";
  const counts = new Map<string, number>();
  for (const folded of words.split("\n")) {
    const term = stemTermOf(folded);
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const terms: string[] = [];
  for (const [term, count] of counts) {
    terms.push(term);
    const counted = COUNTS.findLast((one) => one <= count);
    if (counted !== undefined) terms.push(countTerm(term, counted));
  }
  return terms.join(" ");
}

/** The row of `search_titles`. */
export function titleRow(tokens: readonly Token[], stemTermOf: StemTermOf): string {
  return tokens.map((token) => stemTermOf(token.folded)).join(" ");
}
