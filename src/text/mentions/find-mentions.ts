/**
 * What a text names, each with the words that say so: one pass of longest-match over a gazetteer, in
 * which misleading phrases stand as masks, then rules over what was found. Countries and
 * organisations are found alike, each with tables and rules of their own.
 */
import type { Mention } from "../../domain/mention.ts";
import { type PartialDate, yearOf } from "../../domain/partial-date.ts";
import { primaryLanguage } from "../language.ts";
import {
  buildGazetteer,
  type Gazetteer,
  type GazetteerData,
  matchPhrase,
  type PhraseMatch,
} from "./gazetteer.ts";
import { type LanguageRules, type Passage, Place, type Verdict } from "./passage.ts";
import { isCapital, readWord, wordEnd, wordStart } from "./words.ts";

/** What is known of the address a text is from. */
export type MentionContext = {
  /** BCP 47; a language without a gazetteer of its own is read with the names that go everywhere. */
  lang: string;
  /** ISO 3166 code of the country the speaker spoke for. */
  speakerCountry: string | null;
  date: PartialDate | null;
};

/** What one language says of things of a kind. */
export type MentionLanguage = { data: GazetteerData; rules: LanguageRules };

/** What is to be found, and how. */
export type MentionKnowledge = {
  kind: Mention["kind"];
  /** Also for a language that has no tables of its own. @param lang BCP 47 primary subtag */
  languageNamed: (lang: string) => MentionLanguage;
  /** How sure each rule is, 0 to 1, and how sure those are that it does not name. */
  confidence: Readonly<Record<string, number>>;
  otherwise: number;
  /** What a value was at the time: Moscow in 1962 speaks for the Soviet Union. Null when it was not yet. */
  inItsTime: (value: string, rule: string, year: number | null) => string | null;
};

/**
 * @param text one paragraph, or any text; evidence is weighed within it
 * @returns mentions in order of place; spans never overlap, but one span may stand for several
 *   values ("Korea")
 */
export type MentionFinder = (text: string, context: MentionContext) => Mention[];

type ReadyLanguage = { gazetteer: Gazetteer; rules: LanguageRules };

/** Languages are built when first met and kept: some ten milliseconds each. */
export function createMentionFinder(knowledge: MentionKnowledge): MentionFinder {
  const ready = new Map<string, ReadyLanguage>();
  function languageOf(tag: string): ReadyLanguage {
    const lang = primaryLanguage(tag);
    const known = ready.get(lang);
    if (known) return known;
    const { data, rules } = knowledge.languageNamed(lang);
    const made = { gazetteer: buildGazetteer(data, Object.keys(rules.guards)), rules };
    ready.set(lang, made);
    return made;
  }
  return (text, { lang, speakerCountry, date }) => {
    const language = languageOf(lang);
    const phrases = findPhrases(language.gazetteer, text);
    if (phrases.length === 0) return [];
    const year = date === null ? null : yearOf(date);
    const passage: Passage = { text, phrases, speakerCountry, year };
    const mentions: Mention[] = [];
    phrases.forEach((phrase, index) => {
      const verdict = judge(new Place(passage, index, phrase), language.rules);
      if (verdict) mentions.push(...mentionsOf(knowledge, phrase, verdict, year));
    });
    return mentions;
  };
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
  { kind, confidence, otherwise, inItsTime }: MentionKnowledge,
  { start, end, entry }: PhraseMatch,
  verdict: NonNullable<Verdict>,
  year: number | null,
): Mention[] {
  const rule = verdict.rule ?? entry.rule;
  const sure = verdict.confidence ?? confidence[rule] ?? otherwise;
  return verdict.codes.flatMap((code) => {
    const value = inItsTime(code, rule, year);
    return value === null ? [] : [{ kind, value, start, end, rule, confidence: sure }];
  });
}
