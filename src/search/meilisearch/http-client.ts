/**
 * How requests leave for the server. The client's own `fetch` sends head and body in two packets,
 * and the second waits for the acknowledgement of the first, which TCP delays by some 40 ms.
 * `node:http` with a keep-alive agent, given the whole body at once, sends one.
 */
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from "node:http";
import { Agent as HttpsAgent, request as requestHttps } from "node:https";
import { NonsenseError, ServerRefusedError } from "../external/server-errors.ts";

/** Figures of the connection, each with its reason. */
export const LIMITS = {
  /** Sockets kept open; a search uses one, a batch of documents another. */
  sockets: 64,
  /** Bytes of an answer that are read: the facets of a large archive are below 2 MB. */
  answerBytes: 64 * 1024 * 1024,
} as const;

/** What the client hands to its `httpClient`: the arguments of `fetch`. */
type HttpClient = (...args: Parameters<typeof fetch>) => Promise<unknown>;

/** A way of sending requests, and its end. */
export type Connection = { httpClient: HttpClient; close(): void };

/** Opens nothing yet; sockets come with the first request and are kept for the next. */
export function createConnection(): Connection {
  const options = { keepAlive: true, maxSockets: LIMITS.sockets, noDelay: true };
  const agents = { "http:": new HttpAgent(options), "https:": new HttpsAgent(options) };

  const send = (url: URL, init: RequestInit, again: boolean): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const body = (init.body ?? undefined) as string | undefined;
      const headers = Object.fromEntries(init.headers as Headers);
      if (body !== undefined) headers["content-length"] = String(Buffer.byteLength(body));
      const open = url.protocol === "https:" ? requestHttps : requestHttp;
      const agent = url.protocol === "https:" ? agents["https:"] : agents["http:"];
      const signal = init.signal ?? undefined;
      const request = open(url, { method: init.method ?? "GET", headers, agent, signal });
      request.on("response", (response) => readAnswer(response).then(resolve, reject));
      request.on("error", (error: NodeJS.ErrnoException) => {
        // The server may have closed a kept connection while this request was on its way.
        const stale = request.reusedSocket && error.code === "ECONNRESET" && !again;
        if (stale && !signal?.aborted) send(url, init, true).then(resolve, reject);
        else reject(error);
      });
      request.end(body);
    });

  return {
    httpClient: (url, init) => send(new URL(String(url)), init ?? {}, false),
    close() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

function readAnswer(response: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    response.on("data", (chunk: Buffer) => {
      size += chunk.byteLength;
      chunks.push(chunk);
      if (size > LIMITS.answerBytes) {
        response.destroy(new NonsenseError(`An answer of more than ${LIMITS.answerBytes} bytes`));
      }
    });
    response.once("error", reject);
    response.once("end", () => {
      try {
        resolve(decode(response.statusCode ?? 0, Buffer.concat(chunks).toString("utf8")));
      } catch (error) {
        reject(error);
      }
    });
  });
}

function decode(status: number, content: string): unknown {
  const answer = content === "" ? undefined : parse(content, status);
  if (isSuccess(status)) return answer;
  const { code, message } = (answer ?? {}) as { code?: unknown; message?: unknown };
  const own = typeof code === "string" ? code : null;
  throw new ServerRefusedError(status, own, String(message ?? "no message"));
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function parse(content: string, status: number): unknown {
  try {
    return JSON.parse(content);
  } catch {
    const start = JSON.stringify(content.slice(0, 60));
    if (!isSuccess(status)) throw new ServerRefusedError(status, null, start);
    throw new NonsenseError(`HTTP ${status} with a body that is not JSON: ${start}`);
  }
}
