/** The folder of real addresses and human-marked data that may stand beside the project. */
import { existsSync } from "node:fs";
import path from "node:path";
import { describe } from "vitest";

const SHARED = path.resolve(import.meta.dirname, "../../../shared");

/** Path of a file in the shared folder. */
export function sharedPath(...parts: string[]): string {
  return path.join(SHARED, ...parts);
}

/** A suite that needs a file of the shared folder; where it is absent, it is skipped and says why. */
export function describeShared(name: string, needed: string, suite: () => void): void {
  const present = existsSync(sharedPath(needed));
  if (!present) console.warn(`SKIPPED: ${name}: ../shared/${needed} is not there`);
  describe.skipIf(!present)(present ? name : `${name} (../shared/${needed} is not there)`, suite);
}
