/** The writer's SQL, prepared once. */
import type { Database } from "better-sqlite3";

/** Decisions about the paragraphs whose keys stand in a JSON array. */
export const SELECT_DECISIONS = `
  SELECT key, kind, value, verdict, decided_by AS by, decided_at AS at, reason
  FROM tag_decision WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key, kind, value`;

const PARAGRAPH =
  "id, key, number, kind, text, turn_speaker AS turnSpeaker, break_before AS breakBefore";

export function prepareWrites(db: Database) {
  return {
    findAddress: db.prepare(`
      SELECT id, slug, title, date, lang, revision, content_hash AS contentHash,
        text_hash AS textHash, lead_length AS leadLength, splitter_version AS splitterVersion,
        breaks_from AS breaksFrom,
        (SELECT json_extract(extra, '$.title_copied_from') FROM source WHERE address_id = id)
          AS titleFrom
      FROM address WHERE identity = ?`),
    slugOfSameText: db
      .prepare("SELECT slug FROM address WHERE text_hash = ? AND identity <> ? ORDER BY id")
      .pluck(),
    // Told by their dates first, which have an index.
    possibleCopies: db.prepare(`
      SELECT a.id, a.slug, a.title,
        EXISTS (SELECT 1 FROM source
          WHERE address_id = a.id AND json_extract(extra, '$.title_origin') IS NOT NULL)
          AS isTitleMended,
        ifnull((SELECT sum(p.break_before = 'source') > sum(p.break_before <> 'source')
          FROM paragraph p WHERE p.address_id = a.id AND p.position > 0), 0) AS isParted
      FROM address a JOIN speaker s ON s.id = a.speaker_id
      WHERE a.date_first = :dateFirst AND a.date = :date AND a.lang = :lang AND s.name = :speaker
        AND a.identity <> :identity
      ORDER BY abs(a.word_count - :wordCount), a.id LIMIT :most`),
    paragraphsOf: db.prepare(
      `SELECT ${PARAGRAPH} FROM paragraph WHERE address_id = ? ORDER BY position`,
    ),
    tombstonesOf: db.prepare(
      "SELECT key, text FROM tombstone WHERE address_id = ? ORDER BY revision, number, key",
    ),
    isKeyTaken: db
      .prepare(
        `SELECT EXISTS (SELECT 1 FROM paragraph WHERE key = :key)
          OR EXISTS (SELECT 1 FROM tombstone WHERE key = :key)
          OR EXISTS (SELECT 1 FROM former_paragraph WHERE key = :key)`,
      )
      .pluck(),

    decisions: db.prepare(SELECT_DECISIONS),

    decidedVoices: db
      .prepare("SELECT key FROM voice_decision WHERE key IN (SELECT value FROM json_each(?))")
      .pluck(),

    speakerId: db.prepare("SELECT id FROM speaker WHERE name = ?").pluck(),
    insertSpeaker: db.prepare("INSERT INTO speaker (slug, name) VALUES (?, ?)"),
    collectionId: db.prepare("SELECT id FROM collection WHERE title = ?").pluck(),
    insertCollection: db.prepare("INSERT INTO collection (slug, title) VALUES (?, ?)"),

    insertAddress: db.prepare(`
      INSERT INTO address (identity, slug, title, date, date_first, date_last, lang, speaker_id,
        speaker_office, speaker_country, occasion, place, collection_id, completeness_note,
        word_count, paragraph_count, revision, content_hash, text_hash, lead_length,
        splitter_version, breaks_from)
      VALUES (:identity, :slug, :title, :date, :dateFirst, :dateLast, :lang, :speakerId,
        :speakerOffice, :speakerCountry, :occasion, :place, :collectionId, :completenessNote,
        :wordCount, :paragraphCount, :revision, :contentHash, :textHash, :leadLength,
        :splitterVersion, :breaksFrom)`),
    updateAddress: db.prepare(`
      UPDATE address SET identity = :identity, slug = :slug, title = :title, date = :date,
        date_first = :dateFirst, date_last = :dateLast, lang = :lang, speaker_id = :speakerId,
        speaker_office = :speakerOffice, speaker_country = :speakerCountry, occasion = :occasion,
        place = :place, collection_id = :collectionId, completeness_note = :completenessNote,
        word_count = :wordCount, paragraph_count = :paragraphCount, revision = :revision,
        content_hash = :contentHash, text_hash = :textHash, lead_length = :leadLength,
        splitter_version = :splitterVersion, breaks_from = :breaksFrom
      WHERE id = :id`),
    updateLead: db.prepare(`
      UPDATE address SET lead_length = :leadLength, content_hash = :contentHash
      WHERE id = :addressId`),
    insertFormerSlug: db.prepare("INSERT INTO former_slug (slug, address_id) VALUES (?, ?)"),
    deleteFormerSlug: db.prepare("DELETE FROM former_slug WHERE slug = ?"),

    hasRaw: db.prepare("SELECT 1 FROM raw_input WHERE hash = ?").pluck(),
    insertRaw: db.prepare("INSERT INTO raw_input (hash, content) VALUES (?, ?)"),
    putSource: db.prepare(`
      INSERT OR REPLACE INTO source (address_id, publisher, url, archived_url, retrieved_on,
        native_id, licence, extra)
      VALUES (:addressId, :publisher, :url, :archivedUrl, :retrievedOn, :nativeId, :licence, :extra)`),
    insertRevision: db.prepare(`
      INSERT INTO revision (address_id, number, created_at, created_by, reason, content_hash,
        facts, raw_hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`),

    copyToFormer: db.prepare(`
      INSERT INTO former_paragraph (key, address_id, revision, position, number, kind, text,
        turn_speaker, break_before)
      SELECT p.key, p.address_id, a.revision, p.position, p.number, p.kind, p.text, p.turn_speaker,
        p.break_before
      FROM paragraph p JOIN address a ON a.id = p.address_id WHERE a.id = ?`),
    insertTombstone: db.prepare(`
      INSERT INTO tombstone (key, address_id, revision, number, kind, text, turn_speaker, reason)
      VALUES (:key, :addressId, :revision, :number, :kind, :text, :turnSpeaker, :reason)`),
    deleteTombstone: db.prepare("DELETE FROM tombstone WHERE key = ?"),
    deleteParagraph: db.prepare("DELETE FROM paragraph WHERE id = ?"),
    // Out of the way of the positions to come, which are unique within an address.
    parkPositions: db.prepare("UPDATE paragraph SET position = -1 - position WHERE address_id = ?"),
    updateParagraph: db.prepare(`
      UPDATE paragraph SET position = :position, number = :number, kind = :kind, text = :text,
        turn_speaker = :turnSpeaker, break_before = :breakBefore
      WHERE id = :id`),
    insertParagraph: db.prepare(`
      INSERT INTO paragraph (key, address_id, position, number, kind, text, turn_speaker,
        break_before, since_revision)
      VALUES (:key, :addressId, :position, :number, :kind, :text, :turnSpeaker, :breakBefore,
        :revision)`),

    deleteTopics: db.prepare("DELETE FROM paragraph_topic WHERE paragraph_id = ?"),
    deleteMentions: db.prepare("DELETE FROM mention WHERE paragraph_id = ?"),
    insertTopic: db.prepare(`
      INSERT INTO paragraph_topic (paragraph_id, topic, origin, confidence, spans)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`),
    insertMention: db.prepare(`
      INSERT INTO mention (paragraph_id, kind, value, span_start, span_end, rule, origin,
        confidence)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`),
  };
}
