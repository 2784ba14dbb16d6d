/** What the forms of one word have in common, as the topic dictionary sees it. */
import { primaryLanguage } from "../language.ts";
import { stem } from "../stem.ts";

/** A shorter word's s is not an ending: "gas", "bus", "its". */
const SHORTEST_PLURAL = 4;
/** "classes", "wishes", "churches", "taxes", "buzzes" lose two letters. */
const HISSING = ["sses", "shes", "ches", "xes", "zzes"];

/**
 * The key under which a word is looked up. English words lose only their plural: full stems would
 * take "important" for "imports", "apart" for "apartment" and "humanity" for "humanities".
 * @param folded a word as `foldWord` gives it
 * @param lang BCP 47
 */
export function wordKey(folded: string, lang: string): string {
  // Asked for every word: the commonest tag is known without taking it apart.
  return lang === "en" || primaryLanguage(lang) === "en" ? singular(folded) : stem(folded, lang);
}

/** After Harman, "How effective is suffixing?" (1991), the S-stemmer. */
function singular(word: string): string {
  if (word.length < SHORTEST_PLURAL || !word.endsWith("s")) return word;
  if (word.endsWith("ies") && !word.endsWith("eies") && !word.endsWith("aies")) {
    return `${word.slice(0, -3)}y`;
  }
  if (HISSING.some((ending) => word.endsWith(ending))) return word.slice(0, -2);
  return word.endsWith("ss") || word.endsWith("us") ? word : word.slice(0, -1);
}
