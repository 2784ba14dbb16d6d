/** Which key each paragraph of an address gets. Keys once given out are never given to other words. */
import type { DraftParagraph } from "../domain/address.ts";
import { deriveKey } from "../domain/paragraph-key.ts";
import type {
  AddressWriter,
  PlacedParagraph,
  StoredAddress,
  StoredParagraph,
} from "../store/address-writer.ts";
import { foldWhiteSpace } from "../text/fold.ts";
import { matchParagraphs } from "./match-paragraphs.ts";

/**
 * Gives every draft its place and its key: the one it has where its words are there already, its old
 * one where they come back, otherwise one that was never given out.
 * @param current the address as it is stored, null for a new one
 * @param before its present paragraphs, in reading order
 */
export function placeParagraphs(
  writer: AddressWriter,
  current: StoredAddress | null,
  before: readonly StoredParagraph[],
  identity: string,
  drafts: readonly DraftParagraph[],
): PlacedParagraph[] {
  const texts = drafts.map((draft) => foldWhiteSpace(draft.text));
  const matches = matchParagraphs(
    before.map((p) => foldWhiteSpace(p.text)),
    texts,
  );
  const buried = current ? buriedKeys(writer, current.id) : new Map<string, string[]>();
  const newKey = keyMaker(writer, identity);
  let number = 0;
  return drafts.map((draft, i) => {
    const text = texts[i] as string;
    const match = matches[i];
    const old = typeof match === "number" ? (before[match] as StoredParagraph) : null;
    const key = old?.key ?? buried.get(text)?.pop() ?? newKey(text);
    return {
      ...draft,
      id: old?.id ?? null,
      key,
      number: draft.kind === "speech" ? ++number : null,
    };
  });
}

/** The keys of each text that was taken out, the first to be given again last. */
function buriedKeys(writer: AddressWriter, addressId: number): Map<string, string[]> {
  const tombstones = writer.tombstonesOf(addressId).toReversed();
  const byText = Map.groupBy(tombstones, ({ text }) => foldWhiteSpace(text));
  return new Map([...byText].map(([text, buried]) => [text, buried.map(({ key }) => key)]));
}

/**
 * Makes keys that were never given out. Each text goes on where it stopped, so that a paragraph that
 * an address repeats ten thousand times costs ten thousand tries and not their square.
 */
function keyMaker(writer: AddressWriter, identity: string): (text: string) => string {
  const given = new Set<string>();
  const attempts = new Map<string, number>();
  return (text) => {
    for (let attempt = attempts.get(text) ?? 0; ; attempt++) {
      const key = deriveKey(identity, text, attempt);
      if (given.has(key) || writer.isKeyTaken(key)) continue;
      attempts.set(text, attempt + 1);
      given.add(key);
      return key;
    }
  };
}
