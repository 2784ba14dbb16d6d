/** An address's words split and tagged, before they are matched with what the archive has. */
import type { AddressFacts, DraftParagraph } from "../domain/address.ts";
import type { Range } from "../domain/range.ts";
import {
  type Block,
  labelsOf,
  SPLITTER_VERSION,
  type SplitOptions,
  splitAddress,
} from "../text/paragraphs/split-address.ts";
import { turnSpeakers } from "../text/paragraphs/turn-speakers.ts";
import { createTaggers, type Taggers, tagWords } from "../text/tag-words.ts";
import { tokenize } from "../text/tokens.ts";
import { parentsOf, type Taxonomy } from "../text/topics/taxonomy.ts";
import { splitAgain } from "./freeze-breaks.ts";

/** The language work that an import needs, as pure functions. */
export type TextWork = Taggers & {
  split: (text: string, options: SplitOptions) => Block[];
  splitterVersion: string;
  /** The major topic that a topic is a part of, or null. */
  parentOf: (topic: string) => string | null;
};

/** What is to be drafted. */
export type DraftInput = {
  facts: Pick<AddressFacts, "lang" | "speaker" | "speakerOffice" | "speakerCountry" | "date">;
  text: string;
  /** The lead's length as somebody declared it; null where it is to be recognised. */
  leadLength: number | null;
  /** Where paragraphs begin in another copy, as offsets into `text`; only for a text split as a whole. */
  copiedBreaks?: readonly number[];
};

export type Draft = {
  paragraphs: DraftParagraph[];
  /** Words said; editorial matter left out. */
  wordCount: number;
};

/** The work as this program does it. */
export function createTextWork(taxonomy: Taxonomy): TextWork {
  return {
    split: splitAddress,
    splitterVersion: SPLITTER_VERSION,
    parentOf: parentsOf(taxonomy),
    ...createTaggers(taxonomy),
  };
}

/**
 * Splits the text and tags the speaker's words.
 * @param before the blocks that the address has in the archive; their breaks are kept
 */
export function draftParagraphs(
  work: TextWork,
  { facts, text, leadLength, copiedBreaks = [] }: DraftInput,
  before: readonly Block[],
): Draft {
  const { lang, speaker } = facts;
  const isDeclared = leadLength !== null;
  const whole = { lang, speaker, copiedBreaks, ...(isDeclared ? { leadLength } : {}) };
  const blocks = splitAgain(text, before, (stretch, start) => {
    if (stretch.length === text.length) return work.split(stretch, whole);
    const about = start === 0 ? whole : { lang, speaker, leadLength: 0 };
    return work.split(stretch, { ...about, labels: labelsWithin(text, speaker, start, stretch) });
  });
  let wordCount = 0;
  const speakers = turnSpeakers(blocks, facts);
  const paragraphs = blocks.map(({ kind, text: said, breakBefore }, i) => {
    const block = { kind, text: said, breakBefore, turnSpeaker: speakers[i] ?? null };
    if (kind !== "speech") return { ...block, words: "", topics: [], mentions: [] };
    const tokens = tokenize(said);
    wordCount += tokens.length;
    const words = tokens.map((token) => token.folded).join("\n");
    return { ...block, words, ...tagWords(work, said, facts, tokens) };
  });
  return { paragraphs, wordCount };
}

/** Labels of turns in a stretch of an address: whether one is a label, the whole address tells. */
function labelsWithin(
  text: string,
  speaker: string | null,
  from: number,
  { length }: string,
): Range[] {
  return labelsOf(text, speaker)
    .map(({ start, end }) => ({ start: start - from, end: end - from }))
    .filter(({ start, end }) => start >= 0 && end <= length);
}
