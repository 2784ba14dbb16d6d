/** Numbers for the words of a dictionary, for looking up every word of a text. */
import { codeAt } from "../code-at.ts";

/** Share of places that may be taken: with more, words without a number take longer to look up. */
const FULL = 0.5;

/**
 * Strings numbered from 1 in the order they are added. A hash table with open addressing (Knuth, The
 * Art of Computer Programming 3, 6.4): to a `Map`, a word fresh from a text has a hash yet to be
 * worked out at the cost of leaving compiled code, which took half the time of finding topics.
 */
export class KeyNumbers {
  readonly #keys: string[] = [""];
  #slots = new Int32Array(64);
  /** Hash of each key by its number. */
  #hashes = new Int32Array(64);

  /** @returns the number of the key, a new one where it had none */
  add(key: string): number {
    const known = this.get(key);
    if (known !== 0) return known;
    const number = this.#keys.push(key) - 1;
    if (number >= this.#slots.length * FULL) this.#grow();
    this.#hashes[number] = hash(key);
    this.#put(number);
    return number;
  }

  /** @returns 0 for a key that was not added */
  get(key: string): number {
    const hashed = hash(key);
    const mask = this.#slots.length - 1;
    for (let slot = hashed & mask; ; slot = (slot + 1) & mask) {
      const number = this.#slots[slot] as number;
      if (number === 0) return 0;
      if (this.#hashes[number] === hashed && this.#keys[number] === key) return number;
    }
  }

  #grow(): void {
    const size = this.#slots.length * 2;
    const hashes = new Int32Array(size);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#slots = new Int32Array(size);
    for (let number = 1; number < this.#keys.length - 1; number++) this.#put(number);
  }

  #put(number: number): void {
    const mask = this.#slots.length - 1;
    let slot = (this.#hashes[number] as number) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = number;
  }
}

/** FNV-1a over UTF-16 code units, its upper half mixed into the lower, by which slots are chosen. */
function hash(key: string): number {
  const { length } = key;
  let value = 0x811c9dc5;
  for (let at = 0; at < length; at++) value = Math.imul(value ^ codeAt(key, at), 0x01000193);
  return value ^ (value >>> 15);
}
