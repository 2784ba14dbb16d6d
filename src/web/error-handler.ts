/** The end of every request that went wrong: the one error shape for programs, a page for people. */
import type { ErrorRequestHandler, Request, RequestHandler, Response } from "express";
import { escapeHtml } from "../cite/rich-text.ts";
import { SearchOverloadedError, SearchTimeoutError } from "../search/search-index.ts";
import { HttpError, notFound, wantsJson } from "./http-error.ts";

/** Seconds after which a client that was turned away may try again. */
const RETRY_AFTER = { overloaded: "2", timeout: "10" };

/** For what no route answers. */
export const unknownPath: RequestHandler = (request, _response, next) => {
  next(
    notFound(
      `There is no page at ${clip(request.path)}.`,
      "Start from the home page, or search for the words you remember.",
    ),
  );
};

/** Answers with an error; never with a stack trace. What was not foreseen is logged whole. */
export const errorHandler: ErrorRequestHandler = (thrown, request, response, next) => {
  if (response.headersSent) {
    next(thrown);
    return;
  }
  const error = toHttpError(thrown, String(request.id));
  // Too much at once is no fault of the program: the request's own line says it.
  if (error.status === 503) response.err = error;
  else if (error.status >= 500) request.log.error({ err: thrown }, error.message);
  response.removeHeader("ETag");
  response.status(error.status).set({ "Cache-Control": "no-store", ...error.headers });
  if (wantsJson(request)) response.json(error.body);
  else sendPage(error, request, response);
};

function sendPage(error: HttpError, request: Request, response: Response): void {
  const model = {
    status: error.status,
    code: error.code,
    title: error.message,
    message: error.message,
    hint: error.hint,
  };
  response.render("pages/error", model, (failure: Error | null, html?: string) => {
    if (failure) request.log.error({ err: failure }, "The error page could not be rendered.");
    response.type("html").send(failure ? plainPage(error) : html);
  });
}

/** What stands in when even the error page fails. */
function plainPage({ message, hint }: HttpError): string {
  const title = escapeHtml(message);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${escapeHtml(hint ?? "")}</p><p><a href="/">Home</a></p>`;
}

function toHttpError(thrown: unknown, requestId: string): HttpError {
  if (thrown instanceof HttpError) return thrown;
  if (thrown instanceof SearchOverloadedError) {
    return new HttpError(
      503,
      "overloaded",
      "More is being searched for than can be answered at once.",
      "Try again in a few seconds.",
      { "Retry-After": RETRY_AFTER.overloaded },
    );
  }
  if (thrown instanceof SearchTimeoutError) {
    return new HttpError(
      503,
      "search_timeout",
      "The search took too long and was given up.",
      "Use more words, or narrow it by date, speaker or collection.",
      { "Retry-After": RETRY_AFTER.timeout },
    );
  }
  const status = clientErrorStatus(thrown);
  if (status !== null) {
    return new HttpError(status, "bad_request", "This address cannot be read.", "Check the link.");
  }
  return new HttpError(
    500,
    "internal",
    "Something went wrong on our side.",
    `If it happens again, tell the archive's keeper the number ${requestId}.`,
  );
}

/** Express marks what is the client's fault (a broken %-escape in a path) with a status below 500. */
function clientErrorStatus(thrown: unknown): number | null {
  const status = (thrown as { status?: unknown } | null)?.status;
  return typeof status === "number" && status >= 400 && status < 500 ? status : null;
}

function clip(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 80)}…`;
}
