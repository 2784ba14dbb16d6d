/**
 * Brings a database to the version of this program: numbered SQL files, each run once, in order,
 * in a transaction of its own. The version reached stands in `PRAGMA user_version`.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import BetterSqlite3, { type Database } from "better-sqlite3";

const MIGRATIONS = path.resolve(import.meta.dirname, "../../migrations");
const FILE_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;

/** One numbered step. */
export type Migration = { number: number; name: string; sql: string };

/** The database and the program do not fit together; the message says which is older and what to do. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

/**
 * Reads the numbered files of a folder.
 * @throws MigrationError when a number is missing or stands twice, or a file is named otherwise
 */
export function readMigrations(folder: string = MIGRATIONS): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name, index) => {
      const number = Number(FILE_NAME.exec(name)?.[1]);
      if (number !== index + 1) {
        const expected = String(index + 1).padStart(4, "0");
        throw new MigrationError(
          `Migration ${name} stands where ${expected}-….sql belongs: number the files from 0001 without gaps.`,
        );
      }
      return { number, name, sql: readFileSync(path.join(folder, name), "utf8") };
    });
}

/**
 * Runs what is not yet run.
 * @returns the names of the migrations that were run
 * @throws MigrationError when the database was written by a newer program, or a migration fails; then
 *   that migration has left no trace; what SQLite throws when another program holds the write lock
 */
export function migrate(
  db: Database,
  migrations: readonly Migration[] = readMigrations(),
): string[] {
  refuseNewer(db, migrations);
  const run: string[] = [];
  // What is up to date is opened without the write lock, also while another program holds it.
  for (const migration of migrations.slice(versionOf(db))) {
    const apply = db.transaction(() => {
      // Read inside the write lock: another process may have migrated in between.
      if (versionOf(db) >= migration.number) return false;
      db.exec(migration.sql);
      db.pragma(`user_version = ${migration.number}`);
      return true;
    });
    try {
      if (apply.immediate()) run.push(migration.name);
    } catch (error) {
      if ((error as { code?: unknown }).code === "SQLITE_BUSY") throw error;
      throw new MigrationError(`Migration ${migration.name} failed: ${(error as Error).message}`);
    }
  }
  return run;
}

/**
 * Checks, without writing, that a database is exactly as this program expects it.
 * @throws MigrationError when it is newer or older
 */
export function requireCurrent(
  db: Database,
  migrations: readonly Migration[] = readMigrations(),
): void {
  refuseNewer(db, migrations);
  if (versionOf(db) < migrations.length) {
    throw new MigrationError(
      `The database is of version ${versionOf(db)}, this program needs ${migrations.length}: open it once for writing (npm start), which brings it up to date.`,
    );
  }
}

/**
 * Checks that a file has all columns, indexes and triggers that this program's migrations make: before the
 * first release these were edited in place, and a file of that time has the right number and another shape.
 * @throws MigrationError naming the first that is missing or another
 */
export function requireShape(
  db: Database,
  migrations: readonly Migration[] = readMigrations(),
): void {
  const reference = new BetterSqlite3(":memory:");
  try {
    for (const { sql } of migrations) reference.exec(sql);
    const present = shapeOf(db);
    const other = [...shapeOf(reference)].find(([part, sql]) => present.get(part) !== sql);
    if (other === undefined) return;
    throw new MigrationError(
      `Its schema is an earlier form of version ${versionOf(db)}: ${other[0]} is missing or another. It cannot be brought up to date: move the file away, or set VERBATIM_DB to another, and import the sources again. What that loses stands in docs/operations.md under Upgrading.`,
    );
  } finally {
    reference.close();
  }
}

/** Every column, and every index and trigger with what it does, white space aside. */
function shapeOf(db: Database): Map<string, string> {
  const columns = db.prepare(`SELECT t.name || '.' || c.name
    FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'`);
  const rules = db.prepare(
    "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL",
  );
  return new Map([
    ...(columns.pluck().all() as string[]).map((column): [string, string] => [column, ""]),
    ...(rules.raw().all() as [string, string][]).map(([name, sql]): [string, string] => [
      name,
      sql.replace(/\s+/gu, " "),
    ]),
  ]);
}

function refuseNewer(db: Database, migrations: readonly Migration[]): void {
  const version = versionOf(db);
  if (version > migrations.length) {
    throw new MigrationError(
      `The database is of version ${version}, this program knows up to ${migrations.length}: it was written by a newer verbatim. Update the program.`,
    );
  }
}

function versionOf(db: Database): number {
  return db.pragma("user_version", { simple: true }) as number;
}
