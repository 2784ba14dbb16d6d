/**
 * Our words as Meilisearch is given them. Its tokenizer splits, folds and merges words by rules of
 * its own (it parts a word where the script changes, 3.5 at its point, compounds of some languages,
 * й into two letters); a word that consists of letters it holds for lower-case Latin, with a digit
 * in front, it leaves alone. So every word is written in that alphabet: one letter for one letter where
 * there is one to spare, which takes half the bytes of the hexadecimal digits that others are written in.
 *
 * The digit in front says what the word is, and keeps forms and stems apart in one index.
 */
import { createHash } from "node:crypto";

/** What the digit in front says. */
const FORM = "1";
const STEM = "0";
/** Written as hexadecimal digits: words with letters outside the alphabet below. */
const ESCAPED_FORM = "3";
const ESCAPED_STEM = "2";
/** Names no word but a set of them; in no document. */
const ANY_OF = "4";

/**
 * Blocks of letters and the Latin letters that stand for them: all in U+0250–U+02AF, which no
 * folded word of a living language consists of, and which Meilisearch neither folds nor splits.
 */
const BLOCKS = [
  { first: 0x0430, last: 0x045f, to: 0x0250 }, // Cyrillic, with the letters of Ukrainian and Serbian
  { first: 0x0491, last: 0x0491, to: 0x02a0 }, // ґ
  { first: 0x03b1, last: 0x03c9, to: 0x0280 }, // Greek
] as const;

const PLAIN = /^[a-z0-9]+$/;
const MAPPED = /^[a-z0-9\u0430-\u045f\u0491\u03b1-\u03c9]+$/;
const OTHER_LETTER = /[^a-z0-9]/g;

/** Meilisearch drops words of more than 250 bytes; a longer one is known by its hash. */
const LONGEST_LETTERS = 60;

/** A folded word, as the index of forms holds it. */
export function formToken(folded: string): string {
  return encode(folded, FORM, ESCAPED_FORM);
}

/** A stem, as the index of stems holds it. */
export function stemToken(stem: string): string {
  return encode(stem, STEM, ESCAPED_STEM);
}

/** What any of some words is asked by. @param tokens each a word, or words joined by spaces; their order does not matter */
export function anyOfToken(tokens: readonly string[]): string {
  return (
    ANY_OF +
    createHash("sha256")
      .update([...tokens].sort().join("\n"))
      .digest("hex")
  );
}

function encode(word: string, plain: string, escaped: string): string {
  if (word.length > LONGEST_LETTERS) {
    return escaped + createHash("sha256").update(word).digest("hex");
  }
  if (PLAIN.test(word)) return plain + word;
  if (MAPPED.test(word)) return plain + word.replace(OTHER_LETTER, substitute);
  return escaped + Buffer.from(word, "utf8").toString("hex");
}

function substitute(letter: string): string {
  const code = letter.charCodeAt(0);
  const block = BLOCKS.find(({ first, last }) => code >= first && code <= last);
  return String.fromCharCode(code - (block?.first ?? 0) + (block?.to ?? 0));
}
