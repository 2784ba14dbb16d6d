/**
 * Editorial matter among the speaker's words: headings, and notes of the editor or stenographer (the
 * labels of speaker turns are told in `turns.ts`). In doubt a block is speech: calling a heading speech
 * costs a line's look, calling speech a heading takes words out of the speaker's mouth.
 */
import type { ParagraphKind } from "../../domain/address.ts";

/** Headings and notes are short; these are words. */
const MOST = { heading: 14, titleCaseHeading: 8, parenthesis: 12, brackets: 40 };
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

/** A line in Title Case above the label of a turn: what is asked about, "Middle East Peace Talks". */
export function isTopicOfTurn(block: string): boolean {
  if (/[\n\r,]/u.test(block) || SENTENCE_END.test(block)) return false;
  const words = block.split(/\s+/u);
  return (
    words.length <= MOST.titleCaseHeading && isTitleCase(`- ${block}`) && /\p{Ll}/u.test(block)
  );
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

function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}
