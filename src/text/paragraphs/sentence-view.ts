/** What the break model sees of each sentence of a wall. */
import type { Range } from "../../domain/range.ts";
import { stem } from "../stem.ts";
import { type Token, tokenize } from "../tokens.ts";
import type { StemVector } from "./cohesion.ts";
import { hashText } from "./word-features.ts";

/** How a sentence ends or begins, as a small whole number that trees can split on. */
export type MarkClass = number;

export type SentenceView = {
  /** Hashes of the folded words; never empty: a sentence without words has that of an empty string. */
  words: Int32Array;
  /** The same without repetition. */
  uniqueWords: Int32Array;
  stems: StemVector;
  /** How many different words start with a capital, but for the first word. */
  names: number;
  endMark: MarkClass;
  startMark: MarkClass;
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
  const vectorOf = (words: Iterable<string>): StemVector => {
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
  vectorOf: (words: Iterable<string>) => StemVector,
): SentenceView {
  const tokens = tokenize(sentence);
  const folded = tokens.length === 0 ? [""] : tokens.map((token) => token.folded);
  const words = Int32Array.from(folded, hashText);
  return {
    words,
    uniqueWords: Int32Array.from(new Set(words)),
    stems: vectorOf(new Set(folded)),
    names: countNames(sentence, tokens),
    endMark: endMark(sentence),
    startMark: START_MARKS.find(([pattern]) => pattern.test(sentence))?.[1] ?? 5,
  };
}

function countNames(sentence: string, tokens: readonly Token[]): number {
  const names = new Set<string>();
  for (const { start, end, folded } of tokens.slice(1)) {
    const first = sentence.charAt(start);
    if (first !== first.toLowerCase() && end - start > 1) names.add(folded);
  }
  return names.size;
}

/** The place of the last mark in END_MARKS, 10 more where a quote closes after it. */
function endMark(sentence: string): MarkClass {
  const bare = sentence.replace(CLOSING, "");
  const mark = END_MARKS.indexOf(bare.charAt(bare.length - 1));
  const place = mark === -1 ? END_MARKS.length : mark;
  return bare.length < sentence.length ? place + 10 : place;
}
