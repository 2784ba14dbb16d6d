/** What English words around a name say about it: the rules that items of `data/en.ts` ask for by name. */
import {
  agreed,
  type ContextRule,
  type LanguageRules,
  type Place,
  type Verdict,
} from "../mentions/passage.ts";

/** As written, with the entry's own rule, unless something speaks against it. */
function unless(against: (place: Place) => boolean): ContextRule {
  return (place) => (against(place) ? null : { codes: place.codes });
}

/** In a line of capitals, letters are no abbreviation: "FOR THOSE WHO SERVE". */
function isShouted({ before, after, written }: Place): boolean {
  if (written.includes(".")) return false;
  const neighbours = [before, after].filter((near) => near?.gap === " ");
  return neighbours.length > 0 && neighbours.every((near) => near?.word.caps);
}

/** The same organisation is named in full in the text. */
function isNamed(place: Place): boolean {
  return place.elsewhere(...place.codes);
}

/** A capitalised word before makes it another body: "Tennessee General Assembly", "Northern Alliance". */
const OPENERS =
  /^(?:the|this|that|our|your|its|his|her|their|a|an|in|on|at|to|for|of|by|with|and|but|or|as|if|when|while|since|before|after|under|within|through|from|should|may|let|today|yesterday|last|first|both|neither|nor|is|was|can|will|does|did|resolution|president|permanent|new)$/;

function isOfAnother({ before }: Place): boolean {
  if (!before?.word.capital || !/^['’]?\s$/.test(before.gap)) return false;
  return !OPENERS.test(before.word.folded);
}

/** "Russia's Security Council": the s of a possessive, after a name. */
const POSSESSIVE = /\p{Lu}[\p{L}-]+['’]s?\s$/u;
const OF_ANOTHER = /^\s+of\s+(?!the\s+(?:U\.?N\b|United Nations|world|Organi[sz]ation\b(?!\s+of)))/;
const OWN_POSSESSIVE = /(?:Nations|UN|U\.N\.|Organi[sz]ation|world|World)['’]s?\s$/;

/** Councils and assemblies of the United Nations share their names with others. */
function council(place: Place): Verdict {
  if (OF_ANOTHER.test(place.textAfter(40)) || place.isBefore(1945)) return null;
  const before = place.textBefore(30);
  if (POSSESSIVE.test(before) && !OWN_POSSESSIVE.test(before)) return null;
  const isOwn = /(?:Nations|UN|U\.\s?N\.)\s$/.test(before);
  if (!isOwn && isOfAnother(place)) return null;
  return { codes: place.codes };
}

/** In 1942 to 1945 those who fought the Axis; from the conference of San Francisco on the organisation. */
const ORGANISED =
  /\b(?:Organi[sz]ation|organi[sz]ation|(?<!Atlantic )Charter|Conference|San Francisco|Security Council|General Assembly|delegat\w+|headquarters)\b/;

function unitedNations(place: Place): Verdict {
  if (place.isBefore(1945)) return null;
  if (!place.isBefore(1946)) return { codes: place.codes };
  const near = place.textBefore(120) + place.written + place.textAfter(120);
  return ORGANISED.test(near) ? agreed(place, "united-nations") : null;
}

/** "The WHO declared", "WHO Director-General"; but "those WHO serve". */
function worldHealth(place: Place): Verdict {
  if (isShouted(place)) return null;
  const led = /\b(?:[Tt]he|[Bb]y|[Tt]o|[Ff]rom|[Ww]ith|[Oo]f|[Aa]nd|[Aa]t)\s$/.test(
    place.textBefore(6),
  );
  const heads = place.after?.gap === " " && place.after.word.capital;
  return led || heads || isNamed(place) ? agreed(place, "who") : null;
}

const OTHER_ALLIANCE = /^\s+(?:for|of|between|against)\b/;

/** To speakers for these "the Alliance" is NATO whatever else they name; to an American it may be another. */
const ALLIANCE_IS_NATO = new Set(["UA"]);
const PLAIN_ALLIANCE = /\b(?:[Tt]he|[Oo]ur|[Yy]our|[Tt]his)\s(?:whole\s|entire\s)?$/;

/** "The Alliance" where the text names NATO, or where the speaker calls no other so. */
function alliance(place: Place): Verdict {
  if (isOfAnother(place) || place.wordBefore === "an") return null;
  if (OTHER_ALLIANCE.test(place.textAfter(12))) return null;
  if (isNamed(place)) return agreed(place, "alliance");
  return isPlainAlliance(place) ? agreed(place, "plain-alliance") : null;
}

function isPlainAlliance(place: Place): boolean {
  if (!ALLIANCE_IS_NATO.has(place.passage.speakerCountry ?? "")) return false;
  const goesOn = place.after?.gap === " " && place.after.word.capital;
  return !goesOn && PLAIN_ALLIANCE.test(place.textBefore(16));
}

/** Speakers to whom "the Commonwealth" is a state, their own or another. */
const OWN_COMMONWEALTH = new Set(["US", "PH", "PR", "PL", "LT", "RU", "BY", "KZ", "UA"]);
const NATIONS_AFTER =
  /^\s(?:countries|nations|members?|leaders|summit|Summit|Games|Observer|observers?|Prime Ministers|Ministerial|brigade|Brigade|forces|troops|preferences?|partners|Eminent|states)\b/;
const PLAIN_COMMONWEALTH = /\b(?:[Tt]he|[Oo]ur|and)\s(?:modern\s)?$/;

function commonwealth(place: Place): Verdict {
  const { speakerCountry } = place.passage;
  if (place.isBefore(1926) || /^\s+(?:of|government|Government)\b/.test(place.textAfter(12)))
    return null;
  if (NATIONS_AFTER.test(place.textAfter(20)) || isNamed(place)) {
    return agreed(place, "commonwealth");
  }
  if (speakerCountry === null || OWN_COMMONWEALTH.has(speakerCountry)) return null;
  const isPlain = PLAIN_COMMONWEALTH.test(place.textBefore(12)) && !isOfAnother(place);
  return isPlain ? agreed(place, "commonwealth") : null;
}

/** Until 1993 the one of Europe, unless a name stands before it. */
function commonMarket(place: Place): Verdict {
  const { year } = place.passage;
  if (year === null || year < 1956 || year > 1993) return null;
  if (isOfAnother(place) || place.wordBefore === "a" || /^\s+for\b/.test(place.textAfter(6))) {
    return null;
  }
  return agreed(place, "common-market");
}

/** "The League" where the text names the League of Nations. */
function league(place: Place): Verdict {
  if (!isNamed(place) || isOfAnother(place) || /^\s+of\b/.test(place.textAfter(5))) return null;
  return place.elsewhere("arab-league") ? null : agreed(place, "league");
}

/** Of which "the International Court" and "the International Bank" spoke in their first decades. */
function internationalBody(name: string): ContextRule {
  return (place) => {
    const goesOn = /^\s+(?:of|for|\p{Lu})/u.test(place.textAfter(6));
    return goesOn || place.isBefore(1945) ? null : agreed(place, name);
  };
}

const GUARDS: Record<string, ContextRule> = {
  capitals: unless(isShouted),
  named: (place) => (isNamed(place) && !isShouted(place) ? agreed(place, "named") : null),
  council,
  "united-nations": unitedNations,
  who: worldHealth,
  alliance,
  commonwealth,
  "common-market": commonMarket,
  league,
  "international-court": internationalBody("international-court"),
  "international-bank": (place) =>
    place.isBefore(1980) ? internationalBody("international-bank")(place) : null,
  "atomic-energy": (place) =>
    !isOfAnother(place) && place.elsewhere("un", "iaea") ? agreed(place, "atomic-energy") : null,
  peace: unless((place) => place.isBefore(2002) || isOfAnother(place)),
  body: (place) => ({ codes: place.codes, rule: "body" }),
  uno: (place) => (place.isBefore(1985) && !isShouted(place) ? agreed(place, "uno") : null),
  trade: unless((place) => isShouted(place) || place.isBefore(1994)),
};

export const ENGLISH_RULES: LanguageRules = { guards: GUARDS, vetoes: [] };
