/** What English words around a name say about it: the rules that items of `data/en*.ts` ask for by name. */
import {
  agreed,
  type ContextRule,
  type LanguageRules,
  oncePerPassage,
  type Place,
  type Verdict,
} from "../mentions/passage.ts";
import { isPerson, isPersonOrGiven, VETOES } from "./english-vetoes.ts";
import { UNITED_STATES_RULES } from "./united-states-rules.ts";

/** Only when no rule speaks against it. */
function unless(against: (place: Place) => boolean): ContextRule {
  return (place) => (against(place) ? null : { codes: place.codes });
}

const BIRD =
  /^(?:dinner|dinners|sandwich|breast|hunt|hunting|shoot|shoots|farm|farmer|farmers|vulture|trot)$/;
/** "Finn said" is a person; a Finn and the Finns are a people. */
const FINN = /\b(?:[Aa]|[Tt]he)\s$/;
/** Of the earth, not of Poland. */
const POLAR =
  /\b(?:North|South|north|south|Magnetic|magnetic|Celestial|Pole to)\s(?:and South\s)?$/;
const CLERGY = /^(?:friar|friars|order|priest|priests|monk|monks|sisters|fathers)$/;
const GUINEA_THING = /^(?:pig|pigs|fowl|worm|corn|grass)$/;

/** Words near "Korea" that speak of the war there or of the whole peninsula. */
const BOTH_KOREAS =
  /\b(?:[Ww]ars?|[Pp]eninsula|[Qq]uestion|[Uu]nification|[Rr]eunification|[Aa]rmistice|[Cc]onflict|fought|fighting|soldiers|troops|served|veterans?|battle|battles|division|divided|aggress\w+|invasion|problem|people|peoples|nation|casualties|killed|truce|Communists?)\b/;
/** From here on "Korea" by itself is the South in trade, sport and alliances. */
const SOUTH_ALONE = 1975;

/** Of "the Korean people" since then: which state's, or of the whole peninsula, only other words can tell. */
const A_PEOPLE = /^(?:people|peoples|nation)$/;
const WHOLE_PEOPLE =
  /\b(?:[Ww]ars?|[Pp]eninsula|[Qq]uestion|[Uu]nification|[Rr]eunif\w+|re-unification|[Uu]nity|[Dd]ivi(?:ded|sions?)|both|two (?:Koreas|States|states)|[Nn]orth and|Koreas)\b/;

function koreanPeople(place: Place): Verdict {
  const [south, north] = [place.elsewhere("KR"), place.elsewhere("KP")];
  const near = place.textBefore(120) + place.textAfter(120);
  if ((south && north) || WHOLE_PEOPLE.test(near)) return agreed(place, "korea");
  return south || north ? agreed(place, "korea", [south ? "KR" : "KP"]) : null;
}

function korea(place: Place): Verdict {
  const { year } = place.passage;
  const isRecent = year === null || year >= SOUTH_ALONE;
  if (isRecent && A_PEOPLE.test(place.wordAfter)) return koreanPeople(place);
  const both = BOTH_KOREAS.test(place.textBefore(60)) || BOTH_KOREAS.test(place.textAfter(60));
  if (both || year === null || year < SOUTH_ALONE || place.elsewhere("KP")) {
    return agreed(place, "korea");
  }
  return agreed(place, "korea", [place.passage.speakerCountry === "KP" ? "KP" : "KR"]);
}

const namesBrazzaville = oncePerPassage(({ phrases }) =>
  phrases.some(
    ({ entry }) => entry.codes[0] === "CG" && entry.guard === null && entry.rule !== "capital",
  ),
);

function congo(place: Place): Verdict {
  const { passage, wordBefore } = place;
  const { speakerCountry } = passage;
  const french = wordBefore === "french" || wordBefore === "middle";
  const brazzaville = french || speakerCountry === "CG" || namesBrazzaville(passage);
  const kinshasa = speakerCountry === "CD" || place.elsewhere("CD");
  return agreed(place, "congo", [brazzaville && !kinshasa ? "CG" : "CD"]);
}

function dominican(place: Place): Verdict {
  if (CLERGY.test(place.wordAfter)) return null;
  const dominica = place.elsewhere("DM") || place.passage.speakerCountry === "DM";
  return agreed(place, "dominican", [dominica && !place.elsewhere("DO") ? "DM" : "DO"]);
}

/** The Republic of China: all of China until 1949, then the government on Taiwan. */
function republicOfChina(place: Place): Verdict {
  return agreed(place, "republic-of-china", [place.isBefore(1949) ? "CN" : "TW"]);
}

/** One state from 2003 to 2006; before and after, two. */
function serbiaAndMontenegro(place: Place): Verdict {
  const { year } = place.passage;
  const one = year !== null && year >= 2003 && year <= 2006;
  return agreed(place, "serbia-and-montenegro", one ? ["CSXX"] : ["RS", "ME"]);
}

/** "Sino-Soviet" goes on with a people; "Anglo-Celt" and Franco the man do not. */
function standsAlone(place: Place): boolean {
  const next = place.passage.phrases[place.index + 1];
  const hyphen = /^[-‐‑–]/.test(place.textAfter(1));
  return !(hyphen && next?.start === place.phrase.end + 1 && next.entry.codes.length > 0);
}

const GUARDS: Record<string, ContextRule> = {
  ...UNITED_STATES_RULES,
  person: unless(isPerson),
  given: unless(isPersonOrGiven),
  turkey: unless(({ wordAfter, wordBefore }) => BIRD.test(wordAfter) || wordBefore === "roast"),
  polish: unless(
    (place) => place.before === null && /^(?:the|this|your|up|it)$/.test(place.wordAfter),
  ),
  pole: unless((place) => POLAR.test(place.textBefore(20)) || place.textAfter(8) === " to Pole"),
  finn: unless((place) => !FINN.test(place.textBefore(6)) && !place.written.endsWith("s")),
  soviet: unless((place) => /(?:post|Post|ex)[-‐‑–]$/.test(place.textBefore(5))),
  hague: unless(({ wordBefore }) => wordBefore !== "the"),
  canton: (place) =>
    place.isBefore(1950) && place.passage.text[place.phrase.end] !== ","
      ? agreed(place, "canton")
      : null,
  compound: unless(standsAlone),
  guinea: (place) =>
    GUINEA_THING.test(place.wordAfter) || place.isBefore(1958) ? null : agreed(place, "guinea"),
  korea,
  congo,
  dominican,
  roc: republicOfChina,
  "serbia-and-montenegro": serbiaAndMontenegro,
  salisbury: unless((place) => !(place.isBefore(1983) && place.elsewhere("ZW", "ZA"))),
  accented: unless(({ written }) => !written.endsWith("é")),
  al: unless((place) => /\b[Aa]l[-‐‑– ]$/.test(place.textBefore(4))),
  kashmir: (place) => agreed(place, "kashmir"),
};

export const ENGLISH_RULES: LanguageRules = { guards: GUARDS, vetoes: VETOES };
