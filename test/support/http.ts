/** Real HTTP against an application, on a port of its own. */
import { once } from "node:events";
import { request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { createApp } from "../../src/web/create-app.ts";
import { createHttpServer } from "../../src/web/http-server.ts";
import type { WebContext } from "../../src/web/web-context.ts";

export type TestSite = {
  origin: string;
  /** Does not follow redirects. */
  get(path: string, options?: RequestInit): Promise<Response>;
  /** Sends a path byte for byte, as no browser would. */
  raw(path: string, headers?: Record<string, string>): Promise<RawAnswer>;
  close(): Promise<void>;
};

export type RawAnswer = { status: number; headers: Record<string, unknown>; body: string };

export async function serve(context: WebContext): Promise<TestSite> {
  const server = createHttpServer(createApp(context));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    get: (path, options) => fetch(origin + path, { redirect: "manual", ...options }),
    raw: (path, headers = {}) => sendRaw(port, path, headers),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function sendRaw(port: number, path: string, headers: Record<string, string>): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: "127.0.0.1", port, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const body = Buffer.concat(chunks).toString("utf8");
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    request.on("error", reject);
    request.end();
  });
}
