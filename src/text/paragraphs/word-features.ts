/**
 * The words and shapes that speak for or against a break, each as a number: the hashing trick
 * (Weinberger et al. 2009) gives every one a place in a table of weights without a list of words.
 */
import type { SentenceView } from "./sentence-view.ts";

/** The most features of one gap that are looked at; only absurdly long sentences have more. */
export const MOST_FEATURES = 1200;
/** Words at the beginning of a sentence that also count as early ones. */
const EARLY = 8;
/** Words of a sentence that are looked at. */
const LONGEST = 500;

/** FNV-1a. @returns 32 bits, signed */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash | 0;
}

/** Mixes a value into a hash, as MurmurHash3 finishes. @returns 32 bits, signed */
export function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ (value + 0x9e3779b9), 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** Collects the features of a gap; used again for each, so that nothing is allocated. */
export class GapWords {
  readonly hashes = new Int32Array(MOST_FEATURES);
  count = 0;

  /** Reads the features of the gap before sentence `gap` into `hashes`. @returns their number */
  read(views: readonly SentenceView[], gap: number): number {
    this.count = 0;
    const last = views[gap - 1] as SentenceView;
    const next = views[gap] as SentenceView;
    this.beginning(next, views[gap + 1]);
    this.ending(last, views[gap - 2]);
    this.meeting(last, next);
    this.shapes(views, gap);
    this.bag(3, next.uniqueWords, LONGEST);
    this.bag(8, last.uniqueWords, LONGEST);
    this.bag(53, next.words, EARLY);
    return this.count;
  }

  private add(kind: number, value: number): void {
    if (this.count < MOST_FEATURES) {
      this.hashes[this.count++] = mix(Math.imul(kind + 1, 0x9e3779b1), value);
    }
  }

  private bag(kind: number, words: Int32Array, most: number): void {
    const count = Math.min(words.length, most);
    for (let i = 0; i < count; i++) this.add(kind, words[i] as number);
  }

  /** How the sentence after the gap begins and ends, and how the one after it begins. */
  private beginning(next: SentenceView, afterNext: SentenceView | undefined): void {
    const [first, second, third] = [word(next, 0), word(next, 1), word(next, 2)];
    const two = mix(first, second);
    this.add(0, first);
    this.add(1, two);
    this.add(2, mix(two, third));
    this.add(39, mix(first, mix(second, mix(third, word(next, 3)))));
    this.add(10, second);
    this.add(43, third);
    this.add(44, word(next, 3));
    this.add(40, mix(second, third));
    this.add(13, word(next, -1));
    this.add(4, word(afterNext, 0));
    this.add(12, mix(word(afterNext, 0), word(afterNext, 1)));
  }

  /** How the sentence before the gap begins and ends, and how the one before it begins. */
  private ending(last: SentenceView, beforeLast: SentenceView | undefined): void {
    const [first, second] = [word(last, 0), word(last, 1)];
    const [end, beforeEnd] = [word(last, -1), word(last, -2)];
    this.add(5, first);
    this.add(6, mix(first, second));
    this.add(24, mix(first, mix(second, word(last, 2))));
    this.add(7, end);
    this.add(11, mix(beforeEnd, end));
    this.add(45, word(last, -3));
    this.add(9, word(beforeLast, 0));
  }

  /** What only both sides together say. */
  private meeting(last: SentenceView, next: SentenceView): void {
    const first = word(next, 0);
    this.add(14, mix(word(last, 0), first));
    this.add(15, mix(first, last.endMark));
    this.add(16, mix(last.endMark, next.endMark));
    this.add(47, mix(first, mix(word(next, 1), next.endMark)));
    this.add(48, mix(next.startMark, last.endMark));
  }

  /** Lengths, roughly, and marks of the sentences around. */
  private shapes(views: readonly SentenceView[], gap: number): void {
    const last = views[gap - 1] as SentenceView;
    const next = views[gap] as SentenceView;
    const [first, lastFirst] = [word(next, 0), word(last, 0)];
    const [fine, lastFine] = [lengthClass(next, 2, 8), lengthClass(last, 2, 8)];
    this.add(17, mix(first, fine));
    this.add(18, mix(fine, lastFine));
    this.add(19, mix(lastFirst, lastFine));
    const marks = mix(next.endMark, (views[gap - 2] ?? (views[0] as SentenceView)).endMark);
    this.add(46, mix(last.endMark, marks));
    const [length, lastLength] = [lengthClass(next, 1.5, 6), lengthClass(last, 1.5, 6)];
    const outer = mix(lengthClass(views[gap + 1], 1.5, 6), lengthClass(views[gap - 2], 1.5, 6));
    this.add(50, mix(length, mix(lastLength, outer)));
    this.add(51, mix(mix(first, word(next, 1)), length));
    this.add(52, mix(lastFirst, mix(first, lastLength)));
  }
}

/** The hash of a word of a sentence, counted from its end when negative; 0 where there is none. */
function word(view: SentenceView | undefined, place: number): number {
  if (view === undefined) return 0;
  const { words } = view;
  return words[place < 0 ? words.length + place : place] ?? 0;
}

/** Lengths that differ by the same factor are as far apart. @returns 0 to `most`; 9 for no sentence */
function lengthClass(view: SentenceView | undefined, steps: number, most: number): number {
  return view ? Math.min(most, Math.floor(Math.log2(view.words.length) * steps)) : 9;
}
