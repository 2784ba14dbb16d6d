/** What may stand in a text. Nothing is dropped or mended: a text is refused, or kept as it is. */
import { findEntities } from "../../text/entities.ts";
import { ImportError } from "../import-error.ts";

/** Characters that no page, feed or XML file can carry: C0 controls but tab and line ends, DEL, non-characters, halves of surrogate pairs. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
/** Signs of an earlier mishap with encodings: C1 controls and the replacement character. */
const DAMAGED = /[\u0080-\u0084\u0086-\u009f\ufffd]/g;

/**
 * Checks a text.
 * @param name what the text is, for messages, e.g. `text`
 * @returns notices about characters that are kept but look damaged, and about HTML's code
 * @throws ImportError naming line and column (both from 1) of a character that cannot be kept
 */
export function checkText(text: string, name: string): string[] {
  const bad = FORBIDDEN.exec(text);
  if (bad) {
    const kind = /[\ud800-\udfff]/.test(bad[0]) ? "half of a surrogate pair" : "control character";
    throw new ImportError(
      `The ${kind} ${codeOf(bad[0])} stands in ${name}, ${placeOf(text, bad.index)}.`,
      "Take it out of the source, or check its encoding.",
    );
  }
  return [...noticeDamaged(text, name), ...noticeEntities(text, name)];
}

function noticeDamaged(text: string, name: string): string[] {
  const damaged = [...text.matchAll(DAMAGED)];
  const first = damaged[0];
  if (!first) return [];
  return [
    `${name} has ${damaged.length} damaged character${damaged.length > 1 ? "s" : ""}, kept as found; the first is ${codeOf(first[0])} at ${placeOf(text, first.index)}.`,
  ];
}

function noticeEntities(text: string, name: string): string[] {
  const entities = findEntities(text);
  const first = entities[0];
  if (!first) return [];
  return [
    `${name} has ${entities.length} HTML ${entities.length > 1 ? "entities" : "entity"}, kept as found; the first is ${first.written} at ${placeOf(text, first.index)}. If they are no words of the speaker, decode them in the source and import it again.`,
  ];
}

function codeOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function placeOf(text: string, index: number): string {
  const before = text.slice(0, index).split(/\r\n|\r|\n/);
  return `line ${before.length}, column ${(before.at(-1) ?? "").length + 1}`;
}
