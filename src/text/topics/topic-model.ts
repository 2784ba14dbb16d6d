/**
 * How strong the evidence for a topic has to be, given what else the paragraph speaks of: a
 * multinomial logistic model over the phrases of the taxonomy, trained by scripts/train-topics.ts.
 * Words that are not in the taxonomy say nothing.
 */
import { z } from "zod";
import type { Evidence, PhraseTrie } from "./phrase-trie.ts";
import type { Taxonomy } from "./taxonomy.ts";

const learnedTopic = z.strictObject({
  /** Log odds without any evidence. */
  bias: z.number(),
  /** Log odds gained by evidence of weight 1: one sure phrase. */
  slope: z.number(),
  /**
   * Word keys of a phrase, joined by spaces → the weight it had in the taxonomy when it was
   * learned, and the log odds it adds to what that weight gives.
   */
  phrases: z.record(z.string(), z.tuple([z.number(), z.number()])),
});
const topicModel = z.strictObject({
  /** ISO 639 language whose phrases were learned; biases and slopes serve every language. */
  lang: z.string(),
  /** Log odds of having no topic, and how they change with each doubling of the words. */
  none: z.strictObject({ bias: z.number(), perDoubling: z.number() }),
  /** By slug of major topic. */
  topics: z.record(z.string(), learnedTopic),
});

export type LearnedTopic = z.infer<typeof learnedTopic>;
export type TopicModel = z.infer<typeof topicModel>;

/** Of a major topic that an archivist has added nothing is known: one sure phrase is enough. */
const UNLEARNED: LearnedTopic = { bias: -1, slope: 4, phrases: {} };

/** Three sure phrases settle a topic; more evidence adds nothing. */
export const MOST_EVIDENCE = 3;

/** Words of an average paragraph. */
const USUAL_WORDS = 64;

/** Checks a model that was read from a file. */
export function readTopicModel(content: unknown): TopicModel {
  return topicModel.parse(content);
}

/** What was learned of a topic, or what to assume of one that is new. */
export function learnedOf(model: TopicModel, slug: string): LearnedTopic {
  return model.topics[slug] ?? UNLEARNED;
}

/** Tells the phrases of the model's language what was learned of them. */
export function applyGains(model: TopicModel, trie: PhraseTrie, taxonomy: Taxonomy): void {
  if (model.lang !== trie.lang) return;
  for (const meaning of trie.meanings) {
    const slug = taxonomy.topics[meaning.topic]?.slug ?? "";
    const [given, gain] = learnedOf(model, slug).phrases[trie.names[meaning.phrase] ?? ""] ?? [];
    if (given === meaning.weight) meaning.gain = gain ?? 0;
  }
}

/** Log odds of a topic with this evidence; undefined is none. */
export function topicLogOdds(learned: LearnedTopic, evidence: Evidence | undefined): number {
  if (!evidence) return learned.bias;
  return learned.bias + learned.slope * Math.min(evidence.weight, MOST_EVIDENCE) + evidence.gain;
}

/** Log odds of having no topic, for a paragraph of so many words. */
export function noneLogOdds({ none }: TopicModel, words: number): number {
  return none.bias + none.perDoubling * lengthTerm(words);
}

/** Doublings of the usual length. */
export function lengthTerm(words: number): number {
  return Math.log2((words + 1) / USUAL_WORDS);
}

/**
 * Share of a paragraph that each topic can claim.
 * @param logOdds of each topic
 * @param none log odds of having no topic
 * @returns shares of the topics, which add up to one together with the last, the share of none
 */
export function softmax(logOdds: readonly number[], none: number): number[] {
  const all = [...logOdds, none];
  const most = Math.max(...all);
  const odds = all.map((value) => Math.exp(value - most));
  const sum = odds.reduce((total, value) => total + value, 0);
  return odds.map((value) => value / sum);
}
