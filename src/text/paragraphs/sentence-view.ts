/** What the break model sees of each sentence of a wall. */
import type { Range } from "../../domain/address.ts";
import { stem } from "../stem.ts";
import { type Token, tokenize } from "../tokens.ts";
import type { StemVector } from "./cohesion.ts";

/** How a sentence ends or begins, as a small whole number that trees can split on. */
export type MarkClass = number;

export type SentenceView = {
  /** Folded words; never empty: a sentence without words has one empty string. */
  words: string[];
  /** The same without repetition. */
  uniqueWords: string[];
  stems: StemVector;
  /** Folded words that start with a capital, but for the first word. */
  names: Set<string>;
  endMark: MarkClass;
  startMark: MarkClass;
  /** Opening less closing quotes. */
  quoteBalance: number;
  hasDigit: boolean;
};

const END_MARKS = [".", "!", "?", "…", ":", ";"];
const START_MARKS: [RegExp, MarkClass][] = [
  [/^\p{Lu}/u, 0],
  [/^\p{N}/u, 1],
  [/^["“„«'‘]/u, 2],
  [/^[-–—*•]/u, 3],
  [/^[([]/u, 4],
];
const CLOSING = /["'”’»)\]*]+$/u;

/** The sentences of a wall, and how many different stems they have. */
export type SentenceViews = { views: SentenceView[]; vocabulary: number };

/**
 * @param text the wall
 * @param sentences its sentences
 * @param idf inverse document frequency by stem, a whole number; `rare` for a stem it does not hold
 */
export function viewSentences(
  text: string,
  sentences: readonly Range[],
  lang: string,
  idf: ReadonlyMap<string, number>,
  rare: number,
): SentenceViews {
  const ids = new Map<string, number>();
  const vectorOf = (words: readonly string[]): StemVector => {
    const vector: StemVector = { ids: [], weights: [] };
    for (const word of words) {
      const stemmed = stem(word, lang);
      const id = ids.get(stemmed) ?? ids.size;
      if (id === ids.size) ids.set(stemmed, id);
      if (vector.ids.includes(id)) continue;
      vector.ids.push(id);
      vector.weights.push(idf.get(stemmed) ?? rare);
    }
    return vector;
  };
  const views = sentences.map(({ start, end }) => viewSentence(text.slice(start, end), vectorOf));
  return { views, vocabulary: ids.size };
}

function viewSentence(
  sentence: string,
  vectorOf: (words: readonly string[]) => StemVector,
): SentenceView {
  const tokens = tokenize(sentence);
  const words = tokens.length === 0 ? [""] : tokens.map((token) => token.folded);
  const uniqueWords = [...new Set(words)];
  return {
    words,
    uniqueWords,
    stems: vectorOf(uniqueWords),
    names: namesOf(sentence, tokens),
    endMark: endMark(sentence),
    startMark: START_MARKS.find(([pattern]) => pattern.test(sentence))?.[1] ?? 5,
    quoteBalance: quoteBalance(sentence),
    hasDigit: /\p{N}/u.test(sentence),
  };
}

function namesOf(sentence: string, tokens: readonly Token[]): Set<string> {
  const names = new Set<string>();
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    const first = sentence.charAt(token.start);
    if (first !== first.toLowerCase() && token.end - token.start > 1) names.add(token.folded);
  }
  return names;
}

/** The place of the last mark in END_MARKS, 10 more where a quote closes after it. */
function endMark(sentence: string): MarkClass {
  const bare = sentence.replace(CLOSING, "");
  const mark = END_MARKS.indexOf(bare.charAt(bare.length - 1));
  const place = mark === -1 ? END_MARKS.length : mark;
  return bare.length < sentence.length ? place + 10 : place;
}

/** Straight quotes count as opening and closing in turn. */
function quoteBalance(sentence: string): number {
  let balance = 0;
  let straight = 0;
  for (const [quote] of sentence.matchAll(/["“”„«»]/gu)) {
    if (quote === '"') straight++;
    else balance += quote === "”" || quote === "»" ? -1 : 1;
  }
  return balance + (straight % 2);
}
