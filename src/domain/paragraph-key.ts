/**
 * The permanent name of a paragraph: 8 characters of Crockford's base 32 in lower case, derived
 * from the identity of the address and the first-seen normalised text, so that an archive rebuilt
 * from the same files, in the same order and by the same splitter, gives the same keys: both decide
 * where a wall of text is broken. Opaque: nothing may be read from it.
 */
import { createHash } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const KEY_LENGTH = 8;

/**
 * Derives a key.
 * @param addressIdentity what makes the address itself, see `addressIdentity`
 * @param normalisedText the paragraph's text with white space folded
 * @param attempt 0 first; raised by the caller while the key is taken (a repeated paragraph, or a collision)
 */
export function deriveKey(
  addressIdentity: string,
  normalisedText: string,
  attempt: number,
): string {
  const digest = createHash("sha256")
    .update(`${addressIdentity}\u0000${normalisedText}\u0000${attempt}`)
    .digest();
  let bits = digest.readUIntBE(0, 5);
  let key = "";
  for (let i = 0; i < KEY_LENGTH; i++) {
    key = ALPHABET[bits % 32] + key;
    bits = Math.floor(bits / 32);
  }
  return key;
}

/**
 * Reads a key as people write it: any case, o for 0, i and l for 1.
 * @returns the canonical key, or null when it cannot be one.
 */
export function readKey(written: string): string | null {
  const key = written.toLowerCase().replaceAll("o", "0").replace(/[il]/g, "1");
  return key.length === KEY_LENGTH && [...key].every((c) => ALPHABET.includes(c)) ? key : null;
}
