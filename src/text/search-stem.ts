/** What a word is known by to every search engine, and to marks. */
import { americanSpelling } from "./american-spelling.ts";
import { primaryLanguage } from "./language.ts";
import { stem } from "./stem.ts";

/** A speech archive has some 100,000 forms a language; beyond that the cache starts anew. */
const CACHE_LIMIT = 200_000;
const english = new Map<string, string>();

/**
 * The stem of a word, alike for both spellings of an English one. Index and query must both come
 * through here.
 * @param folded as `foldWord` gives it
 * @param lang BCP 47
 */
export function searchStem(folded: string, lang: string): string {
  if (primaryLanguage(lang) !== "en") return stem(folded, lang);
  const known = english.get(folded);
  if (known !== undefined) return known;
  if (english.size >= CACHE_LIMIT) english.clear();
  const found = stem(americanSpelling(folded), lang);
  english.set(folded, found);
  return found;
}
