/** All reads of the archive. */
import { inflateSync } from "node:zlib";
import type { Database } from "better-sqlite3";
import type { AddressFacts, Source } from "../domain/address.ts";
import { daySpan, type PartialDate } from "../domain/partial-date.ts";
import type { TagDecision } from "../domain/tag-decisions.ts";
import type {
  AddressReader,
  ArchiveSummary,
  CollectionCount,
  FormerParagraph,
  NumberedKey,
  ParagraphRecord,
  Revision,
  Tombstone,
} from "./records.ts";
import {
  type AddressRow,
  type MentionRow,
  PARAGRAPH_COLUMNS,
  type ParagraphRow,
  SELECT_ADDRESS,
  type TopicRow,
  toParagraphs,
  withVoice,
} from "./rows.ts";
import { SELECT_VOICES, type VoiceRow } from "./voice-store.ts";
import { SELECT_DECISIONS } from "./write-statements.ts";

const GROUP_CONDITIONS = {
  collection: "c.slug = :value",
  speaker: "s.slug = :value",
  year: "a.date_first BETWEEN :value * 10000 AND :value * 10000 + 9999",
};
const NEWEST_FIRST = "ORDER BY a.date_first DESC, a.id DESC LIMIT :limit";

/**
 * Reads from an open archive; statements are prepared once, at the call.
 * @param db opened by `openDatabase`; may be read-only
 */
export function createAddressReader(db: Database): AddressReader {
  const statements = prepare(db);
  const paragraphsOf = createParagraphLoader(db);
  const addressById = (id: number) => statements.addressById.get(id) as AddressRow | undefined;
  const source = (addressId: number): Source => {
    const row = statements.source.get(addressId) as SourceRow | undefined;
    if (!row) throw unknownId(addressId);
    return { ...row, extra: JSON.parse(row.extra) as Record<string, unknown> };
  };
  /** A paragraph of an earlier revision with whose words they are by the facts of that revision. */
  const voiced = <T extends FormerRow>(row: T, addressId: number, revision: number) => {
    const voice = statements.voices.get(JSON.stringify([row.key])) as VoiceRow | undefined;
    if (!voice) return withVoice(row, undefined);
    const facts = statements.factsAt.get(addressId, revision) as string;
    const { speaker } = JSON.parse(facts) as AddressFacts;
    return withVoice(row, { ...voice, addressSpeaker: speaker });
  };
  const revisions = (addressId: number) => statements.revisions.all(addressId) as Revision[];

  return {
    source,
    revisions,
    version: () => statements.version.get() as number,
    summary: () => readSummary(statements),
    collectionCounts: () => statements.collectionCounts.all() as CollectionCount[],
    lookupSlug(slug) {
      const found = statements.addressBySlug.get(slug) as AddressRow | undefined;
      if (found) return { found };
      const movedTo = statements.slugAfter.get(slug) as string | undefined;
      return movedTo === undefined ? null : { movedTo };
    },
    wholeAddress(addressId) {
      const address = addressById(addressId);
      if (!address) throw unknownId(addressId);
      return {
        address,
        source: source(addressId),
        revisions: revisions(addressId),
        paragraphs: paragraphsOf.address(addressId),
      };
    },
    lookupKey(key) {
      const [paragraph] = paragraphsOf.key(key);
      if (paragraph) {
        const address = addressById(paragraph.addressId) as AddressRow;
        return { state: "present", paragraph, address };
      }
      const row = statements.tombstone.get(key) as TombstoneRow | undefined;
      if (!row) return null;
      const { addressId, ...buried } = row;
      const tombstone = voiced(buried, addressId, row.revision - 1);
      return { state: "tombstone", tombstone, address: addressById(addressId) as AddressRow };
    },
    addressAt(addressId, revision) {
      const address = addressById(addressId);
      const facts = statements.factsAt.get(addressId, revision) as string | undefined;
      if (!address || facts === undefined) throw unknownId(addressId);
      const then = JSON.parse(facts) as AddressFacts;
      const slugs = statements.slugsOf.get(then.speaker, then.collection) as SlugsRow;
      return { ...address, ...then, ...slugs, revision };
    },
    paragraphAt(key, revision) {
      const row = statements.paragraphAt.get({ key, revision }) as ParagraphAtRow | undefined;
      if (!row) return null;
      const { addressId, ...former } = row;
      return voiced(former, addressId, revision);
    },
    inPlaceOf: ({ key, revision }) =>
      (statements.inPlaceOf.get({ key, revision: revision - 1 }) as NumberedKey | undefined) ??
      null,
    neighbours: (addressId, position, radius) =>
      paragraphsOf.around(addressId, position - radius, position + radius),
    paragraphsByIds(ids) {
      const paragraphs = paragraphsOf.ids(ids);
      const wanted = JSON.stringify(paragraphs.map(({ addressId }) => addressId));
      const rows = statements.addressesByIds.all(wanted) as AddressRow[];
      const addresses = new Map(rows.map((address) => [address.id, address]));
      return paragraphs.map((paragraph) => ({
        paragraph,
        address: addresses.get(paragraph.addressId) as AddressRow,
      }));
    },
    addressesOfParagraphs: (ids) =>
      new Map(statements.addressesOfParagraphs.all(JSON.stringify(ids)) as [number, number][]),
    addresses(limit, after) {
      if (!after) return statements.newest.all({ limit }) as AddressRow[];
      const { first } = daySpan(after.date as PartialDate);
      return statements.newestAfter.all({ limit, first, id: after.id }) as AddressRow[];
    },
    addressesOf: (group, value, limit) =>
      statements.newestOf[group].all({
        value: group === "year" ? Number(value) : value,
        limit,
      }) as AddressRow[],
    speakerNames: () => new Map(statements.speakers.raw().all() as [string, string][]),
    collectionTitles: () => new Map(statements.collections.raw().all() as [string, string][]),
    heldTopics: () => statements.topics.all() as string[],
    rawInput(addressId, revision) {
      const content = statements.rawInput.get(addressId, revision) as Buffer | undefined;
      return content ? inflateSync(content) : null;
    },
  };
}

function prepare(db: Database) {
  const newestOf = (condition: string) =>
    db.prepare(`${SELECT_ADDRESS} WHERE ${condition} ${NEWEST_FIRST}`);
  return {
    version: db.prepare("SELECT version FROM archive").pluck(),
    totals: db.prepare(`
      SELECT count(*) AS addresses, coalesce(sum(paragraph_count), 0) AS paragraphs,
        coalesce(sum(word_count), 0) AS words, min(date_first) AS firstDay, max(date_last) AS lastDay,
        count(completeness_note) AS incompleteAddresses
      FROM address`),
    collectionCounts: db.prepare(`
      SELECT c.slug, c.title, count(*) AS addresses, sum(a.paragraph_count) AS paragraphs,
        sum(a.word_count) AS words
      FROM address a LEFT JOIN collection c ON c.id = a.collection_id
      GROUP BY c.id ORDER BY c.title IS NULL, c.title`),
    languages: db
      .prepare("SELECT lang FROM address GROUP BY lang ORDER BY count(*) DESC, lang")
      .pluck(),
    addressById: db.prepare(`${SELECT_ADDRESS} WHERE a.id = ?`),
    addressesByIds: db.prepare(`${SELECT_ADDRESS} WHERE a.id IN (SELECT value FROM json_each(?))`),
    addressesOfParagraphs: db
      .prepare(
        "SELECT id, address_id FROM paragraph WHERE kind = 'speech' AND id IN (SELECT value FROM json_each(?))",
      )
      .raw(),
    addressBySlug: db.prepare(`${SELECT_ADDRESS} WHERE a.slug = ?`),
    slugAfter: db
      .prepare(
        "SELECT a.slug FROM former_slug f JOIN address a ON a.id = f.address_id WHERE f.slug = ?",
      )
      .pluck(),
    source: db.prepare(`
      SELECT publisher, url, archived_url AS archivedUrl, retrieved_on AS retrievedOn,
        native_id AS nativeId, licence, extra
      FROM source WHERE address_id = ?`),
    revisions: db.prepare(`
      SELECT number, created_at AS createdAt, created_by AS createdBy, reason
      FROM revision WHERE address_id = ? ORDER BY number`),
    factsAt: db.prepare("SELECT facts FROM revision WHERE address_id = ? AND number = ?").pluck(),
    slugsOf: db.prepare(`
      SELECT (SELECT slug FROM speaker WHERE name = ?) AS speakerSlug,
        (SELECT slug FROM collection WHERE title = ?) AS collectionSlug`),
    tombstone: db.prepare(`
      SELECT key, address_id AS addressId, revision, number, kind, text,
        turn_speaker AS turnSpeaker, reason
      FROM tombstone WHERE key = ?`),
    paragraphAt: db.prepare(`
      SELECT key, address_id AS addressId, revision, number, kind, text,
        turn_speaker AS turnSpeaker
      FROM former_paragraph
      WHERE key = :key AND revision = :revision
      UNION ALL
      SELECT p.key, a.id, a.revision, p.number, p.kind, p.text, p.turn_speaker
      FROM paragraph p JOIN address a ON a.id = p.address_id
      WHERE p.key = :key AND a.revision = :revision`),
    // A block that is new since, with the same block before it and after it as the one that is gone had.
    inPlaceOf: db.prepare(`
      SELECT p.key, p.number
      FROM former_paragraph g
      JOIN paragraph p ON p.address_id = g.address_id AND p.number IS NOT NULL
      LEFT JOIN former_paragraph gb
        ON gb.address_id = g.address_id AND gb.revision = g.revision AND gb.position = g.position - 1
      LEFT JOIN former_paragraph ga
        ON ga.address_id = g.address_id AND ga.revision = g.revision AND ga.position = g.position + 1
      LEFT JOIN paragraph pb ON pb.address_id = p.address_id AND pb.position = p.position - 1
      LEFT JOIN paragraph pa ON pa.address_id = p.address_id AND pa.position = p.position + 1
      WHERE g.key = :key AND g.revision = :revision AND g.number IS NOT NULL
        AND pb.key IS gb.key AND pa.key IS ga.key AND coalesce(gb.key, ga.key) IS NOT NULL
        AND NOT EXISTS (
          SELECT 1 FROM former_paragraph f WHERE f.key = p.key AND f.revision = g.revision)`),
    newest: db.prepare(`${SELECT_ADDRESS} ${NEWEST_FIRST}`),
    newestAfter: newestOf("(a.date_first, a.id) < (:first, :id)"),
    newestOf: {
      collection: newestOf(GROUP_CONDITIONS.collection),
      speaker: newestOf(GROUP_CONDITIONS.speaker),
      year: newestOf(GROUP_CONDITIONS.year),
    },
    voices: db.prepare(SELECT_VOICES),
    speakers: db.prepare("SELECT slug, name FROM speaker ORDER BY name"),
    collections: db.prepare("SELECT slug, title FROM collection ORDER BY title"),
    topics: db.prepare("SELECT DISTINCT topic FROM paragraph_topic ORDER BY topic").pluck(),
    rawInput: db
      .prepare(
        `SELECT i.content FROM revision r JOIN raw_input i ON i.hash = r.raw_hash
        WHERE r.address_id = ? AND r.number = ?`,
      )
      .pluck(),
  };
}

/** Paragraphs by a condition, then all that is said of them: five statements, however many there are. */
function createParagraphLoader(db: Database) {
  const select = (rest: string) => db.prepare(`SELECT ${PARAGRAPH_COLUMNS} ${rest}`);
  const byKey = select("FROM paragraph p WHERE p.key = ?");
  const byPosition = select(
    "FROM paragraph p WHERE p.address_id = ? AND p.position BETWEEN ? AND ? ORDER BY p.position",
  );
  const byIds = select(
    "FROM json_each(?) ids CROSS JOIN paragraph p ON p.id = ids.value ORDER BY ids.key",
  );
  const topics = db.prepare(`
    SELECT paragraph_id AS paragraphId, topic, origin, confidence, spans FROM paragraph_topic
    WHERE paragraph_id IN (SELECT value FROM json_each(?)) ORDER BY confidence DESC, topic`);
  const mentions = db.prepare(`
    SELECT paragraph_id AS paragraphId, kind, value, span_start AS start, span_end AS end, rule,
      origin, confidence
    FROM mention
    WHERE paragraph_id IN (SELECT value FROM json_each(?)) ORDER BY span_start, value`);

  const decisions = db.prepare(SELECT_DECISIONS);
  const voices = db.prepare(SELECT_VOICES);

  const withTags = (rows: unknown[]): ParagraphRecord[] => {
    const paragraphs = rows as ParagraphRow[];
    const ids = JSON.stringify(paragraphs.map(({ id }) => id));
    const keys = JSON.stringify(paragraphs.map(({ key }) => key));
    return toParagraphs(
      paragraphs,
      topics.all(ids) as TopicRow[],
      mentions.all(ids) as MentionRow[],
      decisions.all(keys) as TagDecision[],
      voices.all(keys) as VoiceRow[],
    );
  };
  const around = (addressId: number, first: number, last: number) =>
    withTags(byPosition.all(addressId, first, last));
  return {
    key: (key: string) => withTags(byKey.all(key)),
    ids: (ids: readonly number[]) => withTags(byIds.all(JSON.stringify(ids))),
    around,
    address: (addressId: number) => around(addressId, 0, Number.MAX_SAFE_INTEGER),
  };
}

function readSummary(statements: ReturnType<typeof prepare>): ArchiveSummary {
  const totals = statements.totals.get() as Omit<ArchiveSummary, "languages">;
  return { ...totals, languages: statements.languages.all() as string[] };
}

/** As the labels alone have it. */
type FormerRow = Omit<FormerParagraph, "voice">;
type ParagraphAtRow = FormerRow & { addressId: number };
type TombstoneRow = Omit<Tombstone, "voice"> & { addressId: number };

type SlugsRow = Pick<AddressRow, "speakerSlug" | "collectionSlug">;

type SourceRow = Omit<Source, "extra"> & { extra: string };

function unknownId(addressId: number): RangeError {
  return new RangeError(`There is no address with the id ${addressId}.`);
}
