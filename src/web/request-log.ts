/** One log line a request. What people searched for stays out of it unless the archive's keeper wants it. */
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import type { Logger } from "pino";
import { pinoHttp } from "pino-http";

const REQUEST_ID = /^[\w.-]{1,64}$/u;
/** `q=` holds what was typed, on every page that has one. */
const TYPED = /([?&]q(?:%5B[^=&]*|\[[^=&]*)?=)[^&#]*/giu;

const UNAVAILABLE = 503;

/** @param logQueries whether typed words may be logged */
export function requestLog(log: Logger, logQueries: boolean): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: requestId,
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        url: logQueries ? request.url : redactQuery(request.url),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    customLogLevel: (_request, response, error) => {
      if (response.statusCode === UNAVAILABLE) return "warn";
      return error || response.statusCode >= 500 ? "error" : "info";
    },
    // What is busy for a while needs no stack, least of all a line of it for every request.
    customErrorObject: (_request, response, _error, { err, ...line }) =>
      response.statusCode === UNAVAILABLE ? line : { ...line, err },
    customErrorMessage: (_request, _response, error) => error.message,
  });
}

/** A URL without the words that were typed. */
export function redactQuery(url: string): string {
  return url.replace(TYPED, "$1[redacted]");
}

/** The proxy's id of the request where it gave one, so that both logs can be read together. */
function requestId(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers["x-request-id"];
  const id = typeof given === "string" && REQUEST_ID.test(given) ? given : randomUUID();
  response.setHeader("X-Request-Id", id);
  return id;
}
