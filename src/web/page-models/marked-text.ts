/** A paragraph's words cut into pieces for the view: plain, marked, left out. */
import type { Mark } from "../../search/answer.ts";
import { snippetRanges } from "../../search/snippet.ts";

/** `gap` stands for words left out of an excerpt and carries no text. */
export type TextPiece = { kind: "plain" | "word" | "phrase" | "gap"; text: string };

/** The whole text, cut at its marks. Joined again the pieces are the text. */
export function markedPieces(text: string, marks: readonly Mark[]): TextPiece[] {
  return cut(text, marks, 0, text.length);
}

/**
 * What a list of results shows of a paragraph: all of it, or of a very long one the parts around its marks.
 * @param lang BCP 47 of the text
 */
export function excerpt(
  text: string,
  marks: readonly Mark[],
  lang: string,
): { pieces: TextPiece[]; shortened: boolean } {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const part of snippetRanges(text, marks, lang)) {
    if (part.start > end) pieces.push({ kind: "gap", text: "" });
    pieces.push(...cut(text, marks, part.start, part.end));
    end = part.end;
  }
  if (end < text.length) pieces.push({ kind: "gap", text: "" });
  return { pieces, shortened: pieces.some(({ kind }) => kind === "gap") };
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
