/** Editors' decisions about whose words a paragraph holds: made for a stretch of an address, and taken back. */
import type { AddressReader, AddressRecord, ParagraphRecord } from "../store/records.ts";
import type { VoiceStore } from "../store/voice-store.ts";
import {
  type EditorsNote,
  oneLine,
  readNote,
  TaggingError,
  takenOut,
  unknownKey,
} from "./editing.ts";

/** A paragraph, or all from the first to the last, both included; by their keys. */
export type Stretch = { first: string; last: string };

/** The words of a stretch, each paragraph with whose they are. */
export type VoicedStretch = { address: AddressRecord; paragraphs: ParagraphRecord[] };

/** Characters of a name: longer ones are a slip of the keyboard. */
const MOST_CHARACTERS = 200;

export type VoiceEditor = {
  /** @throws TaggingError where the keys name no words, or stand in two addresses */
  show(stretch: Stretch): VoicedStretch;
  /**
   * Decides for every paragraph of words in the stretch whose they are.
   * @param speaker a name; null for the address's speaker
   * @param note who decides and why
   * @throws TaggingError as `show`, and where a name says nothing
   */
  decide(stretch: Stretch, speaker: string | null, note: EditorsNote): VoicedStretch;
  /** Takes decisions back, so that the labels alone decide again. @throws TaggingError where none was made */
  undo(stretch: Stretch): VoicedStretch;
};

/** @param reader of the archive that `store` writes */
export function createVoiceEditor(
  reader: AddressReader,
  store: VoiceStore,
  now: () => Date = () => new Date(),
): VoiceEditor {
  const show = (stretch: Stretch) => readStretch(reader, stretch);
  return {
    show,
    decide: (stretch, speaker, note) =>
      store.transaction(() => {
        const { address, paragraphs } = show(stretch);
        const about = { at: now().toISOString(), ...readNote(note) };
        const name = speaker === null ? address.speaker : readName(speaker);
        for (const { key } of paragraphs) store.put({ key, speaker: name, ...about });
        return show(stretch);
      }),
    undo: (stretch) =>
      store.transaction(() => {
        const decided = show(stretch).paragraphs.filter(({ voice }) => voice !== null);
        if (decided.length === 0) {
          throw new TaggingError(`No editor decided whose words ${describe(stretch)} holds.`);
        }
        for (const { key } of decided) store.remove(key);
        return show(stretch);
      }),
  };
}

function readStretch(reader: AddressReader, { first, last }: Stretch): VoicedStretch {
  const from = readPlace(reader, first);
  const to = last === first ? from : readPlace(reader, last);
  const { address } = from;
  if (to.address.id !== address.id) {
    throw new TaggingError(
      `${first} stands in ${address.slug}, ${last} in ${to.address.slug}. Give two paragraphs of one address.`,
    );
  }
  if (to.position < from.position) {
    throw new TaggingError(`${last} stands before ${first}. Give the first paragraph first.`);
  }
  const paragraphs = reader
    .wholeAddress(address.id)
    .paragraphs.slice(from.position, to.position + 1)
    .filter(({ kind }) => kind === "speech");
  if (paragraphs.length > 0) return { address, paragraphs };
  throw new TaggingError(
    `${describe({ first, last })} holds no words of anybody: it is a ${from.kind}. Take the paragraphs below it.`,
  );
}

function readPlace(reader: AddressReader, key: string) {
  const found = reader.lookupKey(key);
  if (found === null) throw unknownKey(key);
  if (found.state === "tombstone") {
    throw takenOut(key, { ...found.tombstone, slug: found.address.slug });
  }
  return { address: found.address, ...found.paragraph };
}

function readName(written: string): string {
  const name = oneLine(written);
  if (!/[\p{L}\p{N}]/u.test(name)) {
    throw new TaggingError(
      "Nobody is named whose words they are. Give --speaker a name, or say --own.",
    );
  }
  if (name.length <= MOST_CHARACTERS) return name;
  throw new TaggingError(
    `The name of ${name.length} characters is too long: ${MOST_CHARACTERS} at most.`,
  );
}

const describe = ({ first, last }: Stretch) => (first === last ? first : `${first} to ${last}`);
