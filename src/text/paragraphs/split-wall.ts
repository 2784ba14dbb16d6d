/** Breaks a wall of text into paragraphs: sentences, then what must and must not begin one, then the model. */
import type { Range } from "../../domain/address.ts";
import { sentences } from "../sentences.ts";
import { type GapRule, inferBreaks } from "./infer-breaks.ts";
import { isNote, turnLabel } from "./structure.ts";

/** Opening words of a line that greets the audience. */
const SALUTATION =
  /^(?:(?:my )?(?:dear|fellow|esteemed|distinguished|honou?rable)\b|ladies\b|gentlemen\b|friends\b|excellenc|your (?:excellenc|majest|highness)|m(?:r|rs|s|adam)\.? |citizens\b|ukrainians\b|people of\b|our (?:defenders|heroes|warriors)\b|\S+ (?:people|nation|friends)!|шановн|дорог|вельмишановн|друзі|українці|громадяни|(?:великий|вільний|сильний) народе|пан(?:е|і|ове) |ваш[аеі] (?:величн|високо|превосход))/iu;
/** A line that only counts: "First.", "Number two.", "По-друге." */
const ORDINAL =
  /^(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|finally|lastly|(?:number |point )?(?:one|two|three|four|five)|перше|друге|третє|четверте|п['’]яте|по-(?:перше|друге|третє|четверте|п['’]яте))[.:]$/iu;
/** The longest greetings, in words. */
const GREETING = { words: 12, wordsBeforeStop: 4 };
/**
 * In characters. The longest sentence in 1,868 addresses since 1789 has some 4,400; what is longer
 * is text without punctuation, cut at a clause once it is `enough` and anywhere once it is `most`.
 */
const UNPUNCTUATED = { longest: 7000, enough: 400, most: 800 };

/**
 * @param wall the block to split
 * @returns the paragraphs' ranges in order, whole sentences each
 */
export function splitWall(text: string, wall: Range, lang: string): Range[] {
  const block = text.slice(wall.start, wall.end);
  const found = sentences(block, lang).flatMap((sentence) => cutUnpunctuated(block, sentence));
  const starts = [0, ...inferBreaks(block, found, lang, gapRules(block, found))];
  return starts.map((first, i) => ({
    start: wall.start + (found[first]?.start ?? 0),
    end: wall.start + (found[(starts[i + 1] ?? found.length) - 1]?.end ?? block.length),
  }));
}

/** What is certain of each gap before the model is asked. */
function gapRules(block: string, found: readonly Range[]): GapRule[] {
  const texts = found.map(({ start, end }) => block.slice(start, end));
  const greets = texts.map(isGreeting);
  return texts.map((sentence, i) => {
    if (i === 0) return "free";
    if (turnLabel(sentence, null)?.certain) return "break";
    if (isNote(sentence) || ORDINAL.test(texts[i - 1] ?? "")) return "join";
    // Greetings stay together; one alone, but for the first, goes with what is said to those greeted.
    return greets[i - 1] && (greets[i] || (i > 1 && !greets[i - 2])) ? "join" : "free";
  });
}

/** A salutation ends in an exclamation mark or colon; in a full stop only when it is a few words. */
function isGreeting(sentence: string): boolean {
  const words = sentence.match(/\S+/gu)?.length ?? 0;
  const most = sentence.endsWith(".") ? GREETING.wordsBeforeStop : GREETING.words;
  return words <= most && /[!:.]$/u.test(sentence) && SALUTATION.test(sentence);
}

/** A sentence as it is; a stretch without end marks in pieces of a readable length. */
function cutUnpunctuated(block: string, { start, end }: Range): Range[] {
  if (end - start <= UNPUNCTUATED.longest) return [{ start, end }];
  const pieces: Range[] = [];
  let from = start;
  for (const gap of block.slice(start, end).matchAll(/(?<clause>[;:,、，—])?(?<space>\s+)/gu)) {
    const space = gap.groups?.space ?? "";
    const to = start + gap.index + gap[0].length - space.length;
    const clause = gap.groups?.clause !== undefined || space.includes("\n");
    if (to - from < (clause ? UNPUNCTUATED.enough : UNPUNCTUATED.most)) continue;
    pieces.push({ start: from, end: to });
    from = to + space.length;
  }
  return [...pieces, { start: from, end }];
}
