/**
 * The environment read once, checked, and turned into a plain object. The only reader of
 * `process.env`. Every setting is listed in docs/configuration.md and .env.example; a test holds
 * the three together.
 */
import { z } from "zod";
import { isLoopback } from "./search/loopback.ts";

/** Decimal digits alone: `0x1F90`, `1e3` or ` 80` are slips rather than wishes. */
const count = (most: number, least = 0) =>
  z
    .string()
    .regex(/^\d{1,9}$/, "Only digits are possible")
    .transform(Number)
    .pipe(z.number().min(least).max(most));
const port = count(65_535);
const text = z.string().min(1);
const webUrl = z
  .url({ protocol: /^https?$/ })
  .transform((url) => url.replace(/\/+$/, ""))
  .optional();
const flag = z.enum(["on", "off"]).transform((value) => value === "on");

/** Paths are put after it: a query or fragment would swallow them, and a password would be published. */
const publicUrl = webUrl.refine((url) => url === undefined || !/[?#@]/.test(url), {
  error: "Only scheme, host, port and path are possible",
});

/** Every setting by its name in the environment, with its meaning as the docs give it. */
export const SETTINGS = {
  PORT: port.default(3000).describe("Port to listen on; 0 takes any free one."),
  HOST: text.default("localhost").describe("Address or name to listen on."),
  VERBATIM_DB: text
    .regex(/^(?!:memory:$)/, "A file is needed: the search threads open it too")
    .default("var/verbatim.db")
    .describe("The archive's SQLite file."),
  VERBATIM_NAME: text
    .max(80)
    .default("verbatim")
    .describe("Name of this archive, shown on pages and in citations."),
  VERBATIM_PUBLIC_URL: publicUrl.describe(
    "Where readers reach the site; permalinks and citations are built on it.",
  ),
  VERBATIM_TOPICS: text
    .optional()
    .describe("A topic taxonomy of your own (YAML) in place of the one that comes with verbatim."),
  VERBATIM_SYNONYMS: text
    .optional()
    .describe("A file (YAML) of names that mean the same, e.g. `- [Kyiv, Kiev]`."),
  VERBATIM_SEED: flag
    .default(true)
    .describe(
      "`on` loads the demonstration archive into an empty database, `off` leaves it empty.",
    ),
  VERBATIM_SEARCH_WORKERS: count(64, 1)
    .default(2)
    .describe("Threads that answer searches; at least 1."),
  VERBATIM_SEARCH_QUEUE: count(10_000)
    .default(64)
    .describe("Searches that may wait for a thread before further ones get a 503."),
  VERBATIM_SEARCH_TIMEOUT_MS: count(600_000)
    .default(10_000)
    .describe("Milliseconds after which a search is given up."),
  VERBATIM_RATE_LIMIT: count(1_000_000)
    .default(600)
    .describe("Requests a minute from one client address; 0 sets no limit."),
  VERBATIM_TRUSTED_PROXIES: count(16)
    .default(0)
    .describe("Proxies in front whose X-Forwarded-For is believed."),
  VERBATIM_METRICS: flag.default(false).describe("`on` serves Prometheus metrics at /metrics."),
  VERBATIM_LOG_QUERIES: flag
    .default(false)
    .describe("`on` writes what people searched for into the log; `off` redacts it."),
  MEILI_URL: webUrl.describe(
    "A Meilisearch server to search through; without one, FTS5 answers everything.",
  ),
  MEILI_INDEX: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,100}$/)
    .default("verbatim")
    .describe("Name of the index on that server; another for each archive."),
  MEILI_SEARCH_KEY: text
    .optional()
    .describe("Key that may only search the index; `npm run verbatim -- meili-keys` makes it."),
  MEILI_WRITE_KEY: text
    .optional()
    .describe("Key that may write the index and no other; made by the same command."),
  MEILI_MASTER_KEY: z
    .string()
    .min(16)
    .optional()
    .describe("The server's master key, read by `meili-keys` alone; searching never needs it."),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
    .default("info")
    .describe("How much to log."),
} as const;

const schema = z.object(SETTINGS).check(({ value, issues }) => {
  // Where the master key is at hand, `meili-keys` is about to make the two.
  const bare = value.MEILI_URL !== undefined && value.MEILI_MASTER_KEY === undefined;
  if (bare && !isLoopback(value.MEILI_URL as string)) {
    for (const name of ["MEILI_SEARCH_KEY", "MEILI_WRITE_KEY"] as const) {
      if (value[name] !== undefined) continue;
      const message =
        "It is not set, and MEILI_URL is another machine: make both keys with `npm run verbatim -- meili-keys --file .env`";
      issues.push({ code: "custom", path: [name], input: value[name], message });
    }
  }
  for (const name of ["MEILI_SEARCH_KEY", "MEILI_WRITE_KEY"] as const) {
    if (value[name] === undefined || value.MEILI_URL !== undefined) continue;
    const message =
      "MEILI_URL is not set, so this key would be used for nothing: set MEILI_URL too, or take the key out";
    issues.push({ code: "custom", path: [name], input: value[name], message });
  }
});

export type Config = ReturnType<typeof readConfig>;

/** A setting has a value it cannot have. The message names each one, its value and what it takes. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/**
 * Reads the settings.
 * @param env usually `process.env`; an empty value counts as not set
 * @throws ConfigError naming every bad setting at once
 */
export function readConfig(env: Record<string, string | undefined>) {
  const given = Object.fromEntries(
    Object.keys(SETTINGS).flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new ConfigError(describeProblems(parsed.error, given));
  const s = parsed.data;
  return {
    port: s.PORT,
    host: s.HOST,
    databaseFile: s.VERBATIM_DB,
    siteName: s.VERBATIM_NAME,
    publicUrl: s.VERBATIM_PUBLIC_URL ?? null,
    taxonomyFile: s.VERBATIM_TOPICS ?? null,
    synonymsFile: s.VERBATIM_SYNONYMS ?? null,
    seed: s.VERBATIM_SEED,
    search: {
      workers: s.VERBATIM_SEARCH_WORKERS,
      queue: s.VERBATIM_SEARCH_QUEUE,
      timeoutMs: s.VERBATIM_SEARCH_TIMEOUT_MS,
    },
    rateLimitPerMinute: s.VERBATIM_RATE_LIMIT,
    trustedProxies: s.VERBATIM_TRUSTED_PROXIES,
    metrics: s.VERBATIM_METRICS,
    logQueries: s.VERBATIM_LOG_QUERIES,
    logLevel: s.LOG_LEVEL,
    meilisearch: s.MEILI_URL === undefined ? null : meilisearchOf(s, s.MEILI_URL),
    meiliMasterKey: s.MEILI_MASTER_KEY ?? null,
  };
}

function meilisearchOf(s: z.infer<typeof schema>, url: string) {
  return {
    url,
    indexUid: s.MEILI_INDEX,
    searchKey: s.MEILI_SEARCH_KEY ?? null,
    writeKey: s.MEILI_WRITE_KEY ?? null,
  };
}

/** Reads `.env` of the working directory, if there is one, below what the environment already says. */
export function loadEnvironment(): Record<string, string | undefined> {
  try {
    process.loadEnvFile(".env");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  return process.env;
}

function describeProblems(error: z.ZodError, given: Record<string, unknown>): string {
  const lines = error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const about = SETTINGS[name as keyof typeof SETTINGS]?.description ?? "";
    // Messages end in logs, where a key has no business.
    const hidden = name.endsWith("_KEY") && given[name] !== undefined;
    const value = hidden ? "[hidden]" : JSON.stringify(given[name] ?? "");
    return `  ${name}=${value}: ${issue.message}. ${about}`;
  });
  return `These settings cannot be used (environment or .env):\n${lines.join("\n")}`;
}
