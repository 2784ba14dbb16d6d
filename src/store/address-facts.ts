/** Facts of all addresses at hand, for counting by them without a query for each. */
import type { Database } from "better-sqlite3";

export type CountedFacts = {
  /** Days `yyyymmdd` that the date can mean. */
  first: number;
  last: number;
  year: string;
  lang: string;
  speaker: string | null;
  collection: string | null;
};

export type FactsTable = {
  version: number;
  byId: ReadonlyMap<number, CountedFacts>;
  /** Each once, in order of their codes. */
  languages: readonly string[];
  /** Paragraphs of the speakers' own words in the whole archive. */
  paragraphs: number;
};

/**
 * @param db an open archive; may be read-only
 * @returns reads the table, anew only when the archive has changed since
 */
export function createFactsTable(db: Database): () => FactsTable {
  const version = db.prepare("SELECT version FROM archive").pluck();
  const addresses = db.prepare(`
    SELECT a.id, a.date_first AS first, a.date_last AS last, a.date_first / 10000 AS year, a.lang,
      s.slug AS speaker, c.slug AS collection
    FROM address a LEFT JOIN speaker s ON s.id = a.speaker_id
      LEFT JOIN collection c ON c.id = a.collection_id`);
  const paragraphs = db.prepare("SELECT coalesce(sum(paragraph_count), 0) FROM address").pluck();
  let known: FactsTable | null = null;

  const read = db.transaction((): FactsTable => {
    const now = version.get() as number;
    if (known?.version === now) return known;
    const rows = addresses.all() as (CountedFacts & { id: number; year: number })[];
    known = {
      version: now,
      byId: new Map(rows.map(({ id, ...facts }) => [id, { ...facts, year: String(facts.year) }])),
      languages: [...new Set(rows.map(({ lang }) => lang))].sort(),
      paragraphs: paragraphs.get() as number,
    };
    return known;
  });
  return () => (known?.version === version.get() ? (known as FactsTable) : read());
}
