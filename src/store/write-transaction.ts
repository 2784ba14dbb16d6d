/** Every change to an archive in one piece, known by the archive's version. */
import type { Database } from "better-sqlite3";

/**
 * @param db opened for writing
 * @returns runs work with the write lock held and raises the archive's version with it; whatever the
 *   work throws undoes all of it
 */
export function createWriteTransaction(db: Database): <T>(work: () => T) => T {
  const raiseVersion = db.prepare("UPDATE archive SET version = version + 1");
  const begin = db.transaction((work: () => unknown) => {
    const result = work();
    raiseVersion.run();
    return result;
  });
  return <T>(work: () => T): T => begin.immediate(work) as T;
}
