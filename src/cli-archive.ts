/** What commands about single paragraphs share: how a key is read, and an archive that is there. */
import { InvalidArgumentError } from "commander";
import type { Config } from "./config.ts";
import { type Archive, openExistingArchive } from "./context.ts";
import { readKey } from "./domain/paragraph-key.ts";

/** @param written a key, or the permalink that ends in it */
export function readKeyArgument(written: string): string {
  const key = readKey(written.split("/p/").at(-1) ?? "");
  if (key !== null) return key;
  throw new InvalidArgumentError("A key has eight characters, as in the permalink /p/{key}.");
}

/** Opens the archive for the time of `work`; `taxonomyNamedBy` as for `openArchive`. */
export async function withArchive(
  config: Config,
  taxonomyNamedBy: string | undefined,
  work: (archive: Archive) => void | Promise<void>,
): Promise<void> {
  const archive = openExistingArchive(config, taxonomyNamedBy);
  try {
    await work(archive);
  } finally {
    archive.close();
  }
}
