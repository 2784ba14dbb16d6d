/** What a paragraph's key and a wanted revision lead to, for pages, API and files alike. */
import { readKey } from "../domain/paragraph-key.ts";
import type {
  AddressReader,
  AddressRecord,
  FormerParagraph,
  ParagraphRecord,
  Tombstone,
} from "../store/records.ts";
import { HttpError, notFound } from "./http-error.ts";
import type { AtRevision } from "./urls.ts";

export type FoundParagraph =
  /** The key was written in another way; the canonical one is to be asked for, at the same revision. */
  | { state: "elsewhere"; key: string; at: AtRevision }
  | { state: "present"; paragraph: ParagraphRecord; address: AddressRecord }
  /** With the facts of that revision: somebody else may have been named as the speaker. */
  | { state: "former"; paragraph: FormerParagraph; address: AddressRecord }
  /** With the facts of the last revision that had it. */
  | { state: "gone"; tombstone: Tombstone; address: AddressRecord; error: HttpError };

const REVISION = /^[1-9]\d{0,8}$/u;

/**
 * @param written the key as it stands in the URL
 * @param rev the `rev` parameter, undefined where none was given
 * @throws HttpError 400 when `rev` is no number, 404 when there is no such paragraph or it did not
 *   stand in that revision
 */
export function lookUpParagraph(
  reader: AddressReader,
  written: string,
  rev: unknown,
): FoundParagraph {
  const key = readKey(written);
  const lookup = key === null ? null : reader.lookupKey(key);
  if (key === null || lookup === null) {
    throw notFound(
      `No paragraph has the key ${written.slice(0, 40)}.`,
      "A key has 8 letters and digits. Search for the words you remember.",
    );
  }
  if (key !== written) {
    return { state: "elsewhere", key, at: isRevision(rev) ? { revision: Number(rev) } : {} };
  }
  if (rev !== undefined) return formerParagraph(reader, key, rev, lookup.address);
  if (lookup.state === "present") return lookup;
  const error = new HttpError(
    410,
    "gone",
    `This paragraph is no longer in its address since revision ${lookup.tombstone.revision}: ${lookup.tombstone.reason}`,
    "Its last words are still here: they stand in the answer and at its permalink.",
  );
  const last = reader.addressAt(lookup.address.id, lookup.tombstone.revision - 1);
  return {
    ...lookup,
    address: { ...last, revision: lookup.address.revision },
    state: "gone",
    error,
  };
}

function isRevision(rev: unknown): rev is string {
  return typeof rev === "string" && REVISION.test(rev);
}

function formerParagraph(
  reader: AddressReader,
  key: string,
  rev: unknown,
  address: AddressRecord,
): FoundParagraph {
  if (!isRevision(rev)) {
    throw new HttpError(400, "bad_revision", "rev is not a number from 1.", "Write e.g. ?rev=1.");
  }
  const paragraph = reader.paragraphAt(key, Number(rev));
  if (!paragraph) {
    throw notFound(
      `The paragraph ${key} did not stand in revision ${rev} of its address.`,
      `The address has ${address.revision} revision${address.revision === 1 ? "" : "s"}.`,
    );
  }
  return { state: "former", paragraph, address: reader.addressAt(address.id, Number(rev)) };
}
