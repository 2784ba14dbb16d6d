/** Two versions of a text held against each other, word by word. */
import { diffWordsWithSpace } from "diff";

/** A stretch of text that both versions have, or only the one that is shown. */
export type ComparedPiece = { text: string; differs: boolean };

export type Comparison = { before: ComparedPiece[]; after: ComparedPiece[] };

/**
 * Finds the words in which two versions differ (Myers 1986, by the package `diff`).
 * @returns both versions in pieces; joined again, the pieces of each are that version, letter by letter
 */
export function compareWords(before: string, after: string): Comparison {
  const sides: Comparison = { before: [], after: [] };
  for (const { value, added, removed } of diffWordsWithSpace(before, after)) {
    if (!added) sides.before.push({ text: value, differs: removed });
    if (!removed) sides.after.push({ text: value, differs: added });
  }
  return { before: joinChanges(sides.before), after: joinChanges(sides.after) };
}

/** Changed words with only a space between them are one change to a reader. */
function joinChanges(pieces: readonly ComparedPiece[]): ComparedPiece[] {
  const joined: ComparedPiece[] = [];
  pieces.forEach(({ text, differs }, at) => {
    const bridges = /^\s+$/u.test(text) && joined.at(-1)?.differs && pieces[at + 1]?.differs;
    const piece = { text, differs: differs || bridges === true };
    const last = joined.at(-1);
    if (last && last.differs === piece.differs) last.text += text;
    else joined.push(piece);
  });
  return joined;
}
