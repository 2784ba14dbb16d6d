/** How much of a paragraph a citation quotes. */
import { tokenize } from "../text/tokens.ts";

const LIMITS = {
  /** A run-in quotation longer than this asks for a block quotation in APA (40 words), MLA (four lines)
   * and Chicago (100 words); the most generous of them. */
  quotedWords: 100,
  /** Below this a cut at the end of a sentence would lose too much of what was meant; cut at a word instead. */
  leastWords: 25,
};

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
  for (const sentence of segmenter(lang).segment(text)) {
    const sentenceEnd = sentence.index + sentence.segment.trimEnd().length;
    if (sentenceEnd > last.end + 1) break;
    end = sentenceEnd;
  }
  const least = tokens[LIMITS.leastWords - 1]?.end ?? 0;
  if (end < least) end = last.end;
  return text.slice(0, end).replace(/[\s,;:–—-]+$/u, "") + OMISSION;
}

function segmenter(lang: string): Intl.Segmenter {
  const supported = Intl.Segmenter.supportedLocalesOf(canonical(lang));
  return new Intl.Segmenter(supported[0] ?? "en", { granularity: "sentence" });
}

function canonical(lang: string): string[] {
  try {
    return Intl.getCanonicalLocales(lang);
  } catch {
    return [];
  }
}
