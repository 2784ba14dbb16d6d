/** The server: settings, archive, demonstration addresses where it is empty, HTTP, and an orderly stop. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import closeWithGrace from "close-with-grace";
import { type Logger, pino } from "pino";
import { loadSeed, type SeedProgress, seedFacts } from "../seed/load-seed.ts";
import { type Config, ConfigError, loadEnvironment, readConfig } from "./config.ts";
import { type Archive, openArchive, openSearch, type Search } from "./context.ts";
import { startDrafter } from "./import/drafter.ts";
import { openProgress } from "./progress.ts";
import { ArchiveFileError, inOneTransaction } from "./store/database.ts";
import { createApp } from "./web/create-app.ts";
import { createHttpServer } from "./web/http-server.ts";
import { createUrls } from "./web/urls.ts";

/** Milliseconds that requests under way have to end once a stop was asked for. */
const STOP_DELAY_MS = 5000;

/** A start that cannot succeed, said in one sentence. */
class StartError extends Error {
  override name = "StartError";
}

/**
 * Starts the server and prints where it is once it is ready.
 * What keeps it from starting is said on standard error, and the process ends with 1.
 */
export async function serve(): Promise<void> {
  try {
    await start();
  } catch (error) {
    const known = [ConfigError, ArchiveFileError, StartError];
    if (!known.some((type) => error instanceof type)) throw error;
    console.error((error as Error).message);
    process.exit(1);
  }
}

async function start(): Promise<void> {
  const config = readConfig(loadEnvironment());
  const log = pino({ level: config.logLevel });
  const archive = openArchive(config);
  if (config.seed && isEmpty(archive)) await seed(archive);
  const search = openSearch(config, archive, log);
  const server = createHttpServer((request, response) => app(request, response));
  await listen(server, config);
  const origin = localOrigin(server, config);
  const app = createApp(webContext(config, archive, search, config.publicUrl ?? origin, log));
  stopInOrder(server, log, async () => {
    await search.index.close();
    archive.close();
  });
  console.log(`verbatim is ready: ${origin}`);
}

function isEmpty({ reader }: Archive): boolean {
  return reader.summary().addresses === 0;
}

async function seed(archive: Archive): Promise<void> {
  console.log("The archive is empty: loading the demonstration addresses.");
  const progress = openProgress(seedFacts().length);
  const tell = ({ done, paragraphs }: SeedProgress) => progress.update(done, paragraphs);
  const drafter = startDrafter(archive.taxonomy);
  try {
    // All or nothing: a start that is broken off leaves the archive empty, and the next one begins anew.
    await inOneTransaction(archive.database, async () => {
      // Another program may have put addresses in while this one waited to write.
      if (isEmpty(archive)) await loadSeed(archive.importAddress, tell, { drafter });
    });
    archive.mergeIndex();
  } catch (error) {
    if ((error as { code?: unknown }).code !== "SQLITE_BUSY") throw error;
    throw new StartError(
      "The demonstration addresses cannot be loaded: another program is writing to the archive. Start again when it is done.",
    );
  } finally {
    progress.close();
    await drafter.close();
  }
}

function webContext(
  config: Config,
  { reader, taxonomy }: Archive,
  { ask, external, widen, synonymExample }: Search,
  publicUrl: string,
  log: Logger,
) {
  const { siteName, logQueries, metrics, rateLimitPerMinute, trustedProxies } = config;
  const urls = createUrls(publicUrl);
  return {
    reader,
    taxonomy,
    ask,
    widen,
    synonymExample,
    externalStatus: external ? () => external.status() : null,
    urls,
    log,
    siteName,
    logQueries,
    metrics,
    rateLimitPerMinute,
    trustedProxies,
  };
}

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(new StartError(`Cannot listen on ${host}:${port}: ${explain(error)}`));
    });
    server.listen(port, host, resolve);
  });
}

function explain(error: NodeJS.ErrnoException): string {
  if (error.code === "EADDRINUSE") return "the port is in use. Set PORT to another one.";
  if (error.code === "EACCES") return "not permitted. Set PORT to one above 1023.";
  if (error.code === "ENOTFOUND" || error.code === "EADDRNOTAVAIL") {
    return "this machine has no such address. Set HOST to one it has, or to 0.0.0.0.";
  }
  return error.message;
}

function localOrigin(server: Server, { host }: Config): string {
  const { port } = server.address() as AddressInfo;
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

/** SIGINT, SIGTERM and fatal errors: take no new requests, end those under way, close the archive. */
function stopInOrder(server: Server, log: Logger, closeRest: () => Promise<void>): void {
  closeWithGrace({ delay: STOP_DELAY_MS, logger: false }, async ({ signal, err }) => {
    if (err) log.fatal({ err }, "stopping after an error that nothing caught");
    else log.info({ signal }, "stopping");
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    await closed;
    await closeRest();
  });
}
