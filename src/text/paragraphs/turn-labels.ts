/**
 * What the label of a speaker turn looks like: "THE PRESIDENT:", "Mr. Lehrer:", "**MR. CARTER.**", "Q.".
 * Whether a text that looks like one is one, its address must tell: see `turns.ts`.
 */

/** Labels are short; these are words and characters. */
const MOST = { words: 7, characters: 80 };

const OFFICE =
  "President|Vice[ -]President|Prime Minister|Senator|Governor|Secretary|Representative|Congressman|Congresswoman|Chairman|Chairwoman|Ambassador|General|Admiral|Mr\\.|Mrs\\.|Ms\\.|Miss|Dr\\.";
const NAME = "\\p{Lu}[\\p{L}'’-]+";
const ROLE =
  "Question|Answer|Interpreter|Moderator|Reporter|Journalist|Correspondent|A?udience(?: members?)?|Crowd|Voices?|Host|Interviewer|Питання|Запитання|Відповідь|Журналіст(?:ка)?|Кореспондент(?:ка)?|Ведуч(?:ий|а)";
/** Labels that name a role, or an office with or without a name. */
const ROLE_LABEL = new RegExp(
  `^(?:${ROLE}|The (?:\\p{Lu}\\p{L}+ )?(?:${OFFICE})(?: (?:of |of the )?${NAME}){0,3}|(?:${OFFICE})(?: ${NAME}){1,2}|Президент(?: ${NAME}){0,2})$`,
  "u",
);
/** Whom one addresses, rather than who speaks, and what tables and papers put before a colon. */
const NO_SPEAKER =
  /^(?:TOTAL|NOTE|TABLE|SECTION|ARTICLE|PART|CHAPTER)\b|(?:^|[\s"“-])(?:SIRS?|GENTLEMEN|LADIES|MEMBERS|FRIENDS|FELLOW|CITIZENS|EXCELLENC(?:Y|IES)|DISTINGUISHED|DEAR|TO|CONGRESS|MADAM)(?:$|[\s,-])|^(?:MR|MRS|MS)\.? (?:PRESIDENT|VICE PRESIDENT|SPEAKER|CHAIRMAN|SECRETARY|MINISTER|PRIME MINISTER|MODERATOR|AMBASSADOR)|^GENERAL$/iu;

/** "THE PRESIDENT:", "**LEHRER:**", "**LEHRER**:". */
const COLON = /^(?<mark>\*\*|__|[*_])?\s*(?<name>[^:*_\n]{1,60}?)\s?(?::\s?\k<mark>|\k<mark>:)/u;
/** "**MR. CARTER.**" */
const BOLD = /^\*\*(?<name>[^:*_\n]{1,60})\.\*\*/u;
/** "Q.", "Q:", and "Q" alone before words. */
const INITIAL = /^(?<mark>\*\*)?(?<name>[QA])(?<stop>[.:])?\k<mark>(?=[\s—–…]|\.\.)/u;
/** "THE PRESIDENT.", "The Secretary of Transportation.", "Mr. Lehrer.", "Governor Clinton." before words. */
const STOP = new RegExp(
  `^(?<name>THE\\.? [\\p{Lu} ]{3,40}|The \\p{Lu}[\\p{L}-]+(?: (?:of |of the )?\\p{Lu}[\\p{L}-]+){0,3}|(?:M[Rr]s?|M[Ss]|D[Rr])\\. ${NAME}|(?:${OFFICE}|GOVERNOR|SENATOR|PRESIDENT|SECRETARY) ${NAME})\\.(?=\\s+\\S)`,
  "u",
);

/**
 * How a label is written, which tells how far it is believed: `capitals` before a colon or in bold;
 * `role`, in ordinary letters before a colon; `initial`, Q or A with a full stop; `bare`, a Q without
 * a mark; `stop`, a name or an office before a full stop, which may be a sentence as well.
 */
export type LabelForm = "capitals" | "role" | "initial" | "bare" | "stop";

/** @property length in UTF-16 code units, white space after it left out */
export type TurnLabel = { name: string; length: number; form: LabelForm };

/**
 * Reads what may be the label of a speaker turn.
 * @param text what begins where a turn may begin
 * @param speaker name of the address's speaker, which is a label too
 * @returns null where nothing looks like a label
 */
export function readLabel(text: string, speaker: string | null): TurnLabel | null {
  const opening = text.slice(0, MOST.characters);
  const initial = INITIAL.exec(opening);
  if (initial) return initialLabel(opening, initial);
  const marked = COLON.exec(opening) ?? BOLD.exec(opening);
  const label = marked && markedLabel(marked[0].trimEnd().length, nameIn(marked), speaker);
  if (label) return label;
  const stopped = STOP.exec(opening);
  if (!stopped || NO_SPEAKER.test(nameIn(stopped))) return null;
  return { name: nameIn(stopped), length: stopped[0].length, form: "stop" };
}

function nameIn(match: RegExpExecArray): string {
  return match.groups?.name?.trim() ?? "";
}

/** A signature ("A. LINCOLN.") goes on in capitals, and "A man" is no label. */
function initialLabel(opening: string, match: RegExpExecArray): TurnLabel | null {
  const name = nameIn(match);
  const stop = match.groups?.stop;
  const next = opening.slice(match[0].length).trimStart();
  if (name === "A" && (!stop || /^\p{Lu}{2}/u.test(next))) return null;
  if (!stop && !/^[\p{Lu}"“([—–\\-]/u.test(next)) return null;
  return { name, length: match[0].length, form: initialForm(name, stop) };
}

function initialForm(name: string, stop: string | undefined): LabelForm {
  if (stop === undefined) return "bare";
  if (stop === ".") return "initial";
  return name === "Q" ? "capitals" : "role";
}

function markedLabel(length: number, name: string, speaker: string | null): TurnLabel | null {
  if ((name.match(/\S+/gu)?.length ?? 0) > MOST.words || NO_SPEAKER.test(name)) return null;
  if (isCapitals(name)) return { name, length, form: "capitals" };
  return ROLE_LABEL.test(name) || name === speaker ? { name, length, form: "role" } : null;
}

function isCapitals(name: string): boolean {
  const plain = name.replace(/(?<=\p{Lu})c(?=\p{Lu})/gu, "");
  return plain === plain.toUpperCase() && /\p{Lu}{2}/u.test(name) && !/\d/u.test(name);
}

const NAMED_ROLE = new RegExp(`^(?:Q|${ROLE}|The .+|(?:${OFFICE})(?: .+)?)$`, "iu");

/** Whether a label in capitals names a role or an office, not just somebody or something. */
export function namesRole(name: string): boolean {
  return NAMED_ROLE.test(name);
}
