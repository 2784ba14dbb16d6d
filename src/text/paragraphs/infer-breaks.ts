/** Where a wall of text, a long block that came without paragraphs, is broken into some. */
import type { Range } from "../../domain/address.ts";

/** A paragraph of a spoken address has 40 to 90 words; a break waits for about that many characters. */
const ENOUGH_CHARACTERS = 350;

/**
 * Infers the paragraph breaks of a wall.
 * @param sentences the wall's sentences, in order
 * @returns indices of sentences that begin a paragraph, ascending, without 0
 */
export function inferBreaks(sentences: readonly Range[]): number[] {
  const breaks: number[] = [];
  let from = sentences[0]?.start ?? 0;
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.start - from >= ENOUGH_CHARACTERS) {
      breaks.push(index);
      from = sentence.start;
    }
  }
  return breaks;
}
