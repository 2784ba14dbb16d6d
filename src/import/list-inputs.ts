/** Which files an import reads, and in which order. */
import { lstatSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { ImportError } from "./import-error.ts";

const TEXT = new Set([".txt", ".text", ".md", ".markdown"]);
const LINES = new Set([".jsonl", ".ndjson"]);
const SIDECAR = [".yaml", ".yml"];
const KNOWN = ".txt, .text, .md, .markdown, .jsonl or .ndjson";

export type InputFile = {
  path: string;
  format: "text" | "jsonl";
  /** Bytes. */
  size: number;
  /** The YAML file beside it, or null. */
  sidecar: string | null;
};

export type Inputs = {
  files: InputFile[];
  /** What cannot be read, e.g. a name that does not exist. */
  failures: ImportError[];
  /** What was passed over, and why. */
  notices: string[];
};

/**
 * Finds the files. Those of a folder come sorted by name, folders within it included; hidden files
 * and sidecars are passed over in silence, other names with a notice.
 */
export function listInputs(paths: readonly string[]): Inputs {
  const inputs: Inputs = { files: [], failures: [], notices: [] };
  for (const given of paths) {
    try {
      const found = statSync(given);
      if (found.isDirectory()) addFolder(inputs, given);
      else if (!found.isFile()) inputs.failures.push(noFile(given));
      else if (!addFile(inputs, given)) inputs.failures.push(unknownName(given));
    } catch (error) {
      inputs.failures.push(unreadable(given, error as NodeJS.ErrnoException));
    }
  }
  return inputs;
}

function addFolder(inputs: Inputs, folder: string): void {
  const entries = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const names = new Set(entries.map((entry) => entry.name));
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    try {
      if (isMisread(file)) inputs.failures.push(misnamed(file));
      else if (entry.isDirectory()) addFolder(inputs, file);
      else if (!isSidecar(entry.name, names)) addEntry(inputs, file);
    } catch (error) {
      inputs.failures.push(unreadable(file, error as NodeJS.ErrnoException));
    }
  }
}

function addEntry(inputs: Inputs, file: string): void {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    inputs.notices.push(`${file}: passed over, because it is no file.`);
  } else if (!addFile(inputs, file)) {
    inputs.notices.push(`${file}: passed over, because its name does not end in ${KNOWN}.`);
  }
}

function isSidecar(name: string, names: ReadonlySet<string>): boolean {
  const { ext, name: stem } = path.parse(name);
  return SIDECAR.includes(ext) && [...TEXT, ...LINES].some((known) => names.has(stem + known));
}

function addFile(inputs: Inputs, file: string): boolean {
  const { dir, name, ext } = path.parse(file);
  const kind = ext.toLowerCase();
  if (!TEXT.has(kind) && !LINES.has(kind)) return false;
  const sidecar = SIDECAR.map((end) => path.join(dir, name + end)).find(
    (candidate) => statSync(candidate, { throwIfNoEntry: false }) !== undefined,
  );
  inputs.files.push({
    path: file,
    format: TEXT.has(kind) ? "text" : "jsonl",
    size: statSync(file).size,
    sidecar: sidecar ?? null,
  });
  return true;
}

function unknownName(file: string): ImportError {
  return new ImportError(
    `The ending ${JSON.stringify(path.extname(file))} is no known format.`,
    `Give a file that ends in ${KNOWN}, or a folder.`,
    file,
  );
}

/** A pipe or a device would be waited for, or read without end. */
function noFile(file: string): ImportError {
  return new ImportError("It is neither a file nor a folder.", "Give a file of its own.", file);
}

/** Whether a name has bytes that are not UTF-8: it reads with U+FFFD in it, and leads nowhere. */
function isMisread(file: string): boolean {
  return file.includes("\ufffd") && lstatSync(file, { throwIfNoEntry: false }) === undefined;
}

function misnamed(file: string): ImportError {
  return new ImportError(
    "Its name is not UTF-8, so it cannot be opened.",
    "Rename it, e.g. with convmv.",
    file,
  );
}

function unreadable(file: string, error: NodeJS.ErrnoException): ImportError {
  if (isMisread(file)) return misnamed(file);
  return error.code === "ENOENT"
    ? new ImportError("There is no such file.", "Check the name.", file)
    : new ImportError(
        `It cannot be read (${error.code}).`,
        "Check that this user may read it.",
        file,
      );
}
