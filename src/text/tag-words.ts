/** Topics of one paragraph, and the countries and organisations it names. */
import type { AddressFacts, TopicTag } from "../domain/address.ts";
import type { Mention } from "../domain/mention.ts";
import { COUNTRIES } from "./countries/find-countries.ts";
import { createMentionFinder, type MentionFinder } from "./mentions/find-mentions.ts";
import { ORGANISATIONS } from "./organisations/find-organisations.ts";
import { type Token, tokenize } from "./tokens.ts";
import type { Taxonomy } from "./topics/taxonomy.ts";
import { createTopicFinder, type TopicFinder } from "./topics/topic-finder.ts";

/** The finders. */
export type Taggers = { findTopics: TopicFinder; findMentions: MentionFinder };

/** What is to be known of the address that the words are from. */
export type WordsContext = Pick<AddressFacts, "lang" | "speakerCountry" | "date">;

/** The finders as this program has them. */
export function createTaggers(taxonomy: Taxonomy): Taggers {
  return { findTopics: createTopicFinder(taxonomy), findMentions };
}

const findMentions = createMentionFinder(COUNTRIES, ORGANISATIONS);

/**
 * @param text the speaker's words of one paragraph
 * @param tokens of `text`, where the caller has them already
 */
export function tagWords(
  taggers: Taggers,
  text: string,
  { lang, speakerCountry, date }: WordsContext,
  tokens: readonly Token[] = tokenize(text),
): { topics: TopicTag[]; mentions: Mention[] } {
  return {
    topics: taggers.findTopics(text, lang, tokens),
    mentions: taggers.findMentions(text, { lang, speakerCountry, date }),
  };
}
