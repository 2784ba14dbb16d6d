/**
 * The sentences of a wall, as its paragraphs are made of them: besides what end marks part, what a
 * stenographer or the audience parts. A turn begins at its label even where the words before were
 * cut off ("We want to — Q: But why?"), a stage direction stands by itself ("[Laughter] I am glad"),
 * and so does a salutation that ends in a colon.
 */
import type { Range } from "../../domain/range.ts";
import { sentences } from "../sentences.ts";
import { isNote } from "./structure.ts";

/** Opening words of a line that greets the audience. */
const SALUTATION =
  /^(?:(?:my )?(?:dear|fellow|esteemed|distinguished|honou?rable)\b|ladies\b|gentlemen\b|friends\b|excellenc|your (?:excellenc|majest|highness)|m(?:r|rs|s|adam)\.? |citizens\b|ukrainians\b|people of\b|our (?:defenders|heroes|warriors)\b|\S+ (?:people|nation|friends)!|шановн|дорог|вельмишановн|друзі|українці|громадяни|(?:великий|вільний|сильний) народе|пан(?:е|і|ове) |ваш[аеі] (?:величн|високо|превосход))/iu;
/** Whom a salutation with a colon names last, in up to 400 characters. */
const GREETED =
  /^[^:!?]{0,400}?(?:,|\band\b|^)[^,:!?]*\b(?:americans|congress|gentlemen|friends|colleagues|citizens|countrymen|guests|delegates|excellencies|speaker|president|chairman|america)(?: of [^,:!?]{1,40})?:(?=\s+["“]?\p{Lu})/iu;
/** The longest greetings, in words. */
const GREETING = { words: 12, wordsBeforeStop: 4 };

/** A stage direction without a full stop before the words that follow it. */
const DIRECTION = /^(?:\[[^[\]\n]{0,60}\]|\([^()\n]{0,60}\))(?=\s+["“]?[\p{Lu}\p{N}])/u;
const DIRECTED =
  /\b(?:applause|laughter|laughs|laughing|cheers|cheering|chuckles|crosstalk|boos|booing|chanting|inaudible|music|pause|silence)\b|(?:оплески|сміх)/iu;
/**
 * In characters. The longest sentence in 1,868 addresses since 1789 has some 4,400; what is longer
 * is text without punctuation, cut at a clause once it is `enough` and anywhere once it is `most`.
 */
const UNPUNCTUATED = { longest: 7000, enough: 400, most: 800 };

/**
 * @param block a wall
 * @param lang BCP 47
 * @param turns where speaker turns begin in it
 * @returns ranges in order, without outer white space, together covering everything but white space
 */
export function wallSentences(block: string, lang: string, turns: ReadonlySet<number>): Range[] {
  const within = takeWithin([...turns].sort((a, b) => a - b));
  return sentences(block, lang)
    .flatMap((sentence) => cutUnpunctuated(block, sentence))
    .flatMap((sentence) => cutAt(block, sentence, within(sentence)))
    .flatMap((sentence) =>
      cutAt(block, sentence, openingEnd(block.slice(sentence.start, sentence.end))),
    );
}

/** A salutation ends in an exclamation mark or colon; in a full stop only when it is a few words. */
export function isGreeting(sentence: string): boolean {
  const words = sentence.match(/\S+/gu)?.length ?? 0;
  const most = sentence.endsWith(".") ? GREETING.wordsBeforeStop : GREETING.words;
  return words <= most && /[!:.]$/u.test(sentence) && SALUTATION.test(sentence);
}

/** Gives those of the places that lie inside each sentence, counted from its start; sentences come in order. */
function takeWithin(places: readonly number[]): (sentence: Range) => number[] {
  let next = 0;
  return ({ start, end }) => {
    const inside: number[] = [];
    for (; next < places.length && (places[next] as number) < end; next++) {
      if ((places[next] as number) > start) inside.push((places[next] as number) - start);
    }
    return inside;
  };
}

/** Where a stage direction or a salutation ends with which a sentence opens. */
function openingEnd(sentence: string): number[] {
  const direction = DIRECTION.exec(sentence)?.[0];
  if (direction && DIRECTED.test(direction) && isNote(direction)) return [direction.length];
  const greeting = SALUTATION.test(sentence) ? GREETED.exec(sentence)?.[0] : undefined;
  return greeting ? [greeting.length] : [];
}

/** @param places counted from the sentence's start, ascending */
function cutAt(block: string, { start, end }: Range, places: readonly number[]): Range[] {
  const starts = [0, ...places];
  return starts.flatMap((from, i) => {
    const piece = block.slice(
      start + from,
      places[i] === undefined ? end : start + (places[i] as number),
    );
    const words = piece.trim();
    if (words === "") return [];
    const at = start + from + piece.length - piece.trimStart().length;
    return [{ start: at, end: at + words.length }];
  });
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
