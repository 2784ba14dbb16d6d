/** Long work in the server's own thread, a slice at a time: between two slices, readers are answered. */
import { setImmediate as nextTurn } from "node:timers/promises";

/** Milliseconds of a slice: a request of a reader waits for a few of them. */
const SLICE = 10;

export type Breather = () => Promise<void>;

/** @returns to be awaited between small pieces; lets others work whenever a slice is over */
export function createBreather(): Breather {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await nextTurn();
    since = performance.now();
  };
}
