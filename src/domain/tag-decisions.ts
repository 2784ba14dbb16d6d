/** What editors decided about the tags of a paragraph, and how that is joined with what was found. */
import type { TagOrigin, TopicTag } from "./address.ts";
import type { Mention, MentionKind } from "./mention.ts";

export type TagKind = "topic" | MentionKind;

/** One decision; a later one about the same tag takes its place. */
export type TagDecision = {
  /** Key of the paragraph. */
  key: string;
  kind: TagKind;
  /** Slug of a topic or an organisation, or ISO 3166 code of a country. */
  value: string;
  verdict: "added" | "removed";
  by: string;
  /** ISO 8601 instant. */
  at: string;
  reason: string;
};

/** Tags as finders give them; `origin` says that they come from elsewhere. */
export type FoundTags = {
  topics: readonly (TopicTag & { origin?: TagOrigin })[];
  mentions: readonly (Mention & { origin?: TagOrigin })[];
};

/** Tags as they are to be kept. */
export type SettledTags = {
  topics: (TopicTag & { origin: TagOrigin })[];
  mentions: (Mention & { origin: TagOrigin })[];
};

/** The rule of a country or organisation that no words led to, because an editor named it. */
export const EDITOR_RULE = "editor";

/**
 * Joins what was found with what editors decided: what they removed stays away, what they added
 * stays. A topic goes with its parts, and a part brings its major topic along.
 * @param decisions about this one paragraph
 * @param parentOf the major topic that a topic is a part of, or null
 */
export function settleTags(
  found: FoundTags,
  decisions: readonly TagDecision[],
  parentOf: (topic: string) => string | null,
): SettledTags {
  if (decisions.length === 0) {
    return { topics: found.topics.map(withOrigin), mentions: found.mentions.map(withOrigin) };
  }
  return {
    topics: settleTopics(found.topics, decidedValues(decisions, "topic"), parentOf),
    mentions: [
      ...settleMentions("country", found, decisions),
      ...settleMentions("organisation", found, decisions),
    ],
  };
}

type Values = { added: ReadonlySet<string>; removed: ReadonlySet<string> };

function decidedValues(decisions: readonly TagDecision[], kind: TagKind): Values {
  const values = (verdict: TagDecision["verdict"]) =>
    new Set(
      decisions.filter((d) => d.kind === kind && d.verdict === verdict).map(({ value }) => value),
    );
  return { added: values("added"), removed: values("removed") };
}

function settleTopics(
  found: FoundTags["topics"],
  { added, removed }: Values,
  parentOf: (topic: string) => string | null,
): SettledTags["topics"] {
  const wanted = new Set(added);
  for (const topic of added) {
    const parent = parentOf(topic);
    if (parent !== null) wanted.add(parent);
  }
  const isRemoved = (topic: string) => removed.has(topic) || removed.has(parentOf(topic) ?? "");
  const kept = found
    .filter(({ topic }) => wanted.has(topic) || !isRemoved(topic))
    .map((tag) => (added.has(tag.topic) ? { ...tag, ...BY_EDITOR } : withOrigin(tag)));
  const there = new Set(kept.map(({ topic }) => topic));
  const missing = [...wanted].filter((topic) => !there.has(topic));
  return [...kept, ...missing.map((topic) => ({ topic, spans: [], ...BY_EDITOR }))];
}

function settleMentions(
  kind: MentionKind,
  found: FoundTags,
  decisions: readonly TagDecision[],
): SettledTags["mentions"] {
  const { added, removed } = decidedValues(decisions, kind);
  const kept = found.mentions
    .filter((mention) => mention.kind === kind && !removed.has(mention.value))
    .map((mention) =>
      added.has(mention.value) ? { ...mention, ...BY_EDITOR } : withOrigin(mention),
    );
  const there = new Set(kept.map(({ value }) => value));
  const missing = [...added].filter((value) => !there.has(value));
  const nowhere = { start: 0, end: 0, rule: EDITOR_RULE, ...BY_EDITOR };
  return [...kept, ...missing.map((value) => ({ kind, value, ...nowhere }))];
}

const BY_EDITOR = { origin: "editor", confidence: 1 } as const;

/** What no source and no editor said was inferred. */
function withOrigin<T extends { origin?: TagOrigin }>(tag: T): T & { origin: TagOrigin } {
  return { ...tag, origin: tag.origin ?? "inferred" };
}
