import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { Meilisearch } from "meilisearch";
import { afterEach, describe, expect, test } from "vitest";
import { withDeadline } from "../../src/search/deadline.ts";
import { SharedIndexError, UnusableServerError } from "../../src/search/external/external-index.ts";
import {
  describeFault,
  FAULT_KINDS,
  faultDetails,
  faultOf,
  isSameFault,
  sayFault,
  toldFault,
} from "../../src/search/external/fault.ts";
import { ServerRefusedError, TaskFailedError } from "../../src/search/external/server-errors.ts";
import { createConnection } from "../../src/search/meilisearch/http-client.ts";
import { freePort } from "../support/meilisearch-server.ts";

test("a fault of the server is told in one line, with what lay behind it", () => {
  const refused = new Error("connect ECONNREFUSED 127.0.0.1:7700");
  expect(describeFault(refused)).toBe(refused.message);
  expect(describeFault(new Error("no answer", { cause: refused }))).toBe(
    "no answer: connect ECONNREFUSED 127.0.0.1:7700",
  );
  expect(describeFault(new AggregateError([new Error("::1"), refused]))).toBe(
    "::1, connect ECONNREFUSED 127.0.0.1:7700",
  );
  expect(describeFault(new Error("It is away. Start it.", { cause: refused }))).toBe(
    "It is away. Start it. (connect ECONNREFUSED 127.0.0.1:7700)",
  );
  const request = new Error("Request to http://a:7700/documents?ids=1%2C2 has failed", {
    cause: refused,
  });
  expect(describeFault(request)).toBe(
    "Request to http://a:7700/documents has failed: connect ECONNREFUSED 127.0.0.1:7700",
  );
  expect(describeFault(new AggregateError([]))).toBe("AggregateError");
});

test("the log is given the kind, and a stack only where a program is mistaken", () => {
  const refused = Object.assign(new Error("no"), { code: "ECONNREFUSED" });
  expect(faultDetails(refused)).toEqual({ fault: "refused", reason: "no" });
  const mistake = new TypeError("x is not a function");
  expect(faultDetails(mistake)).toEqual({
    ...{ fault: "other", reason: mistake.message },
    err: mistake,
  });
});

describe("the kind of a fault is known", () => {
  const open: Server[] = [];
  const sockets: Socket[] = [];
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
    for (const server of open.splice(0)) server.close();
  });

  async function listening(server: Server): Promise<string> {
    open.push(server);
    server.on("connection", (socket) => {
      sockets.push(socket);
      socket.on("error", () => {});
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    return `127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  }

  /** What says this to every request. */
  const saying = (head: string, body = "") =>
    listening(
      createServer((socket) =>
        socket.on("data", () =>
          socket.write(`HTTP/1.1 ${head}\r\ncontent-length: ${body.length}\r\n\r\n${body}`),
        ),
      ),
    );

  /**
   * Asks as a search and as the loop does.
   * @param patience milliseconds; far more than any answer here takes on a busy machine
   * @returns the kinds of both faults, once if they are the same
   */
  async function faultsOf(url: string, patience = 60_000): Promise<unknown> {
    const connection = createConnection();
    const { httpClient } = connection;
    try {
      const loop = new Meilisearch({ host: url, httpClient, timeout: patience });
      const search = new Meilisearch({ host: url, httpClient });
      const asked = await Promise.all([
        loop.index("x").getSettings().catch(faultOf),
        withDeadline(patience, (signal) =>
          search.multiSearch({ queries: [{ indexUid: "x" }] }, { signal }),
        ).catch(faultOf),
      ]);
      expect(asked[1]).toEqual(asked[0]);
      return asked[0];
    } finally {
      connection.close();
    }
  }

  test("where nothing listens", async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    expect(await faultsOf(url)).toEqual({ kind: "refused", status: null });
    const both = `http://localhost:${await freePort()}`; // an error for each address of the name
    expect(await faultsOf(both)).toEqual({ kind: "refused", status: null });
  });

  test("where the name does not exist", async () => {
    const gone = await faultsOf("http://no-such-host.invalid:7700");
    expect(gone).toEqual({ kind: "name_not_found", status: null });
  });

  test("where no answer comes, or comes too slowly", async () => {
    const silent = await listening(createServer(() => {}));
    expect(await faultsOf(`http://${silent}`, 150)).toEqual({ kind: "timeout", status: null });
    const begun = createServer((socket) =>
      socket.on("data", () => socket.write("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{")),
    );
    const slow = await listening(begun);
    expect(await faultsOf(`http://${slow}`, 150)).toEqual({ kind: "timeout", status: null });
  });

  test("where connections break off", async () => {
    const cut = await listening(
      createServer((socket) => socket.on("data", () => socket.destroy())),
    );
    expect(await faultsOf(`http://${cut}`)).toEqual({ kind: "broken_off", status: null });
  });

  test("where TLS fails", async () => {
    const plain = await saying("200 OK", "{}");
    expect(await faultsOf(`https://${plain}`)).toEqual({ kind: "tls", status: null });
    const withoutCertificate = await listening(createTlsServer());
    const failed = await faultsOf(`https://${withoutCertificate}`);
    expect(failed).toEqual({ kind: "tls", status: null });
  });

  test.each([
    ["301 Moved Permanently", "http_3xx", 301],
    ["403 Forbidden", "http_4xx", 403],
    ["404 Not Found", "http_4xx", 404],
    ["500 Internal Server Error", "http_5xx", 500],
    ["503 Service Unavailable", "http_5xx", 503],
  ])("where the answer is HTTP %s", async (head, kind, status) => {
    expect(await faultsOf(`http://${await saying(head, "<html>")}`)).toEqual({ kind, status });
  });

  test("where the answer is not Meilisearch's", async () => {
    const nonsense = { kind: "nonsense", status: null };
    expect(await faultsOf(`http://${await saying("200 OK", "<html>")}`)).toEqual(nonsense);
    const ssh = createServer((socket) => socket.write("SSH-2.0-OpenSSH_9.6\r\n"));
    expect(await faultsOf(`http://${await listening(ssh)}`)).toEqual(nonsense);
  });

  test.each([
    ...["EHOSTUNREACH", "ENETUNREACH"].map((code) => [code, "unreachable"]),
    ...["CERT_HAS_EXPIRED", "DEPTH_ZERO_SELF_SIGNED_CERT", "ERR_TLS_CERT_ALTNAME_INVALID"].map(
      (code) => [code, "tls"],
    ),
    ...["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "SELF_SIGNED_CERT_IN_CHAIN"].map((code) => [
      code,
      "tls",
    ]),
    ["SQLITE_BUSY", "archive"],
    ["ENOSUCHCODE", "other"],
  ])("by the code %s", (code, kind) => {
    const error = Object.assign(new Error("Request to http://h:1/x has failed"), { code });
    expect(faultOf(new Error("outer", { cause: error }))).toEqual({ kind, status: null });
  });

  test("where the server fails at its work, or may not be used", () => {
    const full = "no_space_left_on_device";
    expect(faultOf(new TaskFailedError("task 5: internal: no")).kind).toBe("task_failed");
    expect(faultOf(new TaskFailedError(`task 5: ${full}: no`)).kind).toBe("disk_full");
    expect(faultOf(new ServerRefusedError(422, full, "no")).kind).toBe("disk_full");
    expect(faultOf(new UnusableServerError("Make keys.")).kind).toBe("unusable");
    expect(faultOf(new SharedIndexError("Another archive")).kind).toBe("unusable");
    expect(faultOf("a string that was thrown").kind).toBe("other");
  });
});

test("a fault that goes on is the same, whichever request or task it is that fails", () => {
  const refused = (path: string) =>
    toldFault(
      new Error(`Request to http://a:1/${path} has failed`, {
        cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
      }),
    );
  const task = (uid: number, why: string) => toldFault(new TaskFailedError(`task ${uid}: ${why}`));
  expect(isSameFault(refused("stats"), refused("documents"))).toBe(true);
  expect(isSameFault(task(5, "no space left"), task(17, "no space left"))).toBe(true);
  expect(isSameFault(task(5, "no space left"), task(5, "corrupted"))).toBe(false);
  expect(isSameFault(refused("stats"), task(5, "no space left"))).toBe(false);
});

test("each kind is said in words that name no host, key or text of the server", () => {
  for (const kind of FAULT_KINDS)
    expect(sayFault({ kind, status: null })).toMatch(/^[\p{L} ,']+$/u);
  expect(sayFault({ kind: "http_5xx", status: 503 })).toMatch(/\(HTTP 503\)$/);
});
