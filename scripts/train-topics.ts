/**
 * Learns how much each phrase of the taxonomy says, and how much evidence each major topic needs.
 *   npm run train:topics -- --data PARAGRAPHS.jsonl --sentences SENTENCES.jsonl [--write] [--json FILE]
 * Input: texts with codes of the Comparative Agendas Project. Prints figures in which each address
 * is judged by a model that has not seen it; `--write` replaces src/text/topics/topic-weights.json.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { tokenize } from "../src/text/tokens.ts";
import {
  buildPhraseTrie,
  type Evidence,
  findPhrases,
  gatherEvidence,
} from "../src/text/topics/phrase-trie.ts";
import {
  DEFAULT_TAXONOMY_URL,
  mapSourceTopics,
  readTaxonomy,
  type Taxonomy,
} from "../src/text/topics/taxonomy.ts";
import { createTopicFinder } from "../src/text/topics/topic-finder.ts";
import {
  lengthTerm,
  MOST_EVIDENCE,
  softmax,
  type TopicModel,
} from "../src/text/topics/topic-model.ts";
import { type CodedParagraph, predictMajors, readCoded, scoreTopics } from "../test/eval/topics.ts";

const LANG = "en";
const NONE = "Other";
const MODEL_FILE = new URL("../src/text/topics/topic-weights.json", import.meta.url);

const TRAINING = {
  /** Passes over all examples; more change the figures by less than 0.005. */
  epochs: 120,
  rate: 0.08,
  /** Pull of each parameter towards where it starts: seldom seen phrases stay as the taxonomy has them. */
  pull: { gain: 3, slope: 1, bias: 0.3 },
  start: { slope: 2, bias: -2 },
  /** A paragraph counts by its sentences up to so many; a sentence alone, out of context, less than one. */
  mostSentences: 3,
  aloneSentence: 0.7,
  /** Gains smaller than this change nothing and are left out of the file. */
  leastGain: 0.05,
} as const;

type Example = {
  fold: string;
  weight: number;
  target: number[];
  evidence: Evidence[];
  length: number;
};
type Line = Record<string, unknown> & { text: string };
type Parameters = { bias: number[]; slope: number[]; none: number[]; gain: Map<string, number> };

const readLines = (file: string): Line[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));

/** Turns coded texts into examples; targets are shares of the major topics, the last of none. */
function createReader(taxonomy: Taxonomy) {
  const trie = buildPhraseTrie(taxonomy, LANG);
  const majors = taxonomy.topics.flatMap(({ parent }, index) => (parent === null ? [index] : []));
  const placeOf = (label: string): number => {
    if (label === NONE) return majors.length;
    const slug = mapSourceTopics(taxonomy, [label])[0];
    return majors.findIndex((index) => taxonomy.topics[index]?.slug === slug);
  };
  const read = (line: Line, fold: string, labels: Record<string, number>, weight: number) => {
    const tokens = tokenize(line.text);
    const total = Object.values(labels).reduce((sum, count) => sum + count, 0);
    const target = new Array<number>(majors.length + 1).fill(0);
    for (const [label, count] of Object.entries(labels)) {
      target[placeOf(label)] = (target[placeOf(label)] ?? 0) + count / total;
    }
    const evidence = gatherEvidence(findPhrases(trie, tokens))
      .map((item) => ({ ...item, topic: majors.indexOf(item.topic) }))
      .filter(({ topic }) => topic >= 0);
    return { fold, weight, target, evidence, length: lengthTerm(tokens.length) };
  };
  return { trie, majors, read };
}

function readExamples(taxonomy: Taxonomy, data: string, sentences: string) {
  const reader = createReader(taxonomy);
  const paragraphs = readLines(data)
    .filter(({ coverage }) => Number(coverage) >= 0.8)
    .map((line) => {
      const labels = line.topics as Record<string, number>;
      const count = Object.values(labels).reduce((sum, n) => sum + n, 0);
      const weight = Math.min(TRAINING.mostSentences, count);
      return reader.read(line, String(line.date).slice(0, 4), labels, weight);
    });
  const alone = readLines(sentences).map((line) =>
    reader.read(line, String(line.year), { [String(line.cap_label)]: 1 }, TRAINING.aloneSentence),
  );
  return { ...reader, paragraphs, examples: [...paragraphs, ...alone] };
}

const gainKey = (topic: number, phrase: number): string => `${topic} ${phrase}`;

/** One parameter under RMSProp (Hinton, 2012), its gradient summed over all examples. */
function createStepper() {
  const squares = new Map<string, number>();
  return (key: string, gradient: number): number => {
    const square = 0.9 * (squares.get(key) ?? 0) + 0.1 * gradient * gradient;
    squares.set(key, square);
    return (TRAINING.rate * gradient) / Math.sqrt(square + 1);
  };
}

/** Fits a multinomial logistic regression by gradient descent. */
function trainOn(examples: Example[], topics: number): Parameters {
  const { start, pull } = TRAINING;
  const parameters: Parameters = {
    bias: new Array(topics).fill(start.bias),
    slope: new Array(topics).fill(start.slope),
    none: [0, 0],
    gain: new Map(),
  };
  const step = createStepper();
  for (let epoch = 0; epoch < TRAINING.epochs; epoch++) {
    const sums = sumGradients(examples, parameters, topics);
    descend(parameters.bias, sums.bias, pull.bias, start.bias, (i, g) => step(`bias ${i}`, g));
    descend(parameters.slope, sums.slope, pull.slope, start.slope, (i, g) => step(`slope ${i}`, g));
    descend(parameters.none, sums.none, pull.bias, 0, (i, g) => step(`none ${i}`, g));
    for (const [key, sum] of sums.gain) {
      const gain = parameters.gain.get(key) ?? 0;
      parameters.gain.set(key, gain - step(key, sum + pull.gain * gain));
    }
  }
  return parameters;
}

function descend(
  values: number[],
  gradients: number[],
  pull: number,
  towards: number,
  step: (index: number, gradient: number) => number,
): void {
  values.forEach((value, index) => {
    values[index] = value - step(index, (gradients[index] ?? 0) + pull * (value - towards));
  });
}

function sumGradients(examples: Example[], parameters: Parameters, topics: number): Parameters {
  const sums: Parameters = {
    bias: new Array(topics).fill(0),
    slope: new Array(topics).fill(0),
    none: [0, 0],
    gain: new Map(),
  };
  for (const example of examples) addGradient(example, parameters, sums);
  return sums;
}

function addGradient(
  example: Example,
  { bias, slope, none, gain }: Parameters,
  sums: Parameters,
): void {
  const logOdds = [...bias];
  for (const { topic, weight, distinct } of example.evidence) {
    const gained = distinct.reduce(
      (sum, hit) => sum + (gain.get(gainKey(topic, hit.phrase)) ?? 0),
      0,
    );
    logOdds[topic] =
      (bias[topic] ?? 0) + (slope[topic] ?? 0) * Math.min(weight, MOST_EVIDENCE) + gained;
  }
  const shares = softmax(logOdds, (none[0] ?? 0) + (none[1] ?? 0) * example.length);
  const errors = shares.map((share, at) => (share - (example.target[at] ?? 0)) * example.weight);
  bias.forEach((_, at) => {
    sums.bias[at] = (sums.bias[at] ?? 0) + (errors[at] ?? 0);
  });
  const noneError = errors.at(-1) ?? 0;
  sums.none = [(sums.none[0] ?? 0) + noneError, (sums.none[1] ?? 0) + noneError * example.length];
  for (const { topic, weight, distinct } of example.evidence) {
    const error = errors[topic] ?? 0;
    sums.slope[topic] = (sums.slope[topic] ?? 0) + error * Math.min(weight, MOST_EVIDENCE);
    for (const { phrase } of distinct) {
      const key = gainKey(topic, phrase);
      sums.gain.set(key, (sums.gain.get(key) ?? 0) + error);
    }
  }
}

type Training = ReturnType<typeof readExamples>;

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Names what was learned by slug and phrase; gains that change nothing are left out. */
function toModel(taxonomy: Taxonomy, { trie, majors }: Training, learned: Parameters): TopicModel {
  const { bias, slope, none, gain } = learned;
  const phrasesOf = (index: number, topic: number) =>
    trie.meanings
      .filter((meaning) => meaning.topic === index)
      .map(({ phrase, weight }): [string, [number, number]] => [
        trie.names[phrase] ?? "",
        [weight, rounded(gain.get(gainKey(topic, phrase)) ?? 0)],
      ])
      .filter(([, [, learnedGain]]) => Math.abs(learnedGain) >= TRAINING.leastGain)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    lang: LANG,
    none: { bias: rounded(none[0] ?? 0), perDoubling: rounded(none[1] ?? 0) },
    topics: Object.fromEntries(
      majors.map((index, topic) => [
        taxonomy.topics[index]?.slug ?? "",
        {
          bias: rounded(bias[topic] ?? 0),
          slope: rounded(slope[topic] ?? 0),
          phrases: Object.fromEntries(phrasesOf(index, topic)),
        },
      ]),
    ),
  };
}

/** Judges each address with a model learned from the others. */
function crossValidate(
  taxonomy: Taxonomy,
  training: Training,
  coded: CodedParagraph[],
): string[][] {
  const { examples, paragraphs, majors } = training;
  const predicted: string[][] = [];
  for (const held of new Set(paragraphs.map(({ fold }) => fold))) {
    const others = examples.filter(({ fold }) => fold !== held);
    const model = toModel(taxonomy, training, trainOn(others, majors.length));
    const find = createTopicFinder(taxonomy, model);
    coded.forEach((paragraph, at) => {
      if (paragraphs[at]?.fold !== held) return;
      predicted[at] = predictMajors(taxonomy, [paragraph], find)[0] ?? [];
    });
  }
  return predicted;
}

/** One phrase a line, so that a change can be read. */
function formatModel(model: TopicModel): string {
  const pairs = /\[\s+(\S+),\s+(\S+)\s+\]/g;
  return `${JSON.stringify(model, null, 2).replace(pairs, "[$1, $2]")}\n`;
}

function main(): void {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      sentences: { type: "string" },
      write: { type: "boolean", default: false },
      json: { type: "string" },
    },
  });
  if (!values.data || !values.sentences) {
    throw new Error("--data and --sentences are needed: name two JSONL files of coded texts");
  }
  const taxonomy = readTaxonomy(readFileSync(DEFAULT_TAXONOMY_URL, "utf8"));
  const training = readExamples(taxonomy, values.data, values.sentences);
  const coded = readCoded(readFileSync(values.data, "utf8"), taxonomy);
  const { perTopic: _, ...unseen } = scoreTopics(coded, crossValidate(taxonomy, training, coded));
  console.log("each address judged without itself:");
  console.table({ unseen });
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ ours: unseen }, null, 2)}\n`);
  if (!values.write) return;
  const learned = trainOn(training.examples, training.majors.length);
  writeFileSync(MODEL_FILE, formatModel(toModel(taxonomy, training, learned)));
}

main();
