/** The taxonomy of topics that an archivist can edit: its shape, and how it is read. */
import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { foldWhiteSpace } from "../fold.ts";
import { primaryLanguage } from "../language.ts";
import { tokenize } from "../tokens.ts";

/** How much a phrase says about a topic, the most first; topics.yaml explains them. */
export const TIERS = ["certain", "sure", "likely", "hint"] as const;
export type PhraseTier = (typeof TIERS)[number];

export type Topic = {
  /** URL-safe, permanent. */
  slug: string;
  /** By language; `en` is always there. */
  labels: Record<string, string>;
  /** One line, shown on the topic's page. */
  description: string;
  /** Slug of the topic this is a part of, or null for a major topic. */
  parent: string | null;
  /** By language: the words that lead to the topic. */
  phrases: Record<string, Partial<Record<PhraseTier, string[]>>>;
  /** By language: words that look like the topic's and are not. */
  exclude: Record<string, string[]>;
  /** Names that sources give to the topic, in any language. */
  aliases: string[];
};

export type Taxonomy = {
  /** Raised by whoever edits the file. */
  version: string;
  /** In the order of the file: each major topic followed by its parts. */
  topics: Topic[];
};

/** Where the taxonomy stands that comes with the project; the composition root reads it. */
export const DEFAULT_TAXONOMY_URL = new URL("./topics.yaml", import.meta.url);

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LANGUAGE = /^[a-z]{2,3}$/;

const phrase = z.string({ error: "is not text: put it in quotation marks" });
const phrases = z
  .string({ error: "is not text: write phrases with commas between them" })
  .transform((list) => list.split(",").map(foldWhiteSpace));
const language = z.string().regex(LANGUAGE, "is not a language: write its ISO 639 code, e.g. uk");
const topicSchema = z.strictObject({
  slug: z
    .string({ error: "is missing or not text: give the topic a permanent slug" })
    .regex(SLUG, "is no slug: use lower-case letters a-z, digits and single hyphens"),
  label: z.record(language, phrase).refine((label) => label.en !== undefined, {
    error: "has no label in English: add `en: …`",
  }),
  description: z.string({ error: "is missing: say in one line what the topic is about" }).min(1),
  parent: z.string().nullable().default(null),
  phrases: z.record(language, z.partialRecord(z.enum(TIERS), phrases)).default({}),
  exclude: z.record(language, phrases).default({}),
  aliases: z.array(phrase).default([]),
});
const taxonomySchema = z.strictObject({
  version: z.string({ error: 'is missing or not text: write version: "1"' }),
  topics: z.array(topicSchema).min(1, "is empty: a taxonomy needs a topic"),
});

type TopicInFile = z.infer<typeof topicSchema>;
type Path = readonly PropertyKey[];
type Fail = (path: Path, message: string) => never;

/**
 * Reads a taxonomy.
 * @param yamlText the file, see docs/topics.md
 * @throws Error naming the line, the topic, the bad value and what to do
 */
export function readTaxonomy(yamlText: string): Taxonomy {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken) throw new Error(`topics: ${broken.message.trimEnd()}`);
  const content: unknown = document.toJS();
  const fail: Fail = (path, message) => {
    const line = lineOf(document, lines, path);
    throw new Error(`topics, line ${line}${nameOf(content, path)}: ${message}`);
  };
  const read = taxonomySchema.safeParse(content);
  if (!read.success) {
    const issue = read.error.issues[0];
    const path = issue?.path ?? [];
    return fail(
      path,
      `${path.at(-1)?.toString() ?? "the file"}${shown(content, path)} ${issue?.message}`,
    );
  }
  checkSlugs(read.data.topics, fail);
  read.data.topics.forEach((topic, index) => {
    checkPhrases(topic, ["topics", index], fail);
  });
  checkNames(read.data.topics, fail);
  return { version: read.data.version, topics: read.data.topics.map(toTopic) };
}

/**
 * The name of a topic for people.
 * @param locale BCP 47; English where the topic has no label in its language
 * @returns the slug itself for a topic that is no longer in the taxonomy
 */
export function topicLabel(taxonomy: Taxonomy, slug: string, locale = "en"): string {
  const labels = taxonomy.topics.find((topic) => topic.slug === slug)?.labels;
  return labels?.[primaryLanguage(locale)] ?? labels?.en ?? slug;
}

/** @returns tells the major topic that a topic is a part of; null for a major or an unknown one */
export function parentsOf(taxonomy: Taxonomy): (slug: string) => string | null {
  const parents = new Map(taxonomy.topics.map(({ slug, parent }) => [slug, parent]));
  return (slug) => parents.get(slug) ?? null;
}

/**
 * Translates a source's own topics into those of the taxonomy: by slug, label or alias in any
 * language, whatever the letter case and apostrophes. A part brings its major topic along.
 * @param labels as the source has them
 * @returns slugs, each once; labels that the taxonomy does not know are left out
 */
export function mapSourceTopics(taxonomy: Taxonomy, labels: string[]): string[] {
  const topicOf = sourceTopics(taxonomy);
  const found = new Set<string>();
  for (const label of labels) {
    const topic = topicOf(label);
    if (!topic) continue;
    found.add(topic.slug);
    if (topic.parent !== null) found.add(topic.parent);
  }
  return [...found];
}

/** The same for one label at a time; null for a label that the taxonomy does not know. */
export function sourceTopics(taxonomy: Taxonomy): (label: string) => Topic | null {
  const byName = new Map<string, Topic>();
  for (const topic of taxonomy.topics) {
    for (const name of namesOf(topic)) byName.set(foldName(name), topic);
  }
  return (label) => byName.get(foldName(label)) ?? null;
}

function namesOf(topic: Topic): string[] {
  return [topic.slug, ...Object.values(topic.labels), ...topic.aliases];
}

function foldName(name: string): string {
  return tokenize(name)
    .map((token) => token.folded)
    .join(" ");
}

function toTopic({ label, ...topic }: TopicInFile): Topic {
  return { ...topic, labels: label };
}

function checkSlugs(topics: TopicInFile[], fail: Fail): void {
  const seen = new Map<string, TopicInFile>();
  for (const [index, { slug, parent, ...topic }] of topics.entries()) {
    if (seen.has(slug)) {
      fail(["topics", index, "slug"], `slug "${slug}" is there twice: give one topic another`);
    }
    const above = parent === null ? undefined : seen.get(parent);
    if (parent !== null && !above) {
      fail(
        ["topics", index, "parent"],
        `parent "${parent}" is no topic above this one: name a major topic that stands before it`,
      );
    }
    if (above && above.parent !== null) {
      fail(
        ["topics", index, "parent"],
        `parent "${parent}" is itself a part of "${above.parent}": name the major topic`,
      );
    }
    seen.set(slug, { slug, parent, ...topic });
  }
}

function checkPhrases(topic: TopicInFile, at: Path, fail: Fail): void {
  for (const [lang, tiers] of Object.entries(topic.phrases)) {
    const seen = new Set<string>();
    for (const [tier, list] of Object.entries(tiers)) {
      const path = [...at, "phrases", lang, tier];
      for (const text of list) {
        const folded = checkPhrase(text, path, fail);
        if (seen.has(folded)) {
          fail(path, `phrase "${text}" is there twice for this topic: keep one of them`);
        }
        seen.add(folded);
      }
    }
  }
  for (const [lang, list] of Object.entries(topic.exclude)) {
    for (const text of list) checkPhrase(text, [...at, "exclude", lang], fail);
  }
}

function checkPhrase(text: string, path: Path, fail: Fail): string {
  const folded = foldName(text);
  if (folded === "") fail(path, `phrase "${text}" has no words: write some, or remove a comma`);
  return folded;
}

function checkNames(topics: TopicInFile[], fail: Fail): void {
  const owner = new Map<string, string>();
  for (const [index, topic] of topics.entries()) {
    for (const name of namesOf(toTopic(topic))) {
      const other = owner.get(foldName(name));
      if (other !== undefined && other !== topic.slug) {
        const message = `name "${name}" already belongs to "${other}": keep it at one topic`;
        fail(["topics", index, "aliases", topic.aliases.indexOf(name)], message);
      }
      owner.set(foldName(name), topic.slug);
    }
  }
}

function lineOf(
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  path: Path,
): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: number[] } | undefined;
    const offset = node?.range?.[0];
    if (offset !== undefined) return lines.linePos(offset).line;
  }
  return 1;
}

function nameOf(content: unknown, path: Path): string {
  if (path[0] !== "topics" || path[1] === undefined) return "";
  const slug = valueAt(content, ["topics", path[1], "slug"]);
  return typeof slug === "string" ? `, topic "${slug}"` : "";
}

function shown(content: unknown, path: Path): string {
  const value = valueAt(content, path);
  return value === undefined ? "" : ` ${foldWhiteSpace(JSON.stringify(value)).slice(0, 60)}`;
}

function valueAt(content: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    content,
  );
}
