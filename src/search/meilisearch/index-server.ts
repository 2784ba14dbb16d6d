/** The index on a Meilisearch server, as the loop that keeps it in step uses it. */
import { type EnqueuedTask, Meilisearch, type Task } from "meilisearch";
import { createBreather } from "../external/breather.ts";
import type {
  AddressDocuments,
  ExternalIndex,
  IndexHealth,
  IndexMark,
  Place,
  TaskOutcome,
  WaitForTask,
} from "../external/external-index.ts";
import { isRefusal, TaskFailedError } from "../external/server-errors.ts";
import { documentsOf, type ParagraphDocument } from "./documents.ts";
import { causeOf } from "./errors.ts";
import { all, below, oneOf } from "./filter.ts";
import type { Connection } from "./http-client.ts";
import type { IndexSetup } from "./index-setup.ts";
import { isCurrentMark, MARK_KEY, markDocument, readMark, type StoredMark } from "./mark.ts";
import { differingSettings } from "./settings.ts";

/** Figures of writing, each with its reason. */
const LIMITS = {
  /** Milliseconds for one request; a server that hangs is noticed, and what it missed sent, within 30 s. */
  requestMs: 10_000,
  /** Milliseconds for a batch of some megabytes on a busy server. */
  sendMs: 30_000,
  /** Paragraphs that are made into documents at a stretch, in about a millisecond. */
  slice: 20,
} as const;

export type IndexServerOptions = {
  url: string;
  /** May write to `indexUid*`; null for a server without keys. */
  key: string | null;
  indexUid: string;
  setup: () => IndexSetup;
  connection: Connection;
};

/** The indexes on the server, and what they are to be like. */
type Remote = {
  client: Meilisearch;
  setup: () => IndexSetup;
  uids: Record<Place, string>;
};

export function createIndexServer(options: IndexServerOptions): ExternalIndex {
  const { url, key, indexUid, setup, connection } = options;
  const place = {
    host: url,
    ...(key === null ? {} : { apiKey: key }),
    httpClient: connection.httpClient,
  };
  const client = new Meilisearch({ ...place, timeout: LIMITS.requestMs });
  const sender = new Meilisearch({ ...place, timeout: LIMITS.sendMs });
  const uids = { live: indexUid, build: `${indexUid}_build` };
  const remote: Remote = { client, uids, setup };

  return {
    target: `${new URL(url).host}/${indexUid}`,
    health: () => readHealth(remote),
    applySettings: (wait) => applySettings(remote, finisher(wait)),
    openBuild: (mark, wait) => openBuild(remote, mark, finisher(wait)),
    buildMark: () => storedMark(client, uids.build),
    async put(to, addresses, mark) {
      const lines = await documentLines(addresses, mark.batch);
      lines.push(JSON.stringify(markDocument(mark, setup().hash)));
      const index = sender.index(uids[to]);
      const body = lines.join("\n");
      return (await index.addDocumentsFromString(body, "application/x-ndjson")).taskUid;
    },
    async removeOlder(place, addressIds, batch) {
      const filter = all([oneOf("address", addressIds), below("batch", batch)]);
      return (await client.index(uids[place]).deleteDocuments({ filter })).taskUid;
    },
    outcome: async (task) => outcomeOf(await orNull(() => client.tasks.getTask(task))),
    swap: (mark, wait) => swap(remote, mark, finisher(wait)),
    sweep: async () => void (await client.deleteIndex(uids.build)),
    differing: (addresses) => findDiffering(client.index(uids.live), addresses),
  };
}

/** Makes documents in slices: an address may have thousands of paragraphs. */
async function documentLines(
  addresses: readonly AddressDocuments[],
  batch: number,
): Promise<string[]> {
  const breathe = createBreather();
  const lines: string[] = [];
  for (const { address, paragraphs } of addresses) {
    for (let at = 0; at < paragraphs.length; at += LIMITS.slice) {
      const slice = paragraphs.slice(at, at + LIMITS.slice);
      for (const document of documentsOf(address, slice, batch)) {
        lines.push(JSON.stringify(document));
      }
      await breathe();
    }
  }
  return lines;
}

async function readHealth({ client, uids, setup }: Remote): Promise<IndexHealth> {
  const { hash, settings } = setup();
  const mark = await storedMark(client, uids.live);
  if (!mark) return { mark: null, documents: 0, settings: "rebuild" };
  const index = client.index(uids.live);
  const [stats, server] = await Promise.all([index.getStats(), index.getSettings()]);
  const altered = differingSettings(server, settings).length > 0;
  const applied = !isCurrentMark(mark, hash) ? "apply" : altered ? "altered" : "current";
  return {
    mark,
    documents: stats.numberOfDocuments - 1,
    settings: mark.format !== hash.format ? "rebuild" : applied,
  };
}

/** @throws TaskFailedError when the task fails */
type Finish = (task: EnqueuedTask) => Promise<void>;

function finisher(wait: WaitForTask): Finish {
  return async ({ taskUid }) => {
    const outcome = await wait(taskUid);
    if (outcome.state === "failed") throw new TaskFailedError(outcome.reason);
  };
}

async function applySettings({ client, uids, setup }: Remote, finish: Finish): Promise<void> {
  const { hash, settings } = setup();
  const index = client.index(uids.live);
  const mark = await storedMark(client, uids.live);
  await finish(await index.updateSettings(settings));
  if (mark) await finish(await index.addDocuments([markDocument(mark, hash)]));
}

/** Tasks are done in their order, so none of an earlier attempt can reach the new index. */
async function openBuild(
  { client, uids, setup }: Remote,
  mark: IndexMark,
  finish: Finish,
): Promise<number> {
  const { hash, settings } = setup();
  await finish(await client.deleteIndex(uids.build)).catch(unless("index_not_found"));
  await finish(await client.createIndex(uids.build, { primaryKey: "key" }));
  const build = client.index(uids.build);
  await finish(await build.updateSettings(settings));
  return (await build.addDocuments([markDocument(mark, hash)])).taskUid;
}

async function swap({ client, uids }: Remote, { build }: IndexMark, finish: Finish): Promise<void> {
  const isDone = async () => {
    // A key for one index is not shown the task of a swap. But tasks are done in their order, so
    // once this one is done, a swap whose answer was lost is too; a second would undo it. To add nothing
    // takes the server as long as to add one document, to delete nothing a thousandth of that.
    await finish(await client.index(uids.build).deleteDocuments([]));
    return (await storedMark(client, uids.live))?.build === build;
  };
  if (await isDone()) return;
  const created = await client.createIndex(uids.live, { primaryKey: "key" });
  await finish(created).catch(unless("index_already_exists"));
  await client.swapIndexes([{ indexes: [uids.live, uids.build], rename: false }]);
  if (await isDone()) return;
  throw new TaskFailedError(`The indexes ${uids.live} and ${uids.build} were not swapped`);
}

async function storedMark(client: Meilisearch, uid: string): Promise<StoredMark | null> {
  return readMark(await orNull(() => client.index(uid).getDocument(MARK_KEY)));
}

/**
 * What documents fail with when somebody removed the index they were meant for: the server makes
 * one in its place, which takes another field than `key` for the name of a document.
 */
const OF_THE_INDEX = new Set([
  "index_not_found",
  "missing_document_id",
  "index_primary_key_no_candidate_found",
  "index_primary_key_multiple_candidates_found",
]);

function outcomeOf(task: Task | null): TaskOutcome {
  if (!task) return { state: "failed", lasting: false, reason: "the server has no such task" };
  if (task.status === "succeeded") return { state: "done" };
  if (task.status === "enqueued" || task.status === "processing") return { state: "pending" };
  const { code = task.status, type = "", message = "" } = task.error ?? {};
  // `internal` and `system` are the server's own troubles (a full disk, say): they pass.
  const lasting = type === "invalid_request" && !OF_THE_INDEX.has(code);
  return { state: "failed", lasting, reason: `task ${task.uid} ${task.type}: ${code}: ${message}` };
}

/** Lets pass a task that failed for this reason. */
function unless(code: string): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof TaskFailedError && error.message.includes(code))) throw error;
  };
}

/** Null for what the server does not have. */
async function orNull<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (isRefusal(causeOf(error), 404)) return null;
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
