/**
 * Learns how much each phrase of the taxonomy says, and how much evidence each major topic needs.
 *   npm run train:topics -- --data PARAGRAPHS.jsonl --sentences SENTENCES.jsonl [--write] [--json FILE]
 * Input: texts with codes of the Comparative Agendas Project. Prints figures in which each address
 * is judged by a model that has not seen it; `--write` replaces src/text/topics/topic-weights.json.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { DEFAULT_TAXONOMY_URL, readTaxonomy, type Taxonomy } from "../src/text/topics/taxonomy.ts";
import { createTopicFinder } from "../src/text/topics/topic-finder.ts";
import { givenWeights, type TopicModel } from "../src/text/topics/topic-model.ts";
import {
  type CodedParagraph,
  intervals,
  predictMajors,
  readCoded,
  scoreTopics,
} from "../test/eval/topics.ts";
import { LANG, readTraining, type Training } from "./topics/coded-examples.ts";
import { type Fitted, fitTopics } from "./topics/fit-topics.ts";

const MODEL_FILE = new URL("../src/text/topics/topic-weights.json", import.meta.url);

/** Log odds smaller than this change nothing and are left out of the file. */
const LEAST_ADDED = 0.05;

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Names what was learned by slug and phrase. */
function toModel(taxonomy: Taxonomy, { trie, majors }: Training, fitted: Fitted): TopicModel {
  const { bias, slope, none, adds } = fitted;
  const slugs = majors.map((index) => taxonomy.topics[index]?.slug ?? "");
  const given = givenWeights(trie, slugs, new Map(majors.map((index, place) => [index, place])));
  const phrases = [...adds].map(([phrase, values]): [string, TopicModel["phrases"][string]] => {
    const counting = values.map((value) => (Math.abs(value) < LEAST_ADDED ? 0 : rounded(value)));
    const named = slugs.flatMap((slug, place) =>
      counting[place] ? [[slug, counting[place]]] : [],
    );
    return [
      trie.names[phrase] ?? "",
      [given[phrase] ?? {}, Object.fromEntries(named), counting.at(-1) ?? 0],
    ];
  });
  return {
    lang: LANG,
    none: { bias: rounded(none.bias), perDoubling: rounded(none.perDoubling) },
    topics: Object.fromEntries(
      slugs.map((slug, place) => [
        slug,
        { bias: rounded(bias[place] ?? 0), slope: rounded(slope[place] ?? 0) },
      ]),
    ),
    phrases: Object.fromEntries(phrases.sort(([a], [b]) => (a < b ? -1 : 1))),
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
    const model = toModel(taxonomy, training, fitTopics(others, majors.length));
    const find = createTopicFinder(taxonomy, model);
    coded.forEach((paragraph, at) => {
      if (paragraphs[at]?.fold !== held) return;
      predicted[at] = predictMajors(taxonomy, [paragraph], find)[0] ?? [];
    });
  }
  return predicted;
}

/** One phrase a line, so that a change can be read. */
function formatModel({ phrases, ...model }: TopicModel): string {
  const lines = Object.entries(phrases).map(
    ([name, learned]) => `    ${JSON.stringify(name)}: ${JSON.stringify(learned)}`,
  );
  const head = JSON.stringify(model, null, 2).slice(0, -2);
  return `${head},\n  "phrases": {\n${lines.join(",\n")}\n  }\n}\n`;
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
  const training = readTraining(taxonomy, values.data, values.sentences);
  const coded = readCoded(readFileSync(values.data, "utf8"), taxonomy);
  const predicted = crossValidate(taxonomy, training, coded);
  const { perTopic, ...unseen } = scoreTopics(coded, predicted);
  console.log("each address judged without itself, and 90 % intervals over addresses drawn anew:");
  console.table({ unseen, ...intervals(coded, predicted) });
  console.table(perTopic);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ ours: unseen }, null, 2)}\n`);
  if (!values.write) return;
  const learned = fitTopics(training.examples, training.majors.length);
  writeFileSync(MODEL_FILE, formatModel(toModel(taxonomy, training, learned)));
}

main();
