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
 * @returns mentions of one kind after the other, each in order of place; spans of a kind never overlap,
 *   but one span may stand for several values ("Korea")
 */
export type MentionFinder = (text: string, context: MentionContext) => Mention[];

type Ready = { knowledge: MentionKnowledge; gazetteer: Gazetteer; rules: LanguageRules };

/**
 * A finder of all these kinds, which reads a text once for all of them.
 * Languages are built when first met and kept: some ten milliseconds each.
 */
export function createMentionFinder(...kinds: readonly MentionKnowledge[]): MentionFinder {
  const ready = new Map<string, Ready[]>();
  function languageOf(tag: string): Ready[] {
    const lang = primaryLanguage(tag);
    const known = ready.get(lang);
    if (known) return known;
    const made = kinds.map((knowledge): Ready => {
      const { data, rules } = knowledge.languageNamed(lang);
      return { knowledge, gazetteer: buildGazetteer(data, Object.keys(rules.guards)), rules };
    });
    ready.set(lang, made);
    return made;
  }
  return (text, { lang, speakerCountry, date }) => {
    const year = date === null ? null : yearOf(date);
    const languages = languageOf(lang);
    const found = findPhrases(languages, text);
    return languages.flatMap(({ knowledge, rules }, kind) => {
      const phrases = found[kind] as PhraseMatch[];
      const passage: Passage = { text, phrases, speakerCountry, year };
      return phrases.flatMap((phrase, index) => {
        const verdict = judge(new Place(passage, index, phrase), rules);
        return verdict ? mentionsOf(knowledge, phrase, verdict, year) : [];
      });
    });
  };
}

/** The phrases of each gazetteer, in order of place. */
function findPhrases(languages: readonly Ready[], text: string): PhraseMatch[][] {
  const found = languages.map((): PhraseMatch[] => []);
  const readTo = languages.map(() => 0);
  for (let at = wordStart(text, 0); at < text.length; at = wordStart(text, wordEnd(text, at))) {
    const capital = isCapital(text, at);
    for (let kind = 0; kind < languages.length; kind++) {
      const { gazetteer } = languages[kind] as Ready;
      if (!(capital || gazetteer.lowerCase) || !gazetteer.heads.mayBegin(text, at)) continue;
      if (at < (readTo[kind] as number)) continue;
      const phrase = matchPhrase(gazetteer, text, readWord(text, at));
      if (!phrase) continue;
      readTo[kind] = phrase.end;
      found[kind]?.push(phrase);
    }
  }
  return found;
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
