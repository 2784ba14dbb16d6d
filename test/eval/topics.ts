/**
 * Measures topic assignment against human codes.
 *   npm run eval:topics -- --data FILE.jsonl [--json FILE]
 * A line holds `text`, `topics {label: sentences}`, `main_topic` and `coverage`; labels are major
 * topics of the Comparative Agendas Project. `Other` means that a paragraph has no topic.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { tokenize } from "../../src/text/tokens.ts";
import {
  DEFAULT_TAXONOMY_URL,
  mapSourceTopics,
  readTaxonomy,
  type Taxonomy,
} from "../../src/text/topics/taxonomy.ts";
import { createTopicFinder, type TopicFinder } from "../../src/text/topics/topic-finder.ts";

/** Below this share of its sentences coded, a paragraph's labels are incomplete. */
const LEAST_COVERAGE = 0.8;
const NO_TOPIC = "Other";
/** Of the bootstrap (Efron, 1979). */
const DRAWS = 2000;

export type CodedParagraph = {
  address: string;
  text: string;
  gold: Set<string>;
  main: string | null;
};
export type TopicScores = {
  precision: number;
  recall: number;
  f1: number;
  /** Mean F1 of the topics that occur among the labels. */
  macroF1: number;
  /** Of the paragraphs with a main topic, the share whose first tag is that one. */
  top1: number;
  /** Share of all paragraphs without a tag. */
  untagged: number;
  /** Of the paragraphs without a topic, the share rightly left without one. */
  quietOnOther: number;
  perTopic: Record<string, { precision: number; recall: number; f1: number; gold: number }>;
};

type Line = {
  address?: string;
  text: string;
  topics: Record<string, number>;
  main_topic: string;
  coverage: number;
};

/** Reads the lines that are coded well enough, with labels as slugs of major topics. */
export function readCoded(jsonl: string, taxonomy: Taxonomy): CodedParagraph[] {
  const slugOf = (label: string): string | null => {
    if (label === NO_TOPIC) return null;
    const slug = mapSourceTopics(taxonomy, [label])[0];
    if (!slug) throw new Error(`label "${label}" maps to no topic: add it to an alias`);
    return slug;
  };
  return jsonl
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Line)
    .filter((line) => (line.coverage ?? 1) >= LEAST_COVERAGE)
    .map((line) => ({
      address: line.address ?? "",
      text: line.text,
      gold: new Set(Object.keys(line.topics).flatMap((label) => slugOf(label) ?? [])),
      main: slugOf(line.main_topic),
    }));
}

/** Scores predictions: for each paragraph the slugs of major topics, likeliest first. */
export function scoreTopics(paragraphs: CodedParagraph[], predicted: string[][]): TopicScores {
  const counts = new Map<string, { hit: number; said: number; gold: number }>();
  const of = (slug: string) => {
    const count = counts.get(slug) ?? { hit: 0, said: 0, gold: 0 };
    counts.set(slug, count);
    return count;
  };
  paragraphs.forEach(({ gold }, index) => {
    for (const slug of gold) of(slug).gold++;
    for (const slug of predicted[index] ?? []) {
      of(slug).said++;
      if (gold.has(slug)) of(slug).hit++;
    }
  });
  const perTopic = Object.fromEntries(
    [...counts]
      .sort((a, b) => b[1].gold - a[1].gold)
      .map(([slug, count]) => [slug, { ...rates(count), gold: count.gold }]),
  );
  const labelled = Object.values(perTopic).filter(({ gold }) => gold > 0);
  const share = (wanted: (p: CodedParagraph, tags: string[]) => boolean, among = paragraphs) =>
    ratio(
      among.filter((p) => wanted(p, predicted[paragraphs.indexOf(p)] ?? [])).length,
      among.length,
    );
  return {
    ...rates(
      [...counts.values()].reduce(
        (sum, { hit, said, gold }) => ({
          hit: sum.hit + hit,
          said: sum.said + said,
          gold: sum.gold + gold,
        }),
        { hit: 0, said: 0, gold: 0 },
      ),
    ),
    macroF1: ratio(
      labelled.reduce((sum, { f1 }) => sum + f1, 0),
      labelled.length,
    ),
    top1: share(
      ({ main }, tags) => tags[0] === main,
      paragraphs.filter(({ main }) => main !== null),
    ),
    untagged: share((_, tags) => tags.length === 0),
    quietOnOther: share(
      (_, tags) => tags.length === 0,
      paragraphs.filter(({ gold }) => gold.size === 0),
    ),
    perTopic,
  };
}

/**
 * How far the figures would move with other addresses of the same kind: addresses are drawn anew,
 * with replacement, and the scores taken again.
 * @returns the 5th and the 95th of each hundred
 */
export function intervals(paragraphs: CodedParagraph[], predicted: string[][]) {
  const addresses = [...new Set(paragraphs.map(({ address }) => address))];
  const counts = addresses.map((address) =>
    paragraphs.reduce(
      (sum, { address: own, gold }, index) => {
        if (own !== address) return sum;
        const tags = predicted[index] ?? [];
        sum.hit += tags.filter((tag) => gold.has(tag)).length;
        sum.said += tags.length;
        sum.gold += gold.size;
        return sum;
      },
      { hit: 0, said: 0, gold: 0 },
    ),
  );
  let state = 1;
  const draws = Array.from({ length: DRAWS }, () => {
    const sum = { hit: 0, said: 0, gold: 0 };
    for (const _ of counts) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const drawn = counts[Math.floor((state / 2 ** 32) * counts.length)];
      sum.hit += drawn?.hit ?? 0;
      sum.said += drawn?.said ?? 0;
      sum.gold += drawn?.gold ?? 0;
    }
    return rates(sum);
  });
  const at = (share: number) => {
    const of = (key: "precision" | "recall" | "f1") =>
      draws.map((draw) => draw[key]).sort((a, b) => a - b)[Math.floor(share * DRAWS)] ?? 0;
    return { precision: of("precision"), recall: of("recall"), f1: of("f1") };
  };
  return { low: at(0.05), high: at(0.95) };
}

function rates({ hit, said, gold }: { hit: number; said: number; gold: number }) {
  const precision = ratio(hit, said);
  const recall = ratio(hit, gold);
  return { precision, recall, f1: ratio(2 * hit, said + gold) };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}

/** What the finder says, parts counted as their major topics. */
export function predictMajors(
  taxonomy: Taxonomy,
  paragraphs: CodedParagraph[],
  find: TopicFinder = createTopicFinder(taxonomy),
): string[][] {
  const major = new Map(taxonomy.topics.map(({ slug, parent }) => [slug, parent ?? slug]));
  return paragraphs.map(({ text }) => [
    ...new Set(find(text, "en").map(({ topic }) => major.get(topic) ?? topic)),
  ]);
}

/** The most frequent main topic for every paragraph. */
export function predictMostFrequent(paragraphs: CodedParagraph[]): string[][] {
  const counts = new Map<string, number>();
  for (const { main } of paragraphs) if (main) counts.set(main, (counts.get(main) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return paragraphs.map(() => (most ? [most] : []));
}

/** Paragraphs of 75 words a second, tokens given; the best of five passes over the texts. */
function measureSpeed(taxonomy: Taxonomy, paragraphs: CodedParagraph[]): number {
  const find = createTopicFinder(taxonomy);
  const tokenized = paragraphs.map(({ text }) => ({ text, tokens: tokenize(text) }));
  const words = tokenized.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const passes = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    for (const { text, tokens } of tokenized) find(text, "en", tokens);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  });
  return Math.round(words / 75 / Math.min(...passes));
}

function main(): void {
  const { values } = parseArgs({ options: { data: { type: "string" }, json: { type: "string" } } });
  if (!values.data) throw new Error("--data is missing: name a JSONL file of coded paragraphs");
  const taxonomy = readTaxonomy(readFileSync(DEFAULT_TAXONOMY_URL, "utf8"));
  const paragraphs = readCoded(readFileSync(values.data, "utf8"), taxonomy);
  const { perTopic, ...ours } = scoreTopics(paragraphs, predictMajors(taxonomy, paragraphs));
  const { perTopic: _, ...baseline } = scoreTopics(paragraphs, predictMostFrequent(paragraphs));
  console.log(`${measureSpeed(taxonomy, paragraphs)} paragraphs of 75 words a second of CPU time`);
  console.log(`${paragraphs.length} paragraphs; baseline: the most frequent topic everywhere`);
  console.table({ ours, baseline });
  console.table(perTopic);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ ours, baseline }, null, 2)}\n`);
}

if (import.meta.main) main();
