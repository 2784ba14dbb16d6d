/** What Ukrainian words around a name say about it. */
import { agreed, type ContextRule, type LanguageRules } from "../mentions/passage.ts";

/** "Радбез РФ", "Рада безпеки Росії". */
const STATE_AFTER = /^\s+(?:РФ|Росі\p{L}+|України|Російськ\p{L}+|США|СРСР)/u;

const council: ContextRule = (place) =>
  STATE_AFTER.test(place.textAfter(24)) ? null : { codes: place.codes };

/** Written with a capital, and no other's name: "Північний Альянс". */
const alliance: ContextRule = (place) => {
  const { before } = place;
  const isOfAnother = before?.word.capital && /^\s$/.test(before.gap) && !before.word.caps;
  const begins = before === null || /[.!?…]\s+$/.test(place.textBefore(3));
  if (begins || isOfAnother) return place.elsewhere("nato") ? agreed(place, "alliance") : null;
  return place.elsewhere("nato") || !place.isBefore(1992) ? agreed(place, "alliance") : null;
};

const named: ContextRule = (place) =>
  place.elsewhere(...place.codes) ? agreed(place, "named") : null;

export const UKRAINIAN_RULES: LanguageRules = {
  guards: { council, alliance, named },
  vetoes: [],
};
