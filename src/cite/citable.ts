/** What a citation is made from: one paragraph of one address, as an archive holds it. */
import type { ParagraphKind } from "../domain/address.ts";
import type { PartialDate } from "../domain/partial-date.ts";
import { primaryLanguage } from "../text/language.ts";

export type Citable = {
  /** The paragraph's permanent key; names the entry in reference files. */
  key: string;
  title: string;
  /**
   * Whose words they are, as the source names the speaker; several are parted by semicolons; null where
   * nobody is named, or a label only.
   */
  speaker: string | null;
  /**
   * Who else than the address's speaker says the words: the label in the source under which they stand
   * ("MR. NIXON", "Q"), or a name where an editor decided it.
   */
  turnSpeaker: string | null;
  /** Whether an editor decided whose words they are. */
  isVoiceDecided: boolean;
  speakerOffice: string | null;
  /** ISO 3166-1 alpha-2 or 3166-3 alpha-4; tells names that put the family name first. */
  speakerCountry: string | null;
  date: PartialDate;
  collection: string | null;
  occasion: string | null;
  place: string | null;
  /** Who published the text that the archive took in. */
  publisher: string | null;
  /** Where the archive took the text from. */
  sourceUrl: string | null;
  /** BCP 47. */
  lang: string;
  kind: ParagraphKind;
  /** As shown, from 1; null for editorial matter. */
  paragraphNumber: number | null;
  paragraphText: string;
  /** Absolute; of the revision cited. */
  permalink: string;
  /** ISO day on which the citation is made. */
  accessedOn: string;
  archiveName: string;
  /** The revision of the address that is cited, from 1. */
  revision: number;
};

/**
 * Says whose the words are where they are not the address's speaker's: `words of the speaker labelled “Q”`,
 * or `words of Richard Nixon` where an editor decided it.
 */
export function labelledWords({
  turnSpeaker,
  isVoiceDecided,
}: Pick<Citable, "turnSpeaker" | "isVoiceDecided">): string | null {
  if (turnSpeaker === null) return null;
  return isVoiceDecided
    ? `words of ${turnSpeaker}`
    : `words of the speaker labelled “${turnSpeaker}”`;
}

/** Primary languages that are written from right to left. */
const RIGHT_TO_LEFT = new Set([
  "ar",
  "arc",
  "ckb",
  "dv",
  "fa",
  "he",
  "ks",
  "ps",
  "sd",
  "ug",
  "ur",
  "yi",
]);

/** The direction in which a language is written. */
export function directionOf(lang: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(primaryLanguage(lang)) ? "rtl" : "ltr";
}
