/** Faults of a search server, as operators are told them. */
import { SharedIndexError, UnusableServerError } from "./external-index.ts";
import { NonsenseError, ServerRefusedError, TaskFailedError } from "./server-errors.ts";

/** What only a mistake in a program throws; where it was made is told by its stack. */
const MISTAKES = [TypeError, RangeError, ReferenceError, SyntaxError];

/** Kinds of faults, each as it is published: neither hosts, keys nor anything the server says. */
const SENTENCES = {
  refused: "connections to the server are refused",
  name_not_found: "the server's name is not found",
  unreachable: "the server's network cannot be reached",
  timeout: "the server gives no answer in time",
  broken_off: "the server breaks connections off",
  tls: "no TLS connection with the server comes about",
  http_3xx: "the server sends requests elsewhere",
  http_4xx: "the server refuses requests",
  http_5xx: "the server says that it fails",
  nonsense: "what answers does not answer as Meilisearch does",
  disk_full: "the server's disk is full",
  task_failed: "the server fails at work it has taken on",
  unusable: "the server cannot be used as it is set up",
  archive: "the archive's file cannot be read or written",
  other: "something fails that has no name here",
} as const;

export type FaultKind = keyof typeof SENTENCES;
export const FAULT_KINDS = Object.keys(SENTENCES) as FaultKind[];

/** `status` of HTTP, where the server answered with one. */
export type Fault = { kind: FaultKind; status: number | null };

/** The server's own code, for requests and tasks alike. */
const DISK_FULL = "no_space_left_on_device";

/** Codes of Node, its HTTP parser, OpenSSL and SQLite. */
const CODES: readonly (readonly [RegExp, FaultKind])[] = [
  [/^ECONNREFUSED$/, "refused"],
  [/^(ENOTFOUND|EAI_[A-Z]+)$/, "name_not_found"],
  [/^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|EACCES|EPERM)$/, "unreachable"],
  // Requests are aborted for taking too long and for nothing else.
  [/^(ABORT_ERR|ETIMEDOUT|ESOCKETTIMEDOUT)$/, "timeout"],
  [/^(ECONNRESET|ECONNABORTED|EPIPE)$/, "broken_off"],
  [/^(EPROTO$|ERR_SSL_|ERR_TLS_|UNABLE_TO_)|CERT|^CRL_|^INVALID_(CA|PURPOSE)$/, "tls"],
  [/^(HOSTNAME_MISMATCH|PATH_LENGTH_EXCEEDED)$/, "tls"],
  [/^HPE_/, "nonsense"],
  [/^SQLITE_/, "archive"],
];

/** @returns the kind of the first error that has one, from the outermost to what lay behind it */
export function faultOf(error: unknown): Fault {
  return known(error) ?? { kind: "other", status: null };
}

function known(error: unknown): Fault | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof ServerRefusedError && error.code !== DISK_FULL) return refusal(error.status);
  const kind = kindOf(error);
  if (kind) return { kind, status: null };
  const inner: unknown[] = error instanceof AggregateError ? error.errors : [error.cause];
  for (const one of inner) {
    const fault = known(one);
    if (fault) return fault;
  }
  return null;
}

function refusal(status: number): Fault {
  const kind = `http_${Math.floor(status / 100)}xx`;
  return { kind: Object.hasOwn(SENTENCES, kind) ? (kind as FaultKind) : "nonsense", status };
}

function kindOf(error: Error): FaultKind | null {
  if (error instanceof NonsenseError) return "nonsense";
  if (error.message.includes(DISK_FULL)) return "disk_full";
  if (error instanceof TaskFailedError) return "task_failed";
  if (error instanceof UnusableServerError || error instanceof SharedIndexError) return "unusable";
  if (error.name === "TimeoutError") return "timeout";
  const code = String((error as { code?: unknown }).code ?? "");
  return CODES.find(([pattern]) => pattern.test(code))?.[1] ?? null;
}

/** The kind of a fault in words, fit to be published, e.g. "the server says that it fails (HTTP 503)". */
export function sayFault({ kind, status }: Fault): string {
  return status === null ? SENTENCES[kind] : `${SENTENCES[kind]} (HTTP ${status})`;
}

/** One line: what went wrong, and what lay behind it. Never empty. */
export function describeFault(error: Error): string {
  const { cause } = error;
  // A name with several addresses fails with one error for each of them, and no message of its own.
  const inner = error instanceof AggregateError ? error.errors : [cause];
  const causes = inner.filter((one) => one instanceof Error).map(describeFault);
  // The server's client names the whole request, which for documents has fifty keys behind its path.
  const message = error.message.replace(/(https?:[^\s?]*)\?\S*/g, "$1");
  const behind = causes.join(", ");
  if (message.endsWith(".") && behind !== "") return `${message} (${behind})`;
  return [message, behind].filter((part) => part !== "").join(": ") || error.name;
}

/** A fault with what is said of it in the log. */
export type ToldFault = { fault: Fault; message: string };

export function toldFault(error: Error): ToldFault {
  return { fault: faultOf(error), message: describeFault(error) };
}

/** Kinds that say all there is to be said, whichever request met with them. */
const TELLING: ReadonlySet<FaultKind> = new Set([
  ...(["refused", "name_not_found", "unreachable", "timeout", "broken_off"] as const),
  ...(["tls", "http_3xx", "http_5xx", "disk_full"] as const),
]);

/** Whether the log has nothing new to say: requests and numbers of tasks differ each time. */
export function isSameFault(one: ToldFault, other: ToldFault): boolean {
  const { kind, status } = one.fault;
  if (kind !== other.fault.kind || status !== other.fault.status) return false;
  const withoutNumbers = ({ message }: ToldFault) => message.replace(/\d+/g, "");
  return TELLING.has(kind) || withoutNumbers(one) === withoutNumbers(other);
}

/** What the log is given of it: its kind, the reason, and the whole error with its stack only where it is a mistake. */
export function faultDetails(error: Error): { fault: FaultKind; reason: string; err?: Error } {
  const details = { fault: faultOf(error).kind, reason: describeFault(error) };
  return MISTAKES.some((type) => error instanceof type) ? { ...details, err: error } : details;
}
