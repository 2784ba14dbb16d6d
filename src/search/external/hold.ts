/** One process at a time sends: the hold that it keeps on the queue. */
import { type IndexQueue, isLocked } from "../../store/index-queue.ts";
import { steadyNow } from "./steady-clock.ts";

/** Of the time that a hold lasts: what is left when it is renewed, and how soon a renewal is tried again. */
const SHARES = { left: 2 / 3, again: 1 / 20 } as const;

/**
 * Writes to the archive's file only now and then.
 * @param holder name of this process
 * @param forMs milliseconds that a hold lasts
 */
export function createHold(queue: IndexQueue, holder: string, forMs: number) {
  let until = 0;
  return {
    /** @returns false while another process sends */
    keep(): boolean {
      const now = steadyNow();
      if (now < until - forMs * SHARES.left) return true;
      try {
        const held = queue.hold(holder, now, forMs);
        until = held ? now + forMs : 0;
        return held;
      } catch (error) {
        if (!isLocked(error)) throw error;
        // While a third program writes, nobody can take the hold over.
        const held = queue.isHolder(holder);
        until = held ? now + forMs * (SHARES.left + SHARES.again) : 0;
        return held;
      }
    },
    release(): void {
      until = 0;
      queue.release(holder);
    },
  };
}
