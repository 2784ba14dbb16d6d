/** What Ukrainian words around a name say about it. */
import {
  agreed,
  type ContextRule,
  type LanguageRules,
  type Place,
  type Verdict,
} from "../mentions/passage.ts";

/** "Того дня", "Малі діти": at the beginning of a sentence an everyday word. */
function midSentence(place: Place): Verdict {
  const { before } = place;
  const begins = before === null || /[.!?…:;"«»“”–—-]/.test(before.gap);
  return begins ? null : { codes: place.codes };
}

function korea(place: Place): Verdict {
  const south = place.elsewhere("KR");
  const north = place.elsewhere("KP");
  // "Корейський народе": without another name nothing tells which state's people is meant.
  if (!south && !north && /^народ/.test(place.wordAfter)) return null;
  const codes = south === north ? place.codes : [south ? "KR" : "KP"];
  return agreed(place, "korea", codes);
}

function congo(place: Place): Verdict {
  const only = place.elsewhere("CG") && !place.elsewhere("CD");
  return agreed(place, "congo", [only ? "CG" : "CD"]);
}

/** "Російська мова", "говорив українською": the instrumental without a noun that agrees with it. */
function language(place: Place): boolean {
  if (place.rule !== "demonym") return false;
  if (/^мов(?:а|и|і|у|ою|ами)?$/.test(place.wordAfter)) return true;
  return (
    /[сц]ькою$/.test(place.written) &&
    !/(?:ою|ею|єю|'ю|ʼю|тю|дю|ллю|ню|сю|вю)$/.test(place.wordAfter)
  );
}

const GUARDS: Record<string, ContextRule> = { "mid-sentence": midSentence, korea, congo };

export const UKRAINIAN_RULES: LanguageRules = { guards: GUARDS, vetoes: [language] };
