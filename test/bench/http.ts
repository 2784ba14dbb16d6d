/** HTTP by `node:http` on connections that are kept, and the time it takes. */
import { get, type IncomingMessage, request } from "node:http";
import { agent } from "./report.ts";

/** Milliseconds until it is done. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Rejects unless the answer is a good one. */
export function read(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => collect(response, url, resolve, reject)).once(
      "error",
      reject,
    );
  });
}

/** Posts to a Meilisearch server, as `read` does. */
export function post(
  url: string,
  key: string,
  body: string,
  type = "application/json",
): Promise<string> {
  const headers = {
    authorization: `Bearer ${key}`,
    "content-type": type,
    "content-length": Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    request(url, { method: "POST", agent, headers }, (response) =>
      collect(response, url, resolve, reject),
    )
      .once("error", reject)
      .end(body);
  });
}

function collect(
  response: IncomingMessage,
  url: string,
  resolve: (text: string) => void,
  reject: (error: Error) => void,
): void {
  const chunks: Buffer[] = [];
  response.on("data", (chunk: Buffer) => chunks.push(chunk));
  response.once("end", () => {
    const text = Buffer.concat(chunks).toString("utf8");
    if ((response.statusCode ?? 500) < 300) resolve(text);
    else reject(new Error(`${url} answered ${response.statusCode}: ${text.slice(0, 200)}`));
  });
}
