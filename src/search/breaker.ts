/**
 * Keeps questions away from an engine that has just failed, and tries by itself whether it is back.
 */

/** Milliseconds between a failure and the first try, and between tries: back well within 30 s. */
const TRY_AFTER = 4_000;

export type Breaker = {
  /** Whether the engine may be asked. */
  readonly closed: boolean;
  /** What opened it, with its time; null while closed. */
  failure(): { error: Error; at: string } | null;
  /** Opens it. */
  fail(error: Error): void;
  /** Ends the tries. */
  stop(): void;
};

/**
 * @param attempt asks the engine something small; resolves when it is back
 * @param onChange called with the error when it opens, with null when it closes
 */
export function createBreaker(
  attempt: () => Promise<unknown>,
  onChange: (error: Error | null) => void,
  tryAfter: number = TRY_AFTER,
): Breaker {
  let opened: { error: Error; at: string } | null = null;
  let timer: NodeJS.Timeout | null = null;

  function plan(): void {
    timer = setTimeout(() => {
      attempt().then(close, () => opened && plan());
    }, tryAfter);
    timer.unref();
  }

  function close(): void {
    if (!opened) return;
    opened = null;
    timer = null;
    onChange(null);
  }

  return {
    get closed() {
      return opened === null;
    },
    failure: () => opened,
    fail(error) {
      if (opened) return;
      opened = { error, at: new Date().toISOString() };
      onChange(error);
      plan();
    },
    stop() {
      if (timer) clearTimeout(timer);
      opened = null;
    },
  };
}
