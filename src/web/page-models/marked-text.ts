/** A paragraph's words cut into pieces for the view: plain, marked, left out. */
import type { Mark } from "../../search/answer.ts";

/** `gap` stands for words left out of an excerpt and carries no text. */
export type TextPiece = { kind: "plain" | "word" | "phrase" | "gap"; text: string };

/** Characters of a paragraph that a list of results shows whole, and of the passages it shows of a longer one. */
const WHOLE_UP_TO = 900;
const PASSAGE_REACH = 190;
const PASSAGES_AT_MOST = 3;
const BEGINNING = 560;

/** The whole text, cut at its marks. Joined again the pieces are the text. */
export function markedPieces(text: string, marks: readonly Mark[]): TextPiece[] {
  return cut(text, marks, 0, text.length);
}

/**
 * What a list of results shows of a paragraph: all of it, or, of a very long one, the passages
 * around its first marks (without marks, its beginning), cut between words.
 */
export function excerpt(
  text: string,
  marks: readonly Mark[],
): { pieces: TextPiece[]; shortened: boolean } {
  if (text.length <= WHOLE_UP_TO) return { pieces: markedPieces(text, marks), shortened: false };
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const passage of passages(text, marks)) {
    if (passage.start > 0) pieces.push({ kind: "gap", text: "" });
    pieces.push(...cut(text, marks, passage.start, passage.end));
    end = passage.end;
  }
  if (end < text.length) pieces.push({ kind: "gap", text: "" });
  return { pieces, shortened: true };
}

function cut(text: string, marks: readonly Mark[], start: number, end: number): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = start;
  for (const mark of marks) {
    if (mark.start < at || mark.end > end) continue;
    if (mark.start > at) pieces.push({ kind: "plain", text: text.slice(at, mark.start) });
    pieces.push({ kind: mark.kind, text: text.slice(mark.start, mark.end) });
    at = mark.end;
  }
  if (at < end) pieces.push({ kind: "plain", text: text.slice(at, end) });
  return pieces;
}

function passages(text: string, marks: readonly Mark[]): { start: number; end: number }[] {
  if (marks.length === 0) return [{ start: 0, end: wordEdge(text, BEGINNING, 1) }];
  const found: { start: number; end: number }[] = [];
  for (const mark of marks) {
    const start = wordEdge(text, Math.max(0, mark.start - PASSAGE_REACH), -1);
    const end = wordEdge(text, Math.min(text.length, mark.end + PASSAGE_REACH), 1);
    const last = found.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (found.length < PASSAGES_AT_MOST) found.push({ start, end });
    else break;
    const shown = found.reduce((sum, passage) => sum + passage.end - passage.start, 0);
    if (shown > WHOLE_UP_TO) break;
  }
  return found;
}

/** The nearest place from `at` in this direction where a word begins or ends. */
function wordEdge(text: string, at: number, direction: 1 | -1): number {
  let edge = at;
  while (edge > 0 && edge < text.length && !/\s/.test(text.charAt(edge))) edge += direction;
  return direction === -1 && edge > 0 ? edge + 1 : edge;
}
