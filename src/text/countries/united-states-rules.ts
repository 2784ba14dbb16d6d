/** English names that may be meant for the United States, one of its states, or something else. */
import { isPerson, isPersonOrGiven } from "./english-vetoes.ts";
import type { ContextRule, Place, Verdict } from "./passage.ts";

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
  /^(?:,|,? and|,? or|,? to)\s(?:Lincoln|Jefferson|Adams|Madison|Monroe|Jackson|Franklin|Lafayette|Hamilton)\b/;

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
  const { text } = place.passage;
  const { start, end } = place.phrase;
  if (/^(?:\s?\$|\sdollars?\b)/.test(place.textAfter(8))) return null;
  if (text.slice(start, end) !== "US") return { codes: place.codes };
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

/** American Indians are no Indians of India; who says so is the text, the speaker, or the year. */
function indian(place: Place): Verdict {
  const { phrases, speakerCountry, text, year } = place.passage;
  const subcontinent = phrases.some(
    ({ entry }) => entry.guard !== "indian" && entry.codes.some((code) => SUBCONTINENT.has(code)),
  );
  if (subcontinent) return { codes: ["IN"], rule: "context:indian" };
  const fromAmericas =
    speakerCountry === "US" || (speakerCountry !== null && LATIN_AMERICA.has(speakerCountry));
  const elsewhere = speakerCountry !== null && !fromAmericas;
  if (!elsewhere && (TRIBAL.test(place.wordAfter) || TRIBES.test(text))) return null;
  if (fromAmericas && !amongPeoples(place)) {
    if (year !== null && year < 1947) return null;
    if (!INDIAN_STATE.test(place.wordAfter)) return null;
  }
  return { codes: ["IN"], rule: "context:indian" };
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

/**
 * A state or city of the United States. To a speaker from there it is home, not a country spoken of;
 * elsewhere something else in the text must agree.
 */
function part(place: Place): Verdict {
  const { phrases, speakerCountry, text } = place.passage;
  if (speakerCountry === "US" || isPerson(place)) return null;
  if (/(?:Lake\s|[-‐‑–])$/.test(place.textBefore(5))) return null;
  const parts = phrases.filter(({ entry }) => entry.rule === "part");
  const distinct = new Set(parts.map(({ start, end }) => text.slice(start, end)));
  const agreed =
    distinct.size >= 3 ||
    parts.length > distinct.size ||
    LOCAL_LIFE.test(text) ||
    phrases.some(
      ({ entry }) =>
        entry.rule !== "part" && entry.rule !== "capital" && entry.codes.includes("US"),
    ) ||
    parts.some(({ start }) => namedAsPart(text, start));
  return agreed ? { codes: ["US"], rule: "part" } : null;
}

/** "Ky.", "TX": only after a town and a comma; letters without a stop not in a row of acronyms. */
function abbreviation(place: Place): Verdict {
  const before = place.textBefore(32);
  const written = place.passage.text.slice(place.phrase.start, place.phrase.end);
  if (!CITY_BEFORE.test(before)) return null;
  return !written.includes(".") && CAPITALS_BEFORE.test(before) ? null : part(place);
}

function washington(place: Place): Verdict {
  if (isPerson(place) || place.passage.text.startsWith(" state", place.phrase.end)) return null;
  if (PRESIDENTS_AFTER.test(place.textAfter(20))) return null;
  const metonym = /^(?:in|to|from|at|around|outside|near|leave|left|reach|between|with|by|city)$/;
  if (place.passage.speakerCountry !== "US") return { codes: ["US"] };
  const before =
    place.wordBefore === "of"
      ? /\bcity of $/i.test(place.textBefore(8))
      : metonym.test(place.wordBefore);
  return before ? { codes: ["US"], rule: "context:washington" } : null;
}

/** The country in the Caucasus, or the state around Atlanta. */
function georgia(place: Place): Verdict {
  const country: Verdict = { codes: ["GE"], rule: "context:georgia" };
  if (isPersonOrGiven(place)) return null;
  const { phrases, speakerCountry, text } = place.passage;
  const { start } = place.phrase;
  const caucasus = place.elsewhere("RU", "AM", "AZ", "UA", "MD", "SUHH", "GE");
  const previous = phrases[place.index - 1];
  const afterKnown =
    previous !== undefined && start - previous.end === 2 && previous.entry.rule !== "part";
  if (namedAsPart(text, start) && !afterKnown) return part(place);
  if (
    /\b(?:South|north|south|North|central|southern|northern|State of)\s$/.test(
      place.textBefore(10),
    ) &&
    !caucasus
  )
    return part(place);
  const amongParts = phrases.some(
    ({ entry }) => entry.rule === "part" && entry.guard !== "georgia",
  );
  if (amongParts && !caucasus) return part(place);
  if (speakerCountry === "US" && !(caucasus && !place.isBefore(1990))) return null;
  return country;
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
