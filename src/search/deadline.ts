/** Work that may take only so long. */

/**
 * Gives work a signal that is aborted when its time is over. The timer ends with the work, where that
 * of `AbortSignal.timeout` goes on: each search of a second would leave one behind.
 * @param ms milliseconds
 */
export async function withDeadline<Result>(
  ms: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const over = new AbortController();
  const timer = setTimeout(() => {
    over.abort(new DOMException(`It took more than ${ms} ms.`, "TimeoutError"));
  }, ms);
  try {
    return await work(over.signal);
  } finally {
    clearTimeout(timer);
  }
}
