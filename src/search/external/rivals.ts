/** Tells an index that another writer keeps taking from one that was found otherwise once. */
import { SharedIndexError } from "./external-index.ts";

/** Builds of others that are put aside: what a backup or a crash leaves behind is one. */
const TOLERATED = 1;

export type Rivals = ReturnType<typeof createRivals>;

export function createRivals() {
  const known = new Set<string>();
  const foreign = new Set<string>();
  return {
    /** Builds of this archive's own file. */
    own(...builds: (string | null)[]): void {
      for (const build of builds) if (build !== null) known.add(build);
    },
    /** The operator wants it rebuilt all the same. */
    forget: () => foreign.clear(),
    /**
     * @param build found on the server under this archive's name
     * @throws SharedIndexError when it is one too many that this file knows nothing of
     */
    require(build: string | null): void {
      if (build === null || known.has(build)) return;
      foreign.add(build);
      if (foreign.size <= TOLERATED) return;
      throw new SharedIndexError(
        "Another program keeps rebuilding this index: a copy of this archive's file is in use with the same MEILI_INDEX. Give one of them a MEILI_INDEX of its own, then run `npm run verbatim -- reindex` here.",
      );
    },
  };
}
