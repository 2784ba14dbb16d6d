/** A file of settings (`NAME=value` lines), of which some are set and the others left as they are. */
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";

/** The file cannot be written. The message says which and why. */
export class EnvFileError extends Error {
  override name = "EnvFileError";
}

export type EnvFile = {
  /** Puts the file in place, whole or not at all. */
  save(values: Record<string, string>): void;
  /** Leaves everything as it was; after `save`, does nothing. */
  discard(): void;
};

/**
 * Makes sure that the file can be written, before anything is done that is to stand in it.
 * Only this user may read it, whatever could before.
 * @throws EnvFileError
 */
export function openEnvFile(file: string): EnvFile {
  try {
    const place = existsSync(file) ? realpathSync(file) : file;
    // Byte for byte: other lines may be in any encoding.
    const before = existsSync(place) ? readFileSync(place, "latin1") : "";
    const draft = `${place}.${process.pid}.tmp`;
    closeSync(openSync(draft, "wx", 0o600));
    return {
      save(values) {
        writeFileSync(draft, withValues(before, values), "latin1");
        renameSync(draft, place);
      },
      discard: () => rmSync(draft, { force: true }),
    };
  } catch (error) {
    throw new EnvFileError(
      `${file} cannot be written: ${(error as Error).message.replace(/, \w+ '.*'$/, "")}`,
    );
  }
}

/** Each value stands where its name stood first, else at the end. */
function withValues(content: string, values: Record<string, string>): string {
  const left = new Map(Object.entries(values));
  const lines = content.split(/(?<=\n)/).flatMap((line) => {
    const [, name = "", end = ""] = /^\s*(?:export\s+)?(\w+)\s*=.*?(\r?\n|$)/s.exec(line) ?? [];
    if (!Object.hasOwn(values, name)) return [line];
    const value = left.get(name);
    left.delete(name);
    return value === undefined ? [] : [`${name}=${value}${end}`];
  });
  const kept = lines.join("");
  const added = [...left].map(([name, value]) => `${name}=${value}\n`).join("");
  return kept === "" || kept.endsWith("\n") || added === "" ? kept + added : `${kept}\n${added}`;
}
