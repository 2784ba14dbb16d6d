/** A thread that tags ranges of paragraphs anew, all in one state of the archive. Answers in order. */
import { parentPort, workerData } from "node:worker_threads";
import { openDatabase } from "../store/database.ts";
import { createTagReader, type IdRange } from "../store/tag-reader.ts";
import { createTaggers } from "../text/tag-words.ts";
import { parentsOf } from "../text/topics/taxonomy.ts";
import { retagRange } from "./retag-range.ts";
import type { RetagThreadData } from "./retag-threads.ts";

const { databaseFile, taxonomy } = workerData as RetagThreadData;
const db = openDatabase(databaseFile, { readonly: true });
const reader = createTagReader(db);
const tagging = { taggers: createTaggers(taxonomy), parentOf: parentsOf(taxonomy) };

/** A transaction that stays open: whatever others write, it goes on reading what it first read. */
function takeSnapshot() {
  if (db.inTransaction) db.exec("COMMIT");
  db.exec("BEGIN");
  return reader.snapshot();
}

parentPort?.on("message", (range: IdRange | null) => {
  parentPort?.postMessage(range === null ? takeSnapshot() : retagRange(reader, tagging, range));
});
