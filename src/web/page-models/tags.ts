/** Topics, countries and organisations of a paragraph, each with its name, where it leads, and why it is there. */
import type { TagOrigin } from "../../domain/address.ts";
import type { MentionKind } from "../../domain/mention.ts";
import type { TagKind } from "../../domain/tag-decisions.ts";
import type { ParagraphRecord, StoredMention, StoredTopic } from "../../store/records.ts";
import { describeRule } from "../../text/countries/describe-rule.ts";
import { describeOrganisationRule } from "../../text/organisations/describe-rule.ts";
import { GROUP_OF_TAG, type Urls } from "../urls.ts";
import type { Link } from "./frame.ts";
import type { TagNames } from "./names.ts";

/** A tag and why it is there. */
export type ExplainedTag = Link & {
  kind: TagKind;
  /** "Found by its words", "Given by the source", "Set by an editor". */
  origin: string;
  /** The words that led to it, as they stand in the paragraph, each once. */
  words: string[];
  /** The rules that recognised a country or an organisation, each a sentence; empty for a topic. */
  rules: string[];
  /** "92 %"; null where a source or an editor said so. */
  confidence: string | null;
};

const ORIGINS: Record<TagOrigin, string> = {
  inferred: "inferred from the words",
  source: "given by the source",
  editor: "set by an editor",
};

/** What a rule of a finder says, in a sentence. */
const RULES: Record<MentionKind, (rule: string) => string> = {
  country: describeRule,
  organisation: describeOrganisationRule,
};

const MENTION_KINDS: readonly MentionKind[] = ["country", "organisation"];

/** All tags of a paragraph with their why: topics, then countries, then organisations. */
export function explainedTags(
  paragraph: Pick<ParagraphRecord, "text" | "topics" | "mentions">,
  names: TagNames,
  urls: Urls,
): ExplainedTag[] {
  const { text, topics, mentions } = paragraph;
  return [
    ...topics.map((tag) => explainedTopic(tag, text, names, urls)),
    ...MENTION_KINDS.flatMap((kind) => {
      const ofKind = mentions.filter((mention) => mention.kind === kind);
      return [...Map.groupBy(ofKind, ({ value }) => value)].map(([value, of]) =>
        explainedMentions({ kind, value }, of, text, names, urls),
      );
    }),
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

function explainedMentions(
  { kind, value }: Pick<StoredMention, "kind" | "value">,
  mentions: readonly StoredMention[],
  text: string,
  names: TagNames,
  urls: Urls,
): ExplainedTag {
  const surest = mentions.reduce((a, b) => (b.confidence > a.confidence ? b : a));
  const inWords = mentions.filter(({ start, end }) => end > start);
  return {
    kind,
    label: names[kind](value),
    url: urls.browse(GROUP_OF_TAG[kind], value),
    origin: ORIGINS[surest.origin],
    words: words(text, inWords),
    rules: [...new Set(inWords.map(({ rule }) => RULES[kind](rule)))],
    confidence: confidence(surest),
  };
}

function words(text: string, spans: readonly { start: number; end: number }[]): string[] {
  return [...new Set(spans.map(({ start, end }) => text.slice(start, end)))].filter(Boolean);
}

function confidence(tag: { origin: TagOrigin; confidence: number }): string | null {
  return tag.origin === "inferred" ? `${Math.round(tag.confidence * 100)} %` : null;
}
