/** Faults of a search server, as operators are told them. */

/** What only a mistake in a program throws; where it was made is told by its stack. */
const MISTAKES = [TypeError, RangeError, ReferenceError, SyntaxError];

/** One line: what went wrong, and what lay behind it. Never empty. */
export function describeFault(error: Error): string {
  const { cause } = error;
  // A name with several addresses fails with one error for each of them, and no message of its own.
  const inner = error instanceof AggregateError ? error.errors : [cause];
  const causes = inner.filter((one) => one instanceof Error).map(describeFault);
  // The server's client names the whole request, which for documents has fifty keys behind its path.
  const message = error.message.replace(/(https?:[^\s?]*)\?\S*/g, "$1");
  const parts = [message, causes.join(", ")].filter((part) => part !== "");
  return parts.join(": ") || error.name;
}

/** What the log is given of it: the reason, and the whole error with its stack only where it is a mistake. */
export function faultDetails(error: Error): { reason: string; err?: Error } {
  const reason = describeFault(error);
  return MISTAKES.some((type) => error instanceof type) ? { reason, err: error } : { reason };
}
