/**
 * What the label of a speaker turn looks like: "THE PRESIDENT:", "Mr. Lehrer:", "**MR. CARTER.**", "Q.",
 * "Journalist (Reuters):". Whether what looks like one is one, its address must tell: see `turns.ts`.
 */
import { foldName } from "../../domain/fold-name.ts";
import { parseName, speakerNames } from "../../domain/personal-name.ts";
import { COURTESIES, COURTESIES_OF_ANYBODY, OFFICES_IN_LABELS } from "../../domain/titles.ts";

/** Labels are short; these are words and characters. */
const MOST = { words: 14, characters: 120 };

/** An office or a courtesy as labels write it: "Vice President", "Mr.". */
const OFFICE = [...OFFICES_IN_LABELS, ...COURTESIES.map((courtesy) => `${courtesy}\\.?`)]
  .map((words) => words.replace(/(?<![\p{L}\]-])\p{L}/gu, (letter) => letter.toUpperCase()))
  .join("|");
const NAME = "\\p{Lu}[\\p{L}'’-]+";
/** A given name, an initial, a family name. */
const NAMES = `(?:${NAME}|\\p{Lu}\\.)(?: (?:${NAME}|\\p{Lu}\\.)){0,3}`;
/** What an office is of: "of the Verkhovna Rada of Ukraine". */
const OF = "(?: (?:of|for|the|and|The|України|\\p{Lu}[\\p{L}'’-]+)){0,8}";
const ROLE =
  "Questions?|Answer|Interpreter|Moderator|Reporter|Journalist|Correspondent|Interviewer|Host|Unidentified (?:male|female|speaker|reporter)|A?udience(?: members?)?|Crowd|Voices?(?: from the \\p{L}+)?|Питання|Запитання|Відповідь|Журналіст(?:ка)?|Кореспондент(?:ка)?|Репортер(?:ка)?|Ведуч(?:ий|а)";
/** A role, perhaps of a house: "Кореспондентка ВВС", "Unidentified male #1". */
const ROLE_LABEL = new RegExp(
  `^(?:Q|A|(?:${ROLE})(?: [«"“#\\p{Lu}\\d].{0,40})?|.{1,40}, moderator)$`,
  "iu",
);
const OFFICE_LABEL = new RegExp(
  `^(?:The (?:\\p{Lu}\\p{L}+ )?(?:${OFFICE})${OF}|(?:${OFFICE}) ${NAMES}|(?:${OFFICE})${OF} ${NAME} ${NAME}|Президент(?: України)?)$`,
  "u",
);
/** The same in capitals: "THE VICE PRESIDENT", "MR. McGEE", "ACTING UNDER SECRETARY BRYAN". */
const OFFICE_IN_CAPITALS = new RegExp(
  `^(?:THE .+|(?:.+ )?(?:${OFFICE}|SEN\\.|REP\\.|GOV\\.|GEN\\.) .+|.+, MODERATOR)$`,
  "iu",
);
const PERSON = new RegExp(`^${NAMES}$`, "u");
/** "The Attorney General", an office that is not listed. */
const PLACE = /^The \p{Lu}[\p{L}-]+(?: (?:of |of the )?\p{Lu}[\p{L}-]+){0,3}$/u;
/** Brackets that belong to nothing, and the end of a sentence, but for abbreviated titles and initials. */
const NO_NAME = /[[\]()]|(?<!(?:^|\s)(?:MRS?|MS|DR|SEN|REP|GOV|GEN|LT|COL|ST|\p{L}))\. /iu;
/** Whom one addresses, rather than who speaks, and what tables and papers put before a colon. */
const NO_SPEAKER =
  /^(?:TOTAL|NOTE|TABLE|SECTION|ARTICLE|PART|CHAPTER)\b|^(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|FINALLY|IMPORTANT|POSTSCRIPT|P\.S\.?|["“]?(?:MY )?SIRS?)$|(?:^|[\s"“-])(?:GENTLEMEN|LADIES|(?<!AUDIENCE )MEMBERS|FRIENDS|FELLOW|(?:FELLOW-)?COUNTRYMEN|CITIZENS|EXCELLENC(?:Y|IES)|DISTINGUISHED|DEAR|TO|CONGRESS|MADAM)(?:$|[\s,-])|^(?:MR|MRS|MS)\.? (?:PRESIDENT|VICE PRESIDENT|SPEAKER|CHAIRMAN|SECRETARY|MINISTER|PRIME MINISTER|MODERATOR|AMBASSADOR)\b|^(?:MY )?(?:GENERAL|SENATOR|GOVERNOR|PRESIDENT)$/iu;

/** "THE PRESIDENT:", "**LEHRER:**", "**LEHRER**:". */
const COLON = /^(?<mark>\*\*|__|[*_])?\s*(?<name>[^:*_\n!?]{1,110}?)\s?(?::\s?\k<mark>|\k<mark>:)/u;
/** A slip of the pen: "MR. NIXON; I disagree". */
const SEMICOLON = /^(?<name>(?:MR|MRS|MS|DR)\. \p{Lu}+);/u;
/** "**MR. CARTER.**" */
const BOLD = /^\*\*(?<name>[^:*_\n]{1,60})\.\*\*/u;
/** "Q.", "Q:", and "Q" alone before words. */
const INITIAL = /^(?<mark>\*\*)?(?<name>[QA])(?<stop>[.:])?\k<mark>(?=[\s—–…]|\.\.)/u;
/** "THE PRESIDENT.", "The Secretary of Transportation.", "Jim Lehrer.", "FRANK CORMIER [Associated Press]." before words. */
const STOP = new RegExp(
  `^(?<name>THE\\.? [\\p{Lu} ]{3,40}|The \\p{Lu}[\\p{L}-]+(?: (?:of |of the )?\\p{Lu}[\\p{L}-]+){0,3}|Audience(?: members?)?|(?:(?:M[Rr]s?|M[Ss]|D[Rr])\\. |(?:${OFFICE}) )?${NAMES}(?: \\[[^\\]\\n]{1,40}\\])?)\\.{1,2}(?=\\s+\\S)`,
  "u",
);
/** A heading before a label: "ENERGY MR" of "ENERGY MR. ELLIS.", "CLOSING STATEMENTS THE PRESIDENT". */
const HAS_LABEL_BEHIND =
  /(?:\S (?:M[Rr]s?|M[Ss]|D[Rr])|(?<!\b(?:OF|AND|FOR)) THE PRESIDENT|\p{L} President \p{Lu}\p{L}+)$/u;
/** Marks that turn text around are no part of a label. */
const TURNING = /\p{Bidi_Control}+/gu;
/** What stands beside a name: "(through translator)", "[Associated Press]"; and ", Associated Press". */
const BESIDE = /(?:\s*(?:\([^()]{0,60}\)|\[[^[\]]{0,60}\]))+$/u;
const OUTLET = /, \p{Lu}[\p{L}.'’-]*(?: (?:of|the|and|&|\p{Lu}[\p{L}.'’-]*)){0,5}$/u;

/** What a label names, by its words. */
export type LabelKind = "role" | "office" | "speaker" | "person" | "capitals";

/**
 * How it is written: `colon`, or in bold; `initial`, Q or A with a full stop; `bare`, a Q without a
 * mark; `stop`, a name or an office before a full stop, which may be a sentence as well.
 */
export type LabelForm = "colon" | "initial" | "bare" | "stop";

/**
 * @property name without what stands beside it: "Journalist" of "Journalist (Reuters):"
 * @property isTold whether something stands beside it
 * @property length in UTF-16 code units, white space after it left out
 */
export type TurnLabel = {
  name: string;
  isTold: boolean;
  length: number;
  form: LabelForm;
  kind: LabelKind;
};

/**
 * Reads what may be the label of a speaker turn.
 * @param text what begins where a turn may begin
 * @param speaker as the source names who gives the address
 * @returns null where nothing looks like a label
 */
export function readLabel(text: string, speaker: string | null): TurnLabel | null {
  const opening = text.slice(0, MOST.characters);
  const shown = opening.replace(TURNING, "");
  const label = readShown(shown, speaker);
  return label && { ...label, length: lengthWith(opening, label.length) };
}

/** How much of a text so many of its characters take that are no marks, with the marks right behind them. */
function lengthWith(text: string, shown: number): number {
  let at = 0;
  for (const { index, 0: marks } of text.matchAll(TURNING)) {
    if (index - at > shown) break;
    at += marks.length;
  }
  return shown + at;
}

function readShown(opening: string, speaker: string | null): TurnLabel | null {
  const initial = INITIAL.exec(opening);
  if (initial) return initialLabel(opening, initial);
  const marked = COLON.exec(opening) ?? BOLD.exec(opening) ?? SEMICOLON.exec(opening);
  const label = marked && namedLabel(marked, "colon", speaker);
  if (label) return label;
  const stopped = STOP.exec(opening);
  return stopped && namedLabel(stopped, "stop", speaker);
}

/** A signature ("A. LINCOLN.") goes on in capitals, and "A man" is no label. */
function initialLabel(opening: string, match: RegExpExecArray): TurnLabel | null {
  const name = match.groups?.name ?? "";
  const stop = match.groups?.stop;
  const next = opening.slice(match[0].length).trimStart();
  if (name === "A" && (!stop || /^\p{Lu}{2}/u.test(next))) return null;
  if (!stop && !/^[\p{Lu}"“([—–\\-]/u.test(next)) return null;
  const form = stop === ":" ? "colon" : stop === "." ? "initial" : "bare";
  return { name, isTold: false, length: match[0].length, form, kind: "role" };
}

function namedLabel(
  match: RegExpExecArray,
  form: LabelForm,
  speaker: string | null,
): TurnLabel | null {
  const written = match.groups?.name?.trim() ?? "";
  if (form === "stop" && HAS_LABEL_BEHIND.test(written)) return null;
  if ((written.match(/\S+/gu)?.length ?? 0) > MOST.words) return null;
  const read = readName(written, speaker);
  return read && { ...read, length: match[0].trimEnd().length, form };
}

/** A name, what it is, and whether something stands beside it that only a label has. */
function readName(
  written: string,
  speaker: string | null,
): Pick<TurnLabel, "name" | "isTold" | "kind"> | null {
  const bare = bareName(written);
  const kind = kindOf(bare, speaker);
  if (kind) return { name: bare, isTold: bare !== written, kind };
  const name = bare.replace(OUTLET, "");
  const told = name === bare ? null : kindOf(name, speaker);
  const isPerson = told === "role" || (told === "person" && name.includes(" "));
  return isPerson ? { name, isTold: true, kind: told } : null;
}

/** A label's name without what stands beside it; that itself where there is nothing else. */
export function bareName(written: string): string {
  const name = written.replace(BESIDE, "").trim() || written.replace(/[()[\]]/gu, "").trim();
  return name.replace(/^THE\./u, "THE");
}

function kindOf(name: string, speaker: string | null): LabelKind | null {
  if (name === "" || NO_NAME.test(name) || NO_SPEAKER.test(name)) return null;
  if (ROLE_LABEL.test(name)) return "role";
  const folded = foldName(name);
  if (speakerNames(speaker).some((one) => isNamed(folded, one))) return "speaker";
  if (OFFICE_LABEL.test(name)) return "office";
  if (isCapitals(name)) return OFFICE_IN_CAPITALS.test(name) ? "office" : "capitals";
  if (TITLE.test(folded)) return null;
  return PERSON.test(name) || PLACE.test(name) ? "person" : null;
}

function isCapitals(name: string): boolean {
  const plain = name.replace(/(?<=\p{Lu})c(?=\p{Lu})|#\d+/gu, "");
  return plain === plain.toUpperCase() && /\p{Lu}{2}/u.test(name) && !/\d/u.test(plain);
}

/** Words of courtesies and offices before a name, folded. */
const TITLE = new RegExp(
  `^(?:${[...COURTESIES_OF_ANYBODY, ...OFFICES_IN_LABELS.flatMap((office) => office.match(/\p{L}+/gu) ?? [])].join("|")}|hon|premier|sen|gov|mayor|rep|gen|colonel|captain|judge|justice|attorney|director|commissioner|chief|former|of|the|ukraine|україни)$`,
  "u",
);
/** Endings of a name, and of its writing in Latin letters: "Zelensky" is "Zelenskyy". */
const SUFFIX = / (?:jr|sr|ii|iii|iv)$/u;
const ENDING = /(?:iy|yy|yi|ii|y|i)$/u;

/**
 * Whether a label means a person: it ends in the family name, and what stands before it fits.
 * @param folded the label's name as `foldName` has it
 * @param person the name as the source has it
 */
export function isNamed(folded: string, person: string): boolean {
  const { family, given } = parseName(person, null);
  const name = foldName(family).replace(ENDING, "y");
  const label = folded.replace(SUFFIX, "").replace(ENDING, "y");
  if (name === "" || (label !== name && !label.endsWith(` ${name}`))) return false;
  const first = foldName(given ?? "").split(" ");
  return label
    .slice(0, -name.length)
    .split(" ")
    .filter((word) => word !== "" && !TITLE.test(word))
    .every((word) => first.some((own) => own === word || (word.length === 1 && own[0] === word)));
}
