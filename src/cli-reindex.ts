/** `reindex`: rebuilds the index on the search server, and says all the while how it stands. */
import { pino } from "pino";
import { type Config, ConfigError } from "./config.ts";
import { openExistingArchive, openSearch } from "./context.ts";
import { openProgress, PLAIN_WAIT, type Progress } from "./progress.ts";
import { reindex } from "./search/external/reindex.ts";
import type { SyncStatus } from "./search/external/sync-index.ts";
import type { RebuildProgress } from "./search/external/sync-step.ts";
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
  const shown = createReindexReport();
  let elsewhere = false;
  const report = (status: SyncStatus, hasBegun: boolean) => {
    elsewhere = status.state === "standby";
    shown.report(status, hasBegun);
  };
  try {
    const refused = external ? await reindex(external.queue, external.sync, report, stop) : [];
    shown.close();
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
    shown.close();
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

/** Says all the while how it stands: a bar, where this process does the work on a terminal; else plain lines. */
export function createReindexReport(stream: NodeJS.WriteStream = process.stderr) {
  const start = performance.now();
  const say = nowAndThen(stream);
  const other = createOther();
  const describe = createProgressText();
  let progress: Progress | null = null;
  const close = () => {
    progress?.close();
    progress = null;
  };
  return {
    report({ state, progress: of }: SyncStatus, hasBegun: boolean): void {
      if (of) {
        progress ??= openProgress(of.of, stream);
        progress.show(of.taken, describe(of));
        return;
      }
      close();
      if (state === "standby") say(...other(hasBegun));
      else if (performance.now() - start > PLAIN_WAIT) say("Waiting for Meilisearch");
    },
    close,
  };
}

/**
 * Time left goes by what the server has taken in: sending takes a tenth of the time. The server takes in much
 * at a time, so it is counted down from the last time that it had; once that has run out, nothing is said of it.
 */
function createProgressText() {
  const start = performance.now();
  let last = 0;
  let lastAt = start;
  return ({ of, sent, taken }: RebuildProgress): string => {
    const now = performance.now();
    if (taken !== last) [last, lastAt] = [taken, now];
    const end = taken > 0 ? lastAt + ((lastAt - start) / taken) * (of - taken) : now;
    const left = end - now >= 1000 ? `, about ${duration(end - now)} left` : "";
    return `${taken} of ${of} paragraphs taken in by Meilisearch, ${sent} sent · ${duration(now - start)}${left}`;
  };
}

/** @returns what is said of the server of the archive, which works out of sight: a line, and what is added when it is said again */
function createOther() {
  const askedAt = timeOfDay();
  let begun: string | null = null;
  let looks = 0;
  return (hasBegun: boolean): [string, string] => {
    const isFirst = looks++ === 0;
    if (!hasBegun)
      return [`The server of this archive is asked to rebuild it, since ${askedAt}`, ""];
    begun ??= isFirst ? `${timeOfDay()} or before` : timeOfDay();
    return [
      `The server of this archive rebuilds it, since ${begun}`,
      "; its /readyz says how far it is",
    ];
  };
}

/** @returns writes a line that is new at once, and one that is not every now and then, with how long it has been so */
function nowAndThen(stream: NodeJS.WriteStream) {
  let said: string | null = null;
  let newAt = 0;
  let saidAt = 0;
  return (line: string, more = ""): void => {
    const now = performance.now();
    const isNew = line !== said;
    if (!isNew && now - saidAt < PLAIN_WAIT) return;
    if (isNew) newAt = now;
    [said, saidAt] = [line, now];
    stream.write(isNew ? `${line}${more}.\n` : `${line}: ${duration(now - newAt)}.\n`);
  };
}

function timeOfDay(): string {
  return new Date().toTimeString().slice(0, "hh:mm:ss".length);
}

/** In seconds as long as these can be counted at a glance. */
function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
