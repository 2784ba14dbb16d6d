/** What the forms of one word have in common, as the topic dictionary sees it. */
import { stem } from "../stem.ts";

/** Plural endings after Harman, "How effective is suffixing?" (1991), the S-stemmer: first fit wins. */
const PLURALS: readonly [ending: RegExp, singular: string][] = [
  [/(?<![ea])ies$/, "y"],
  [/(?<=ss|[sc]h|x|zz)es$/, ""],
  [/(?<![us])s$/, ""],
];

/** A shorter word's s is not an ending: "gas", "bus", "its". */
const SHORTEST_PLURAL = 4;

/**
 * The key under which a word is looked up. English words lose only their plural: full stems would
 * take "important" for "imports", "apart" for "apartment" and "humanity" for "humanities".
 * @param folded a word as `foldWord` gives it
 * @param lang BCP 47
 */
export function wordKey(folded: string, lang: string): string {
  return lang === "en" || lang.startsWith("en-") ? singular(folded) : stem(folded, lang);
}

function singular(word: string): string {
  if (word.length < SHORTEST_PLURAL || !word.endsWith("s")) return word;
  for (const [ending, replacement] of PLURALS) {
    if (ending.test(word)) return word.replace(ending, replacement);
  }
  return word;
}
