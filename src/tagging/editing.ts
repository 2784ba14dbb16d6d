/** What all decisions of editors have in common: who and why, and which paragraphs can be decided about. */

/** What is asked for cannot be done; the message names the value and what to do. */
export class TaggingError extends Error {
  override name = "TaggingError";
}

/** Who decides and why, as it was written. */
export type EditorsNote = { by: string; reason: string };

/**
 * Who and why, each in one line: both are shown on pages and in terminals.
 * @throws TaggingError where nobody is named
 */
export function readNote({ by, reason }: EditorsNote): EditorsNote {
  if (oneLine(by) !== "") return { by: oneLine(by), reason: oneLine(reason) };
  throw new TaggingError("Nobody is named who decides. Give --by a name.");
}

/** Without line breaks, control characters and those that turn text around. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, " ").trim();
}

export function unknownKey(key: string): TaggingError {
  return new TaggingError(
    `No paragraph has the key ${JSON.stringify(key)}. Take the eight characters after /p/ of its permalink.`,
  );
}

export function takenOut(
  key: string,
  buried: { slug: string; revision: number; reason: string },
): TaggingError {
  return new TaggingError(
    `${key} was taken out of ${buried.slug} in revision ${buried.revision}: ${buried.reason}. Only a paragraph that stands can be decided about; decisions about this one hold again if it comes back.`,
  );
}
