/** The index on a Meilisearch server, as the loop that keeps it in step uses it. */
import { setTimeout as sleep } from "node:timers/promises";
import { type EnqueuedTask, Meilisearch, type Task } from "meilisearch";
import type {
  AddressDocuments,
  ExternalIndex,
  IndexHealth,
  Place,
  TaskOutcome,
} from "../external-index.ts";
import { documentsOf, type ParagraphDocument } from "./documents.ts";
import { causeOf } from "./errors.ts";
import { all, below, oneOf } from "./filter.ts";
import { type Connection, ServerRefusedError } from "./http-client.ts";
import { isCurrentMark, MARK_KEY, markDocument, readMark, type StoredMark } from "./mark.ts";
import { differingSettings, indexSettings, type Synonyms, settingsHash } from "./settings.ts";

/** Figures of writing, each with its reason. */
const LIMITS = {
  /** Milliseconds for one request: a batch of some megabytes on a busy server. */
  requestMs: 30_000,
  /** Milliseconds between two looks at a task, the first and the longest. */
  pollMs: { first: 20, longest: 500 },
  /** Milliseconds that one task may take; settings on a large index take minutes. */
  taskMs: 30 * 60_000,
} as const;

export type IndexServerOptions = {
  url: string;
  /** May write to `indexUid*`; null for a server without keys. */
  key: string | null;
  indexUid: string;
  synonyms: Synonyms;
  connection: Connection;
};

/** A task that failed; the client itself says nothing of it. */
export class TaskFailedError extends Error {
  override name = "TaskFailedError";
}

export function createIndexServer(options: IndexServerOptions): ExternalIndex {
  const { url, key, indexUid, synonyms, connection } = options;
  const client = new Meilisearch({
    host: url,
    ...(key === null ? {} : { apiKey: key }),
    httpClient: connection.httpClient,
    timeout: LIMITS.requestMs,
  });
  const settings = indexSettings(synonyms);
  const hash = settingsHash(synonyms);
  const uids: Record<Place, string> = { live: indexUid, build: `${indexUid}_build` };

  const storedMark = async (uid: string) =>
    readMark(await orNull(() => client.index(uid).getDocument(MARK_KEY)));
  const finish = async (task: EnqueuedTask) => requireDone(await waitFor(client, task.taskUid));
  const makeIndex = async (uid: string) => {
    await finish(await client.createIndex(uid, { primaryKey: "key" }));
    await finish(await client.index(uid).updateSettings(settings));
  };

  return {
    target: `${new URL(url).host}/${indexUid}`,
    async health(): Promise<IndexHealth> {
      const mark = await storedMark(uids.live);
      if (!mark) return { mark: null, documents: 0, settings: "rebuild" };
      const index = client.index(uids.live);
      const [stats, server] = await Promise.all([index.getStats(), index.getSettings()]);
      return {
        mark,
        documents: stats.numberOfDocuments - 1,
        settings: compareSettings(mark, differingSettings(server, settings)),
      };
    },
    async applySettings() {
      const index = client.index(uids.live);
      const mark = await storedMark(uids.live);
      await finish(await index.updateSettings(settings));
      if (mark) await finish(await index.addDocuments([markDocument(mark, hash)]));
    },
    async openBuild() {
      // Tasks are done in their order, so none of an earlier attempt can reach the new index.
      await dropIndex(uids.build);
      await makeIndex(uids.build);
    },
    async put(place, addresses, mark) {
      const documents = addresses.flatMap(({ address, paragraphs }) =>
        documentsOf(address, paragraphs, mark.batch),
      );
      const body = [...documents, markDocument(mark, hash)]
        .map((d) => JSON.stringify(d))
        .join("\n");
      const index = client.index(uids[place]);
      return (await index.addDocumentsFromString(body, "application/x-ndjson")).taskUid;
    },
    async removeOlder(place, addressIds, batch) {
      const filter = all([oneOf("address", addressIds), below("batch", batch)]);
      return (await client.index(uids[place]).deleteDocuments({ filter })).taskUid;
    },
    outcome: async (task) => outcomeOf(await orNull(() => client.tasks.getTask(task))),
    async swap(mark) {
      // A swap whose answer was lost may still be under way, and a second would undo it.
      await everythingDone();
      if ((await storedMark(uids.live))?.build === mark.build) return;
      await finish(await client.createIndex(uids.live, { primaryKey: "key" })).catch(whereThere);
      await client.swapIndexes([{ indexes: [uids.live, uids.build], rename: false }]);
      await everythingDone();
      if ((await storedMark(uids.live))?.build === mark.build) return;
      throw new TaskFailedError(`The indexes ${uids.live} and ${uids.build} were not swapped`);
    },
    sweep: () => dropIndex(uids.build),
    differing: (addresses) => findDiffering(client.index(uids.live), addresses),
  };

  /**
   * Waits for what is under way: tasks are done in their order, and this one comes last. A key for
   * one index is not shown the task of a swap itself.
   */
  async function everythingDone(): Promise<void> {
    await finish(await client.index(uids.build).addDocuments([]));
  }

  async function dropIndex(uid: string): Promise<void> {
    await finish(await client.deleteIndex(uid)).catch(whereGone);
  }

  function compareSettings(mark: StoredMark, differing: string[]): IndexHealth["settings"] {
    if (mark.format !== hash.format) return "rebuild";
    return isCurrentMark(mark, hash) && differing.length === 0 ? "current" : "apply";
  }
}

async function waitFor(client: Meilisearch, task: number): Promise<Task> {
  const until = Date.now() + LIMITS.taskMs;
  let pause: number = LIMITS.pollMs.first;
  while (Date.now() < until) {
    const found = await client.tasks.getTask(task);
    if (found.status !== "enqueued" && found.status !== "processing") return found;
    await sleep(pause);
    pause = Math.min(pause * 2, LIMITS.pollMs.longest);
  }
  throw new TaskFailedError(`Task ${task} was not done within ${LIMITS.taskMs} ms`);
}

function requireDone(task: Task): void {
  const outcome = outcomeOf(task);
  if (outcome.state === "failed") throw new TaskFailedError(outcome.reason);
}

function outcomeOf(task: Task | null): TaskOutcome {
  if (!task) return { state: "failed", lasting: false, reason: "the server has no such task" };
  if (task.status === "succeeded") return { state: "done" };
  if (task.status === "enqueued" || task.status === "processing") return { state: "pending" };
  const { code = task.status, type = "", message = "" } = task.error ?? {};
  // `internal` and `system` are the server's own troubles (a full disk, say): they pass.
  const lasting = type === "invalid_request" && code !== "index_not_found";
  return { state: "failed", lasting, reason: `task ${task.uid} ${task.type}: ${code}: ${message}` };
}

function whereGone(error: unknown): void {
  if (!/index_not_found/.test(messageOf(error))) throw error;
}

function whereThere(error: unknown): void {
  if (!/index_already_exists/.test(messageOf(error))) throw error;
}

function messageOf(error: unknown): string {
  return (causeOf(error) as Error).message;
}

/** Null for what the server does not have. */
async function orNull<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    const cause = causeOf(error);
    if (cause instanceof ServerRefusedError && cause.status === 404) return null;
    throw error;
  }
}

async function findDiffering(
  index: ReturnType<Meilisearch["index"]>,
  addresses: readonly AddressDocuments[],
): Promise<string[]> {
  const wanted = addresses.flatMap(({ address, paragraphs }) =>
    documentsOf(address, paragraphs, 0),
  );
  const { results } = await index.getDocuments<ParagraphDocument>({
    ids: wanted.map(({ key }) => key),
    limit: wanted.length,
  });
  const found = new Map(results.map((document) => [document.key, content(document)]));
  return wanted
    .filter((document) => found.get(document.key) !== content(document))
    .map((d) => d.key);
}

/** Everything but the batch that brought it. */
function content({ batch: _batch, ...document }: ParagraphDocument): string {
  return JSON.stringify(Object.entries(document).sort(([a], [b]) => (a < b ? -1 : 1)));
}
