/** English words beside a name that say it is no country here: a person, a street, a language, a treaty. */
import type { PhraseMatch } from "../mentions/gazetteer.ts";
import { oncePerPassage, type Place, type Veto } from "../mentions/passage.ts";
import { isLanguage } from "./english-languages.ts";

/** Words before a surname. As they stand in a text they begin with a capital. */
const TITLES = words(`mr mrs ms miss dr sir lord lady judge justice senator sen congressman
  congresswoman representative rep secretary general gen colonel col captain capt major maj lieutenant
  lieut lt sergeant sgt private pvt corporal cpl admiral commodore commander governor gov mayor
  professor prof reverend rev count countess baron earl duke attorney speaker detective officer coach president messrs honorable hon
  sheriff deputy chancellor saint st`);

/** Titles and names of saints that are cut short with a full stop. */
const ABBREVIATED = words(
  "mr mrs ms dr sen rep gen col capt maj lieut lt sgt pvt cpl gov prof rev hon st",
);

/** Titles that stand before a surname that is also a people's name ("Mr. English"); "General" does not. */
const PLAIN_TITLES = words("mr mrs ms miss dr sir lord lady senator sen congressman judge");

/** Given names borne by people whose surname is a country's or a city's, and by many others. */
const GIVEN_NAMES = words(`james john robert michael william david richard joseph thomas charles
  christopher daniel matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george
  timothy ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott
  brandon benjamin samuel gregory frank alexander raymond patrick jack dennis jerry tyler aaron jose
  henry adam douglas nathan peter zachary kyle walter harold jeremy carl keith roger arthur terry
  lawrence sean christian albert joe ethan austin jesse willie billy bryan bruce louis harry fred bill
  jim bob tom mike dave ed mary patricia jennifer linda elizabeth barbara susan jessica sarah karen
  nancy lisa betty margaret sandra ashley kimberly emily donna michelle dorothy carol amanda melissa
  deborah stephanie rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma
  nicole helen samantha katherine christine debra rachel carolyn janet catherine maria heather diane
  ruth julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea
  cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean abigail
  alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella theresa diana
  natalie brittany charlotte marie kayla alexis lori vernon hamilton jimmy booker philip phil eddie
  neil lynndie merle rosa cesar bernard hugh dred dale ray glenn ralph roy eugene russell stanley leon`);

/** Words after a place that make it a street, a county, a school or the like. */
const BUILT = words(`street st avenue ave road rd boulevard blvd drive lane township county creek
  elementary parkway turnpike hotel motel high middle`);

/** What a treaty or a plan is called that took its name from the town where it was made. */
const INSTRUMENTS =
  words(`agreement agreements accord accords protocol protocols convention conventions
  declaration treaty treaties pact statute consensus charter process round memorandum principles platform
  compact club framework formula format rules criteria communique conference action programme climate initiative document strategy mechanism pathway principle`);
/** These need no capital; a "London conference" or a "Paris declaration" was held or made there. */
const PLAIN_INSTRUMENT = /^(?:agreements|accords?|conventions?|protocols?|consensus)$/;
const TREATY_OF =
  /\b(?:[Tt]reaty|[Tt]reaties|[Cc]onvention|Conventions|Congress|Peace|Protocol|Declaration|Pact|Charter|Statute|Accords?|spirit|Spirit|Church|Bishop|Duke|Earl|Battle)\s+of\s+$/;

/** After a capitalised word one of these shows that the name before it is the country's. */
const PUBLIC_NOUNS = words(`government president minister prime army valley river rift king kingdom
  ambassador republic peace foreign parliament defense defence and`);
/** A name after one of these is a place. */
const PLACE_WORDS = words(`in to from of for with by at on against between through towards toward
  into near over across outside inside throughout within than that visiting`);

const RELATION =
  /^(?:relations?|relationship|war|wars|cooperation|treaty|treaties|trade|border|summit|talks|friendship|commission|agreements?|alliance|dialogue|partnership|commerce|claims|rivalry|detente|military|joint|intercourse|force|forces|interests|diplomacy|axis|ties|understanding|frontier|boundary|convention|conflict|negotiations|initiatives?|proposals?|resolution|project|statement|declaration|meetings?|contacts|dispute|aggression|peace|naval|combined)$/;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/** A title or a given name stands before it: "Secretary Holland", "Vernon Jordan", "J. B. England". */
export function isPerson(place: Place): boolean {
  const folded = callBefore(place);
  if (folded === null) return false;
  return folded.length === 1 || TITLES.has(folded) || GIVEN_NAMES.has(folded);
}

/** The capitalised word that may be a title, a given name or an initial of this one; null where there is none. */
function callBefore({ before }: Place): string | null {
  if (!before?.word.capital) return null;
  const { folded } = before.word;
  if (/^\s$/.test(before.gap)) return folded.length > 1 ? folded : null;
  const cutShort = folded.length === 1 || ABBREVIATED.has(folded);
  return /^\.\s$/.test(before.gap) && cutShort ? folded : null;
}

/** Or a surname stands after it: "Chad Smith", "Israel Putnam". */
export function isPersonOrGiven(place: Place): boolean {
  if (isPerson(place)) return true;
  const { after, before } = place;
  if (!after?.word.capital || after.word.caps || after.gap !== " ") return false;
  const next = place.passage.phrases[place.index + 1];
  if (next?.start === after.word.start || PUBLIC_NOUNS.has(after.word.folded)) return false;
  return !(before && PLACE_WORDS.has(before.word.folded));
}

function isName({ rule }: { rule: string }): boolean {
  return rule === "name" || rule === "former-name";
}

function isTown({ rule }: { rule: string }): boolean {
  return rule === "capital" || rule === "city";
}

function titled(place: Place): boolean {
  const folded = place.phrase.words > 1 ? null : callBefore(place);
  if (folded === null || folded.length === 1) return false;
  if (place.rule === "demonym") return PLAIN_TITLES.has(folded);
  if (isTown(place) && GIVEN_NAMES.has(folded)) return true;
  return TITLES.has(folded) && (isTown(place) || isName(place));
}

/** "New Lebanon"; but "a New India", said of India, is India. */
function partOfOtherName(place: Place): boolean {
  const { before } = place;
  if (!before?.word.capital || before.gap !== " ") return false;
  if (before.word.folded !== "new") return false;
  const { speakerCountry } = place.passage;
  const own = speakerCountry !== null && place.codes.includes(speakerCountry);
  return isTown(place) || (isName(place) && !own && !place.elsewhere(...place.codes));
}

function builtPlace(place: Place): boolean {
  const { after } = place;
  if (!after?.word.capital || after.gap !== " ") return false;
  return BUILT.has(after.word.folded) && (isName(place) || isTown(place) || place.rule === "part");
}

function instrument(place: Place): boolean {
  if (!isTown(place)) return false;
  const { after } = place;
  if (after?.gap === " " && INSTRUMENTS.has(after.word.folded)) {
    if (after.word.capital || PLAIN_INSTRUMENT.test(after.word.folded)) return true;
  }
  if (/^\s[IVX]+\s(?:Agreement|Convention|Protocol)/.test(place.textAfter(20))) return true;
  return TREATY_OF.test(place.textBefore(24));
}

/** What a town of that name in the United States has, and neither the country nor its capital. */
const LOCAL_BODY =
  /^\s(?:(?:Police|Fire|Sheriff's|Public Works|Water) Department|(?:Independent |Public |Unified )?School District|ISD\b|PD\b|City Council|City Commission|Township|Junior (?:College|High)|High School|Middle School|Civic Center|Chamber of Commerce)/;
const LONGEST_BODY = 40;

/** Names that the text itself places elsewhere: "Paris, Texas", "London, Ontario", "Athens Police Department". */
const displaced = oncePerPassage(({ phrases, text }) => {
  const names = new Set<string>();
  phrases.forEach((phrase, i) => {
    if (!isTown(phrase.entry) && !isName(phrase.entry)) return;
    const { start, end } = phrase;
    const next = phrases[i + 1];
    const placed = next && /^,\s$/.test(text.slice(end, next.start));
    const local = LOCAL_BODY.test(text.slice(end, end + LONGEST_BODY));
    if (local || (placed && isWhereabouts(text, phrase, next, phrases[i + 2]))) {
      names.add(text.slice(start, end));
    }
  });
  return names;
});

/** Said once of a name, it holds for the whole text. */
function placedElsewhere({ passage, rule, written }: Place): boolean {
  if (!isTown({ rule }) && !isName({ rule })) return false;
  return displaced(passage).has(written);
}

/** Whether the second of two names parted by a comma says where the first is, and is no next item of a list. */
function isWhereabouts(
  text: string,
  town: PhraseMatch,
  { entry, end }: PhraseMatch,
  after: PhraseMatch | undefined,
): boolean {
  if (entry.codes.some((code) => town.entry.codes.includes(code))) return false;
  if (entry.rule === "part" || entry.rule === "region") return true;
  if (entry.rule !== "name" || !isTown(town.entry)) return false;
  if (town.entry.rule === "capital" && entry.guard !== "georgia") return false;
  return !(after && /^(?:,|,? and| or|,? and the)\s$/.test(text.slice(end, after.start)));
}

/** "African-American" and its like are masks; this is "Irish Americans", "Cuban-American families". */
function hyphenatedAmerican(place: Place): boolean {
  const { phrases, text } = place.passage;
  if (place.rule !== "demonym") return false;
  const isAmerican = place.codes.includes("US");
  const [first, second] = isAmerican
    ? [phrases[place.index - 1], place.phrase]
    : [place.phrase, phrases[place.index + 1]];
  if (first?.entry.rule !== "demonym" || !second?.entry.codes.includes("US")) return false;
  if (first.entry.codes.includes("SUHH") || first.entry.codes.includes("US")) return false;
  if (second.entry.rule !== "demonym" || !/^[\s-]$/.test(text.slice(first.end, second.start)))
    return false;
  const following = /^\s(\w+)/.exec(text.slice(second.end, second.end + 20))?.[1] ?? "";
  return !RELATION.test(following.toLowerCase());
}

/** A kitchen or a breed of dog. */
function cuisine(place: Place): boolean {
  return (
    place.rule === "demonym" &&
    /^(?:restaurants?|cuisine|pubs?|grocery|bulldogs?|terriers?|spaniels?|cocker|sheepdogs?)$/.test(
      place.wordAfter,
    )
  );
}

/** "The SAMOA Pathway", "(SAMOA)": letters of a longer title that happen to spell a name. */
function spelledOut(place: Place): boolean {
  const { text } = place.passage;
  const { start, end } = place.phrase;
  const bracketed = text[start - 1] === "(" && text[end] === ")";
  if (!isName(place) || end - start < 4 || !(bracketed || /^\sPathway/.test(place.textAfter(9))))
    return false;
  return place.written === place.written.toUpperCase();
}

/** "Ethnic Albanians" live elsewhere than in Albania. */
function ethnic(place: Place): boolean {
  return place.rule === "demonym" && place.wordBefore === "ethnic";
}

export const VETOES: readonly Veto[] = [
  titled,
  partOfOtherName,
  builtPlace,
  instrument,
  placedElsewhere,
  hyphenatedAmerican,
  isLanguage,
  ethnic,
  cuisine,
  spelledOut,
];
