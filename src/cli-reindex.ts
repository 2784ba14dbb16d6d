/** `reindex`: rebuilds the index on the search server, and says all the while how it stands. */
import { pino } from "pino";
import { type Config, ConfigError } from "./config.ts";
import { openExistingArchive, openSearch } from "./context.ts";
import { openProgress, type Progress } from "./progress.ts";
import { reindex } from "./search/external/reindex.ts";
import type { SyncStatus } from "./search/external/sync-index.ts";
import { exitCodeOf, stopOnSignal } from "./stop-signal.ts";

export async function runReindex(config: Config): Promise<void> {
  if (!config.meilisearch) {
    throw new ConfigError(
      "MEILI_URL is not set, and FTS5 is never behind: there is nothing to rebuild.",
    );
  }
  const start = performance.now();
  const stop = stopOnSignal();
  const archive = openExistingArchive(config);
  const { index, external } = openSearch(config, archive, pino({ level: "silent" }));
  const { addresses } = archive.reader.summary();
  const progress = openProgress(addresses);
  const say = reportTo(progress, addresses);
  let elsewhere = false;
  const report = (status: SyncStatus, hasBegun: boolean) => {
    elsewhere = status.state === "standby";
    say(status, hasBegun);
  };
  try {
    const refused = external ? await reindex(external.queue, external.sync, report, stop) : [];
    progress.close();
    const target = external?.status().target;
    if (refused === null) {
      const goesOn = elsewhere && external?.queue.state().nextBuild !== null;
      console.error(describeStop(target ?? "", goesOn));
      process.exitCode = exitCodeOf(stop);
      return;
    }
    for (const line of refused) console.error(`not indexed: ${line}`);
    const seconds = Math.round((performance.now() - start) / 1000);
    console.log(
      `${target} is rebuilt: ${external?.queue.paragraphCount()} paragraphs in ${seconds} s.`,
    );
    process.exitCode = refused.length > 0 ? 1 : 0;
  } finally {
    progress.close();
    await index.close();
    archive.close();
  }
}

/** @param goesOn whether another process of the archive has begun with it */
function describeStop(target: string, goesOn: boolean): string {
  return goesOn
    ? `Stopped waiting. The server of this archive goes on rebuilding ${target}.`
    : `Stopped. Searches are answered as before; to rebuild ${target}, run the same command again.`;
}

/** @param all addresses of the archive */
function reportTo(progress: Progress, all: number) {
  const start = performance.now();
  let sent = 0;
  let doneAt = start;
  return ({ state, progress: of }: SyncStatus, hasBegun: boolean) => {
    const seconds = (since: number) => `${Math.round((performance.now() - since) / 1000)} s`;
    if (state === "standby") {
      const does = hasBegun ? "rebuilds it" : "is asked to rebuild it";
      progress.waiting(`the server of this archive ${does}, ${seconds(start)}`);
    } else if (of && of.paragraphs > sent) {
      sent = of.paragraphs;
      doneAt = performance.now();
      progress.update(of.addresses, sent);
    } else if (of) {
      const what = of.addresses < all ? "sent so far" : "sent";
      progress.waiting(
        `${sent} paragraphs ${what}; Meilisearch has taken in ${of.taken} and works on the rest, ${seconds(doneAt)}`,
      );
    } else {
      progress.waiting(`waiting for Meilisearch, ${seconds(start)}`);
    }
  };
}
