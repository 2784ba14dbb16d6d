/** The command line, as somebody types it. */
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

export const CLI = path.resolve(import.meta.dirname, "../../src/cli.ts");

/** @returns runs the program with these words over the archive in `file`; never rejects */
export function commandLine(file: string, settings: Record<string, string> = {}) {
  const env = { ...process.env, VERBATIM_DB: file, ...settings };
  return (...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
    promisify(execFile)(process.execPath, [CLI, ...words], { env }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
}
