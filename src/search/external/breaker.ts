/**
 * Keeps questions away from an engine that has just failed, and tries by itself whether it is back.
 */

/** Milliseconds between a failure and the first try, and between tries: back well within 30 s. */
const TRY_AFTER = 4_000;

export type Breaker = {
  /** Whether the engine may be asked. */
  readonly closed: boolean;
  /** What the last try failed with; null while closed. */
  failure(): Error | null;
  /** Opens it. */
  fail(error: Error): void;
  /** Ends the tries. */
  stop(): void;
};

/**
 * @param attempt asks the engine something small; resolves when it answers, with what it was found to be
 * @param on `opened` is called with the error, `stillOpen` with that of a try that failed, and `closed` with
 *   what a try resolved with
 */
export function createBreaker<Found>(
  attempt: () => Promise<Found>,
  on: {
    opened(error: Error): void;
    stillOpen(error: Error, before: Error): void;
    closed(found: Found): void;
  },
  tryAfter: number = TRY_AFTER,
): Breaker {
  let opened: Error | null = null;
  let timer: NodeJS.Timeout | null = null;

  function plan(): void {
    timer = setTimeout(() => {
      attempt().then(close, keepOpen);
    }, tryAfter);
    timer.unref();
  }

  function keepOpen(error: Error): void {
    if (!opened) return;
    const before = opened;
    opened = error;
    on.stillOpen(error, before);
    plan();
  }

  function close(found: Found): void {
    if (!opened) return;
    opened = null;
    timer = null;
    on.closed(found);
  }

  return {
    get closed() {
      return opened === null;
    },
    failure: () => opened,
    fail(error) {
      if (opened) return;
      opened = error;
      on.opened(error);
      plan();
    },
    stop() {
      if (timer) clearTimeout(timer);
      opened = null;
    },
  };
}
