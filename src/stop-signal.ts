/** Ctrl-C and SIGTERM as a wish to stop in good order. */

/** Exit code of a command that was stopped from outside: 128 and the number of SIGINT. */
export const INTERRUPTED = 130;

/** npm passes on to a command what the terminal has sent it already: signals so close together are one. */
const SAME_SIGNAL_MS = 500;

/** @returns aborted at the first signal; a second one ends the process at once */
export function stopOnSignal(): AbortSignal {
  const stop = new AbortController();
  let first = 0;
  const onSignal = (signal: NodeJS.Signals) => {
    if (!stop.signal.aborted) {
      first = performance.now();
      stop.abort();
    } else if (performance.now() - first > SAME_SIGNAL_MS) {
      for (const name of ["SIGINT", "SIGTERM"]) process.removeListener(name, onSignal);
      process.kill(process.pid, signal);
    }
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return stop.signal;
}
