/** An address's words split and tagged, before they are matched with what the archive has. */
import type { AddressFacts, CountryMention, DraftParagraph } from "../domain/address.ts";
import { type CountryContext, findCountries } from "../text/countries/find-countries.ts";
import {
  type Block,
  SPLITTER_VERSION,
  type SplitOptions,
  splitAddress,
} from "../text/paragraphs/split-address.ts";
import { tokenize } from "../text/tokens.ts";
import type { Taxonomy } from "../text/topics/taxonomy.ts";
import { createTopicFinder, type TopicFinder } from "../text/topics/topic-finder.ts";
import { splitAgain } from "./freeze-breaks.ts";

/** The language work that an import needs, as pure functions. */
export type TextWork = {
  split: (text: string, options: SplitOptions) => Block[];
  splitterVersion: string;
  findCountries: (text: string, context: CountryContext) => CountryMention[];
  findTopics: TopicFinder;
};

/** What is to be drafted. */
export type DraftInput = {
  facts: Pick<AddressFacts, "lang" | "speaker" | "speakerCountry" | "date">;
  text: string;
  /** The lead's length as somebody declared it; null where it is to be recognised. */
  leadLength: number | null;
};

export type Draft = {
  paragraphs: DraftParagraph[];
  /** Words of the speaker's own. */
  wordCount: number;
};

/** The work as this program does it. */
export function createTextWork(taxonomy: Taxonomy): TextWork {
  return {
    split: splitAddress,
    splitterVersion: SPLITTER_VERSION,
    findCountries,
    findTopics: createTopicFinder(taxonomy),
  };
}

/**
 * Splits the text and tags the speaker's words.
 * @param before the blocks that the address has in the archive; their breaks are kept
 */
export function draftParagraphs(
  work: TextWork,
  { facts, text, leadLength }: DraftInput,
  before: readonly Block[],
): Draft {
  const { lang, speaker, speakerCountry, date } = facts;
  const about = leadLength === null ? { lang, speaker } : { lang, speaker, leadLength };
  const blocks = splitAgain(text, before, (stretch, isStart) =>
    work.split(stretch, isStart ? about : { ...about, leadLength: 0 }),
  );
  let wordCount = 0;
  const paragraphs = blocks.map(({ kind, text: words, breakBefore }) => {
    const block = { kind, text: words, breakBefore };
    if (kind !== "speech") return { ...block, topics: [], countries: [] };
    const tokens = tokenize(words);
    wordCount += tokens.length;
    const countries = work.findCountries(words, { lang, speakerCountry, date });
    return { ...block, topics: work.findTopics(words, lang, tokens), countries };
  });
  return { paragraphs, wordCount };
}
