/** What the FTS5 tables hold: the one place where words become index terms. */
import { isStemmable, stem } from "../../text/stem.ts";
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

/** A folded word as a term of `search_words`. */
export function wordTerm(folded: string): string {
  return folded.replace(SPLITTING, "_");
}

/**
 * A folded word as a term of `search_stems`. The language is part of it: "news" is no form of "new",
 * whatever another language's rules say.
 */
export function stemTerm(folded: string, lang: string): string {
  return `${wordTerm(stem(folded, lang))}${MARK}${stemLanguage(lang)}`;
}

/** Languages with the same rules of stemming share one name; those without rules share the empty one. */
export function stemLanguage(lang: string): string {
  return isStemmable(lang) ? (lang.split("-", 1)[0] ?? "").toLowerCase() : "";
}

/** The term of a paragraph in which `term` occurs `count` times, one of `COUNTS`. */
export function countTerm(term: string, count: number): string {
  return `${term}${count}`;
}

/** The row of `search_words`: every word in reading order. */
export function wordsRow(tokens: readonly Token[]): string {
  return tokens.map((token) => wordTerm(token.folded)).join(" ");
}

/** The row of `search_stems`: every stem once, and its count where that is counted. */
export function stemsRow(tokens: readonly Token[], lang: string): string {
  const counts = new Map<string, number>();
  for (const { folded } of tokens) {
    const term = stemTerm(folded, lang);
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
export function titleRow(tokens: readonly Token[], lang: string): string {
  return tokens.map((token) => stemTerm(token.folded, lang)).join(" ");
}
