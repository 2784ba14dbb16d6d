/** Topics and countries of one paragraph. */
import type { AddressFacts, CountryMention, TopicTag } from "../domain/address.ts";
import type { CountryContext } from "./countries/find-countries.ts";
import { findCountries } from "./countries/find-countries.ts";
import { type Token, tokenize } from "./tokens.ts";
import type { Taxonomy } from "./topics/taxonomy.ts";
import { createTopicFinder, type TopicFinder } from "./topics/topic-finder.ts";

/** The two finders. */
export type Taggers = {
  findCountries: (text: string, context: CountryContext) => CountryMention[];
  findTopics: TopicFinder;
};

/** What is to be known of the address that the words are from. */
export type WordsContext = Pick<AddressFacts, "lang" | "speakerCountry" | "date">;

/** The finders as this program has them. */
export function createTaggers(taxonomy: Taxonomy): Taggers {
  return { findCountries, findTopics: createTopicFinder(taxonomy) };
}

/**
 * @param text the speaker's words of one paragraph
 * @param tokens of `text`, where the caller has them already
 */
export function tagWords(
  taggers: Taggers,
  text: string,
  { lang, speakerCountry, date }: WordsContext,
  tokens: readonly Token[] = tokenize(text),
): { topics: TopicTag[]; countries: CountryMention[] } {
  return {
    topics: taggers.findTopics(text, lang, tokens),
    countries: taggers.findCountries(text, { lang, speakerCountry, date }),
  };
}
