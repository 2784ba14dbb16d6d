/**
 * How strong the evidence for a topic has to be, given what else the paragraph speaks of: a
 * multinomial logistic model over the phrases of the taxonomy, trained by scripts/train-topics.ts.
 * Words that are not in the taxonomy say nothing.
 */
import { z } from "zod";
import type { Evidence, PhraseTrie } from "./phrase-trie.ts";
import type { Taxonomy } from "./taxonomy.ts";

const bySlug = z.record(z.string(), z.number());
const learnedTopic = z.strictObject({
  /** Log odds without any evidence. */
  bias: z.number(),
  /** Log odds gained by evidence of weight 1: one sure phrase. */
  slope: z.number(),
});
const topicModel = z.strictObject({
  /** ISO 639 language whose phrases were learned; biases and slopes serve every language. */
  lang: z.string(),
  /** Log odds of having no topic, and how they change with each doubling of the words. */
  none: z.strictObject({ bias: z.number(), perDoubling: z.number() }),
  /** By slug of major topic. */
  topics: z.record(z.string(), learnedTopic),
  /**
   * By word keys of a phrase, joined by spaces: the weight that it had in the taxonomy for each
   * major topic when it was learned; the log odds that it adds to each; and those that it adds to
   * having none. A phrase of one topic speaks for its neighbours too, or against them.
   */
  phrases: z.record(z.string(), z.tuple([bySlug, bySlug, z.number()])),
});

export type LearnedTopic = z.infer<typeof learnedTopic>;
export type TopicModel = z.infer<typeof topicModel>;

/** Of a major topic that an archivist has added nothing is known: one sure phrase is enough. */
const UNLEARNED: LearnedTopic = { bias: -1, slope: 4 };

/** Three sure phrases settle a topic; more evidence adds nothing. */
export const MOST_EVIDENCE = 3;

/** Words of an average paragraph. */
const USUAL_WORDS = 64;

/** Checks a model that was read from a file. */
export function readTopicModel(content: unknown): TopicModel {
  return topicModel.parse(content);
}

/** Shares of a paragraph of so many words that each major topic can claim, and last the share of none. */
export type ShareJudge = (evidence: readonly Evidence[], words: number) => number[];

/** @param majors numbers of the major topics in the taxonomy, in the order of the shares */
export function createShareJudge(
  model: TopicModel,
  taxonomy: Taxonomy,
  trie: PhraseTrie,
  majors: readonly number[],
): ShareJudge {
  const slugs = majors.map((index) => taxonomy.topics[index]?.slug ?? "");
  const places = new Map(majors.map((index, place) => [index, place]));
  const learned = slugs.map((slug) => model.topics[slug] ?? UNLEARNED);
  const added = model.lang === trie.lang ? addedByPhrase(model, trie, slugs, places) : [];
  return (evidence, words) => {
    const logOdds = learned.map(({ bias }) => bias);
    logOdds.push(model.none.bias + model.none.perDoubling * lengthTerm(words));
    for (const { topic, weight } of evidence) {
      const place = places.get(topic);
      if (place === undefined) continue;
      const slope = learned[place]?.slope ?? 0;
      logOdds[place] = (logOdds[place] ?? 0) + slope * Math.min(weight, MOST_EVIDENCE);
    }
    for (const phrase of phrasesIn(evidence)) {
      const values = added[phrase];
      if (!values) continue;
      for (let place = 0; place < logOdds.length; place++) {
        logOdds[place] = (logOdds[place] ?? 0) + (values[place] ?? 0);
      }
    }
    return softmax(logOdds);
  };
}

/** By number of a phrase; nothing for those that the taxonomy has moved since they were learned. */
function addedByPhrase(
  model: TopicModel,
  trie: PhraseTrie,
  slugs: readonly string[],
  places: ReadonlyMap<number, number>,
): (Float64Array | undefined)[] {
  const given = givenWeights(trie, slugs, places);
  return trie.names.map((name, phrase) => {
    const [weights, adds, none] = model.phrases[name] ?? [];
    if (!weights || !adds || !sameNumbers(weights, given[phrase] ?? {})) return undefined;
    return Float64Array.from([...slugs.map((slug) => adds[slug] ?? 0), none ?? 0]);
  });
}

/** By number of a phrase: the weight that the taxonomy gives it for each major topic, by slug. */
export function givenWeights(
  trie: PhraseTrie,
  slugs: readonly string[],
  places: ReadonlyMap<number, number>,
): Record<string, number>[] {
  const given = trie.names.map((): Record<string, number> => ({}));
  for (const { topic, phrase, weight } of trie.meanings) {
    const slug = slugs[places.get(topic) ?? -1];
    const weights = given[phrase];
    if (slug !== undefined && weights) weights[slug] = weight;
  }
  return given;
}

function sameNumbers(a: Record<string, number>, b: Record<string, number>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** Numbers of the phrases that count for some topic, each once. */
export function phrasesIn(evidence: readonly Evidence[]): Set<number> {
  const phrases = new Set<number>();
  for (const { distinct } of evidence) for (const { phrase } of distinct) phrases.add(phrase);
  return phrases;
}

/** Doublings of the usual length. */
export function lengthTerm(words: number): number {
  return Math.log2((words + 1) / USUAL_WORDS);
}

/** Turns log odds into shares that add up to one. */
export function softmax(logOdds: readonly number[]): number[] {
  const most = Math.max(...logOdds);
  const odds = logOdds.map((value) => Math.exp(value - most));
  const sum = odds.reduce((total, value) => total + value, 0);
  return odds.map((value) => value / sum);
}
