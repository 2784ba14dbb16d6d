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
