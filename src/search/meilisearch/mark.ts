/**
 * The one document of the index that is no paragraph: it says whose index this is and what it holds.
 * It comes with each batch, so it can be neither ahead of nor behind the documents, and every search
 * looks at it.
 */
import type { IndexMark } from "../external/external-index.ts";
import type { SettingsHash } from "./settings.ts";

/** Longer than any paragraph key. */
export const MARK_KEY = "verbatim-mark";

export type StoredMark = IndexMark & SettingsHash;

/** Its day, `yyyymmdd`: after any that an address can have, so that sorting puts it before all paragraphs. */
const AFTER_ALL = 99_999_999;

export function markDocument({ archive, build, batch }: IndexMark, hash: SettingsHash) {
  return {
    key: MARK_KEY,
    first: AFTER_ALL,
    mark: { archive, build, batch, format: hash.format, synonyms: hash.synonyms },
  };
}

/** Reads a mark out of a document; null where it is none. */
export function readMark(document: unknown): StoredMark | null {
  const mark = (document as { mark?: Partial<StoredMark> } | null)?.mark;
  if (typeof mark !== "object" || mark === null) return null;
  const { archive, build, batch, format, synonyms } = mark;
  const complete = [archive, build, format, synonyms].every((value) => typeof value === "string");
  return complete && typeof batch === "number" ? (mark as StoredMark) : null;
}

/** Whether the documents and settings it stands for are those of this program. */
export function isCurrentMark(mark: SettingsHash, hash: SettingsHash): boolean {
  return mark.format === hash.format && mark.synonyms === hash.synonyms;
}
