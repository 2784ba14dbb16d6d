/** The HTTP server: what Node refuses before the application sees it is answered in the same way. */
import { createServer, type RequestListener, type Server, STATUS_CODES } from "node:http";
import { HttpError } from "./http-error.ts";

const LIMITS = {
  /** Bytes of request line and headers. Well above the longest address the application takes, so
   * that a longer one gets the application's own answer. */
  headers: 262_144,
  /** Milliseconds for a client to send its headers. */
  headersTimeout: 15_000,
};

/** @param app answers every request, see `createApp` */
export function createHttpServer(app: RequestListener): Server {
  const server = createServer(
    { maxHeaderSize: LIMITS.headers, headersTimeout: LIMITS.headersTimeout },
    app,
  );
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) socket.destroy();
    else socket.end(refusal(error.code));
  });
  return server;
}

function refusal(code: string | undefined): string {
  const error =
    code === "HPE_HEADER_OVERFLOW"
      ? new HttpError(431, "headers_too_large", "The request is longer than any can be.")
      : code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? new HttpError(408, "request_timeout", "The request did not arrive in time.")
        : new HttpError(400, "bad_request", "The request is not valid HTTP.");
  const body = JSON.stringify(error.body);
  return [
    `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status]}`,
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Content-Security-Policy: default-src 'none'",
    "X-Content-Type-Options: nosniff",
    "Cache-Control: no-store",
    "Connection: close",
    "",
    body,
  ].join("\r\n");
}
