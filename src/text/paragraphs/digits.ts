/** Small numbers as one letter each: what a model file's tables are written in, short and easy to diff. */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Uint8Array(128);
for (let i = 0; i < ALPHABET.length; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

/** @returns 0 to 63 for each letter */
export function readDigits(text: string): Uint8Array {
  const values = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) values[i] = VALUES[text.charCodeAt(i)] ?? 0;
  return values;
}

/** @param values whole numbers from 0 to 63 */
export function writeDigits(values: Iterable<number>): string {
  return Array.from(values, (value) => ALPHABET.charAt(value)).join("");
}
