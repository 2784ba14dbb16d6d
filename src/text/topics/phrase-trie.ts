/** All phrases of a taxonomy in one language as a trie over word keys: one pass finds them all. */
import type { Range } from "../../domain/range.ts";
import type { Token } from "../tokens.ts";
import { tokenize } from "../tokens.ts";
import { KeyNumbers } from "./key-numbers.ts";
import { type PhraseTier, type Taxonomy, TIERS, type Topic } from "./taxonomy.ts";
import { wordKey } from "./word-key.ts";

/** What a phrase means for one topic. */
export type PhraseMeaning = {
  topic: number;
  phrase: number;
  /** 1 is that of a sure word; 0 says that these words are not about the topic. */
  weight: number;
};

/** A phrase found in a text. */
export type PhraseHit = Range & PhraseMeaning;

/** `next` by the number of a word key. */
type Node = { next: Map<number, Node>; meanings: PhraseMeaning[] };

export type PhraseTrie = {
  lang: string;
  root: Node;
  /** The word keys that phrases are made of. */
  keys: KeyNumbers;
  /** Word keys of each phrase, joined by spaces, by its number. */
  names: string[];
  /** All of them, in the order of the taxonomy. */
  meanings: PhraseMeaning[];
};

/** As the head of topics.yaml promises. */
const TIER_WEIGHT: Record<PhraseTier, number> = {
  certain: 2,
  sure: 1,
  likely: 0.5,
  hint: 0.25,
};
const SEVERAL_WORDS = 1.5;

/** Builds the trie of a language, given as ISO 639; topics are numbered as in the taxonomy. */
export function buildPhraseTrie(taxonomy: Taxonomy, lang: string): PhraseTrie {
  const trie: PhraseTrie = {
    lang,
    root: { next: new Map(), meanings: [] },
    keys: new KeyNumbers(),
    names: [],
    meanings: [],
  };
  const numbers = new Map<string, number>();
  const indexOf = new Map(taxonomy.topics.map((topic, index) => [topic.slug, index]));
  for (const [index, topic] of taxonomy.topics.entries()) {
    const parent = topic.parent === null ? undefined : indexOf.get(topic.parent);
    for (const { phrase, target, weight } of meaningsOf(topic, lang, index, parent)) {
      addPhrase(trie, numbers, phrase, target, weight);
    }
  }
  return trie;
}

/** What says a part surely or likely says its major topic too; hints and exclusions are its own. */
function* meaningsOf(topic: Topic, lang: string, index: number, parent: number | undefined) {
  for (const tier of TIERS) {
    for (const phrase of topic.phrases[lang]?.[tier] ?? []) {
      const weight = TIER_WEIGHT[tier];
      yield { phrase, target: index, weight };
      if (parent !== undefined && tier !== "hint") yield { phrase, target: parent, weight };
    }
  }
  for (const phrase of topic.exclude[lang] ?? []) yield { phrase, target: index, weight: 0 };
}

function addPhrase(
  trie: PhraseTrie,
  numbers: Map<string, number>,
  phrase: string,
  topic: number,
  tierWeight: number,
): void {
  const keys = tokenize(phrase).map((token) => wordKey(token.folded, trie.lang));
  const name = keys.join(" ");
  const number = numbers.get(name) ?? numbers.size;
  numbers.set(name, number);
  trie.names[number] = name;
  const { meanings } = nodeOf(trie, keys);
  const weight = tierWeight * (keys.length > 1 ? SEVERAL_WORDS : 1);
  const known = meanings.find((meaning) => meaning.topic === topic);
  if (!known) {
    const meaning = { topic, phrase: number, weight };
    meanings.push(meaning);
    trie.meanings.push(meaning);
  } else known.weight = known.weight === 0 || weight === 0 ? 0 : Math.max(known.weight, weight);
}

function nodeOf({ keys, root }: PhraseTrie, words: string[]): Node {
  let node = root;
  for (const word of words) {
    const number = keys.add(word);
    const next: Node = node.next.get(number) ?? { next: new Map(), meanings: [] };
    node.next.set(number, next);
    node = next;
  }
  return node;
}

/**
 * Finds every phrase that begins at every word.
 * @param tokens words of the text, in order
 * @returns hits by place, at one place the shorter first; they may overlap
 */
export function findPhrases(trie: PhraseTrie, tokens: readonly Token[]): PhraseHit[] {
  const numbers = tokens.map(({ folded }) => trie.keys.get(wordKey(folded, trie.lang)));
  const hits: PhraseHit[] = [];
  for (let first = 0; first < numbers.length; first++) {
    let last = first;
    let node = stepTo(trie.root, numbers[last]);
    for (; node; node = stepTo(node, numbers[++last])) {
      const start = tokens[first]?.start ?? 0;
      const end = tokens[last]?.end ?? start;
      for (const { topic, phrase, weight } of node.meanings) {
        hits.push({ start, end, topic, phrase, weight });
      }
    }
  }
  return hits;
}

function stepTo({ next }: Node, number: number | undefined): Node | undefined {
  return number && next.size > 0 ? next.get(number) : undefined;
}

/** What a text says for one topic. */
export type Evidence = {
  topic: number;
  /** Every place, in order, none overlapping another. */
  hits: PhraseHit[];
  /** One hit of each phrase: said twice it is still one phrase. */
  distinct: PhraseHit[];
  /** Sum over `distinct`. */
  weight: number;
};

/** Sorts hits by topic. Of hits that share words the longest counts, and an exclusion counts nothing. */
export function gatherEvidence(hits: readonly PhraseHit[]): Evidence[] {
  const byTopic = new Map<number, PhraseHit[]>();
  for (const hit of hits) {
    const list = byTopic.get(hit.topic);
    if (list) list.push(hit);
    else byTopic.set(hit.topic, [hit]);
  }
  return [...byTopic].map(([topic, list]) => {
    const longest = doOverlap(list) ? longestOf(list) : list;
    const kept = longest.filter((hit) => hit.weight > 0);
    const distinct = kept.length > 1 ? firstOfEachPhrase(kept) : kept;
    const weight = distinct.reduce((sum, hit) => sum + hit.weight, 0);
    return { topic, hits: kept, distinct, weight };
  });
}

/** @param hits by place */
function doOverlap(hits: readonly PhraseHit[]): boolean {
  return hits.some(({ end }, i) => end > (hits[i + 1]?.start ?? end));
}

/** @returns hits that share no words, by place */
function longestOf(hits: readonly PhraseHit[]): PhraseHit[] {
  const longestFirst = hits.toSorted(
    (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: PhraseHit[] = [];
  for (const hit of longestFirst) {
    if (kept.every((other) => hit.end <= other.start || hit.start >= other.end)) kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function firstOfEachPhrase(hits: readonly PhraseHit[]): PhraseHit[] {
  const seen = new Set<number>();
  return hits.filter(({ phrase }) => !seen.has(phrase) && seen.add(phrase));
}
