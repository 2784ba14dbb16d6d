/** What contextual rules can ask about a phrase and the text around it. */
import type { PhraseMatch } from "./gazetteer.ts";
import { type Word, wordAfter, wordBefore } from "./words.ts";

export type Neighbour = { word: Word; gap: string };

/** The text in hand: all phrases found in it, in order of place, and what is known of its address. */
export type Passage = {
  text: string;
  phrases: readonly PhraseMatch[];
  speakerCountry: string | null;
  year: number | null;
};

/** Remembers what was worked out of a passage, so that many phrases in one text cost it once. */
export function oncePerPassage<T>(work: (passage: Passage) => T): (passage: Passage) => T {
  const known = new WeakMap<Passage, { value: T }>();
  return (passage) => {
    const before = known.get(passage);
    if (before) return before.value;
    const value = work(passage);
    known.set(passage, { value });
    return value;
  };
}

/** How many phrases that need no context speak of each code. */
const plainCounts = oncePerPassage(({ phrases }) => {
  const counts = new Map<string, number>();
  for (const { entry } of phrases) {
    if (entry.guard !== null) continue;
    for (const code of entry.codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
});

/**
 * What a rule says of a phrase: `null` that it speaks of nothing that is looked for; otherwise the
 * codes it speaks of, with the rule and confidence to be shown where they differ from the entry's own.
 */
export type Verdict = { codes: readonly string[]; rule?: string; confidence?: number } | null;

/** The entry's own codes, unless others are given, shown as found by this context. */
export function agreed(place: Place, name: string, codes = place.codes): Verdict {
  return { codes, rule: `context:${name}` };
}

/** Decides what an ambiguous phrase means; a `Veto` only whether a phrase of any kind is to be dropped. */
export type ContextRule = (at: Place) => Verdict;
export type Veto = (at: Place) => boolean;

/** The contextual knowledge of a language: rules by the name that items give after `?`, and vetoes on all. */
export type LanguageRules = { guards: Record<string, ContextRule>; vetoes: readonly Veto[] };

/** A phrase in its passage. Neighbours are read when first asked for. */
export class Place {
  readonly passage: Passage;
  readonly index: number;
  readonly phrase: PhraseMatch;
  #before: Neighbour | null | undefined;
  #after: Neighbour | null | undefined;

  constructor(passage: Passage, index: number, phrase: PhraseMatch) {
    this.passage = passage;
    this.index = index;
    this.phrase = phrase;
  }

  get codes(): readonly string[] {
    return this.phrase.entry.codes;
  }

  get rule(): string {
    return this.phrase.entry.rule;
  }

  get before(): Neighbour | null {
    if (this.#before === undefined) {
      this.#before = wordBefore(this.passage.text, this.phrase.start);
    }
    return this.#before;
  }

  get after(): Neighbour | null {
    if (this.#after === undefined) this.#after = wordAfter(this.passage.text, this.phrase.end);
    return this.#after;
  }

  /** The folded word before, when only a space or the stop of an abbreviation parts it; else "". */
  get wordBefore(): string {
    const before = this.before;
    return before && /^\.?\s$/.test(before.gap) ? before.word.folded : "";
  }

  /** The folded word after, when only a space parts it; else "". */
  get wordAfter(): string {
    const after = this.after;
    return after && /^\s$/.test(after.gap) ? after.word.folded : "";
  }

  /** The phrase as it stands in the text. */
  get written(): string {
    return this.passage.text.slice(this.phrase.start, this.phrase.end);
  }

  /** Up to `length` characters before the phrase. */
  textBefore(length: number): string {
    return this.passage.text.slice(Math.max(0, this.phrase.start - length), this.phrase.start);
  }

  /** Up to `length` characters after the phrase. */
  textAfter(length: number): string {
    return this.passage.text.slice(this.phrase.end, this.phrase.end + length);
  }

  /** Whether another phrase that needs no context speaks of one of these codes. */
  elsewhere(...codes: string[]): boolean {
    const counts = plainCounts(this.passage);
    const { entry } = this.phrase;
    const own = (code: string) => (entry.guard === null && entry.codes.includes(code) ? 1 : 0);
    return codes.some((code) => (counts.get(code) ?? 0) > own(code));
  }

  /** Whether the address is from before the year; false where its date is not known. */
  isBefore(year: number): boolean {
    return this.passage.year !== null && this.passage.year < year;
  }
}
