/** What commands share: their settings, an archive that is there, and how they read and tell things. */
import { InvalidArgumentError } from "commander";
import { type Config, loadEnvironment, readConfig } from "./config.ts";
import { type Archive, openExistingArchive } from "./context.ts";
import { readKey } from "./domain/paragraph-key.ts";

/** Reads environment and `.env`, when a command needs them. */
export function readSettings(): Config {
  return readConfig(loadEnvironment());
}

/** @param written a key, or the permalink that ends in it */
export function readKeyArgument(written: string): string {
  const key = readKey(written.split("/p/").at(-1) ?? "");
  if (key !== null) return key;
  throw new InvalidArgumentError("A key has eight characters, as in the permalink /p/{key}.");
}

/** "by Jane on 2022-09-28: The recording has it" @param at ISO 8601 instant */
export function describeNote({ by, at, reason }: { by: string; at: string; reason: string }) {
  return `by ${by} on ${at.slice(0, 10)}${reason === "" ? "" : `: ${reason}`}`;
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
