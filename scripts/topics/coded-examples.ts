/** Texts with human codes as examples to learn from: what the taxonomy finds in them, and what people said. */
import { readFileSync } from "node:fs";
import { tokenize } from "../../src/text/tokens.ts";
import {
  buildPhraseTrie,
  findPhrases,
  gatherEvidence,
  type PhraseTrie,
} from "../../src/text/topics/phrase-trie.ts";
import { mapSourceTopics, type Taxonomy } from "../../src/text/topics/taxonomy.ts";
import { lengthTerm, phrasesIn } from "../../src/text/topics/topic-model.ts";

export const LANG = "en";
const NONE = "Other";

/** A paragraph counts by its sentences up to so many; a sentence alone, out of context, less than one. */
const WEIGHT = { mostSentences: 3, aloneSentence: 0.7 };
/** Below this share of its sentences coded, a paragraph's labels are incomplete. */
const LEAST_COVERAGE = 0.8;

export type Example = {
  /** Year of the address: examples of one address are never parted. */
  fold: string;
  weight: number;
  /** Shares of the major topics, in their order, which add up to one with the last, none. */
  target: number[];
  /** Weight of the evidence by place of the major topic. */
  evidence: { place: number; weight: number }[];
  /** Numbers of all phrases found. */
  phrases: number[];
  /** Doublings of the usual length. */
  length: number;
};

export type Training = {
  trie: PhraseTrie;
  /** Numbers of the major topics in the taxonomy. */
  majors: number[];
  paragraphs: Example[];
  /** The paragraphs, and sentences by themselves. */
  examples: Example[];
};

type Line = Record<string, unknown> & { text: string };

/**
 * Reads the coded texts.
 * @param paragraphs JSONL file: `text`, `date`, `topics {label: sentences}`, `coverage`
 * @param sentences JSONL file: `text`, `year`, `cap_label`
 */
export function readTraining(taxonomy: Taxonomy, paragraphs: string, sentences: string): Training {
  const trie = buildPhraseTrie(taxonomy, LANG);
  const majors = taxonomy.topics.flatMap(({ parent }, index) => (parent === null ? [index] : []));
  const read = createReader(taxonomy, trie, majors);
  const whole = readLines(paragraphs)
    .filter(({ coverage }) => Number(coverage) >= LEAST_COVERAGE)
    .map((line) => {
      const labels = line.topics as Record<string, number>;
      const weight = Math.min(WEIGHT.mostSentences, sum(Object.values(labels)));
      return read(line.text, String(line.date).slice(0, 4), labels, weight);
    });
  const alone = readLines(sentences).map(({ text, year, cap_label }) =>
    read(text, String(year), { [String(cap_label)]: 1 }, WEIGHT.aloneSentence),
  );
  return { trie, majors, paragraphs: whole, examples: [...whole, ...alone] };
}

function createReader(taxonomy: Taxonomy, trie: PhraseTrie, majors: number[]) {
  const placeOf = (label: string): number => {
    if (label === NONE) return majors.length;
    const slug = mapSourceTopics(taxonomy, [label])[0];
    return majors.findIndex((index) => taxonomy.topics[index]?.slug === slug);
  };
  return (text: string, fold: string, labels: Record<string, number>, weight: number): Example => {
    const tokens = tokenize(text);
    const total = sum(Object.values(labels));
    const target = new Array<number>(majors.length + 1).fill(0);
    for (const [label, count] of Object.entries(labels)) {
      target[placeOf(label)] = (target[placeOf(label)] ?? 0) + count / total;
    }
    const found = gatherEvidence(findPhrases(trie, tokens));
    const evidence = found
      .map((item) => ({ place: majors.indexOf(item.topic), weight: item.weight }))
      .filter(({ place }) => place >= 0);
    const phrases = [...phrasesIn(found)];
    return { fold, weight, target, evidence, phrases, length: lengthTerm(tokens.length) };
  };
}

const readLines = (file: string): Line[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);
