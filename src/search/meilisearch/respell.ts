/** Words that occur nowhere, and those that the server took them for. */
import { searchStem } from "../../text/search-stem.ts";
import type { Plan, TextTerm } from "./plan.ts";

/** What an unknown word was taken for, most often first; none where nothing is spelled nearly so. */
export type Respelling = { term: TextTerm; words: string[] };

/**
 * Tells which of the words that were found stands for which unknown one: the one it is nearest to.
 * @param words folded, most often first
 */
export function respellingsOf(
  unknown: readonly TextTerm[],
  words: readonly string[],
): Respelling[] {
  const taken = unknown.map((term) => ({ term, words: [] as string[] }));
  for (const word of words) {
    const distances = unknown.map(({ folded }) => editDistance(folded[0] ?? "", word));
    taken[distances.indexOf(Math.min(...distances))]?.words.push(word);
  }
  return taken;
}

/**
 * The query as if it had been spelled right, so that it finds all forms of the word, and no other one
 * that is spelled nearly so.
 * @returns null where an unknown word was taken for words that are one in none of the languages
 */
export function rightedPlan(
  plan: Plan,
  respellings: readonly Respelling[],
  languages: readonly string[],
): Plan | null {
  const righted = new Map<TextTerm, TextTerm>();
  for (const { term, words } of respellings) {
    const [word] = words;
    if (word === undefined || !languages.some((lang) => isOneWord(words, lang))) return null;
    righted.set(term, { type: "word", folded: [word], text: word });
  }
  return { ...plan, found: plan.found.map((term) => righted.get(term) ?? term) };
}

function isOneWord(forms: readonly string[], lang: string): boolean {
  return new Set(forms.map((form) => searchStem(form, lang))).size === 1;
}

/** Insertions, deletions, substitutions and exchanges of neighbours (optimal string alignment). */
export function editDistance(one: string, other: string): number {
  let [before, last]: [number[], number[]] = [
    [],
    Array.from({ length: other.length + 1 }, (_, j) => j),
  ];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const exchanged = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        i > 1 && j > 1 && exchanged ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
