/** The tags of a paragraph that is in the archive already, found anew. */
import { type SettledTags, settleTags, type TagDecision } from "../domain/tag-decisions.ts";
import type { TaggedParagraph } from "../store/tag-reader.ts";
import { type Taggers, tagWords } from "../text/tag-words.ts";

/** Finds tags as an archive's program does. */
export type Tagging = { taggers: Taggers; parentOf: (topic: string) => string | null };

/**
 * @param decisions of editors about this paragraph
 * @returns what its words say now, what its source said, and what editors decided, as it is to be kept
 */
export function tagAnew(
  paragraph: TaggedParagraph,
  { taggers, parentOf }: Tagging,
  decisions: readonly TagDecision[],
): SettledTags {
  const found = tagWords(taggers, paragraph.text, paragraph);
  const given = fromSource(paragraph);
  const topics = [...given.topics, ...found.topics];
  const mentions = [...given.mentions, ...found.mentions];
  return settleTags({ topics, mentions }, decisions, parentOf);
}

/** The tags that a source gave: no finder finds them, and no later run may lose them. */
function fromSource({ topics, mentions }: SettledTags): SettledTags {
  return {
    topics: topics.filter(({ origin }) => origin === "source"),
    mentions: mentions.filter(({ origin }) => origin === "source"),
  };
}
