/** What a search server does wrong, beyond failing to be reached. */

/**
 * The answer is an error. `code` is the server's own, e.g. `index_not_found`; null where somebody else
 * answered, a proxy say.
 */
export class ServerRefusedError extends Error {
  override name = "ServerRefusedError";
  readonly status: number;
  readonly code: string | null;
  constructor(status: number, code: string | null, message: string) {
    super(`HTTP ${status} ${code ?? "by another program"}: ${message}`);
    this.status = status;
    this.code = code;
  }
}

/** Whether the server itself, and no proxy before it, refused with one of these statuses. */
export function isRefusal(error: unknown, ...statuses: number[]): error is ServerRefusedError {
  return (
    error instanceof ServerRefusedError && error.code !== null && statuses.includes(error.status)
  );
}

/** Whether the server said that a key is unknown to it, or may not do what it is used for. */
export function isKeyRefused(error: unknown): error is ServerRefusedError {
  return isRefusal(error, 401, 403);
}

/** What came back is not what such a server says. */
export class NonsenseError extends Error {
  override name = "NonsenseError";
}

/** The server took work on and failed at it. */
export class TaskFailedError extends Error {
  override name = "TaskFailedError";
}
