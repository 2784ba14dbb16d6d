/**
 * The yardstick: the same paragraphs in a plain FTS5 table with SQLite's own porter stemmer, asked
 * the two questions that any results page with exact facets rests on, the best twenty by bm25 and
 * the row ids of all hits.
 */
import { rmSync } from "node:fs";
import BetterSqlite3 from "better-sqlite3";

export type RawFts5 = {
  /** Milliseconds for both statements, and how many paragraphs hold the words. */
  ask(words: readonly string[]): { ms: number; hits: number };
  /** Words of the archive nearest to having `frequency` × all paragraphs, rarest sample last. */
  wordsOfFrequency(frequency: number, count: number): string[];
  close(): void;
};

const TABLE = `CREATE VIRTUAL TABLE plain USING fts5 (text, content = '', tokenize = 'porter unicode61');
  CREATE VIRTUAL TABLE plain_words USING fts5vocab (plain, row);`;

/**
 * @param archiveFile an archive
 * @param file where to make the yardstick's own database, replaced if it is there
 */
export function buildRawFts5(archiveFile: string, file: string): RawFts5 {
  rmSync(file, { force: true });
  const db = new BetterSqlite3(file);
  db.pragma("journal_mode = WAL");
  db.exec(TABLE);
  db.prepare("ATTACH ? AS archive").run(archiveFile);
  const rows = db
    .prepare(
      "INSERT INTO plain (rowid, text) SELECT id, text FROM archive.paragraph WHERE kind = 'speech'",
    )
    .run().changes;
  const best = db.prepare("SELECT rowid FROM plain WHERE plain MATCH ? ORDER BY rank LIMIT 20");
  const all = db.prepare("SELECT rowid FROM plain WHERE plain MATCH ?").pluck();
  const near = db.prepare(
    `SELECT term FROM plain_words WHERE length(term) > 3 AND term NOT GLOB '*[^a-z]*'
     ORDER BY abs(doc - ?) LIMIT ?`,
  );
  return {
    ask(words) {
      const match = words.map((word) => `"${word}"`).join(" ");
      const start = performance.now();
      best.all(match);
      const hits = all.all(match).length;
      return { ms: performance.now() - start, hits };
    },
    wordsOfFrequency: (frequency, count) => near.pluck().all(frequency * rows, count) as string[],
    close: () => db.close(),
  };
}
