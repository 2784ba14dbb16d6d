/**
 * Stems: what the forms of one word have in common, so that "sanction" finds "sanctions".
 * Snowball's algorithms (snowballstem.org) where there is one for the language, an ending stripper
 * of ours for Ukrainian, the word itself otherwise. The model that breaks walls of text into paragraphs
 * was trained on these; what is searched comes through `search-stem.ts`.
 */
import snowball from "snowball-stemmers";
import { primaryLanguage } from "./language.ts";
import { stemUkrainian } from "./stem-ukrainian.ts";

/** BCP 47 primary language → Snowball algorithm. Tamil is left out: folding takes the marks its endings consist of. */
const ALGORITHMS: Record<string, string> = {
  ar: "arabic",
  ca: "catalan",
  cs: "czech",
  da: "danish",
  de: "german",
  en: "english",
  es: "spanish",
  eu: "basque",
  fi: "finnish",
  fr: "french",
  ga: "irish",
  hu: "hungarian",
  hy: "armenian",
  it: "italian",
  nb: "norwegian",
  nl: "dutch",
  nn: "norwegian",
  no: "norwegian",
  pt: "portuguese",
  ro: "romanian",
  ru: "russian",
  sl: "slovene",
  sv: "swedish",
  tr: "turkish",
};

/** Languages whose rules may change how a word begins: the Arabic article, Irish mutations, ц to к, a short Turkish word. */
const CHANGE_BEGINNINGS: ReadonlySet<string> = new Set(["ar", "ga", "tr", "uk"]);

/** A speech archive has some 100,000 forms a language; beyond that the cache starts anew. */
const CACHE_LIMIT = 200_000;
/** Longer strings are no words of a language; stemming them would only cost time. */
const LONGEST_WORD = 64;

/** English words that Snowball takes for a form of another one, in the forms they have. */
const APART = new Map(
  [
    ["apartment", "apartments"],
    ["authority", "authorities"],
    ["business", "businesses"],
    ["department", "departments"],
    ["emergency", "emergencies"],
    ["important", "importance", "importantly"],
    ["international", "internationally", "internationals"],
    ["officer", "officers"],
    ["organs", "organ"],
    ["several"],
    ["universe", "universes"],
    ["university", "universities"],
  ].flatMap((forms) => forms.map((form) => [form, forms[0] as string] as const)),
);

type Stemmer = { stem: (word: string) => string; cache: Map<string, string> };
const stemmers = new Map<string, Stemmer | null>();

/**
 * Whether words of the language are stemmed.
 * @param lang BCP 47, e.g. `en`, `en-GB`; letter case does not matter
 */
export function isStemmable(lang: string): boolean {
  const primary = primaryLanguage(lang);
  return primary === "uk" || Object.hasOwn(ALGORITHMS, primary);
}

/**
 * Whether a stem always begins as its word does, so that words that begin otherwise need not be stemmed.
 * @param lang BCP 47
 */
export function keepsFirstLetter(lang: string): boolean {
  return !CHANGE_BEGINNINGS.has(primaryLanguage(lang));
}

/**
 * The stem of a folded word.
 * @param folded a word as `foldWord` gives it: lower case, no accents, no apostrophes; so a possessive
 *   is a word with one more s ("ukraines"), which has the stem of its owner ("ukraine")
 * @param lang BCP 47; a language that is not stemmable gives the word back
 * @returns never empty unless `folded` is
 */
export function stem(folded: string, lang: string): string {
  if (folded.length > LONGEST_WORD) return folded;
  const stemmer = stemmerOf(lang);
  if (!stemmer) return folded;
  const known = stemmer.cache.get(folded);
  if (known !== undefined) return known;
  if (stemmer.cache.size >= CACHE_LIMIT) stemmer.cache.clear();
  const stemmed = stemmer.stem(folded) || folded;
  stemmer.cache.set(folded, stemmed);
  return stemmed;
}

function stemmerOf(lang: string): Stemmer | null {
  const ready = stemmers.get(lang);
  if (ready !== undefined) return ready;
  const stemmer = isStemmable(lang) ? makeStemmer(primaryLanguage(lang)) : null;
  if (stemmers.size < 1000) stemmers.set(lang, stemmer);
  return stemmer;
}

function makeStemmer(primary: string): Stemmer {
  const cache = new Map<string, string>();
  if (primary === "uk") return { stem: stemUkrainian, cache };
  const algorithm = snowball.newStemmer(ALGORITHMS[primary] ?? "");
  if (primary !== "en") return { stem: (word) => algorithm.stem(word), cache };
  return { stem: (word) => stemEnglish(withoutPossessive(word), algorithm), cache };
}

/**
 * Snowball's English makes one stem of words that an archive of addresses must tell apart: terrorism
 * and terror, nationalism and nation, university and universe, organization and organ.
 */
function stemEnglish(word: string, algorithm: { stem(word: string): string }): string {
  const doctrine = /^(.{3,}ism)s*$/.exec(word)?.[1];
  return doctrine ?? APART.get(word) ?? algorithm.stem(word);
}

/** Snowball drops the s of "ukraines" by itself, but takes "congresss" for a word in -ss. */
function withoutPossessive(word: string): string {
  return word.endsWith("sss") ? word.slice(0, -1) : word;
}
