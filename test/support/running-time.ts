/** Time as the program has it: what it may take is not what a stalled machine takes from it. */
const TICK_MS = 10;

/** @returns with the result, the milliseconds in which this process was run, to about 10 */
export async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  let ms = 0;
  // Ticks that a stalled machine swallows are not made up for.
  const clock = setInterval(() => {
    ms += TICK_MS;
  }, TICK_MS);
  try {
    const result = await work();
    return { result, ms };
  } finally {
    clearInterval(clock);
  }
}
