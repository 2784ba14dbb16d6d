/**
 * Courtesies and offices that stand before names, in English and Ukrainian: one list, of which names (for
 * citing them), labels of speaker turns, and comparisons of the two each take what is sure for them. Each is a
 * part of a regular expression in small letters.
 */

/** They tell a woman from a man of her family name: "MRS. REAGAN" is not Ronald Reagan. */
const COURTESIES_OF_WOMEN = ["mrs", "ms", "miss"];
/** Those that may stand before the name of a speaker of whom nothing else is known. */
export const COURTESIES_OF_ANYBODY = ["mr", "dr", "sir"];
export const COURTESIES = [...COURTESIES_OF_ANYBODY, ...COURTESIES_OF_WOMEN];
/** Offices that sources put before a name as if they were a part of it, and that are nobody's family name. */
export const OFFICES_IN_NAMES = [
  "president",
  "vice(?: |-)president",
  "prime minister",
  "chancellor",
  "senator",
  "ambassador",
];
/** Offices by which transcripts label who speaks; some of them are family names too. */
export const OFFICES_IN_LABELS = [
  ...OFFICES_IN_NAMES,
  "minister",
  "governor",
  "secretary",
  "representative",
  "congressman",
  "congresswoman",
  "chairman",
  "chairwoman",
  "speaker",
  "general",
  "admiral",
  "президент",
  "прем['’]єр-міністр",
  "міністр",
];
