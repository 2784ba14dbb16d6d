/** How much of a paragraph a citation quotes. */
import { sentences } from "../text/sentences.ts";
import { tokenize } from "../text/tokens.ts";

const LIMITS = {
  /** A run-in quotation longer than this asks for a block quotation in APA (40 words), MLA (four lines)
   * and Chicago (100 words); the most generous of them. */
  quotedWords: 100,
  /** Below this a cut at the end of a sentence would lose too much of what was meant; cut at a word instead. */
  leastWords: 25,
};

/** Characters that may stand between the last word of a sentence and its end: `?!”)`. */
const CLOSING_MARKS = 4;

/** Marks what was left out, in brackets, so that nobody takes it for the speaker's own pause. */
export const OMISSION = " […]";

/**
 * A paragraph as a run-in quotation: whole up to 100 words, else its first sentences that
 * fit, else its first 100 words; what is left out is marked with `[…]`.
 */
export function quotationOf(text: string, lang: string): string {
  const tokens = tokenize(text);
  const last = tokens[LIMITS.quotedWords - 1];
  if (tokens.length <= LIMITS.quotedWords || !last) return text;
  let end = 0;
  for (const sentence of sentences(text, lang)) {
    if (sentence.end > last.end + CLOSING_MARKS) break;
    end = sentence.end;
  }
  const least = tokens[LIMITS.leastWords - 1]?.end ?? 0;
  if (end < least) end = last.end;
  return text.slice(0, end).replace(/[\s,;:–—-]+$/u, "") + OMISSION;
}
