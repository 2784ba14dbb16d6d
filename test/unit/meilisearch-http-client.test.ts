import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { NonsenseError, ServerRefusedError } from "../../src/search/external/server-errors.ts";
import { type Connection, createConnection } from "../../src/search/meilisearch/http-client.ts";

const answer = (body: string, status = "200 OK") =>
  `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

describe("requests to Meilisearch", () => {
  let server: Server;
  let url: string;
  let connection: Connection;
  let sockets: Socket[];
  let packets: string[];
  let reply: (socket: Socket) => void;

  beforeEach(async () => {
    [sockets, packets] = [[], []];
    reply = (socket) => socket.write(answer('{"ok":true}'));
    server = createServer((socket) => {
      sockets.push(socket);
      socket.on("error", () => {});
      socket.on("data", (data) => {
        packets.push(data.toString("utf8"));
        reply(socket);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/x`;
    connection = createConnection();
  });
  afterEach(async () => {
    connection.close();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  const post = (body: string, signal?: AbortSignal) =>
    connection.httpClient(url, {
      ...{ method: "POST", body, headers: new Headers({ authorization: "Bearer k" }) },
      ...(signal ? { signal } : {}),
    });

  test("leave with head and body in one packet, so that nothing waits for an acknowledgement", async () => {
    const body = JSON.stringify({ q: "зерно ".repeat(100) });
    expect(await post(body)).toEqual({ ok: true });
    expect(packets).toHaveLength(1);
    expect(packets[0]?.endsWith(`\r\n\r\n${body}`)).toBe(true);
    expect(packets[0]).toMatch(/authorization: Bearer k/i);
  });
  test("share one connection", async () => {
    for (let n = 0; n < 5; n++) await post("{}");
    expect(sockets).toHaveLength(1);
  });
  test("are sent once more where the kept connection had been closed meanwhile", async () => {
    await post("{}");
    let first = true;
    reply = (socket) => {
      if (first) socket.resetAndDestroy();
      else socket.write(answer('{"again":true}'));
      first = false;
    };
    expect(await post("{}")).toEqual({ again: true });
  });
  test("that are refused say with which status, code and message", async () => {
    reply = (socket) =>
      socket.write(answer('{"code":"invalid_api_key","message":"no"}', "403 Forbidden"));
    const error = await post("{}").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ServerRefusedError);
    expect(error).toMatchObject({ status: 403, code: "invalid_api_key" });
  });
  test("answered with anything but JSON are told apart", async () => {
    reply = (socket) => socket.write(answer("<html>hello</html>"));
    await expect(post("{}")).rejects.toBeInstanceOf(NonsenseError);
    reply = (socket) => socket.write(answer("<html>busy</html>", "502 Bad Gateway"));
    await expect(post("{}")).rejects.toMatchObject({ status: 502 });
  });
  test("end with their signal, also in the middle of an answer", async () => {
    reply = (socket) => socket.write("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{");
    const closed = once(server, "connection").then(([socket]) => once(socket as Socket, "close"));
    await expect(post("{}", AbortSignal.timeout(100))).rejects.toThrow(/abort/i);
    await closed;
  });
  test("fail when an answer breaks off", async () => {
    reply = (socket) => {
      socket.write("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{");
      setTimeout(() => socket.destroy(), 10);
    };
    await expect(post("{}")).rejects.toThrow();
  });
});
