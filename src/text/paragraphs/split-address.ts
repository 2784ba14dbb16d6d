/**
 * Splits the text of an address into its paragraphs. Breaks of the source are kept; a wall of text
 * gets inferred ones, never inside a sentence; editorial matter is told apart from the speaker's
 * words. Nothing is added, dropped or moved: the paragraphs joined are the text but for white space.
 */
import type { BreakOrigin, ParagraphKind, Range } from "../../domain/address.ts";
import { sentences } from "../sentences.ts";
import { inferBreaks } from "./infer-breaks.ts";
import { leadSentences } from "./lead.ts";

/** Names the way breaks are inferred; kept with each address, because breaks are frozen at import. */
export const SPLITTER_VERSION = "length-1";

export type SplitOptions = {
  /** BCP 47. */
  lang: string;
  /** Name as the source gives it; helps to recognise an agency's lead. */
  speaker: string | null;
  /** Characters (UTF-16) of `text` that are an agency's lead; 0 = none; left out = recognise it. */
  leadLength?: number;
};

export type Block = { kind: ParagraphKind; text: string; breakBefore: BreakOrigin };

type Piece = Range & { kind: ParagraphKind; breakBefore: BreakOrigin };

/** A block of so many words is a wall however the rest is broken: the longest real ones have fewer. */
const WALL_WORDS = 1000;
/** A block of so many words is a wall when it is most of the address. */
const LONE_WALL_WORDS = 120;
/** The share of an address's characters that makes a block most of it. */
const MOST = 0.6;

/**
 * Splits an address.
 * @param text the words, lines ending in LF, CRLF or CR; blank lines part paragraphs
 * @returns paragraphs in order, none empty, none with outer white space; none when there is no word
 */
export function splitAddress(text: string, options: SplitOptions): Block[] {
  const { lead, rest } = parseLead(text, options);
  const speech = sourceBlocks(text, rest).flatMap((block) =>
    isWall(text, block, rest) ? splitWall(text, block, options.lang) : [block],
  );
  return [...lead, ...speech].map(({ start, end, kind, breakBefore }) => ({
    kind,
    text: text.slice(start, end),
    breakBefore,
  }));
}

/** The lead as its own pieces, and what is left. */
function parseLead(text: string, options: SplitOptions): { lead: Piece[]; rest: Range } {
  const end = options.leadLength ?? guessLead(text, options);
  const lead = sourceBlocks(text, { start: 0, end: Math.min(end, text.length) });
  return {
    lead: lead.map((piece) => ({ ...piece, kind: "lead" })),
    rest: { start: Math.min(end, text.length), end: text.length },
  };
}

function guessLead(text: string, options: SplitOptions): number {
  const opening = sentences(text.slice(0, OPENING_LENGTH), options.lang);
  const count = leadSentences(text, opening, options.speaker);
  return count === 0 ? 0 : (opening[count - 1]?.end ?? 0);
}

/** Characters in which a lead and the sentence after it are found. */
const OPENING_LENGTH = 3000;

const BLANK_LINE = /(?:\r\n|[\n\r\u2028\u2029])[^\S\n\r]*(?:\r\n|[\n\r\u2028\u2029])|\u2029/gu;

/** What the source itself parts by blank lines. */
function sourceBlocks(text: string, range: Range): Piece[] {
  const pieces: Piece[] = [];
  let from = range.start;
  const add = (to: number): void => {
    const piece = trim(text, from, to);
    if (piece) pieces.push({ ...piece, kind: "speech", breakBefore: "source" });
  };
  for (const gap of text.slice(range.start, range.end).matchAll(BLANK_LINE)) {
    add(range.start + gap.index);
    from = range.start + gap.index + gap[0].length;
  }
  add(range.end);
  return pieces;
}

function isWall(text: string, block: Range, whole: Range): boolean {
  const length = block.end - block.start;
  const words = countWords(text.slice(block.start, block.end));
  if (words >= WALL_WORDS) return true;
  return words >= LONE_WALL_WORDS && length >= MOST * (whole.end - whole.start);
}

function splitWall(text: string, wall: Piece, lang: string): Piece[] {
  const found = sentences(text.slice(wall.start, wall.end), lang).map((sentence) => ({
    start: sentence.start + wall.start,
    end: sentence.end + wall.start,
  }));
  const starts = [0, ...inferBreaks(found)];
  return starts.map((first, i) => ({
    start: found[first]?.start ?? wall.start,
    end: found[(starts[i + 1] ?? found.length) - 1]?.end ?? wall.end,
    kind: "speech",
    breakBefore: i === 0 ? wall.breakBefore : "inferred",
  }));
}

function countWords(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

function trim(text: string, from: number, to: number): Range | null {
  const slice = text.slice(from, to);
  const start = from + slice.length - slice.trimStart().length;
  const end = from + slice.trimEnd().length;
  return start < end ? { start, end } : null;
}
