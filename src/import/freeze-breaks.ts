/**
 * Keeps the breaks that were inferred when an address was first split. A corrected text is split
 * anew only where it changed, so that neither a correction nor a better splitter moves the breaks,
 * and with them the keys, of paragraphs whose words are the same.
 */
import type { Range } from "../domain/range.ts";
import type { Block } from "../text/paragraphs/split-address.ts";

const BLANK_LINE = /\n\s*\n/g;

/**
 * Splits a text that was split before.
 * @param text the words as they come now, line ends as LF
 * @param before the blocks that they were split into earlier, in reading order
 * @param split splits a stretch of the text, given where it begins
 * @returns blocks in reading order; those before the first and after the last change are `before`'s
 */
export function splitAgain(
  text: string,
  before: readonly Block[],
  split: (stretch: string, start: number) => Block[],
): Block[] {
  if (!hasSameFrame(text, before)) return split(text, 0);
  const head = unchangedHead(text, before);
  const tail = unchangedTail(text, before.slice(head.count), head.end);
  const middle = split(text.slice(head.end, tail.start), head.end);
  const [first, ...rest] = middle;
  const gap = text.slice(head.end, head.end + spaceAfter(text, head.end));
  const breakBefore = head.count === 0 || isBlank(gap) ? "source" : "inferred";
  return [
    ...before.slice(0, head.count),
    ...(first ? [{ ...first, breakBefore } as const, ...rest] : []),
    ...before.slice(before.length - tail.count),
  ];
}

/** Whether there are breaks to keep, and the source parts its text as often as it did. */
function hasSameFrame(text: string, before: readonly Block[]): boolean {
  if (before.every((block) => block.breakBefore === "source")) return false;
  const parted = [...text.trim().matchAll(BLANK_LINE)].length;
  const breaks = before.filter(
    (block, i) => i > 0 && before[i - 1]?.kind !== "lead" && block.breakBefore === "source",
  ).length;
  const afterLeads = before.filter((block) => block.kind === "lead").length;
  return parted >= breaks && parted <= breaks + afterLeads;
}

/** How many blocks from the first on stand in the text as they did, and where the last of them ends. */
function unchangedHead(text: string, before: readonly Block[]): { count: number; end: number } {
  let end = 0;
  let count = 0;
  for (const [i, block] of before.entries()) {
    const start = end + spaceAfter(text, end);
    if (!text.startsWith(block.text, start)) break;
    const stop = start + block.text.length;
    const gap = text.slice(stop, stop + spaceAfter(text, stop));
    const next = before[i + 1];
    const atEnd = stop + gap.length === text.length;
    if (!atEnd && !(next ? isBreak(gap, block, next) : isBlank(gap))) break;
    end = stop;
    count += 1;
  }
  return { count, end };
}

/** The same from the last block back, down to `floor`. */
function unchangedTail(
  text: string,
  before: readonly Block[],
  floor: number,
): { count: number } & Pick<Range, "start"> {
  let start = text.length;
  let count = 0;
  for (const [i, block] of [...before.entries()].reverse()) {
    const stop = text.slice(0, start).trimEnd().length;
    const from = stop - block.text.length;
    if (from < floor || !text.startsWith(block.text, from)) break;
    const gap = text.slice(text.slice(0, from).trimEnd().length, from);
    if (from > 0 && !isBreak(gap, before[i - 1], block)) break;
    start = from;
    count += 1;
  }
  return { count, start };
}

/** Whether a gap is of the kind that stood before the block. After a lead either kind may stand. */
function isBreak(gap: string, previous: Block | undefined, block: Block): boolean {
  if (gap === "" || previous?.kind === "lead") return gap !== "";
  return isBlank(gap) === (block.breakBefore === "source");
}

function isBlank(gap: string): boolean {
  return gap.search(BLANK_LINE) >= 0;
}

function spaceAfter(text: string, from: number): number {
  const next = /\S/g;
  next.lastIndex = from;
  return (next.exec(text)?.index ?? text.length) - from;
}
