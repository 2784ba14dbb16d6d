/** English names that may be meant for the United States, one of its states, or something else. */
import { type ContextRule, oncePerPassage, type Place, type Verdict } from "../mentions/passage.ts";
import { isPerson, isPersonOrGiven } from "./english-vetoes.ts";

/** To whom "America" is a continent. */
const LATIN_AMERICA = new Set(
  "AR BO BR CL CO CR CU DO EC SV GT HN HT MX NI PA PY PE UY VE".split(" "),
);

/** Who speaks of these speaks of the Indians of India. */
const SUBCONTINENT = new Set(["IN", "PK", "BD"]);

const HEMISPHERE =
  /^(?:continents?|isthmus|hemisphere|republics?|nations?|states|countries|peoples|indians?|tribes?|solidarity|unity|independence|homeland|family|brotherhood|colonies)$/i;
const TRIBAL =
  /^(?:tribes?|tribal|nations?|lands?|reservations?|reserves?|titles?|treaty|treaties|agents?|agency|agencies|wars?|warfare|hostilities|chiefs?|affairs|countr(?:y|ies)|territor(?:y|ies)|polic(?:y|ies)|trade|schools?|appropriations?|population|service|commissioners?|allies|boys?|girls?|children|women|youth|education|problem|question|character|depredations?|outbreaks?|races?|villages?|communit(?:y|ies)|peoples|blood|claims?|property|allotments?|cattle|health|gaming|families|settlements?|frontier|corn|languages?|disturbances?|outrages|relations|students|rights|superintendents?|massacres?|traders?|annuities|funds?|rates)$/;
const TRIBES =
  /\b(?:tribes?|tribal|reservations?|[Ii]ndigenous|aborigin\w*|Cherokees?|Creeks?|Sioux|Seminoles?|Choctaws?|Navajos?|frontiers?|savages?|Eskimos?|Alaska)\b/;
const INDIAN_STATE =
  /^(?:prime|government|president|subcontinent|parliament|foreign|ambassador|army|troops|democracy|economy|leaders|soldiers|navy|constitution|independence|national)$/;
const PRESIDENTS_AFTER =
  /^['’]s\s(?:[Ff]arewell|time|day|birthday|name|example|[Ii]naugura)|^(?:,|,? and|,? or|,? to)\s(?:Lincoln|Jefferson|Adams|Madison|Monroe|Jackson|Franklin|Lafayette|Hamilton)\b/;

function american(place: Place): Verdict {
  if (HEMISPHERE.test(place.wordAfter)) return null;
  const { speakerCountry } = place.passage;
  if (speakerCountry !== null && LATIN_AMERICA.has(speakerCountry) && !place.elsewhere("US")) {
    return /^(?:president|government|people|administration|troops|soldiers|imperialism|congress)$/.test(
      place.wordAfter,
    )
      ? { codes: ["US"] }
      : null;
  }
  return { codes: ["US"] };
}

function america(place: Place): Verdict {
  const { speakerCountry } = place.passage;
  if (speakerCountry !== null && speakerCountry !== "US") {
    if (place.wordBefore === "our" || place.wordBefore === "the") return null;
    if (LATIN_AMERICA.has(speakerCountry)) return null;
  }
  return { codes: ["US"] };
}

/** "US$" is money; in capitals throughout, "US" is a pronoun. */
function us(place: Place): Verdict {
  if (/^(?:\s?\$|\sdollars?\b)/.test(place.textAfter(8))) return null;
  if (place.written !== "US") return { codes: place.codes };
  const neighbours = [place.before, place.after].filter((near) => near?.gap === " ");
  const shouting = neighbours.length > 0 && neighbours.every((near) => near?.word.caps);
  return shouting ? null : { codes: place.codes };
}

/** "Syrian, Indian, Lebanese nationals": in a row of peoples. */
function amongPeoples({ passage, index, phrase }: Place): boolean {
  const previous = passage.phrases[index - 1];
  const next = passage.phrases[index + 1];
  return (
    (previous?.entry.rule === "demonym" && phrase.start - previous.end <= 6) ||
    (next?.entry.rule === "demonym" && next.start - phrase.end <= 6)
  );
}

const hasSubcontinent = oncePerPassage(({ phrases }) =>
  phrases.some(
    ({ entry }) => entry.guard !== "indian" && entry.codes.some((code) => SUBCONTINENT.has(code)),
  ),
);
const hasTribes = oncePerPassage(({ text }) => TRIBES.test(text));

/** American Indians are no Indians of India; who says so is the text, the speaker, or the year. */
function indian(place: Place): Verdict {
  const { passage } = place;
  const { speakerCountry, year } = passage;
  const verdict: Verdict = { codes: ["IN"], rule: "context:indian" };
  if (hasSubcontinent(passage)) return verdict;
  const american = speakerCountry === "US" || LATIN_AMERICA.has(speakerCountry ?? "");
  if (speakerCountry !== null && !american) return verdict;
  if (TRIBAL.test(place.wordAfter) || hasTribes(passage)) return null;
  if (!american || amongPeoples(place)) return verdict;
  const beforeIndependence = year !== null && year < 1947;
  return !beforeIndependence && INDIAN_STATE.test(place.wordAfter) ? verdict : null;
}

const CITY_BEFORE = /\p{Lu}[\p{L}.'’-]+,\s$/u;
const CAPITALS_BEFORE = /\p{Lu}{2},\s$/u;
const OFFICE_BEFORE =
  /\b(?:Governors?|Gov\.|Senators?|Sen\.|Congressm[ae]n|Representative|Rep\.|State|Republicans?|Democrats?|University)\s(?:of|from|for)\s$/;

/** Named as part of the country by the words themselves: "Oxford, North Carolina", "Governor of Texas". */
function namedAsPart(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 32), start);
  return CITY_BEFORE.test(before) || OFFICE_BEFORE.test(before);
}

/** Words of local news by which a state's name is known to be meant as one. */
const LOCAL_LIFE =
  /\b(?:County|[Ss]heriff|School District|school district|Highway Patrol|[Ss]tate [Pp]olice|[Ss]tate troopers?|Legislature|statewide|State Senate|state Senate|Interstate)\b/;

const hasLocalLife = oncePerPassage(({ text }) => LOCAL_LIFE.test(text));

/** Evidence that speaks of the country as a whole. */
const NATION = new Set(["name", "official-name", "demonym", "leader-office"]);

/** Whether a text names the United States, three of their states or cities, or one as such or twice. */
const speaksOfParts = oncePerPassage((passage) => {
  const { phrases, text } = passage;
  const parts = phrases.filter(({ entry }) => entry.rule === "part");
  const distinct = new Set(parts.map(({ start, end }) => text.slice(start, end)));
  return (
    distinct.size >= 3 ||
    parts.length > distinct.size ||
    hasLocalLife(passage) ||
    phrases.some(({ entry }) => NATION.has(entry.rule) && entry.codes.includes("US")) ||
    parts.some(({ start }) => namedAsPart(text, start))
  );
});

/**
 * A state or city of the United States. To a speaker from there it is home, not a country spoken of;
 * elsewhere something else in the text must agree.
 */
function part(place: Place): Verdict {
  if (place.passage.speakerCountry === "US" || isPerson(place)) return null;
  if (/(?:Lake\s|[-‐‑–])$/.test(place.textBefore(5))) return null;
  return speaksOfParts(place.passage) ? { codes: ["US"], rule: "part" } : null;
}

/** "Ky.", "TX": only after a town and a comma; letters without a stop not in a row of acronyms. */
function abbreviation(place: Place): Verdict {
  const before = place.textBefore(32);
  if (!CITY_BEFORE.test(before)) return null;
  return !place.written.includes(".") && CAPITALS_BEFORE.test(before) ? null : part(place);
}

function washington(place: Place): Verdict {
  if (isPerson(place) || place.passage.text.startsWith(" state", place.phrase.end)) return null;
  if (PRESIDENTS_AFTER.test(place.textAfter(24))) return null;
  const metonym = /^(?:in|to|from|at|around|outside|near|leave|left|reach|between|with|by|city)$/;
  if (place.passage.speakerCountry !== "US") return { codes: ["US"] };
  const before =
    place.wordBefore === "of"
      ? /\bcity of $/i.test(place.textBefore(8))
      : metonym.test(place.wordBefore);
  return before ? { codes: ["US"], rule: "context:washington" } : null;
}

const COUNTRY_OF = /\b(?:country|nation|peoples?|government|Government|President|sovereignty) of $/;
const STATE_OF = /\b(?:[Ss]tate of|[Nn]orth|[Ss]outh|[Cc]entral|[Ss]outhern|[Nn]orthern)\s$/;
const CAUCASUS =
  /\b(?:Caucasus|Ossetia\w*|Abkhazia\w*|Saakashvili|Shevardnadze|Tbilisi|Rose Revolution)\b/;

const namesCaucasus = oncePerPassage(({ text }) => CAUCASUS.test(text));
const namesParts = oncePerPassage(({ phrases }) =>
  phrases.some(({ entry }) => entry.rule === "part"),
);

/** Whether "Georgia" stands as the whereabouts of a town that is not in the country: "Rome, Georgia". */
function placesTown({ passage, index, phrase }: Place): boolean {
  if (!namedAsPart(passage.text, phrase.start)) return false;
  const previous = passage.phrases[index - 1];
  if (!previous || phrase.start - previous.end !== 2) return true;
  const { codes, rule } = previous.entry;
  return (rule === "city" || rule === "capital" || rule === "part") && !codes.includes("GE");
}

/** The country in the Caucasus, or the state around Atlanta. */
function georgia(place: Place): Verdict {
  const { passage } = place;
  if (isPersonOrGiven(place)) return null;
  if (placesTown(place)) return part(place);
  const country: Verdict = { codes: ["GE"], rule: "context:georgia" };
  const caucasus =
    place.elsewhere("RU", "AM", "AZ", "UA", "MD", "SUHH", "GE") || namesCaucasus(passage);
  const before = place.textBefore(16);
  if (!caucasus && STATE_OF.test(before)) return part(place);
  if (COUNTRY_OF.test(before) && !place.isBefore(1990)) return country;
  if (!caucasus && (namesParts(passage) || hasLocalLife(passage))) return part(place);
  if (passage.speakerCountry !== "US") return country;
  const adjective = place.written === "Georgian";
  return (caucasus || adjective) && !place.isBefore(1990) ? country : null;
}

export const UNITED_STATES_RULES: Record<string, ContextRule> = {
  american,
  america,
  us,
  indian,
  part,
  abbreviation,
  washington,
  georgia,
};
