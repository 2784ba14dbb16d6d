/** Tags of paragraphs that are in the archive already: written without touching the words. */
import type { Database } from "better-sqlite3";
import type { SettledTags, TagDecision, TagKind } from "../domain/tag-decisions.ts";
import type { StoredMention } from "./records.ts";
import { spanPairs } from "./rows.ts";
import { createTagReader, type TaggedParagraph } from "./tag-reader.ts";
import { createWriteTransaction } from "./write-transaction.ts";

/** Tags that a paragraph is to have in place of those it has, as JSON of `SettledTags`. */
export type TagChange = { id: number; tags: string };

export type TagStore = ReturnType<typeof createTagStore>;

/** @param db opened for writing */
export function createTagStore(db: Database) {
  const sql = prepare(db);
  const reader = createTagReader(db);

  return {
    ...reader,
    version: () => sql.version.get() as number,
    transaction: createWriteTransaction(db),

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
        for (const { id, tags } of changes) sql.layBy.run(id, tags);
      }),
      /** With the tags that the paragraphs have now, by ascending id. */
      after: (id: number, limit: number) =>
        (sql.laidBy.all(id, limit) as TagChange[]).map((change) => ({
          before: { id: change.id, ...reader.tagsOf(change.id) },
          after: JSON.parse(change.tags) as SettledTags,
        })),
    },
  };
}

const placeOf = ({ kind, value, start }: StoredMention) => `${kind} ${value} ${start}`;

function prepare(db: Database) {
  db.exec(
    "CREATE TEMP TABLE IF NOT EXISTS tag_change (id INTEGER PRIMARY KEY, tags TEXT NOT NULL)",
  );
  return {
    version: db.prepare("SELECT version FROM archive").pluck(),
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
