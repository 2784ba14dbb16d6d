/** An answer that is not what was asked for, in words that help. */
import type { Request } from "express";

/** The one error shape. */
export type ErrorBody = { error: { code: string; message: string; hint?: string } };

/** Thrown anywhere in a route; the error handler answers with it. */
export class HttpError extends Error {
  override name = "HttpError";
  readonly status: number;
  readonly code: string;
  readonly hint: string | null;
  readonly headers: Record<string, string>;

  /**
   * @param status 4xx or 5xx
   * @param code stable, snake_case, for programs
   * @param message a sentence for people: what is wrong with which value
   * @param hint a sentence: what to do instead
   */
  constructor(
    status: number,
    code: string,
    message: string,
    hint: string | null = null,
    headers: Record<string, string> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.hint = hint;
    this.headers = headers;
  }

  get body(): ErrorBody {
    const { code, message, hint } = this;
    return { error: { code, message, ...(hint !== null && { hint }) } };
  }
}

/** 404 for an address, a value or a page that the archive does not have. */
export function notFound(message: string, hint: string | null = null): HttpError {
  return new HttpError(404, "not_found", message, hint);
}

/** Whether the answer is for a program: under `/api`, a file, or a client that prefers JSON to HTML. */
export function wantsJson(request: Request): boolean {
  if (request.path.startsWith("/api/") || /\.[a-z]+$/u.test(request.path)) return true;
  return request.accepts(["html", "json"]) === "json";
}
