/**
 * What an index outside the archive's file has yet to be told, and what it was last known to hold.
 * Rows come in by triggers (migrations/0003-index-queue.sql); they leave here, once the index has
 * confirmed them.
 */
import type { Database } from "better-sqlite3";

/** An address whose documents are to be sent. Numbers only rise. */
export type QueuedAddress = { number: number; addressId: number };

/** Rows taken together, under the number that their documents and the index carry. */
export type Batch = { batch: number; rows: QueuedAddress[] };

/** An address that the index will not have, and why. */
export type RefusedAddress = { addressId: number; slug: string | null; reason: string };

export type IndexState = {
  /** Tells this archive from every other. */
  archive: string;
  /** Server and name of the index; null before there was one. */
  target: string | null;
  /** The build that is searched, and the one under way. */
  build: string | null;
  nextBuild: string | null;
  /** Number of the last batch that was taken, and of the last that the index has confirmed. */
  batch: number;
  confirmed: number;
  /** The index holds the archive but for what the queue names. */
  complete: boolean;
  /** Somebody asked for a rebuild, and none has been finished since. */
  rebuildWanted: boolean;
};

/** A wish for a rebuild: the process that asked, and when (ISO 8601). */
export type RebuildRequest = { asker: string; askedAt: string };

/** What a search compares the index with; null while the index may differ from the archive. */
export type ExpectedIndex = { archive: string; build: string; batch: number } | null;

export type IndexQueue = ReturnType<typeof createIndexQueue>;

type StateRow = Omit<IndexState, "complete" | "rebuildWanted"> & {
  complete: number;
  rebuildWanted: number;
};

/** Paragraphs that are shuffled as a whole, in about a millisecond. */
const SHUFFLED = 2_000;

/**
 * Whatever writes here throws at once where another program is writing to the file (`isLocked`): who works
 * in a thread that answers readers must not hold it up, and tries again later.
 * @param db opened for writing
 */
export function createIndexQueue(db: Database) {
  const sql = prepare(db);
  const write = createImpatience(db);

  const readState = (): IndexState => {
    const row = sql.state.get() as StateRow;
    return { ...row, complete: row.complete === 1, rebuildWanted: row.rebuildWanted === 1 };
  };

  return {
    state: readState,

    /** Cheap enough to be asked at every search: two reads of one row. */
    expected(): ExpectedIndex {
      if (sql.anyRow.get() !== undefined) return null;
      const { complete, archive, build, confirmed } = readState();
      return complete && build !== null ? { archive, build, batch: confirmed } : null;
    },

    /**
     * Takes the oldest rows for sending and gives the batch its number. What changes from now on is
     * queued anew, so documents must be read after this.
     * @param limit paragraphs, about: as many addresses as hold them, at least one
     * @param to with `build`, the index that is searched is not told, and so no longer trusted
     */
    take: write((limit: number, to: "live" | "build"): Batch => {
      const rows: QueuedAddress[] = [];
      let paragraphs = 0;
      for (const row of sql.waiting.all(limit) as (QueuedAddress & { paragraphs: number })[]) {
        if (rows.length > 0 && paragraphs + row.paragraphs > limit) break;
        rows.push({ number: row.number, addressId: row.addressId });
        paragraphs += row.paragraphs;
        sql.markSent.run(row.number);
      }
      if (rows.length > 0) sql.raiseBatch.run();
      if (rows.length > 0 && to === "build") sql.distrust.run();
      return { batch: readState().batch, rows };
    }),
    /** Notes the task that has the rows, so that what became of them can be asked after a crash. */
    keepTask: write((rows: readonly QueuedAddress[], task: number) => {
      for (const { number } of rows) sql.keepTask.run(task, number);
    }),
    /** The tasks that had rows when this process, or one before it, was last at work. */
    tasks: () => sql.tasks.all() as number[],
    /** The index has the rows of a batch. Those that changed meanwhile stay. */
    settle: write((rows: readonly QueuedAddress[], batch: number) => {
      for (const { number } of rows) sql.remove.run(number);
      sql.confirm.run(batch);
    }),
    /** They were not taken in: they wait again. */
    putBack: write((rows: readonly QueuedAddress[]) => {
      for (const { number } of rows) sql.unsend.run(number);
    }),
    /** All that is on its way waits again; for after a crash. */
    putAllBack: write(() => void sql.unsendAll.run()),
    /** Queues addresses that did not change. */
    enqueue: write((addressIds: readonly number[]) => {
      for (const id of addressIds) sql.enqueue.run({ id });
    }),
    /** Sets an address aside: the index will not have it, whatever is tried. */
    refuse: write((row: QueuedAddress, reason: string) => void sql.refuse.run(reason, row.number)),
    refused: () => sql.refused.all() as RefusedAddress[],
    /** The index has been told everything: no address waits, is on its way, or was set aside. */
    isEmpty: () => sql.anyRow.get() === undefined,
    /** How many addresses wait or are on their way, without those set aside. */
    length: () => sql.length.get() as number,

    /** Begins a build: everything will be read, so nothing is left to be told of before this. */
    beginBuild: write((target: string, nextBuild: string) => {
      sql.beginBuild.run({ target, nextBuild });
      sql.empty.run();
    }),
    /** The build is searched now, and holds everything up to a batch. Whoever asked for one has it. */
    finishBuild: write((build: string, batch: number) => {
      sql.finishBuild.run(build, batch);
      sql.fulfil.run();
    }),
    /**
     * Gives a build up, where the index that is searched has stayed right without it.
     * @returns false where it has not, or another build is under way
     */
    dropBuild: write((build: string): boolean => sql.dropBuild.run(build).changes === 1),
    /** The index may hold anything: nothing is answered from it until it is rebuilt. */
    distrust: write(() => void sql.distrust.run()),
    /** It is right again. */
    trust: write(() => void sql.trust.run()),
    /** Asked twice by one process, it is as if it had been asked at first. */
    askForRebuild: write((asker: string, askedAt: string) => void sql.ask.run(asker, askedAt)),
    /** What this process asked for is no longer wanted by it; a rebuild that has begun goes on. */
    takeBack: write((asker: string) => void sql.takeBack.run(asker)),
    /** Who waits for a rebuild, longest first. */
    requests: () => sql.requests.all() as RebuildRequest[],

    /** Ids of all addresses after `after`, ascending, at most `limit`. */
    addressIds: (after: number, limit: number) => sql.addressIds.all(after, limit) as number[],
    /**
     * How many documents the index must hold once the queue is empty: the sum that every search holds it
     * to as well. Told by the addresses: counting paragraphs reads the whole table, 27 to 79 ms of 90,000.
     */
    paragraphCount: () => sql.paragraphCount.get() as number,
    /**
     * Ids of paragraphs at random; fewer where there are fewer. Of many, each is the next after a number
     * at random, for shuffling them all would hold up the server: 60 ms for 90,000.
     */
    sampleParagraphs(count: number): number[] {
      const { first, last } = sql.ends.get() as { first: number; last: number };
      if (last - first < SHUFFLED) return sql.sample.all(count) as number[];
      const picked = Array.from({ length: count }, () => {
        const after = first - 1 + Math.floor(Math.random() * (last - first + 1));
        return sql.walk.get(after, 1) as number | undefined;
      });
      return [...new Set(picked)].filter((id) => id !== undefined);
    },
    /** Ids of paragraphs after `after`, ascending, at most `limit`. */
    paragraphsAfter: (after: number, limit: number) => sql.walk.all(after, limit) as number[],

    /**
     * Becomes or stays the one process that sends. A hold that ends later than one that was taken just
     * now was taken before the machine was started: whoever had it is gone.
     * @param now milliseconds of a clock that all processes of the machine share and nobody sets
     * @returns false while another process does
     */
    hold: write(
      (holder: string, now: number, forMs: number): boolean =>
        sql.hold.run({ holder, now, until: now + forMs }).changes === 1,
    ),
    /** Whether this is the process that took the hold last. */
    isHolder: (holder: string): boolean => sql.holder.get() === holder,
    release: write((holder: string) => void sql.release.run(holder)),
  };
}

/** Whether work failed only because another program was writing to the archive's file. */
export function isLocked(error: unknown): boolean {
  return String((error as { code?: unknown }).code).startsWith("SQLITE_BUSY");
}

/** Whether work failed because the disk of the archive's file is full. */
export function isFull(error: unknown): boolean {
  return (error as { code?: unknown }).code === "SQLITE_FULL";
}

/** @returns makes work a transaction that waits for no other writer, where the connection else would */
function createImpatience(db: Database) {
  const patience = db.pragma("busy_timeout", { simple: true }) as number;
  return <Given extends unknown[], Result>(work: (...given: Given) => Result) => {
    const inTransaction = db.transaction(work).immediate;
    return (...given: Given): Result => {
      db.pragma("busy_timeout = 0");
      try {
        return inTransaction(...given) as Result;
      } finally {
        db.pragma(`busy_timeout = ${patience}`);
      }
    };
  };
}

function prepare(db: Database) {
  return {
    state:
      db.prepare(`SELECT archive, target, build, next_build AS nextBuild, batch, confirmed, complete,
      EXISTS (SELECT 1 FROM rebuild_request) AS rebuildWanted FROM index_state`),
    anyRow: db.prepare("SELECT 1 FROM index_queue LIMIT 1"),
    waiting: db.prepare(`
      SELECT q.number, q.address_id AS addressId, coalesce(a.paragraph_count, 0) AS paragraphs
      FROM index_queue q LEFT JOIN address a ON a.id = q.address_id
      WHERE q.sent = 0 AND q.refused IS NULL ORDER BY q.number LIMIT ?`),
    markSent: db.prepare("UPDATE index_queue SET sent = 1, task = NULL WHERE number = ?"),
    // By steps at random, so that a copy of this file, written to by itself, comes to other numbers.
    raiseBatch: db.prepare("UPDATE index_state SET batch = batch + 1 + abs(random() % 100000)"),
    keepTask: db.prepare("UPDATE index_queue SET task = ? WHERE number = ? AND sent = 1"),
    remove: db.prepare("DELETE FROM index_queue WHERE number = ? AND sent = 1"),
    tasks: db.prepare("SELECT DISTINCT task FROM index_queue WHERE task IS NOT NULL").pluck(),
    confirm: db.prepare("UPDATE index_state SET confirmed = ?"),
    enqueue: db.prepare(`INSERT INTO index_queue (address_id) SELECT :id
      WHERE NOT EXISTS (SELECT 1 FROM index_queue WHERE address_id = :id)`),
    unsend: db.prepare("UPDATE index_queue SET sent = 0, task = NULL WHERE number = ?"),
    unsendAll: db.prepare("UPDATE index_queue SET sent = 0, task = NULL WHERE sent = 1"),
    refuse: db.prepare(
      "UPDATE index_queue SET sent = 0, task = NULL, refused = ? WHERE number = ? AND sent = 1",
    ),
    refused: db.prepare(`
      SELECT q.address_id AS addressId, a.slug, q.refused AS reason
      FROM index_queue q LEFT JOIN address a ON a.id = q.address_id
      WHERE q.refused IS NOT NULL ORDER BY q.number`),
    length: db.prepare("SELECT count(*) FROM index_queue WHERE refused IS NULL").pluck(),
    empty: db.prepare("DELETE FROM index_queue"),
    // An index that was behind when the build began is not asked again before the swap.
    beginBuild: db.prepare(`
      UPDATE index_state SET next_build = :nextBuild,
        complete = complete AND target IS :target AND NOT EXISTS (SELECT 1 FROM index_queue),
        target = :target`),
    finishBuild: db.prepare(
      "UPDATE index_state SET build = ?, confirmed = ?, next_build = NULL, complete = 1",
    ),
    distrust: db.prepare("UPDATE index_state SET complete = 0"),
    trust: db.prepare("UPDATE index_state SET complete = 1"),
    dropBuild: db.prepare(
      "UPDATE index_state SET next_build = NULL WHERE next_build = ? AND complete = 1",
    ),
    ask: db.prepare("INSERT OR IGNORE INTO rebuild_request (asker, asked_at) VALUES (?, ?)"),
    takeBack: db.prepare("DELETE FROM rebuild_request WHERE asker = ?"),
    fulfil: db.prepare("DELETE FROM rebuild_request"),
    requests: db.prepare(
      "SELECT asker, asked_at AS askedAt FROM rebuild_request ORDER BY asked_at, asker",
    ),
    addressIds: db.prepare("SELECT id FROM address WHERE id > ? ORDER BY id LIMIT ?").pluck(),
    paragraphCount: db.prepare("SELECT coalesce(sum(paragraph_count), 0) FROM address").pluck(),
    ends: db.prepare(`SELECT coalesce((SELECT min(id) FROM paragraph), 0) AS first,
      coalesce((SELECT max(id) FROM paragraph), 0) AS last`),
    sample: db
      .prepare("SELECT id FROM paragraph WHERE kind = 'speech' ORDER BY random() LIMIT ?")
      .pluck(),
    walk: db
      .prepare("SELECT id FROM paragraph WHERE id > ? AND kind = 'speech' ORDER BY id LIMIT ?")
      .pluck(),
    hold: db.prepare(`
      UPDATE index_state SET holder = :holder, held_until = :until
      WHERE holder IS NULL OR holder = :holder OR held_until NOT BETWEEN :now AND :until`),
    holder: db.prepare("SELECT holder FROM index_state").pluck(),
    release: db.prepare("UPDATE index_state SET holder = NULL, held_until = 0 WHERE holder = ?"),
  };
}
