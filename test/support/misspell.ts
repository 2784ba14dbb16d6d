/** Words as a hurried hand types them. */

/**
 * Another word at one insertion, deletion, substitution or exchange.
 * @param next numbers from 0 up to 1
 */
export function misspell(word: string, next: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const at = Math.floor(next() * word.length);
  const letter = pick([..."abcdefghijklmnopqrstuvwxyz"]);
  return pick([
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2),
  ]);
}

/**
 * Words of five letters or more, each as a hurried hand types it.
 * @param vocabulary what is typed is none of these
 * @param next as above
 */
export function misspelledWords(
  vocabulary: ReadonlySet<string>,
  count: number,
  next: () => number,
): { word: string; typed: string }[] {
  const words = [...vocabulary].filter((word) => /^[a-z]{5,}$/.test(word));
  const misspelled: { word: string; typed: string }[] = [];
  while (misspelled.length < count) {
    const word = words[Math.floor(next() * words.length)] as string;
    const typed = misspell(word, next);
    if (!vocabulary.has(typed)) misspelled.push({ word, typed });
  }
  return misspelled;
}
