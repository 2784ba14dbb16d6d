/** Topics, countries and organisations of a paragraph, each with its name, where it leads, and why it is there. */
import type { TagOrigin } from "../../domain/address.ts";
import type { MentionKind } from "../../domain/mention.ts";
import type { TagDecision, TagKind } from "../../domain/tag-decisions.ts";
import type { ParagraphRecord, StoredMention, StoredTopic } from "../../store/records.ts";
import { COUNTRY_RULES } from "../../text/countries/rule-descriptions.ts";
import { describeRule, type RuleDescriptions } from "../../text/mentions/describe-rule.ts";
import { ORGANISATION_RULES } from "../../text/organisations/rule-descriptions.ts";
import { GROUP_OF_TAG, type Urls } from "../urls.ts";
import { formatNote } from "./format.ts";
import type { Link } from "./frame.ts";
import type { TagNames } from "./names.ts";

/** A tag and why it is there. */
export type ExplainedTag = Link & {
  kind: TagKind;
  /** "inferred from the words", "given by the source", "added by Jane on 28 September 2022: Grain of truth". */
  origin: string;
  /** The words that led to it, as they stand in the paragraph, each once. */
  words: string[];
  /** The rules that recognised a country or an organisation, each a sentence; empty for a topic. */
  rules: string[];
  /** "92 %"; null where a source or an editor said so. */
  confidence: string | null;
};

/** A tag that an editor took away. */
export type RemovedTag = {
  kind: TagKind;
  label: string;
  /** "removed by Jane on 28 September 2022: Grain of truth" */
  removal: string;
};

const ORIGINS: Record<TagOrigin, string> = {
  inferred: "inferred from the words",
  source: "given by the source",
  editor: "set by an editor",
};

/** What the rules of the finders say, in a sentence each. */
const RULES: Record<MentionKind, RuleDescriptions> = {
  country: COUNTRY_RULES,
  organisation: ORGANISATION_RULES,
};

const MENTION_KINDS: readonly MentionKind[] = ["country", "organisation"];

type Tagged = Pick<ParagraphRecord, "text" | "topics" | "mentions" | "decisions">;

/** All tags of a paragraph with their why: topics, then countries, then organisations. */
export function explainedTags(paragraph: Tagged, names: TagNames, urls: Urls): ExplainedTag[] {
  const { topics, mentions } = paragraph;
  return [
    ...topics.map((tag) => explainedTopic(tag, paragraph, names, urls)),
    ...MENTION_KINDS.flatMap((kind) => {
      const ofKind = mentions.filter((mention) => mention.kind === kind);
      return [...Map.groupBy(ofKind, ({ value }) => value)].map(([value, of]) =>
        explainedMentions({ kind, value }, of, paragraph, names, urls),
      );
    }),
  ];
}

/** The tags that editors took away, except a topic that one of its parts brought back. */
export function removedTags({ topics, decisions }: Tagged, names: TagNames): RemovedTag[] {
  const isBack = ({ kind, value }: TagDecision) =>
    kind === "topic" && topics.some(({ topic }) => topic === value);
  return decisions
    .filter((decision) => decision.verdict === "removed" && !isBack(decision))
    .map((decision) => ({
      kind: decision.kind,
      label: names[decision.kind](decision.value),
      removal: describeDecision(decision),
    }));
}

/** "added by Jane on 28 September 2022: Grain of truth" */
function describeDecision({ verdict, ...note }: TagDecision): string {
  return `${verdict} ${formatNote(note)}`;
}

/** Of a tag that an editor set: who did, when and why. A major topic comes with the part that was added. */
function editorsOrigin(
  { kind, value }: Pick<TagDecision, "kind" | "value">,
  decisions: readonly TagDecision[],
  names: TagNames,
): string {
  const added = decisions.filter((d) => d.kind === kind && d.verdict === "added");
  const own = added.find((decision) => decision.value === value);
  if (own) return describeDecision(own);
  const part = added.find((d) => kind === "topic" && names.majorTopic(d.value) === value);
  return part ? `comes with ${names.topic(part.value)}, ${describeDecision(part)}` : ORIGINS.editor;
}

function originOf(
  tag: Pick<TagDecision, "kind" | "value"> & { origin: TagOrigin },
  decisions: readonly TagDecision[],
  names: TagNames,
): string {
  return tag.origin === "editor" ? editorsOrigin(tag, decisions, names) : ORIGINS[tag.origin];
}

function explainedTopic(
  tag: StoredTopic,
  { text, decisions }: Tagged,
  names: TagNames,
  urls: Urls,
): ExplainedTag {
  const { topic: value, origin } = tag;
  return {
    kind: "topic",
    label: names.topic(value),
    url: urls.browse("topics", value),
    origin: originOf({ kind: "topic", value, origin }, decisions, names),
    words: words(text, tag.spans),
    rules: [],
    confidence: confidence(tag),
  };
}

function explainedMentions(
  { kind, value }: Pick<StoredMention, "kind" | "value">,
  mentions: readonly StoredMention[],
  { text, decisions }: Tagged,
  names: TagNames,
  urls: Urls,
): ExplainedTag {
  const surest = mentions.reduce((a, b) => (b.confidence > a.confidence ? b : a));
  const inWords = mentions.filter(({ start, end }) => end > start);
  return {
    kind,
    label: names[kind](value),
    url: urls.browse(GROUP_OF_TAG[kind], value),
    origin: originOf(surest, decisions, names),
    words: words(text, inWords),
    rules: [...new Set(inWords.map(({ rule }) => describeRule(RULES[kind], rule)))],
    confidence: confidence(surest),
  };
}

function words(text: string, spans: readonly { start: number; end: number }[]): string[] {
  return [...new Set(spans.map(({ start, end }) => text.slice(start, end)))].filter(Boolean);
}

function confidence(tag: { origin: TagOrigin; confidence: number }): string | null {
  return tag.origin === "inferred" ? `${Math.round(tag.confidence * 100)} %` : null;
}
