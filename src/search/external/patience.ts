/** Writing to an archive that other programs write to as well, without holding up this one's readers. */
import { setTimeout as sleep } from "node:timers/promises";
import { isLocked } from "../../store/index-queue.ts";
import { steadyNow } from "./steady-clock.ts";

/** Figures of waiting for another writer, in milliseconds, each with its reason. */
export const PATIENCE = {
  /** Between two tries: an import lets go of the file that often. */
  pause: 20,
  /** For all tries: no command of this program writes as long in one piece. */
  longest: 30_000,
  /** For what a process writes at its end: whoever comes after it finds out without, too. */
  farewell: 2_000,
} as const;

/**
 * @param work throws at once where another program is writing
 * @param options `proceed` throws when the work is no longer wanted; `longest` in milliseconds
 * @returns what the work does, at the first try that finds the file free
 * @throws what the work throws, in the end also that the file is locked
 */
export async function patiently<Result>(
  work: () => Result,
  options: { proceed?: () => void; longest?: number } = {},
): Promise<Result> {
  const { proceed, longest = PATIENCE.longest } = options;
  const until = steadyNow() + longest;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isLocked(error) || steadyNow() > until) throw error;
    }
    await sleep(PATIENCE.pause);
    proceed?.();
  }
}
