/**
 * Editorial matter among the speaker's words: headings, notes of the editor or stenographer, and the
 * labels of speaker turns. In doubt a block is speech: calling a heading speech costs a line's
 * look, calling speech a heading takes words out of the speaker's mouth.
 */
import type { ParagraphKind } from "../../domain/address.ts";

/** Headings, notes and labels are short; these are words. */
const MOST = { heading: 14, titleCaseHeading: 8, parenthesis: 12, brackets: 40, label: 7 };
/** Words that what follows a heading in Title Case must have at least. */
const UNDER_HEADING = 20;

/** Words of a salutation or of the speaker speaking, in capitals or not: such a line is no heading. */
const SPOKEN =
  /(?<![\p{L}])(?:I|we|you|your|my|our|us|me|mr|mrs|ms|madam|sir|sirs|president|speaker|excellenc(?:y|ies)|ladies|gentlemen|friends?|fellow|citizens|distinguished|dear|members|ministers?|delegates|secretary|chairman|honou?rable|hon|glory|amen|god|thank|thanks|long|viva|proclamation|слава|дякую|я|ми|ви|нас|наш\p{L}*|вам|шановн\p{L}*|дорог\p{L}*|пане|пані|друзі|хай|нехай)(?![\p{L}])/iu;
const SEPARATOR = /^[*_\-–—=#·.•~\s]+$/u;
const MARKDOWN_HEADING = /^#{1,6}\s+\S/u;
const BOLD = /^(\*\*|__)(?!\s)([^*_]+)\1$/u;
const NUMBERED = /^(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.)]\s+\p{Lu}/u;
const BRACKETED = /^[*_]{0,3}(?:\(([^()]*)\)|\[([^[\]]*)\])[.!]?[*_]{0,3}$/u;
const SENTENCE_END = /[.!?…:;,"”»)\]—–-]\**$/u;
const FIRST_PERSON = /(?<![\p{L}])(?:I|we|my|our|us|me|я|ми|мене|нас|наш\p{L}*)(?![\p{L}])/iu;
const INITIALS = /^(?:\p{Lu}\. ?){1,3}(?:\p{Lu}+ ?){1,3}\.?$/u;
const SMALL_WORDS = /^(?:a|an|and|at|by|for|from|in|of|on|or|the|to|with)$/u;

/**
 * What a block that the source parts from the others is.
 * @param block its text
 * @param next the block after it, or null at the end
 * @param speaker name of the address's speaker, whose signature is no heading
 * @returns `speech` unless it is clearly editorial matter
 */
export function classifyBlock(
  block: string,
  next: string | null,
  speaker: string | null,
): ParagraphKind {
  if (isNote(block)) return "note";
  if (next === null || isSignature(block, speaker)) return "speech";
  return isHeading(block, next) ? "heading" : "speech";
}

/** The speaker's own name, or a name with initials. */
function isSignature(block: string, speaker: string | null): boolean {
  return block.replace(/\.$/u, "").toLowerCase() === speaker?.toLowerCase() || INITIALS.test(block);
}

/** A stage direction or an editor's remark: "(Applause.)", "[Laughter]", a line of asterisks. */
export function isNote(block: string): boolean {
  if (SEPARATOR.test(block)) return true;
  const inner = BRACKETED.exec(block);
  if (!inner) return false;
  const words = countWords(block);
  if (inner[2] !== undefined) return words <= MOST.brackets;
  return words <= MOST.parenthesis && !FIRST_PERSON.test(block);
}

function isHeading(block: string, next: string): boolean {
  if (/[\n\r]/u.test(block) || countWords(block) > MOST.heading) return false;
  if (MARKDOWN_HEADING.test(block)) return true;
  const bold = BOLD.exec(block)?.[2];
  const line = bold ?? block;
  if (SPOKEN.test(line) || !/\p{L}{2}/u.test(line)) return false;
  if (isCapitals(line)) return !/[!?:;,]$/u.test(line) && countWords(next) > countWords(line);
  if (SENTENCE_END.test(line) || countWords(next) < UNDER_HEADING) return false;
  if (bold !== undefined && /^\p{Lu}/u.test(line)) return true;
  return NUMBERED.test(line) && countWords(line) <= MOST.titleCaseHeading && isTitleCase(line);
}

function isCapitals(line: string): boolean {
  const plain = line.replace(/(?<=\p{Lu})c(?=\p{Lu})|\((?:S|D)[^)]*\)/gu, "");
  return (
    plain === plain.toUpperCase() &&
    plain !== plain.toLowerCase() &&
    !/\d{3}|\d\/|\/\d|[A-Z]\/[A-Z]/u.test(plain)
  );
}

function isTitleCase(line: string): boolean {
  const words = line.split(/\s+/u).slice(1);
  return words.every((word) => SMALL_WORDS.test(word) || /^[^\p{Ll}]/u.test(word));
}

const OFFICE =
  "President|Vice[ -]President|Prime Minister|Senator|Governor|Secretary|Representative|Congressman|Congresswoman|Chairman|Chairwoman|Ambassador|General|Admiral|Mr\\.|Mrs\\.|Ms\\.|Miss|Dr\\.";
const NAME = "\\p{Lu}[\\p{L}'’.-]+";
/** Labels in ordinary letters that name a role, or an office with a name. */
const ROLE_LABEL = new RegExp(
  `^(?:Question|Answer|Interpreter|Moderator|Reporter|Journalist|Correspondent|Audience(?: members?)?|Crowd|Voices?|Host|Interviewer|The (?:${OFFICE})|(?:${OFFICE})(?: ${NAME}){1,2}|Питання|Запитання|Відповідь|Журналіст(?:ка)?|Кореспондент(?:ка)?|Ведуч(?:ий|а)|Президент(?: ${NAME}){0,2})$`,
  "u",
);
/** Whom one addresses, rather than who speaks, and what tables and papers put before a colon. */
const NO_SPEAKER =
  /^(?:TOTAL|NOTE|TABLE|SECTION|ARTICLE|PART|CHAPTER)\b|(?:^|\s)(?:SIRS?|GENTLEMEN|LADIES|MEMBERS|FRIENDS|FELLOW|CITIZENS|EXCELLENC(?:Y|IES)|DISTINGUISHED|DEAR|TO|CONGRESS|MADAM)(?:$|[\s,])|^(?:MR|MRS|MS)\.? (?:PRESIDENT|VICE PRESIDENT|SPEAKER|CHAIRMAN|SECRETARY|PRIME MINISTER|MODERATOR|AMBASSADOR)/iu;
/** "THE PRESIDENT:", "**LEHRER:**", "**LEHRER**:"; the bold "**MR. CARTER.**"; "Q.", "Q:". */
const COLON_LABEL =
  /^(?<mark>\*\*|__|[*_])?\s*(?<name>[^:*_\n]{1,60}?)\s?(?::\s?\k<mark>|\k<mark>:)/u;
const BOLD_LABEL = /^\*\*(?<name>[^:*_\n]{1,60})\.\*\*/u;
const INITIAL_LABEL = /^(?<mark>\*\*)?(?<name>[QA])[.:]\k<mark>(?=[\s—–])/u;

/** A label at the beginning of a block or sentence, and how sure it is one by its own looks. */
export type TurnLabel = { length: number; certain: boolean };

/**
 * Recognises the label of a speaker turn: "THE PRESIDENT:", "Mr. Lehrer:", "**MR. CARTER.**", "Q.".
 * @param text a block or sentence
 * @param speaker name of the address's speaker, which is a label too
 * @returns null when there is none; `certain` is false for a form that may be a salutation, to be
 *   believed only where an address has several
 */
export function turnLabel(text: string, speaker: string | null): TurnLabel | null {
  const initial = INITIAL_LABEL.exec(text);
  if (initial) return { length: initial[0].length, certain: initial.groups?.name === "Q" };
  const match = COLON_LABEL.exec(text) ?? BOLD_LABEL.exec(text);
  const name = match?.groups?.name ?? "";
  if (!match || countWords(name) > MOST.label || NO_SPEAKER.test(name)) return null;
  const length = match[0].trimEnd().length;
  if (isCapitals(name) && /\p{Lu}{2}/u.test(name) && !/\d/u.test(name)) {
    return { length, certain: true };
  }
  return ROLE_LABEL.test(name) || name === speaker ? { length, certain: false } : null;
}

function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}
