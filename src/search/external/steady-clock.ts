/**
 * A clock that nobody sets: it goes on evenly where the time of day is put right, and is the same for
 * all processes of a machine. It begins anew when the machine does.
 */

const NANOSECONDS_IN_MS = 1_000_000n;

/** @returns milliseconds, whole ones, since the machine was started or thereabouts */
export function steadyNow(): number {
  return Number(process.hrtime.bigint() / NANOSECONDS_IN_MS);
}
