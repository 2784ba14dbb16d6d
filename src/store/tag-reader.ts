/** Paragraphs with their tags, as whoever tags them needs them; for any connection, also one that only reads. */
import type { Database } from "better-sqlite3";
import type { SettledTags, TagDecision } from "../domain/tag-decisions.ts";
import type { WordsContext } from "../text/tag-words.ts";
import { type MentionRow, type TopicRow, toTopic } from "./rows.ts";
import { SELECT_DECISIONS } from "./write-statements.ts";

/** A paragraph of the speaker's own words with its tags and what tagging it needs to know. */
export type TaggedParagraph = WordsContext &
  SettledTags & { id: number; key: string; text: string };

/** Paragraphs by their row ids, both included. */
export type IdRange = { first: number; last: number };

/** A state of the archive: its version, and the last row id of a paragraph. */
export type Snapshot = { version: number; lastId: number };

export type TagReader = ReturnType<typeof createTagReader>;

export function createTagReader(db: Database) {
  const sql = prepare(db);

  /** Joins rows of ascending ids with their tags. */
  function withTags(rows: readonly ParagraphRow[]): TaggedParagraph[] {
    const [first, last] = [rows[0]?.id ?? 0, rows.at(-1)?.id ?? -1];
    const byId = new Map(rows.map((row) => [row.id, { ...row, ...noTags() }]));
    for (const row of sql.topics.all(first, last) as TopicRow[]) {
      byId.get(row.paragraphId)?.topics.push(toTopic(row));
    }
    for (const row of sql.mentions.all(first, last) as MentionRow[]) {
      const { paragraphId, ...mention } = row;
      byId.get(paragraphId)?.mentions.push(mention);
    }
    return [...byId.values()];
  }

  return {
    snapshot: () => sql.snapshot.get() as Snapshot,
    /** Of the speaker's words only, by ascending id. */
    paragraphsIn: ({ first, last }: IdRange) =>
      withTags(sql.range.all(first, last) as ParagraphRow[]),
    /** Null where no paragraph has this key. @returns `kind` too: only `speech` carries tags */
    paragraph(key: string): (TaggedParagraph & { kind: string }) | null {
      const row = sql.byKey.get(key) as (ParagraphRow & { kind: string }) | undefined;
      return row ? { ...(withTags([row])[0] as TaggedParagraph), kind: row.kind } : null;
    },
    /** Where and why a paragraph was taken out; null where none of this key was. */
    tombstone: (key: string) =>
      (sql.tombstone.get(key) as { slug: string; revision: number; reason: string } | undefined) ??
      null,
    /** The tags of a paragraph alone; none where there is no such paragraph. */
    tagsOf: (id: number): SettledTags => ({
      topics: (sql.topics.all(id, id) as TopicRow[]).map(toTopic),
      mentions: (sql.mentions.all(id, id) as MentionRow[]).map(
        ({ paragraphId: _, ...mention }) => mention,
      ),
    }),
    decisionsOf: (keys: readonly string[]) =>
      sql.decisions.all(JSON.stringify(keys)) as TagDecision[],
  };
}

type ParagraphRow = WordsContext & { id: number; key: string; text: string };

const noTags = (): SettledTags => ({ topics: [], mentions: [] });

const COLUMNS = `SELECT p.id, p.key, p.text, p.kind, a.lang, a.date, a.speaker_country AS speakerCountry
  FROM paragraph p JOIN address a ON a.id = p.address_id`;

function prepare(db: Database) {
  return {
    snapshot: db.prepare(`SELECT version,
      ifnull((SELECT max(id) FROM paragraph), 0) AS lastId FROM archive`),
    range: db.prepare(`${COLUMNS} WHERE p.id BETWEEN ? AND ? AND p.kind = 'speech' ORDER BY p.id`),
    byKey: db.prepare(`${COLUMNS} WHERE p.key = ?`),
    tombstone: db.prepare(`SELECT a.slug, t.revision, t.reason
      FROM tombstone t JOIN address a ON a.id = t.address_id WHERE t.key = ?`),
    topics: db.prepare(`SELECT paragraph_id AS paragraphId, topic, origin, confidence, spans
      FROM paragraph_topic WHERE paragraph_id BETWEEN ? AND ?`),
    mentions: db.prepare(`SELECT paragraph_id AS paragraphId, kind, value, span_start AS start,
        span_end AS end, rule, origin, confidence
      FROM mention WHERE paragraph_id BETWEEN ? AND ?`),
    decisions: db.prepare(SELECT_DECISIONS),
  };
}
