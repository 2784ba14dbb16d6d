/** Tags of paragraphs that are in the archive already: read and written without touching the words. */
import type { Database } from "better-sqlite3";
import type { SettledTags, TagDecision, TagKind } from "../domain/tag-decisions.ts";
import type { WordsContext } from "../text/tag-words.ts";
import type { StoredMention } from "./records.ts";
import { type MentionRow, spanPairs, type TopicRow, toTopic } from "./rows.ts";
import { SELECT_DECISIONS } from "./write-statements.ts";

/** A paragraph of the speaker's own words with its tags and what tagging it needs to know. */
export type TaggedParagraph = WordsContext &
  SettledTags & { id: number; key: string; text: string };

/** Tags that a paragraph is to have in place of those it has. */
export type TagChange = { id: number; tags: SettledTags };

export type TagStore = ReturnType<typeof createTagStore>;

/** @param db opened for writing */
export function createTagStore(db: Database) {
  const sql = prepare(db);
  const version = () => sql.version.get() as number;
  const begin = db.transaction((work: () => unknown) => {
    const result = work();
    sql.raiseVersion.run();
    return result;
  });

  /** Joins rows of ascending ids with their tags. */
  function withTags(rows: readonly ParagraphRow[]): TaggedParagraph[] {
    const [first, last] = [rows[0]?.id ?? 0, rows.at(-1)?.id ?? -1];
    const byId = new Map(rows.map((row) => [row.id, { ...row, ...noTags() }]));
    for (const row of sql.topics.iterate(first, last) as Iterable<TopicRow>) {
      byId.get(row.paragraphId)?.topics.push(toTopic(row));
    }
    for (const row of sql.mentions.iterate(first, last) as Iterable<MentionRow>) {
      const { paragraphId, ...mention } = row;
      byId.get(paragraphId)?.mentions.push(mention);
    }
    return [...byId.values()];
  }

  return {
    version,
    /** Runs `work` with the write lock held and raises the archive's version with it. */
    transaction: <T>(work: () => T): T => begin.immediate(work) as T,
    /** How many paragraphs there are to tag. */
    count: () => sql.count.get() as number,
    /** By ascending id, those after `after`. */
    paragraphsAfter: (after: number, limit: number) =>
      withTags(sql.after.all(after, limit) as ParagraphRow[]),
    /** Null where no paragraph has this key. @returns `kind` too: only `speech` carries tags */
    paragraph(key: string): (TaggedParagraph & { kind: string }) | null {
      const row = sql.byKey.get(key) as (ParagraphRow & { kind: string }) | undefined;
      return row ? { ...(withTags([row])[0] as TaggedParagraph), kind: row.kind } : null;
    },

    decisionsOf: (keys: readonly string[]) =>
      sql.decisions.all(JSON.stringify(keys)) as TagDecision[],
    putDecision: (decision: TagDecision) => void sql.putDecision.run(decision),
    /** @returns false where there was none */
    deleteDecision: (key: string, kind: TagKind, value: string): boolean =>
      sql.deleteDecision.run(key, kind, value).changes === 1,

    /**
     * Writes what differs, and only that: an index outside the archive is told of every paragraph
     * whose tags change, and of no other. To be called inside `transaction`.
     */
    replaceTags(before: Pick<TaggedParagraph, "id"> & SettledTags, after: SettledTags) {
      const { id } = before;
      const topics = new Set(after.topics.map(({ topic }) => topic));
      for (const { topic } of before.topics) {
        if (!topics.has(topic)) sql.deleteTopic.run(id, topic);
      }
      for (const { topic, origin, confidence, spans } of after.topics) {
        sql.putTopic.run(id, topic, origin, confidence, spanPairs(spans));
      }
      const places = new Set(after.mentions.map(placeOf));
      for (const mention of before.mentions) {
        if (!places.has(placeOf(mention)))
          sql.deleteMention.run(id, mention.kind, mention.value, mention.start);
      }
      for (const { kind, value, start, end, rule, origin, confidence } of after.mentions) {
        sql.putMention.run(id, kind, value, start, end, rule, origin, confidence);
      }
    },

    /** Changes laid by until they are written: on disk, however many there are. */
    laidBy: {
      clear: () => void db.exec("DELETE FROM temp.tag_change"),
      add: db.transaction((changes: readonly TagChange[]) => {
        for (const { id, tags } of changes) sql.layBy.run(id, JSON.stringify(tags));
      }),
      /** With the tags that the paragraphs have now, by ascending id. */
      after: (id: number, limit: number) =>
        (sql.laidBy.all(id, limit) as { id: number; tags: string }[]).map((row) => ({
          before: tagsOf(row.id),
          after: JSON.parse(row.tags) as SettledTags,
        })),
    },
  };

  function tagsOf(id: number): { id: number } & SettledTags {
    const mentions = (sql.mentions.all(id, id) as MentionRow[]).map(
      ({ paragraphId: _, ...mention }) => mention,
    );
    return { id, topics: (sql.topics.all(id, id) as TopicRow[]).map(toTopic), mentions };
  }
}

type ParagraphRow = WordsContext & { id: number; key: string; text: string };

const noTags = (): SettledTags => ({ topics: [], mentions: [] });
const placeOf = ({ kind, value, start }: StoredMention) => `${kind} ${value} ${start}`;

const COLUMNS = `SELECT p.id, p.key, p.text, p.kind, a.lang, a.date, a.speaker_country AS speakerCountry
  FROM paragraph p JOIN address a ON a.id = p.address_id`;

function prepare(db: Database) {
  db.exec(
    "CREATE TEMP TABLE IF NOT EXISTS tag_change (id INTEGER PRIMARY KEY, tags TEXT NOT NULL)",
  );
  return {
    version: db.prepare("SELECT version FROM archive").pluck(),
    raiseVersion: db.prepare("UPDATE archive SET version = version + 1"),
    count: db.prepare("SELECT count(*) FROM paragraph WHERE kind = 'speech'").pluck(),
    after: db.prepare(`${COLUMNS} WHERE p.id > ? AND p.kind = 'speech' ORDER BY p.id LIMIT ?`),
    byKey: db.prepare(`${COLUMNS} WHERE p.key = ?`),
    topics: db.prepare(`SELECT paragraph_id AS paragraphId, topic, origin, confidence, spans
      FROM paragraph_topic WHERE paragraph_id BETWEEN ? AND ?`),
    mentions: db.prepare(`SELECT paragraph_id AS paragraphId, kind, value, span_start AS start,
        span_end AS end, rule, origin, confidence
      FROM mention WHERE paragraph_id BETWEEN ? AND ?`),
    decisions: db.prepare(SELECT_DECISIONS),
    putDecision: db.prepare(`INSERT OR REPLACE INTO tag_decision
        (key, kind, value, verdict, decided_by, decided_at, reason)
      VALUES (:key, :kind, :value, :verdict, :by, :at, :reason)`),
    deleteDecision: db.prepare("DELETE FROM tag_decision WHERE key = ? AND kind = ? AND value = ?"),
    deleteTopic: db.prepare("DELETE FROM paragraph_topic WHERE paragraph_id = ? AND topic = ?"),
    // An upsert, so that only a new topic fires the trigger that queues its address.
    putTopic:
      db.prepare(`INSERT INTO paragraph_topic (paragraph_id, topic, origin, confidence, spans)
      VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET origin = excluded.origin,
        confidence = excluded.confidence, spans = excluded.spans`),
    deleteMention: db.prepare(
      "DELETE FROM mention WHERE paragraph_id = ? AND kind = ? AND value = ? AND span_start = ?",
    ),
    putMention: db.prepare(`INSERT INTO mention
        (paragraph_id, kind, value, span_start, span_end, rule, origin, confidence)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET span_end = excluded.span_end,
        rule = excluded.rule, origin = excluded.origin, confidence = excluded.confidence`),
    layBy: db.prepare("INSERT OR REPLACE INTO temp.tag_change (id, tags) VALUES (?, ?)"),
    laidBy: db.prepare("SELECT id, tags FROM temp.tag_change WHERE id > ? ORDER BY id LIMIT ?"),
  };
}
