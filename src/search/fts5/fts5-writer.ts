/** Keeps the FTS5 tables in step with the words, inside the transaction that writes them. */
import type { Database } from "better-sqlite3";
import type { InTransactionIndex } from "../../store/in-transaction-index.ts";
import { tokenize } from "../../text/tokens.ts";
import { createStemTerms, stemsRow, titleRow, wordsRow } from "./terms.ts";

/** @param db opened for writing, the one that writes the words */
export function createFts5Writer(db: Database): InTransactionIndex {
  const putWords = db.prepare("INSERT INTO search_words (rowid, words) VALUES (?, ?)");
  const putStems = db.prepare("INSERT INTO search_stems (rowid, stems) VALUES (?, ?)");
  const putTitle = db.prepare("INSERT OR REPLACE INTO search_titles (rowid, stems) VALUES (?, ?)");
  const stemTerms = createStemTerms();
  const removeWords = db.prepare("DELETE FROM search_words WHERE rowid = ?");
  const removeStems = db.prepare("DELETE FROM search_stems WHERE rowid = ?");
  return {
    putAddress({ id, title, lang }, paragraphs) {
      const stemTermOf = stemTerms(lang);
      putTitle.run(id, titleRow(tokenize(title), stemTermOf));
      for (const { id: paragraphId, words } of paragraphs) {
        putWords.run(paragraphId, wordsRow(words));
        putStems.run(paragraphId, stemsRow(words, stemTermOf));
      }
    },
    removeParagraphs(ids) {
      for (const id of ids) {
        removeWords.run(id);
        removeStems.run(id);
      }
    },
  };
}

/**
 * Merges what many transactions wrote into one piece, so that a word is looked up in one place
 * instead of a dozen; for the end of a large import. Some 25 ms for 1,000 paragraphs, in transactions
 * of its own; searches go on meanwhile and find the same.
 * @param db opened for writing, outside any transaction
 */
export function mergeFts5(db: Database): void {
  for (const table of ["search_words", "search_stems", "search_titles"]) {
    db.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`);
  }
}
