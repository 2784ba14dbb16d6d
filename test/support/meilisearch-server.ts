/**
 * A Meilisearch server of the tests' own: the binary on the path (or MEILISEARCH_BINARY), started
 * on a free port of the loopback with a folder of its own, and killed by its process id. Where
 * MEILI_URL and MEILI_MASTER_KEY name a running server, tests that need not kill it use that one.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe } from "vitest";

const BINARY = process.env.MEILISEARCH_BINARY ?? "meilisearch";
const START_MS = 30_000;

export type TestServer = {
  url: string;
  masterKey: string;
  /** Ends the process at once, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again on the same port with the same data. */
  start(): Promise<void>;
  /** Halts and continues the process without ending it: a server that hangs. */
  pause(): void;
  resume(): void;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
};

/** Whether a binary is there; asked once. */
export const hasMeilisearchBinary: boolean = (() => {
  try {
    execFileSync(BINARY, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();

/** A suite that starts and kills a server; where no binary is there, it is skipped and says why. */
export function describeMeilisearch(name: string, suite: () => void): void {
  const why = "no `meilisearch` binary on the path, and MEILISEARCH_BINARY names none";
  if (!hasMeilisearchBinary) console.warn(`SKIPPED: ${name}: ${why}`);
  describe.skipIf(!hasMeilisearchBinary)(hasMeilisearchBinary ? name : `${name} (${why})`, suite);
}

/** Starts a server and waits until it is healthy. */
export async function startMeilisearch(options: { masterKey?: string } = {}): Promise<TestServer> {
  const masterKey = options.masterKey ?? randomBytes(24).toString("hex");
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-meilisearch-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;

  const start = async () => {
    child = launch(folder, port, masterKey);
    await healthy(url, child);
  };
  const kill = async () => {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill("SIGKILL");
    await ended;
  };
  await start();
  return {
    url,
    masterKey,
    start,
    kill,
    pause: () => child?.kill("SIGSTOP"),
    resume: () => child?.kill("SIGCONT"),
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function launch(folder: string, port: number, masterKey: string): ChildProcess {
  const settings = ["--no-analytics", "--log-level", "ERROR", "--env", "development"];
  const places = ["--db-path", path.join(folder, "data"), "--dump-dir", path.join(folder, "dumps")];
  const address = ["--http-addr", `127.0.0.1:${port}`];
  const key = masterKey === "" ? [] : ["--master-key", masterKey];
  return spawn(BINARY, [...settings, ...places, ...address, ...key], {
    cwd: folder,
    stdio: "ignore",
  });
}

async function healthy(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + START_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`meilisearch ended with ${child.exitCode}`);
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`meilisearch was not healthy within ${START_MS} ms`);
}

/** A port of the loopback that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
