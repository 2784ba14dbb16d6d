/** Breaks a wall of text into paragraphs: sentences, then what must and must not begin one, then the model. */
import type { Range } from "../../domain/address.ts";
import { sentences } from "../sentences.ts";
import { type GapRule, inferBreaks } from "./infer-breaks.ts";
import { isNote, turnLabel } from "./structure.ts";

/** Opening words of a line that greets the audience. */
const SALUTATION =
  /^(?:(?:my )?(?:dear|fellow|esteemed|distinguished|honou?rable)\b|ladies\b|gentlemen\b|friends\b|excellenc|your (?:excellenc|majest|highness)|m(?:r|rs|s|adam)\.? |citizens\b|ukrainians\b|people of\b|(?:great|free|brave|strong) people\b|шановн|дорог|вельмишановн|друзі|українці|громадяни|(?:великий|вільний|сильний) народе|пан(?:е|і|ове) |ваш[аеі] (?:величн|високо|превосход))/iu;
/** A line that only counts: "First.", "Number two.", "По-друге." */
const ORDINAL =
  /^(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|finally|lastly|(?:number |point )?(?:one|two|three|four|five)|перше|друге|третє|четверте|п['’]яте|по-(?:перше|друге|третє|четверте|п['’]яте))[.:]$/iu;
const LONGEST_GREETING = 12;

/**
 * @param wall the block to split
 * @returns the paragraphs' ranges in order, whole sentences each
 */
export function splitWall(text: string, wall: Range, lang: string): Range[] {
  const block = text.slice(wall.start, wall.end);
  const found = sentences(block, lang);
  const starts = [0, ...inferBreaks(block, found, lang, gapRules(block, found))];
  return starts.map((first, i) => ({
    start: wall.start + (found[first]?.start ?? 0),
    end: wall.start + (found[(starts[i + 1] ?? found.length) - 1]?.end ?? block.length),
  }));
}

/** What is certain of each gap before the model is asked. */
function gapRules(block: string, found: readonly Range[]): GapRule[] {
  const texts = found.map(({ start, end }) => block.slice(start, end));
  return texts.map((sentence, i) => {
    if (i === 0) return "free";
    if (turnLabel(sentence, null)?.certain) return "break";
    if (isNote(sentence)) return "join";
    const last = texts[i - 1] ?? "";
    return ORDINAL.test(last) || isGreeting(last) ? "join" : "free";
  });
}

function isGreeting(sentence: string): boolean {
  const words = sentence.match(/\S+/gu)?.length ?? 0;
  return words <= LONGEST_GREETING && /[!,:.]$/u.test(sentence) && SALUTATION.test(sentence);
}
