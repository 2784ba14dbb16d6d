/**
 * Topics of a paragraph, each explained by the words that led to it. A dictionary, not a guess:
 * a topic is there when its phrases are, and nothing is better than a topic forced.
 */
import type { TopicTag } from "../../domain/address.ts";
import type { Token } from "../tokens.ts";
import { tokenize } from "../tokens.ts";
import { buildPhraseTrie, findPhrases, type PhraseHit, type PhraseTrie } from "./phrase-trie.ts";
import type { Taxonomy } from "./taxonomy.ts";

/**
 * Finds the topics of a paragraph.
 * @param lang BCP 47; a language without phrases in the taxonomy yields no topic
 * @param tokens of `text`, where the caller has them already
 * @returns the likeliest first, at most three topics and the major topics they are parts of
 */
export type TopicFinder = (text: string, lang: string, tokens?: readonly Token[]) => TopicTag[];

const RULES = {
  /** Weight that makes a topic: one sure phrase, two likely ones or four hints. */
  enough: 1,
  /** A topic with less than this share of the strongest one's weight is mentioned in passing. */
  besideStrongest: 0.4,
  /** More topics than these say little about a paragraph of usual length. */
  most: 3,
} as const;

/** Prepares a finder; the phrases of a language are compiled when it is first met. */
export function createTopicFinder(taxonomy: Taxonomy): TopicFinder {
  const tries = new Map<string, PhraseTrie | null>();
  const languages = new Set(taxonomy.topics.flatMap((topic) => Object.keys(topic.phrases)));
  const parents = parentIndexes(taxonomy);
  return (text, lang, tokens) => {
    const primary = lang.split("-", 1)[0]?.toLowerCase() ?? "";
    if (!languages.has(primary)) return [];
    let trie = tries.get(primary);
    if (trie === undefined) {
      trie = buildPhraseTrie(taxonomy, primary);
      tries.set(primary, trie);
    }
    if (!trie) return [];
    const scored = scoreTopics(findPhrases(trie, tokens ?? tokenize(text)));
    return choose(scored, parents).map(({ topic, weight, hits }) => ({
      topic: taxonomy.topics[topic]?.slug ?? "",
      confidence: confidence(weight),
      spans: hits.map(({ start, end }) => ({ start, end })),
    }));
  };
}

type ScoredTopic = { topic: number; weight: number; hits: PhraseHit[] };

function parentIndexes(taxonomy: Taxonomy): (number | null)[] {
  const indexOf = new Map(taxonomy.topics.map((topic, index) => [topic.slug, index]));
  return taxonomy.topics.map(({ parent }) =>
    parent === null ? null : (indexOf.get(parent) ?? null),
  );
}

function scoreTopics(hits: PhraseHit[]): ScoredTopic[] {
  const byTopic = new Map<number, PhraseHit[]>();
  for (const hit of hits) {
    const list = byTopic.get(hit.topic);
    if (list) list.push(hit);
    else byTopic.set(hit.topic, [hit]);
  }
  return [...byTopic].map(([topic, list]) => {
    const kept = withoutOverlaps(list);
    return { topic, weight: distinctWeight(kept), hits: kept };
  });
}

/** Of hits that share words the longest counts; words under an exclusion count for nothing. */
function withoutOverlaps(hits: PhraseHit[]): PhraseHit[] {
  const byLength = hits.toSorted(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: PhraseHit[] = [];
  for (const hit of byLength) {
    if (kept.every((other) => hit.end <= other.start || hit.start >= other.end)) kept.push(hit);
  }
  return kept.filter((hit) => hit.weight > 0).sort((a, b) => a.start - b.start);
}

/** A phrase said twice is still one phrase. */
function distinctWeight(hits: PhraseHit[]): number {
  const seen = new Set<number>();
  let weight = 0;
  for (const hit of hits) {
    if (seen.has(hit.phrase)) continue;
    seen.add(hit.phrase);
    weight += hit.weight;
  }
  return weight;
}

function choose(scored: ScoredTopic[], parents: (number | null)[]): ScoredTopic[] {
  const strongest = Math.max(0, ...scored.map(({ weight }) => weight));
  const least = Math.max(RULES.enough, strongest * RULES.besideStrongest);
  const enough = scored
    .filter(({ weight }) => weight >= least)
    .sort((a, b) => b.weight - a.weight || a.topic - b.topic);
  const withParts = new Set(enough.map(({ topic }) => parents[topic]));
  const specific = enough.filter(({ topic }) => !withParts.has(topic)).slice(0, RULES.most);
  const wanted = new Set(specific.flatMap(({ topic }) => [topic, parents[topic]]));
  return enough.filter(({ topic }) => wanted.has(topic));
}

/** Grows from a half at the threshold towards one. */
function confidence(weight: number): number {
  return Math.round((1 - 0.5 ** weight) * 100) / 100;
}
