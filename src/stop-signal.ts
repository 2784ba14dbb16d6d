/** Ctrl-C, SIGTERM and a terminal that is closed (SIGHUP) as a wish to stop in good order. */

/** Exit codes of a command that was stopped from outside: 128 and the number of the signal. */
const EXIT_CODES: Partial<Record<NodeJS.Signals, number>> = {
  SIGHUP: 129,
  SIGINT: 130,
  SIGTERM: 143,
};

/** What stopped a command, as the reason of its `AbortSignal`. */
class StoppedError extends Error {
  override name = "AbortError";
  readonly signal: NodeJS.Signals;
  constructor(signal: NodeJS.Signals) {
    super(`Stopped by ${signal}`);
    this.signal = signal;
  }
}

/** npm passes on to a command what the terminal has sent it already: signals so close together are one. */
const SAME_SIGNAL_MS = 500;

/**
 * @returns aborted at the first signal; a second one ends the process at once, but for SIGHUP: nobody asks
 *   by it for haste, and shell and kernel may both send it
 */
export function stopOnSignal(): AbortSignal {
  const stop = new AbortController();
  let first = 0;
  const onSignal = (signal: NodeJS.Signals) => {
    if (!stop.signal.aborted) {
      first = performance.now();
      stop.abort(new StoppedError(signal));
    } else if (signal !== "SIGHUP" && performance.now() - first > SAME_SIGNAL_MS) {
      for (const name of ["SIGINT", "SIGTERM"]) process.removeListener(name, onSignal);
      process.kill(process.pid, signal);
    }
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, onSignal);
  process.once("SIGHUP", writeToNobody);
  return stop.signal;
}

/** A closed terminal refuses what is written to it; that must not end a command before it has stopped in order. */
function writeToNobody(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
}

/** The exit code that tells which signal has stopped a command. @param stop as `stopOnSignal` gave it, aborted */
export function exitCodeOf(stop: AbortSignal): number | undefined {
  return EXIT_CODES[(stop.reason as StoppedError).signal];
}
