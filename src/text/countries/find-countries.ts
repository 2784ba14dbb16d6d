/**
 * Countries a text speaks of, each with the words that say so: one pass of longest-match over a
 * gazetteer, in which misleading phrases stand as masks, then rules over what was found.
 */
import type { CountryMention } from "../../domain/address.ts";
import { formerState } from "../../domain/country.ts";
import { type PartialDate, yearOf } from "../../domain/partial-date.ts";
import { primaryLanguage } from "../language.ts";
import { buildGazetteer, type Gazetteer, matchPhrase, type PhraseMatch } from "./gazetteer.ts";
import { languageNamed } from "./languages.ts";
import { type LanguageRules, type Passage, Place, type Verdict } from "./passage.ts";
import { isCapital, readWord, wordEnd, wordStart } from "./words.ts";

/** What is known of the address a text is from. */
export type CountryContext = {
  /** BCP 47; a language without a gazetteer of its own is read with the names that CLDR gives it. */
  lang: string;
  /** ISO 3166 code of the country the speaker spoke for. */
  speakerCountry: string | null;
  date: PartialDate | null;
};

/**
 * How sure each kind of evidence is. From reading sampled mentions: what the full name says is
 * hardly ever wrong, places and metonyms somewhat oftener, rules of context oftenest.
 */
const CONFIDENCE: Record<string, number> = {
  "official-name": 0.99,
  name: 0.97,
  "former-name": 0.95,
  demonym: 0.95,
  capital: 0.9,
  city: 0.9,
  region: 0.9,
  "leader-office": 0.9,
  compound: 0.9,
  part: 0.75,
};
const CONTEXT_CONFIDENCE = 0.8;

/** Capitals that were another state's in its time: the code of the country of today to that state's. */
const CAPITAL_OF_FORMER: Record<string, string> = { CZ: "CSHH", RS: "YUCS", RU: "SUHH" };

/**
 * Finds the countries a text speaks of.
 * @param text one paragraph, or any text; evidence is weighed within it
 * @returns mentions in order of place; spans never overlap, but one span may stand for two countries
 *   ("Korea"). `rule` is explained by `describeRule`.
 */
export function findCountries(text: string, context: CountryContext): CountryMention[] {
  const language = languageOf(context.lang);
  const phrases = findPhrases(language.gazetteer, text);
  if (phrases.length === 0) return [];
  const passage: Passage = {
    text,
    phrases,
    speakerCountry: context.speakerCountry,
    year: context.date === null ? null : yearOf(context.date),
  };
  const mentions: CountryMention[] = [];
  phrases.forEach((phrase, index) => {
    const verdict = judge(new Place(passage, index, phrase), language.rules);
    if (verdict) mentions.push(...mentionsOf(phrase, verdict, passage.year));
  });
  return mentions;
}

type ReadyLanguage = { gazetteer: Gazetteer; rules: LanguageRules };
const ready = new Map<string, ReadyLanguage>();

/** Built at first use and kept: some ten milliseconds a language. */
function languageOf(tag: string): ReadyLanguage {
  const lang = primaryLanguage(tag);
  const known = ready.get(lang);
  if (known) return known;
  const { data, rules } = languageNamed(lang);
  const made = { gazetteer: buildGazetteer(data, Object.keys(rules.guards)), rules };
  ready.set(lang, made);
  return made;
}

function findPhrases(gazetteer: Gazetteer, text: string): PhraseMatch[] {
  const phrases: PhraseMatch[] = [];
  for (let at = wordStart(text, 0); at < text.length; ) {
    const worth =
      (gazetteer.lowerCase || isCapital(text, at)) && gazetteer.heads.mayBegin(text, at);
    const phrase = worth ? matchPhrase(gazetteer, text, readWord(text, at)) : null;
    if (phrase) phrases.push(phrase);
    at = wordStart(text, phrase ? phrase.end : wordEnd(text, at));
  }
  return phrases;
}

function judge(place: Place, rules: LanguageRules): Verdict {
  const { entry } = place.phrase;
  if (entry.codes.length === 0 || rules.vetoes.some((veto) => veto(place))) return null;
  const guard = entry.guard === null ? undefined : rules.guards[entry.guard];
  return guard ? guard(place) : { codes: entry.codes };
}

function mentionsOf(
  { start, end, entry }: PhraseMatch,
  verdict: NonNullable<Verdict>,
  year: number | null,
): CountryMention[] {
  const rule = verdict.rule ?? entry.rule;
  const confidence = verdict.confidence ?? CONFIDENCE[rule] ?? CONTEXT_CONFIDENCE;
  return verdict.codes.map((code) => ({
    start,
    end,
    country: rule === "capital" || rule === "leader-office" ? stateAt(code, year) : code,
    rule,
    confidence,
  }));
}

/** Moscow in 1962 speaks for the Soviet Union. */
function stateAt(code: string, year: number | null): string {
  const then = CAPITAL_OF_FORMER[code];
  const state = then ? formerState(then) : null;
  return then && state && year !== null && year >= state.from && year <= state.to ? then : code;
}
