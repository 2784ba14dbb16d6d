/** How a word may have come to be misspelled: the rules by which a word that is there is held to be meant. */
import { readCountry } from "../domain/country.ts";
import { isFunctionWord } from "./function-words.ts";

/**
 * Letters that what was typed must have for each step. Short words lie so close together that any of
 * them is near some other: "Sept" is one letter from "sent" and "seat".
 */
const LETTERS = {
  /** For two neighbours exchanged, or a letter left out, behind the first letter; for a wrong one there, which is not sure. */
  least: 4,
  /** For one letter too many, too few or wrong, surely. */
  oneSlip: 5,
  /** For two slips behind the first letter. */
  twoSlips: 7,
} as const;
/** Short for longer words, and no slip of others. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  "assn,capt,corp,dept,govt,intl,natl,prof,sept,supt,univ".split(","),
);
/** Alphabets of words whose first letter may be wrong. */
const ALPHABETS = ["abcdefghijklmnopqrstuvwxyz", "абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя"];
const LETTERS_ONLY = /^\p{L}+$/u;

/** Slips between what was typed and a word; `sure` where hardly another word can be meant. */
export type Slips = { count: 1 | 2; sure: boolean };

/** Whether slips are looked for at all: a number, an abbreviation, a word of grammar and a country's name are never taken for another word. @param folded a folded word */
export function mayBeMisspelled(folded: string): boolean {
  if (folded.length < LETTERS.least || !LETTERS_ONLY.test(folded)) return false;
  return !ABBREVIATIONS.has(folded) && !isFunctionWord(folded) && readCountry(folded) === null;
}

/**
 * @param typed and
 * @param word folded, and different
 * @returns null where the word is held not to be meant
 */
export function slipsBetween(typed: string, word: string): Slips | null {
  const { length } = typed;
  if (Math.abs(length - word.length) > 2 || !LETTERS_ONLY.test(word)) return null;
  const count = editDistance(typed, word);
  const sameFirst = typed[0] === word[0];
  if (count === 1 && length < LETTERS.oneSlip) return sameFirst ? shortSlip(typed, word) : null;
  if (count === 1) return { count, sure: true };
  return count === 2 && sameFirst && length >= LETTERS.twoSlips ? { count, sure: false } : null;
}

/** @param word that begins with the same letter as the short word that was typed, and is one slip away */
function shortSlip(typed: string, word: string): Slips | null {
  if (isExchange(typed, word) || word.length > typed.length) return { count: 1, sure: true };
  const isOffered = word.length === typed.length || isPlural(typed, word);
  return isOffered && typed.length >= LETTERS.least ? { count: 1, sure: false } : null;
}

/** Of an abbreviation: a stem keeps the ending of what has no vowel. */
function isPlural(typed: string, word: string): boolean {
  return typed === `${word}s`;
}

/** All that is one slip away and may begin otherwise, words or not. @param typed a folded word */
export function otherStarts(typed: string): string[] {
  if (typed.length < LETTERS.oneSlip) return [];
  const [first = "", second = ""] = typed;
  const alphabet = ALPHABETS.find((letters) => letters.includes(first)) ?? "";
  const rest = typed.slice(1);
  const others = [...alphabet].flatMap((letter) => [letter + rest, letter + typed]);
  return [...new Set([rest, second + first + typed.slice(2), ...others])].filter(
    (start) => start !== typed,
  );
}

function isExchange(typed: string, word: string): boolean {
  return typed.length === word.length && [...typed].sort().join() === [...word].sort().join();
}

/** Insertions, deletions, substitutions and exchanges of neighbours (optimal string alignment). */
function editDistance(one: string, other: string): number {
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
