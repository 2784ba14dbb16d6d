/** A proxy on the loopback that answers well or, when told to, as a server in trouble does. */
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";

export type Fault =
  | "none"
  | "refused"
  | "hang"
  | "slow drip"
  | "500"
  | "503"
  | "403"
  | "malformed JSON"
  | "another shape"
  | "cut off"
  | "reset";

export type FaultyProxy = {
  url: string;
  set(fault: Fault): Promise<void>;
  /** Requests that came in since the start. */
  requests(): number;
  close(): Promise<void>;
};

/** @param target where requests go while nothing is wrong */
export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  let fault: Fault = "none";
  let requests = 0;
  const sockets = new Set<Socket>();
  const server = createServer((incoming, response) => {
    requests++;
    if (fault === "none") forward(target, incoming, response);
    else incoming.resume().on("end", () => spoil(fault, response));
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const hangUp = () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    return closed;
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async set(next) {
      if (next === "refused" && server.listening) await hangUp();
      if (next !== "refused" && !server.listening) await listen(port);
      fault = next;
    },
    requests: () => requests,
    close: async () => {
      if (server.listening) await hangUp();
    },
  };
}

function forward(target: string, incoming: IncomingMessage, response: ServerResponse): void {
  const { method, headers } = incoming;
  const onward = request(new URL(incoming.url ?? "/", target), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.on("error", () => response.destroy());
  });
  onward.on("error", () => response.destroy());
  incoming.pipe(onward);
}

const JSON_TYPE = { "content-type": "application/json" };

function spoil(fault: Fault, response: ServerResponse): void {
  const status = Number(fault);
  if (status > 0) {
    const code = status === 403 ? "invalid_api_key" : "internal";
    response.writeHead(status, JSON_TYPE).end(JSON.stringify({ message: "no", code }));
  } else if (fault === "malformed JSON") response.writeHead(200, JSON_TYPE).end('{"results": [');
  else if (fault === "another shape") response.writeHead(200, JSON_TYPE).end('{"hello": "world"}');
  else if (fault === "cut off") {
    response.writeHead(200, { ...JSON_TYPE, "content-length": "1000" }).write('{"results": [');
    setTimeout(() => response.destroy(), 20);
  } else if (fault === "reset") response.socket?.resetAndDestroy();
  else if (fault === "slow drip") {
    response.writeHead(200, JSON_TYPE).write("{");
    const drip = setInterval(() => response.write(" "), 100);
    response.on("close", () => clearInterval(drip));
  }
  // "hang" says nothing at all.
}
