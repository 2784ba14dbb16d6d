/** All phrases of a taxonomy in one language as a trie over word keys: one pass finds them all. */
import type { Range } from "../../domain/address.ts";
import type { Token } from "../tokens.ts";
import { tokenize } from "../tokens.ts";
import type { PhraseTier, Taxonomy, Topic } from "./taxonomy.ts";
import { wordKey } from "./word-key.ts";

/** What a phrase means for one topic. Weight 0 says: these words are not about it. */
export type Evidence = { topic: number; phrase: number; weight: number };

/** A phrase found in a text. */
export type PhraseHit = Range & Evidence;

type Node = { next: Map<string, Node>; evidence: Evidence[] };
export type PhraseTrie = { root: Map<string, Node>; lang: string };

/** One is enough, two are, four are; a phrase of several words says half as much again. */
const TIER_WEIGHT: Record<PhraseTier, number> = { sure: 1, likely: 0.5, hint: 0.25 };
const SEVERAL_WORDS = 1.5;

/**
 * Builds the trie of a language.
 * @returns null when the taxonomy has no phrase in it
 */
export function buildPhraseTrie(taxonomy: Taxonomy, lang: string): PhraseTrie | null {
  const trie: PhraseTrie = { root: new Map(), lang };
  const ids = new Map<string, number>();
  const indexOf = new Map(taxonomy.topics.map((topic, index) => [topic.slug, index]));
  for (const [index, topic] of taxonomy.topics.entries()) {
    const parent = topic.parent === null ? undefined : indexOf.get(topic.parent);
    addTopic(trie, topic, parent === undefined ? [index] : [index, parent], ids);
  }
  return trie.root.size === 0 ? null : trie;
}

/** The words of a part are words of its major topic as well; its exclusions are its own. */
function addTopic(
  trie: PhraseTrie,
  topic: Topic,
  indexes: number[],
  ids: Map<string, number>,
): void {
  const tiers = topic.phrases[trie.lang];
  for (const [tier, phrases] of Object.entries(tiers ?? {})) {
    for (const phrase of phrases) {
      for (const index of indexes)
        addPhrase(trie, phrase, index, TIER_WEIGHT[tier as PhraseTier], ids);
    }
  }
  for (const phrase of topic.exclude[trie.lang] ?? []) {
    addPhrase(trie, phrase, indexes[0] ?? 0, 0, ids);
  }
}

function addPhrase(
  trie: PhraseTrie,
  phrase: string,
  topic: number,
  weight: number,
  ids: Map<string, number>,
): void {
  const keys = tokenize(phrase).map((token) => wordKey(token.folded, trie.lang));
  let node: Node | undefined;
  let level = trie.root;
  for (const key of keys) {
    node = level.get(key) ?? { next: new Map(), evidence: [] };
    level.set(key, node);
    level = node.next;
  }
  if (!node) return;
  const name = keys.join(" ");
  const id = ids.get(name) ?? ids.size;
  ids.set(name, id);
  const scaled = weight * (keys.length > 1 ? SEVERAL_WORDS : 1);
  const known = node.evidence.find((evidence) => evidence.topic === topic);
  if (!known) node.evidence.push({ topic, phrase: id, weight: scaled });
  else known.weight = known.weight === 0 || scaled === 0 ? 0 : Math.max(known.weight, scaled);
}

/**
 * Finds every phrase that begins at every word.
 * @param tokens words of the text, in order
 * @returns hits by place, at one place the shorter first; they may overlap
 */
export function findPhrases(trie: PhraseTrie, tokens: readonly Token[]): PhraseHit[] {
  const keys = tokens.map((token) => wordKey(token.folded, trie.lang));
  const hits: PhraseHit[] = [];
  for (const [first, token] of tokens.entries()) {
    let level = trie.root;
    for (let last = first; last < tokens.length; last++) {
      const node = level.get(keys[last] ?? "");
      if (!node) break;
      const end = tokens[last]?.end ?? token.end;
      for (const evidence of node.evidence) hits.push({ start: token.start, end, ...evidence });
      level = node.next;
    }
  }
  return hits;
}
