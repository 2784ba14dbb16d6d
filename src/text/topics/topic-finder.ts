/**
 * Topics of a paragraph, each explained by the words that led to it. A dictionary, not a guess:
 * a topic is there when its phrases are, and no topic is better than a forced one.
 */
import type { TopicTag } from "../../domain/address.ts";
import { primaryLanguage } from "../language.ts";
import type { Token } from "../tokens.ts";
import { tokenize } from "../tokens.ts";
import { buildPhraseTrie, type Evidence, findPhrases, gatherEvidence } from "./phrase-trie.ts";
import type { Taxonomy } from "./taxonomy.ts";
import { createShareJudge, readTopicModel, type TopicModel } from "./topic-model.ts";
import weights from "./topic-weights.json" with { type: "json" };

/**
 * Finds the topics of a paragraph.
 * @param lang BCP 47; a language without phrases in the taxonomy yields no topic
 * @param tokens of `text`, where the caller has them already
 * @returns the likeliest first: at most three topics, and the major topics they are parts of
 */
export type TopicFinder = (text: string, lang: string, tokens?: readonly Token[]) => TopicTag[];

/**
 * Chosen on the development half of the CAP paragraphs, each address judged without itself: where
 * precision and recall stand about as many standard errors above what is asked of them.
 */
const RULES = {
  /** A major topic has to be this likely when compared with none. */
  againstNone: 0.8,
  /** And claim this share of the paragraph among all topics. */
  leastShare: 0.35,
  /** Weight of one sure phrase or two likely ones. */
  enough: 1,
  /** Weight with which a part needs no leave of its major topic: a certain phrase, or two sure ones. */
  certainPart: 2,
  /** Unless its major topic can claim less than this: the paragraph is about something else. */
  leastShareOfCertainPart: 0.03,
  /** What a major topic claims at least that such a part brings along. */
  certainShare: 0.5,
  /** Weight above that of any hint. */
  moreThanHint: 0.5,
  /** A part with less than this share of the strongest part's weight is mentioned in passing. */
  besideStrongestPart: 0.4,
  /** More topics than these say little about a paragraph of usual length. */
  mostTopics: 3,
  /** A paragraph of fewer words is about nothing; so is a greeting or a call, which ends in "!". */
  fewestWords: 6,
  fewestWordsOfCall: 10,
} as const;

/** A topic that a paragraph may have; `family` numbers its major topic. */
type Claim = { topic: number; family: number; confidence: number; evidence: Evidence };
function isTooShort(text: string, words: number): boolean {
  return words < (/!\s*$/.test(text) ? RULES.fewestWordsOfCall : RULES.fewestWords);
}

type Judge = (tokens: readonly Token[]) => Claim[];

/** Prepares a finder; the phrases of a language are compiled when it is first met. */
export function createTopicFinder(
  taxonomy: Taxonomy,
  model: TopicModel = readTopicModel(weights),
): TopicFinder {
  const languages = new Set(taxonomy.topics.flatMap((topic) => Object.keys(topic.phrases)));
  const judges = new Map<string, Judge>();
  return (text, lang, tokens = tokenize(text)) => {
    const primary = primaryLanguage(lang);
    if (!languages.has(primary) || isTooShort(text, tokens.length)) return [];
    const judge = judges.get(primary) ?? createJudge(taxonomy, model, primary);
    judges.set(primary, judge);
    return choose(judge(tokens)).map(({ topic, confidence, evidence }) => ({
      topic: taxonomy.topics[topic]?.slug ?? "",
      confidence: Math.round(confidence * 100) / 100,
      spans: evidence.hits.map(({ start, end }) => ({ start, end })),
    }));
  };
}

/** Finds the major topics that stand, and those of their parts that do. */
function createJudge(taxonomy: Taxonomy, model: TopicModel, lang: string): Judge {
  const trie = buildPhraseTrie(taxonomy, lang);
  const indexOf = new Map(taxonomy.topics.map(({ slug }, index) => [slug, index]));
  const families = taxonomy.topics.map(({ slug, parent }) => indexOf.get(parent ?? slug) ?? 0);
  const majors = [...new Set(families)];
  const placeOf = families.map((family) => majors.indexOf(family));
  const judgeShares = createShareJudge(model, taxonomy, trie, majors);
  return (tokens) => {
    const evidence = gatherEvidence(findPhrases(trie, tokens));
    const sufficing = evidence.filter((item) =>
      suffices(item, families[item.topic] === item.topic),
    );
    if (sufficing.length === 0) return [];
    const shares = judgeShares(evidence, tokens.length);
    const none = shares.at(-1) ?? 0;
    const shareOf = (topic: number) => shares[placeOf[topic] ?? -1] ?? 0;
    const carried = new Set(evidence.filter(carries).map(({ topic }) => families[topic]));
    const claims = sufficing.flatMap((item) => {
      const family = families[item.topic] ?? item.topic;
      const share = shareOf(family);
      if (!(stands(share, none) || carried.has(family))) return [];
      const claimed = carried.has(family) ? Math.max(share, RULES.certainShare) : share;
      const confidence = confidenceOf(item, family, claimed);
      return [{ topic: item.topic, family, confidence, evidence: item }];
    });
    return withMajors(claims);

    function carries({ topic, weight }: Evidence): boolean {
      const family = families[topic] ?? topic;
      if (family === topic || weight < RULES.certainPart) return false;
      return shareOf(family) >= RULES.leastShareOfCertainPart;
    }
  };
}

/** A part that stands by itself brings its major topic along, by the part's words where it has none of its own. */
function withMajors(claims: Claim[]): Claim[] {
  const claimed = new Set(claims.map(({ topic }) => topic));
  const brought = claims.filter(({ family }) => !claimed.has(family) && claimed.add(family));
  return [...claims, ...brought.map((claim) => ({ ...claim, topic: claim.family }))];
}

function stands(share: number, none: number): boolean {
  return share >= RULES.leastShare && share >= RULES.againstNone * (share + none);
}

/** Hints alone, or a single phrase that is not sure, never make a topic. */
function suffices({ distinct, weight }: Evidence, isMajor: boolean): boolean {
  const strongest = Math.max(0, ...distinct.map((hit) => hit.weight));
  if (strongest < RULES.moreThanHint) return false;
  return isMajor ? distinct.length > 1 || strongest >= RULES.enough : weight >= RULES.enough;
}

/** A part is as likely as its major topic, less the doubt that its own few words leave. */
function confidenceOf(evidence: Evidence, family: number, share: number): number {
  return evidence.topic === family ? share : share * (1 - 0.25 ** evidence.weight);
}

/** The three strongest of what is most specific, and the major topics above them. */
function choose(claims: Claim[]): Claim[] {
  const likeliest = claims.sort((a, b) => b.confidence - a.confidence || a.topic - b.topic);
  const strongest = Math.max(0, ...claims.filter(isPart).map(({ evidence }) => evidence.weight));
  const serious = likeliest.filter(
    (claim) => !isPart(claim) || claim.evidence.weight >= strongest * RULES.besideStrongestPart,
  );
  const divided = new Set(serious.filter(isPart).map(({ family }) => family));
  const specific = serious
    .filter((claim) => isPart(claim) || !divided.has(claim.family))
    .slice(0, RULES.mostTopics);
  const wanted = new Set(specific.flatMap(({ topic, family }) => [topic, family]));
  return serious.filter(({ topic }) => wanted.has(topic));
}

function isPart({ topic, family }: Claim): boolean {
  return topic !== family;
}
