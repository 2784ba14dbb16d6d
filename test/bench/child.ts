/** Programs of the project run as children, with their time and memory. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const MEMORY_POLL_MS = 50;

export type Run = {
  seconds: number;
  /** Highest resident memory in MB; null where the system does not tell. */
  peakMb: number | null;
};

export type Server = {
  origin: string;
  /** Milliseconds from the start of the process to its ready line. */
  readyMs: number;
  /** Resident memory, now and at its highest, in MB; null where the system does not tell. */
  residentMb(): number | null;
  peakMb(): number | null;
  stop(): Promise<void>;
};

/** Imports a file into an archive in a process of its own. */
export async function runImport(file: string, databaseFile: string): Promise<Run> {
  const start = performance.now();
  const child = startNode(["src/cli.ts", "import", file], { VERBATIM_DB: databaseFile });
  child.stdout?.resume(); // unread, the list of addresses would fill the pipe and hold the import up
  let peakMb: number | null = null;
  const poll = setInterval(() => {
    peakMb = memoryMb(child, "VmHWM") ?? peakMb;
  }, MEMORY_POLL_MS);
  const [code] = await once(child, "exit");
  clearInterval(poll);
  if (code !== 0) throw new Error(`import of ${file} ended with exit code ${code}`);
  return { seconds: (performance.now() - start) / 1000, peakMb };
}

/** Starts the server on a free port and waits for its ready line. */
export async function startServer(databaseFile: string, workers: number): Promise<Server> {
  const start = performance.now();
  const child = startNode(startCommand(), {
    VERBATIM_DB: databaseFile,
    VERBATIM_SEED: "off",
    VERBATIM_RATE_LIMIT: "0",
    VERBATIM_SEARCH_WORKERS: String(workers),
    HOST: "127.0.0.1",
    PORT: "0",
    LOG_LEVEL: "error",
  });
  const origin = await readyLine(child);
  const readyMs = performance.now() - start;
  return {
    origin,
    readyMs,
    residentMb: () => memoryMb(child, "VmRSS"),
    peakMb: () => memoryMb(child, "VmHWM"),
    async stop() {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

/** What `npm start` gives to Node: V8's options for a small heap, and the server's first file. */
function startCommand(): string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
  return scripts.start.split(" ").slice(1);
}

function startNode(args: string[], settings: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

function readyLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk;
      const ready = /ready: (http\S+)/.exec(output);
      if (ready?.[1]) resolve(ready[1]);
    });
    child.once("exit", (code) => reject(new Error(`the server ended with exit code ${code}`)));
  });
}

function memoryMb(child: ChildProcess, field: "VmHWM" | "VmRSS"): number | null {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
    const kb = new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(status)?.[1];
    return kb ? Math.round(Number(kb) / 1024) : null;
  } catch {
    return null;
  }
}
