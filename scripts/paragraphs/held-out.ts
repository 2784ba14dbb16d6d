/** Which addresses are copies, or near copies, of held-out ones, and so must not be trained on. */
import { tokenize } from "../../src/text/tokens.ts";

/** Words of a shingle. */
const SHINGLE = 5;
/**
 * Copies share nearly all shingles of the shorter text; the most alike of different addresses in the
 * data, which quote the same passage, share a fifth.
 */
const LEAST_SHARED = 0.3;

function shingles(text: string): Set<string> {
  const words = tokenize(text).map((token) => token.folded);
  return new Set(words.slice(SHINGLE - 1).map((_, i) => words.slice(i, i + SHINGLE).join(" ")));
}

/**
 * @param held texts that are kept out
 * @returns whether a text is a near copy of one of them
 */
export function nearCopyOf(held: readonly string[]): (text: string) => boolean {
  const sizes: number[] = [];
  const places = new Map<string, number[]>();
  for (const [at, text] of held.entries()) {
    const found = shingles(text);
    sizes.push(found.size);
    for (const shingle of found) {
      const texts = places.get(shingle);
      if (texts) texts.push(at);
      else places.set(shingle, [at]);
    }
  }
  return (text) => {
    const found = shingles(text);
    const shared = new Uint32Array(held.length);
    for (const shingle of found) {
      for (const at of places.get(shingle) ?? []) shared[at] = (shared[at] as number) + 1;
    }
    return shared.some((count, at) => {
      const shorter = Math.min(found.size, sizes[at] as number);
      return shorter > 0 && count >= LEAST_SHARED * shorter;
    });
  };
}
