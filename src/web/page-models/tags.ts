/** Topics and countries of a paragraph, each with its name, where it leads, and why it is there. */
import type { TagOrigin } from "../../domain/address.ts";
import { valuesOf } from "../../domain/mention.ts";
import type { ParagraphRecord, StoredMention, StoredTopic } from "../../store/records.ts";
import type { Urls } from "../urls.ts";
import type { Link } from "./frame.ts";
import type { TagNames } from "./names.ts";

/** A tag and why it is there. */
export type ExplainedTag = Link & {
  kind: "topic" | "country";
  /** "Found by its words", "Given by the source", "Set by an editor". */
  origin: string;
  /** The words that led to it, as they stand in the paragraph, each once. */
  words: string[];
  /** The rules that recognised a country, in words; empty for a topic. */
  rules: string[];
  /** "92 %"; null where a source or an editor said so. */
  confidence: string | null;
};

const ORIGINS: Record<TagOrigin, string> = {
  inferred: "inferred from the words",
  source: "given by the source",
  editor: "set by an editor",
};

/** Rules of the country finder in words; a rule that is not here is shown by its name. */
const RULES: Record<string, string> = {
  name: "its name",
  official: "its official name",
  alias: "another name of it",
  demonym: "its people",
  adjective: "its adjective",
  capital: "its capital",
  code: "its abbreviation",
  city: "a city in it",
  source: "named by the source",
};

/** All tags of a paragraph with their why: topics, then countries. */
export function explainedTags(
  paragraph: Pick<ParagraphRecord, "text" | "topics" | "mentions">,
  names: TagNames,
  urls: Urls,
): ExplainedTag[] {
  const { text, topics, mentions } = paragraph;
  return [
    ...topics.map((tag) => explainedTopic(tag, text, names, urls)),
    ...valuesOf(mentions, "country").map((code) =>
      explainedCountry(
        code,
        mentions.filter(({ value }) => value === code),
        text,
        names,
        urls,
      ),
    ),
  ];
}

function explainedTopic(tag: StoredTopic, text: string, names: TagNames, urls: Urls): ExplainedTag {
  return {
    kind: "topic",
    label: names.topic(tag.topic),
    url: urls.browse("topics", tag.topic),
    origin: ORIGINS[tag.origin],
    words: words(text, tag.spans),
    rules: [],
    confidence: confidence(tag),
  };
}

function explainedCountry(
  code: string,
  mentions: readonly StoredMention[],
  text: string,
  names: TagNames,
  urls: Urls,
): ExplainedTag {
  const surest = mentions.reduce((a, b) => (b.confidence > a.confidence ? b : a));
  const inWords = mentions.filter(({ start, end }) => end > start);
  return {
    kind: "country",
    label: names.country(code),
    url: urls.browse("countries", code),
    origin: ORIGINS[surest.origin],
    words: words(text, inWords),
    rules: [...new Set(inWords.map(({ rule }) => ruleInWords(rule)))],
    confidence: confidence(surest),
  };
}

function words(text: string, spans: readonly { start: number; end: number }[]): string[] {
  return [...new Set(spans.map(({ start, end }) => text.slice(start, end)))].filter(Boolean);
}

function confidence(tag: { origin: TagOrigin; confidence: number }): string | null {
  return tag.origin === "inferred" ? `${Math.round(tag.confidence * 100)} %` : null;
}

function ruleInWords(rule: string): string {
  if (rule.startsWith("context:")) return "a name of several things, read in its context";
  return RULES[rule] ?? rule;
}
