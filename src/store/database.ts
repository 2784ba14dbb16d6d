/** Opening the archive's file: with the settings it needs, or with an error that says what to do. */
import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import BetterSqlite3, { type Database } from "better-sqlite3";
import { MigrationError, migrate, requireCurrent, requireShape } from "./migrate.ts";

/** "Verb" in ASCII: marks the file as a verbatim archive, so that no other database is written to by mistake. */
const APPLICATION_ID = 0x56657262;

/** Settings of every connection, each with its reason. */
const PRAGMAS = [
  // An import that holds the write lock is waited for, up to this many milliseconds.
  "busy_timeout = 5000",
  // A paragraph without its address, or a tag without its paragraph, can never be stored.
  "foreign_keys = ON",
  // 16 MB of pages for each connection; what falls out of them the system still has in memory.
  "cache_size = -16384",
];
/** Settings of a connection that only reads. */
const READ_PRAGMAS = [
  // Searches walk long lists: the first 32 MB of pages are read where the system has them, without being copied.
  "mmap_size = 33554432",
];
/** Settings of a connection that writes. */
const WRITE_PRAGMAS = [
  // Readers never wait for a writer, and a killed writer leaves the last committed state.
  "journal_mode = WAL",
  // With WAL a loss of power can take the last commits but never the file; one fsync per address would halve the import rate.
  "synchronous = NORMAL",
  // After a large import the log is cut back to this many bytes.
  "journal_size_limit = 67108864",
];

/** The archive's file cannot be used. The message names the file and what to do. */
export class ArchiveFileError extends Error {
  override name = "ArchiveFileError";
}

/**
 * Opens the archive, making the folder and the file where they are missing, and brings it to this
 * program's version. Read-only, nothing is made or changed.
 * @param file path of the SQLite file, or `:memory:`
 * @throws ArchiveFileError when the file is missing (read-only), is not an archive, cannot be
 *   written, or is of another version
 */
export function openDatabase(file: string, options: { readonly?: boolean } = {}): Database {
  const readonly = options.readonly ?? false;
  let db: Database | undefined;
  try {
    if (!readonly && file !== ":memory:") mkdirSync(path.dirname(file), { recursive: true });
    db = new BetterSqlite3(file, { readonly, fileMustExist: readonly });
    for (const pragma of PRAGMAS) db.pragma(pragma);
    requireArchive(db);
    if (readonly) prepareForReading(db);
    else prepareForWriting(db);
    return db;
  } catch (error) {
    db?.close();
    throw new ArchiveFileError(describeProblem(file, error as Error & { code?: string }));
  }
}

/**
 * Runs work that takes its time as one transaction: all of it is kept, or nothing.
 * @param work may write through `db`; its own transactions become savepoints
 */
export async function inOneTransaction<T>(db: Database, work: () => Promise<T>): Promise<T> {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = await work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

function prepareForReading(db: Database): void {
  requireCurrent(db);
  for (const pragma of READ_PRAGMAS) db.pragma(pragma);
}

function prepareForWriting(db: Database): void {
  for (const pragma of WRITE_PRAGMAS) db.pragma(pragma);
  // Before the first table, so that an interrupted start leaves a file that is known again.
  if (db.pragma("application_id", { simple: true }) !== APPLICATION_ID) {
    db.pragma(`application_id = ${APPLICATION_ID}`);
  }
  const isNew = db.pragma("user_version", { simple: true }) === 0;
  migrate(db);
  if (!isNew) requireShape(db);
}

/** An empty file may become an archive; somebody else's database may not. */
function requireArchive(db: Database): void {
  const id = db.pragma("application_id", { simple: true });
  const tables = db.prepare("SELECT count(*) FROM sqlite_schema").pluck().get();
  if (id !== APPLICATION_ID && tables !== 0) {
    throw new MigrationError(
      "It is a SQLite database, but not a verbatim archive. Set VERBATIM_DB to another file.",
    );
  }
}

function describeProblem(file: string, error: Error & { code?: string }): string {
  const code = error.code ?? "";
  const name = `The archive file ${JSON.stringify(file)}`;
  if (error instanceof MigrationError) return `${name} cannot be used. ${error.message}`;
  if (code === "SQLITE_NOTADB") {
    return `${name} is not a SQLite database. Set VERBATIM_DB to another file, or move this one away.`;
  }
  if (code === "SQLITE_CORRUPT") {
    return `${name} is damaged (${error.message}). Restore it from a backup.`;
  }
  if (code === "SQLITE_BUSY") {
    return `${name} is locked by another program that is writing to it. Try again when it is done.`;
  }
  if (code.startsWith("SQLITE_READONLY") || code === "EACCES" || code === "EROFS") {
    return `${name} cannot be written (${error.message}). Give this user the right to write it and its folder: SQLite needs that for the -wal and -shm files beside it.`;
  }
  if (code.startsWith("SQLITE_CANTOPEN") && statSync(file, { throwIfNoEntry: false })?.isFile()) {
    return `${name} cannot be opened: its folder cannot be written to, and SQLite needs that for the -wal and -shm files beside it. Give this user the right to write to the folder.`;
  }
  return `${name} cannot be opened (${error.message}). Check that its folder exists and that it is a file.`;
}
