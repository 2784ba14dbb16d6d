import { chmodSync, existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { ArchiveFileError, openDatabase } from "../../src/store/database.ts";
import { MigrationError, migrate, readMigrations } from "../../src/store/migrate.ts";
import { writeFolder } from "../support/import.ts";

/** Root may write everything: it steps down for as long as `work` takes. */
function asOrdinaryUser(work: () => void): void {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(NOBODY);
  try {
    work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

const NOBODY = 65534;

describe("opening the archive's file", () => {
  it("makes the folder and the file, and brings it to the newest version", () => {
    const file = path.join(writeFolder({}), "a", "b", "archive.db");
    openDatabase(file).close();
    const db = openDatabase(file);
    expect(db.pragma("user_version", { simple: true })).toBe(readMigrations().length);
    expect(db.pragma("journal_mode", { simple: true })).toBe("wal");
    expect(db.pragma("foreign_keys", { simple: true })).toBe(1);
    db.close();
  });

  it("read-only makes nothing, changes nothing, and says when there is nothing", () => {
    const file = path.join(writeFolder({}), "archive.db");
    expect(() => openDatabase(file, { readonly: true })).toThrow(ArchiveFileError);
    expect(existsSync(file)).toBe(false);
    openDatabase(file).close();
    const db = openDatabase(file, { readonly: true });
    expect(() => db.exec("UPDATE archive SET version = 9")).toThrow(/readonly/);
    db.close();
  });

  it("refuses a file that is no database, and leaves it as it is", () => {
    const folder = writeFolder({
      "notes.txt": "These are my notes, and not a database at all.\n".repeat(50),
    });
    expect(() => openDatabase(path.join(folder, "notes.txt"))).toThrow(
      /notes\.txt.*not a SQLite database.*VERBATIM_DB/,
    );
  });

  it("refuses somebody else's database", () => {
    const file = path.join(writeFolder({}), "other.db");
    new Database(file).exec("CREATE TABLE songs (title TEXT)").close();
    expect(() => openDatabase(file)).toThrow(/not a verbatim archive/);
  });

  it("refuses a file of an earlier form of its version, naming what is missing and what to do", () => {
    const file = path.join(writeFolder({}), "archive.db");
    const db = openDatabase(file);
    db.exec("ALTER TABLE address DROP COLUMN breaks_from");
    db.close();
    expect(() => openDatabase(file)).toThrow(
      /archive\.db" cannot be used.*address\.breaks_from is missing.*VERBATIM_DB.*import the sources again/,
    );
  });

  it("refuses a file whose triggers do something else than this program's", () => {
    const file = path.join(writeFolder({}), "archive.db");
    const db = openDatabase(file);
    db.exec("DROP TRIGGER index_queue_paragraph_update");
    db.close();
    expect(() => openDatabase(file)).toThrow(/trigger index_queue_paragraph_update is missing/);
  });

  it("refuses a database of a newer version and says which is which", () => {
    const file = path.join(writeFolder({}), "archive.db");
    const db = openDatabase(file);
    db.pragma("user_version = 900");
    db.close();
    expect(() => openDatabase(file)).toThrow(/version 900.*knows up to \d+.*newer verbatim/);
    expect(() => openDatabase(file, { readonly: true })).toThrow(/version 900/);
  });

  it("refuses an older database read-only and says how to bring it up to date", () => {
    const file = path.join(writeFolder({}), "archive.db");
    const db = openDatabase(file);
    db.pragma("user_version = 0");
    db.close();
    expect(() => openDatabase(file, { readonly: true })).toThrow(/npm start/);
  });

  it("names a folder where a file should be", () => {
    expect(() => openDatabase(writeFolder({}))).toThrow(/cannot be opened.*is a file/);
  });

  it("waits for no other writer where there is nothing to bring up to date, and names it where there is", () => {
    const folder = writeFolder({});
    const current = openDatabase(path.join(folder, "current.db"));
    current.exec("BEGIN IMMEDIATE");
    openDatabase(path.join(folder, "current.db")).close();
    current.close();
    const older = openDatabase(path.join(folder, "older.db"));
    older.pragma("user_version = 0");
    older.exec("BEGIN IMMEDIATE");
    expect(() => openDatabase(path.join(folder, "older.db"))).toThrow(/locked by another program/);
    older.close();
  });

  it("says when its folder cannot be written to, and why that is needed", () => {
    const folder = writeFolder({});
    const file = path.join(folder, "archive.db");
    openDatabase(file).close();
    chmodSync(file, 0o666);
    chmodSync(folder, 0o555);
    asOrdinaryUser(() =>
      expect(() => openDatabase(file, { readonly: true })).toThrow(/its folder.*-wal and -shm/),
    );
  });

  it("says when the file cannot be written", () => {
    const folder = writeFolder({});
    const file = path.join(folder, "archive.db");
    openDatabase(file).close();
    chmodSync(folder, 0o755);
    chmodSync(file, 0o444);
    asOrdinaryUser(() => expect(() => openDatabase(file)).toThrow(/cannot be written/));
  });
});

describe("migrations", () => {
  it("keep the wish for a rebuild that an older file holds", () => {
    const db = new Database(":memory:");
    migrate(db, readMigrations().slice(0, 4));
    db.exec("UPDATE index_state SET rebuild_wanted = 1");
    migrate(db);
    expect(db.prepare("SELECT asker FROM rebuild_request").pluck().all()).toEqual(["before-0005"]);
  });

  it("are numbered without gaps", () => {
    const folder = writeFolder({ "0001-one.sql": "", "0003-three.sql": "" });
    expect(() => readMigrations(folder)).toThrow(/0003-three\.sql.*0002/);
    writeFileSync(path.join(folder, "0002-two.sql"), "");
    expect(readMigrations(folder).map((one) => one.number)).toEqual([1, 2, 3]);
  });

  it("run once each, and one that fails leaves no trace", () => {
    const db = new Database(":memory:");
    const one = { number: 1, name: "0001-one.sql", sql: "CREATE TABLE one (x)" };
    const bad = {
      number: 2,
      name: "0002-bad.sql",
      sql: "CREATE TABLE two (x); CREATE TABLE one (y)",
    };
    expect(migrate(db, [one])).toEqual(["0001-one.sql"]);
    expect(migrate(db, [one])).toEqual([]);
    expect(() => migrate(db, [one, bad])).toThrow(MigrationError);
    expect(db.prepare("SELECT name FROM sqlite_schema").pluck().all()).toEqual(["one"]);
    expect(db.pragma("user_version", { simple: true })).toBe(1);
  });
});
