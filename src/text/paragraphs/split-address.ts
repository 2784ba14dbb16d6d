/**
 * Splits the text of an address into its paragraphs. Breaks of the source are kept; a wall of text
 * gets inferred ones, never inside a sentence; editorial matter is told apart from the speaker's
 * words. Nothing is added, dropped or moved: the paragraphs joined are the text but for white space.
 */
import type { BreakOrigin, ParagraphKind } from "../../domain/address.ts";
import type { Range } from "../../domain/range.ts";
import { sentences } from "../sentences.ts";
import { leadSentences } from "./lead.ts";
import { splitWall } from "./split-wall.ts";
import { classifyBlock, isTopicOfTurn } from "./structure.ts";
import { findTurns } from "./turns.ts";

/** Names the way breaks are inferred; kept with each address, because breaks are frozen at import. */
export const SPLITTER_VERSION = "4";

export type SplitOptions = {
  /** BCP 47. */
  lang: string;
  /** Name as the source gives it; helps to recognise an agency's lead. */
  speaker: string | null;
  /** Characters (UTF-16) of `text` that are an agency's lead; 0 = none; left out = recognise it. */
  leadLength?: number;
  /**
   * Where paragraphs begin in another copy of the address, as offsets into `text`: what would be broken
   * by inference is broken there instead.
   */
  copiedBreaks?: readonly number[];
  /** Labels of speaker turns as offsets into `text`, as `labelsOf` finds them in the whole address; left out = find them. */
  labels?: readonly Range[];
};

export type Block = { kind: ParagraphKind; text: string; breakBefore: BreakOrigin };

type Piece = Range & { kind: ParagraphKind; breakBefore: BreakOrigin };

/**
 * When a block is a wall, in characters and as a share of its address. In 1,868 addresses with real
 * paragraphs the longest has 8,934 characters, and more than four fifths of the address are one
 * paragraph in six short ones only.
 */
const WALL = { characters: 10_000, loneCharacters: 700, loneShare: 0.8 };

/**
 * Splits an address.
 * @param text the words, lines ending in LF, CRLF or CR; blank lines part paragraphs
 * @returns paragraphs in order, none empty, none with outer white space; none when there is no word
 */
export function splitAddress(text: string, options: SplitOptions): Block[] {
  const { lead, rest } = parseLead(text, options);
  const blocks = sourceBlocks(text, rest);
  const labels = options.labels ?? findTurns(text, blocks, options.speaker);
  const begins = startsByBlock(blocks, labels);
  const paragraphs = blocks.flatMap((block, i) =>
    breakBlock(text, block, rest, options, begins[i] ?? []),
  );
  const speech = splitTurns(text, classify(text, paragraphs, options.speaker, labels), labels);
  return [...lead, ...afterLead(text, lead.at(-1), speech)].map(
    ({ start, end, kind, breakBefore }) => ({
      kind,
      text: text.slice(start, end),
      breakBefore,
    }),
  );
}

/** The labels of speaker turns in a whole address, for splitting a stretch of it. */
export function labelsOf(text: string, speaker: string | null): Range[] {
  return findTurns(text, sourceBlocks(text, { start: 0, end: text.length }), speaker);
}

/** Where turns begin in each block. */
function startsByBlock(blocks: readonly Range[], labels: readonly Range[]): number[][] {
  let next = 0;
  return blocks.map(({ start, end }) => {
    const starts: number[] = [];
    for (; next < labels.length && (labels[next] as Range).start < end; next++) {
      if ((labels[next] as Range).start >= start) starts.push((labels[next] as Range).start);
    }
    return starts;
  });
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

/** A lead that no break of the source parts from the address was set apart by inference. */
function afterLead(text: string, lead: Piece | undefined, speech: Piece[]): Piece[] {
  const [first, ...others] = speech;
  if (!lead || !first) return speech;
  const gap = text.slice(lead.end, first.start);
  const isParted =
    gap.search(BLANK_LINE) !== -1 || (gap.search(LINE_END) !== -1 && linesAreParagraphs(text));
  return isParted ? speech : [{ ...first, breakBefore: "inferred" }, ...others];
}

function guessLead(text: string, options: SplitOptions): number {
  const opening = sentences(text.slice(0, OPENING_LENGTH), options.lang);
  const count = leadSentences(text, opening, options.speaker);
  return count === 0 ? 0 : (opening[count - 1]?.end ?? 0);
}

/** Characters in which a lead and the sentence after it are found. */
const OPENING_LENGTH = 3000;

const LINE_END = /\r\n|[\n\r\u2028\u2029]/gu;
const BLANK_LINE = /(?:\r\n|[\n\r\u2028\u2029])[^\S\n\r]*(?:\r\n|[\n\r\u2028\u2029])|\u2029/gu;
const ENDED_LINE = /[.!?…:;۔।。！？]["'”’»)\]*_]*\s*$/u;
/** Lines that end as sentences do are paragraphs; of lines wrapped to a width, about one in eight does. */
const ENDED_SHARE = 0.6;

/** What the source itself parts: by blank lines, or where it has none by lines that are paragraphs. */
function sourceBlocks(text: string, range: Range): Piece[] {
  const block = text.slice(range.start, range.end);
  const pieces: Piece[] = [];
  let from = range.start;
  const add = (to: number): void => {
    const piece = trim(text, from, to);
    if (piece) pieces.push({ ...piece, kind: "speech", breakBefore: "source" });
  };
  for (const gap of block.matchAll(linesAreParagraphs(block) ? LINE_END : BLANK_LINE)) {
    add(range.start + gap.index);
    from = range.start + gap.index + gap[0].length;
  }
  add(range.end);
  return pieces;
}

function linesAreParagraphs(block: string): boolean {
  const body = block.trim();
  if (body.search(BLANK_LINE) !== -1) return false;
  const lines = body.split(LINE_END).slice(0, -1);
  const ended = lines.filter((line) => ENDED_LINE.test(line)).length;
  return lines.length > 0 && ended >= ENDED_SHARE * lines.length;
}

/** The paragraphs of a block: itself, unless it is a wall or turns begin in it. */
function breakBlock(
  text: string,
  block: Piece,
  whole: Range,
  options: SplitOptions,
  turns: readonly number[],
): Piece[] {
  const copies = isWall(block, whole)
    ? new Set(options.copiedBreaks?.filter((at) => at > block.start && at < block.end))
    : null;
  const ranges =
    copies?.size === 0
      ? splitWall(text, block, options.lang, turns)
      : cutAt(text, block, [...new Set([...(copies ?? []), ...turns])]);
  return ranges.map((range, i) => {
    const origin = copies?.has(range.start) ? "copy" : "inferred";
    return { ...block, ...range, breakBefore: i === 0 ? block.breakBefore : origin };
  });
}

function isWall(block: Range, whole: Range): boolean {
  const length = block.end - block.start;
  const share = length / (whole.end - whole.start);
  return length >= WALL.characters || (length >= WALL.loneCharacters && share >= WALL.loneShare);
}

/** @param breaks inside the block, in any order */
function cutAt(text: string, block: Range, breaks: readonly number[]): Range[] {
  const inside = breaks.filter((at) => at > block.start && at < block.end).sort((a, b) => a - b);
  const starts = [block.start, ...inside];
  return starts.flatMap((start, i) => trim(text, start, starts[i + 1] ?? block.end) ?? []);
}

/** Tells headings and notes from speech, among what the source itself parts. */
function classify(
  text: string,
  pieces: readonly Piece[],
  speaker: string | null,
  labels: readonly Range[],
): Piece[] {
  const blocks = pieces.map(({ start, end }) => text.slice(start, end));
  const turns = new Set(labels.map(({ start }) => start));
  return pieces.map((piece, i) => {
    if (piece.breakBefore !== "source") return { ...piece, kind: "speech" };
    const [block = "", next] = [blocks[i], pieces[i + 1]];
    const isTopic = next !== undefined && turns.has(next.start) && isTopicOfTurn(block);
    const kind = isTopic ? "heading" : classifyBlock(block, blocks[i + 1] ?? null, speaker);
    return { ...piece, kind };
  });
}

/** Parts the label of a speaker turn from the words said. */
function splitTurns(text: string, pieces: readonly Piece[], turns: readonly Range[]): Piece[] {
  const ends = new Map(turns.map(({ start, end }) => [start, end]));
  return pieces.flatMap((piece) => {
    const end = ends.get(piece.start);
    if (end === undefined) return [piece];
    const words = trim(text, end, piece.end);
    const turn: Piece = { ...piece, end, kind: "turn" };
    return words ? [turn, { ...piece, ...words, kind: "speech", breakBefore: "inferred" }] : [turn];
  });
}

function trim(text: string, from: number, to: number): Range | null {
  const slice = text.slice(from, to);
  const start = from + slice.length - slice.trimStart().length;
  const end = from + slice.trimEnd().length;
  return start < end ? { start, end } : null;
}
