/** All writes of addresses. Every method but `transaction` is to be called inside a transaction. */
import { deflateSync } from "node:zlib";
import type { Database } from "better-sqlite3";
import type { AddressFacts, DraftParagraph, ParagraphKind, Source } from "../domain/address.ts";
import { daySpan } from "../domain/partial-date.ts";
import type { FoundTags, TagDecision } from "../domain/tag-decisions.ts";
import type { InTransactionIndex } from "./in-transaction-index.ts";
import { spanPairs } from "./rows.ts";
import { createSlugs } from "./slugs.ts";
import { prepareWrites } from "./write-statements.ts";
import { createWriteTransaction } from "./write-transaction.ts";

/** An address as it is to be stored: everything but its paragraphs. */
export type AddressContent = {
  /** What makes it the same address when it comes again. */
  identity: string;
  facts: AddressFacts;
  source: Source;
  /** Words said; editorial matter left out. */
  wordCount: number;
  /** SHA-256 over facts, source, text and declared lead. */
  contentHash: string;
  /** SHA-256 of the text. */
  textHash: string;
  /** The lead's length as somebody declared it; null where it was recognised. */
  leadLength: number | null;
  splitterVersion: string;
  /** Where the breaks of origin `copy` were taken from; null where there are none. */
  breaksFrom: string | null;
  raw: Uint8Array;
  /** SHA-256 of `raw`. */
  rawHash: string;
};

/**
 * A paragraph with its key and place; `id` is the row it already has, null for a new one. Its tags are
 * inferred unless they say otherwise, and take the place of all that it had.
 */
export type PlacedParagraph = Omit<DraftParagraph, keyof FoundTags> &
  FoundTags & {
    id: number | null;
    key: string;
    /** From 1 over the speaker's own words; null for editorial matter. */
    number: number | null;
  };

/** Who changes the archive, when (ISO 8601 instant), and why. */
export type ChangeNote = { by: string; at: string; reason: string };

export type StoredAddress = {
  id: number;
  slug: string;
  title: string;
  date: string;
  lang: string;
  revision: number;
  contentHash: string;
  textHash: string;
  leadLength: number | null;
  splitterVersion: string;
  breaksFrom: string | null;
  /** The copy that its title was taken from; null where it is its own. */
  titleFrom: string | null;
};

export type StoredParagraph = {
  id: number;
  key: string;
  number: number | null;
  kind: ParagraphKind;
  text: string;
  turnSpeaker: string | null;
  breakBefore: DraftParagraph["breakBefore"];
};

/** An address that may be a copy of another: only its words can tell. */
export type PossibleCopy = {
  id: number;
  slug: string;
  title: string;
  /** Most of its breaks are its source's. */
  isParted: boolean;
  /** Its title is not as its source has it. */
  isTitleMended: boolean;
};
type PossibleCopyRow = Omit<PossibleCopy, "isParted" | "isTitleMended"> & {
  isParted: number;
  isTitleMended: number;
};

export type AddressWriter = ReturnType<typeof createAddressWriter>;

const TUNING = {
  /** Addresses compared as copies of one: nobody gives more in a day, and to compare all of a year takes too long. */
  copies: 12,
  /** Of zlib, for inputs as they came: a third of the time of its default, for a tenth more bytes. */
  compression: 3,
};

/**
 * @param db opened for writing
 * @param index kept in step with the words, in the same transaction
 */
export function createAddressWriter(db: Database, index: InTransactionIndex) {
  const write = prepareWrites(db);
  const slugs = createSlugs(db);

  return {
    transaction: createWriteTransaction(db),
    findAddress: (identity: string) =>
      (write.findAddress.get(identity) as StoredAddress | undefined) ?? null,
    /** The slug of another address with the very same text, or null. */
    slugOfSameText: (textHash: string, identity: string) =>
      (write.slugOfSameText.get(textHash, identity) as string | undefined) ?? null,
    /** Other addresses of the same speaker, date and language, the likest in length first; at most `TUNING.copies`. */
    possibleCopies({
      identity,
      facts,
      wordCount,
    }: Pick<AddressContent, "identity" | "facts" | "wordCount">): PossibleCopy[] {
      const { date, lang, speaker } = facts;
      const about = { identity, date, dateFirst: daySpan(date).first, lang, speaker, wordCount };
      const rows = write.possibleCopies.all({ ...about, most: TUNING.copies }) as PossibleCopyRow[];
      return rows.map(({ isParted, isTitleMended, ...row }) => ({
        ...row,
        isParted: isParted === 1,
        isTitleMended: isTitleMended === 1,
      }));
    },
    paragraphsOf: (addressId: number) => write.paragraphsOf.all(addressId) as StoredParagraph[],
    tombstonesOf: (addressId: number) =>
      write.tombstonesOf.all(addressId) as { key: string; text: string }[],
    /** Whether a key stands, stood, or is buried anywhere in the archive. */
    isKeyTaken: (key: string) => write.isKeyTaken.get({ key }) === 1,
    /** What editors decided about tags of these paragraphs. */
    decisionsOf: (keys: readonly string[]) =>
      write.decisions.all(JSON.stringify(keys)) as TagDecision[],

    /** Those of these keys whose voice an editor decided. */
    decidedVoices: (keys: readonly string[]) =>
      new Set(write.decidedVoices.all(JSON.stringify(keys)) as string[]),

    /** Stores a new address. @returns its slug */
    create(content: AddressContent, paragraphs: readonly PlacedParagraph[], note: ChangeNote) {
      const { facts } = content;
      const slug = slugs.forAddress(facts.date, facts.title, { id: 0, slug: null });
      const row = { ...addressRow(content, paragraphs), slug, revision: 1 };
      const id = Number(write.insertAddress.run(row).lastInsertRowid);
      writeRevision(id, 1, content, note);
      writeParagraphs(id, 1, facts, paragraphs, () => true);
      return slug;
    },

    /** Notes the declared lead of an address whose words, paragraphs and facts are as they were. */
    rememberLead(addressId: number, leadLength: number | null, contentHash: string) {
      write.updateLead.run({ addressId, leadLength, contentHash });
    },

    /**
     * Replaces an address by a new revision. What it was is kept: its paragraphs as former ones,
     * its slug as a former slug, paragraphs that vanish as tombstones with `note.reason`.
     * @param paragraphs those with an `id` keep their row and key
     * @returns its slug
     */
    revise(
      current: StoredAddress,
      content: AddressContent,
      paragraphs: readonly PlacedParagraph[],
      note: ChangeNote,
    ) {
      const { id } = current;
      const revision = current.revision + 1;
      const before = new Map(
        (write.paragraphsOf.all(id) as StoredParagraph[]).map((p) => [p.id, p]),
      );
      write.copyToFormer.run(id);
      bury(before, paragraphs, id, revision, note.reason);
      const slug = slugs.forAddress(content.facts.date, content.facts.title, current);
      if (slug !== current.slug) {
        write.insertFormerSlug.run(current.slug, id);
        write.deleteFormerSlug.run(slug);
      }
      write.updateAddress.run({ ...addressRow(content, paragraphs), slug, revision, id });
      writeRevision(id, revision, content, note);
      write.parkPositions.run(id);
      for (const { key } of paragraphs) write.deleteTombstone.run(key);
      const relearn = content.facts.lang !== current.lang;
      writeParagraphs(id, revision, content.facts, paragraphs, (p) => {
        const old = p.id === null ? undefined : before.get(p.id);
        return relearn || !old || old.kind !== p.kind || old.text !== p.text;
      });
      return slug;
    },
  };

  function addressRow(content: AddressContent, paragraphs: readonly PlacedParagraph[]) {
    const { facts, raw: _raw, rawHash: _rawHash, source: _source, ...rest } = content;
    const span = daySpan(facts.date);
    return {
      ...rest,
      ...facts,
      dateFirst: span.first,
      dateLast: span.last,
      speakerId: facts.speaker === null ? null : speakerId(facts.speaker),
      collectionId: facts.collection === null ? null : collectionId(facts.collection),
      paragraphCount: paragraphs.filter((p) => p.kind === "speech").length,
    };
  }

  function speakerId(name: string): number {
    const id = write.speakerId.get(name) as number | undefined;
    return id ?? Number(write.insertSpeaker.run(slugs.forSpeaker(name), name).lastInsertRowid);
  }

  function collectionId(title: string): number {
    const id = write.collectionId.get(title) as number | undefined;
    if (id !== undefined) return id;
    return Number(write.insertCollection.run(slugs.forCollection(title), title).lastInsertRowid);
  }

  function writeRevision(id: number, number: number, content: AddressContent, note: ChangeNote) {
    const { source, rawHash, contentHash } = content;
    const facts = JSON.stringify(content.facts);
    if (write.hasRaw.get(rawHash) !== 1) {
      write.insertRaw.run(rawHash, deflateSync(content.raw, { level: TUNING.compression }));
    }
    write.putSource.run({ ...source, addressId: id, extra: JSON.stringify(source.extra) });
    write.insertRevision.run(
      id,
      number,
      note.at,
      note.by,
      note.reason,
      contentHash,
      facts,
      rawHash,
    );
  }

  /** Removes the rows that no placed paragraph kept, and leaves a tombstone for each. */
  function bury(
    before: ReadonlyMap<number, StoredParagraph>,
    paragraphs: readonly PlacedParagraph[],
    addressId: number,
    revision: number,
    reason: string,
  ) {
    const kept = new Map(paragraphs.map((p) => [p.id, p]));
    const vanished = [...before.values()].filter((old) => !kept.has(old.id));
    const silenced = [...before.values()].filter(
      (old) => old.kind === "speech" && kept.get(old.id)?.kind !== "speech",
    );
    index.removeParagraphs(silenced.map((old) => old.id));
    for (const old of vanished) {
      write.insertTombstone.run({ ...old, addressId, revision, reason });
      write.deleteParagraph.run(old.id);
    }
  }

  function writeParagraphs(
    addressId: number,
    revision: number,
    facts: AddressFacts,
    paragraphs: readonly PlacedParagraph[],
    isNewToIndex: (paragraph: PlacedParagraph) => boolean,
  ) {
    const toIndex: { id: number; text: string; words: string }[] = [];
    const toForget: number[] = [];
    paragraphs.forEach((paragraph, position) => {
      const row = { ...paragraph, addressId, position, revision };
      const id = paragraph.id ?? Number(write.insertParagraph.run(row).lastInsertRowid);
      if (paragraph.id !== null) {
        write.updateParagraph.run(row);
        write.deleteTopics.run(id);
        write.deleteMentions.run(id);
      }
      writeTags(id, paragraph);
      if (paragraph.kind === "speech" && isNewToIndex(paragraph)) {
        toIndex.push({ id, text: paragraph.text, words: paragraph.words });
        if (paragraph.id !== null) toForget.push(id);
      }
    });
    index.removeParagraphs(toForget);
    index.putAddress({ id: addressId, title: facts.title, lang: facts.lang }, toIndex);
  }

  function writeTags(id: number, paragraph: PlacedParagraph) {
    for (const { topic, origin = "inferred", confidence, spans } of paragraph.topics) {
      write.insertTopic.run(id, topic, origin, confidence, spanPairs(spans));
    }
    for (const { kind, value, start, end, rule, origin, confidence } of paragraph.mentions) {
      const by = origin ?? "inferred";
      write.insertMention.run(id, kind, value, start, end, rule, by, confidence);
    }
  }
}
