/**
 * Meilisearch servers for tests. Their own: the binary on the path (or MEILISEARCH_BINARY), started
 * on a free port of the loopback with a folder of its own, and killed by its process id. Or a running
 * one, for tests that need not kill it, where MEILI_URL names it and VERBATIM_TEST_MEILI_KEY is its
 * master key: indexes have names of their own there, and are removed in the end. A binary goes first.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Meilisearch } from "meilisearch";
import { describe, test } from "vitest";

const {
  MEILISEARCH_BINARY: BINARY = "meilisearch",
  MEILI_URL,
  VERBATIM_TEST_MEILI_KEY,
} = process.env;
const START_MS = 60_000;

export type TestServer = {
  url: string;
  masterKey: string;
  /** A name for an index that no other run uses. */
  indexUid(name: string): string;
  /** Removes what the test left on it; a server of the test's own, with its folder. */
  stop(): Promise<void>;
};

export type OwnServer = TestServer & {
  /** Ends the process at once, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again on the same port with the same data. */
  start(): Promise<void>;
  /** Halts and continues the process without ending it: a server that hangs. */
  pause(): void;
  resume(): void;
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

const isServerGiven = MEILI_URL !== undefined && VERBATIM_TEST_MEILI_KEY !== undefined;
const NO_BINARY = "no `meilisearch` binary on the path, and MEILISEARCH_BINARY names none";
const NO_SERVER = `${NO_BINARY}, nor do MEILI_URL and VERBATIM_TEST_MEILI_KEY name a server`;

/** A suite on any server; where there is none, it is skipped and says why. */
export function describeMeilisearch(name: string, suite: () => void): void {
  const why = hasMeilisearchBinary || isServerGiven ? null : NO_SERVER;
  describe.skipIf(why !== null)(titled(name, why), suite);
}

/** A suite that kills its server. */
export function describeOwnMeilisearch(name: string, suite: () => void): void {
  const why = hasMeilisearchBinary ? null : NO_BINARY;
  describe.skipIf(why !== null)(titled(name, why), suite);
}

/** A test that halts its server, or needs another kind of server, in a suite on any. */
export function testOwnMeilisearch(name: string, check: () => Promise<void>): void {
  const why = hasMeilisearchBinary ? null : NO_BINARY;
  test.skipIf(why !== null)(titled(name, why), check);
}

function titled(name: string, whySkipped: string | null): string {
  if (whySkipped === null) return name;
  console.warn(`SKIPPED: ${name}: ${whySkipped}`);
  return `${name} (${whySkipped})`;
}

/** A server of the test's own where there is a binary, else the running one that the settings name. */
export async function openMeilisearch(): Promise<TestServer & Partial<OwnServer>> {
  if (hasMeilisearchBinary || !isServerGiven) return startMeilisearch();
  const [url, masterKey] = [MEILI_URL, VERBATIM_TEST_MEILI_KEY];
  const run = `test-${randomBytes(4).toString("hex")}`;
  return {
    url,
    masterKey,
    indexUid: (name) => `${run}-${name}`,
    stop: () => removeRun(new Meilisearch({ host: url, apiKey: masterKey }), `${run}-`),
  };
}

/** Deletes the indexes whose names begin so, and the keys for them. */
async function removeRun(client: Meilisearch, prefix: string): Promise<void> {
  const { results: indexes } = await client.getRawIndexes({ limit: 10_000 });
  const { results: keys } = await client.getKeys({ limit: 10_000 });
  for (const { uid } of indexes) {
    if (uid.startsWith(prefix)) await client.deleteIndex(uid).waitTask({ timeout: 0 });
  }
  for (const { uid, indexes: allowed } of keys) {
    if (allowed.some((name) => name.startsWith(prefix))) await client.deleteKey(uid);
  }
}

/** A client with all rights that waits for its tasks however long a loaded machine takes. */
export function adminClient({ url, masterKey }: TestServer): Meilisearch {
  return new Meilisearch({
    host: url,
    apiKey: masterKey,
    defaultWaitOptions: { timeout: 0 },
  });
}

/** Starts a server and waits until it is healthy. */
export async function startMeilisearch(options: { masterKey?: string } = {}): Promise<OwnServer> {
  const masterKey = options.masterKey ?? randomBytes(24).toString("hex");
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-meilisearch-"));
  let port = await freePort();
  let child: ChildProcess | null = null;
  const url = () => `http://127.0.0.1:${port}`;

  const start = async () => {
    child = launch(folder, port, masterKey);
    await healthy(url(), child);
  };
  const kill = async () => {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill("SIGKILL");
    await ended;
  };
  await start().catch(async () => {
    await kill();
    port = await freePort(); // somebody else took it in the meantime
    await start();
  });
  return {
    url: url(),
    masterKey,
    indexUid: (name) => name,
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
