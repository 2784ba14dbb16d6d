/**
 * Folding: the one way in which text and query are made alike before they are compared. Case,
 * accents, apostrophes and compatibility forms go; letters that only look accented (Cyrillic
 * й and ї) stay, because dropping their mark makes another word.
 */

/** Letters with no canonical decomposition, and what readers type for them. */
const PLAIN_LETTERS: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ħ: "h",
  ı: "i",
  ё: "е",
  ς: "σ",
};

const PLAIN_LETTER = new RegExp(`[${Object.keys(PLAIN_LETTERS).join("")}]`, "g");
const ASCII_ONLY = /^[\x20-\x7e]*$/;
/** A mark after й, ї, ў and their like is part of the letter; after anything else it is an accent. */
const ACCENT = /(?<![\u0430-\u044f\u0456][\u0306\u0308]*)[\u0306\u0308]|(?![\u0306\u0308])\p{M}/gu;

/** Every character that people use for an apostrophe inside a word. */
export const APOSTROPHES = "'’‘ʼ`´ʹ′＇";
const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, "g");

/**
 * Folds one word: lower case, no accents, no apostrophes.
 * @returns may be empty, when the word was nothing but marks.
 */
export function foldWord(word: string): string {
  if (ASCII_ONLY.test(word)) {
    const lower = word.toLowerCase();
    return lower.includes("'") || lower.includes("`") ? lower.replace(/['`]/g, "") : lower;
  }
  return (
    word
      .normalize("NFKC")
      .toLowerCase()
      .replace(APOSTROPHE, "")
      .normalize("NFD")
      .replace(ACCENT, "")
      .normalize("NFC")
      // Last, so that letters which had an accent as well (ǽ) are found.
      .replace(PLAIN_LETTER, (letter) => PLAIN_LETTERS[letter] ?? letter)
  );
}

/** White space runs become one space, and none stays at the ends: the form that keys and hashes are made of. */
export function foldWhiteSpace(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
