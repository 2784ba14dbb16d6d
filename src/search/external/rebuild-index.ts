/**
 * Builds an index from nothing beside the one that is searched, tells it what was written meanwhile,
 * and puts it in its place at one stroke.
 */
import { randomBytes } from "node:crypto";
import { createBreather } from "./breather.ts";
import {
  type AddressDocuments,
  addressDocuments,
  type IndexMark,
  UnfitAddressError,
} from "./external-index.ts";
import { faultDetails } from "./fault.ts";
import { PATIENCE, patiently } from "./patience.ts";
import { sendQueue } from "./send-queue.ts";
import { TaskFailedError } from "./server-errors.ts";
import type { Step } from "./sync-step.ts";
import { taskDone } from "./task-done.ts";

/** Figures of filling a build, each with its reason. */
const FILLING = {
  /**
   * Paragraphs of a batch: the server begins with the first after a tenth of the time that a large one
   * takes to be made, and takes in together whatever has come meanwhile.
   */
  batch: 1000,
  /** Batches that the server has not yet taken in. More would only fill its disk; fewer would let it wait. */
  underWay: 128,
  /** Addresses whose ids are read at a time. */
  ids: 500,
} as const;

/** @throws whatever goes wrong; what was searched before goes on being searched */
export async function rebuildIndex(step: Step): Promise<void> {
  const { queue, index, rivals } = step;
  const build = randomBytes(6).toString("hex");
  rivals.own(build);
  rivals.require((await index.buildMark())?.build ?? null);
  await step.write(() => queue.beginBuild(index.target, build));
  const mark = await makeBuild(step, build).catch(async (failure) => {
    // Nothing of it was searched: where the old index is still right, nobody has to finish this one.
    const drop = () => queue.dropBuild(build);
    const isDropped = await patiently(drop, { longest: PATIENCE.farewell }).catch(() => false);
    if (isDropped) await index.sweep().catch(() => {});
    throw failure;
  });
  // From here on only the index itself knows whether it was swapped, so the build is not given up.
  await index.swap(mark, (task) => taskDone(step, task));
  await step.write(() => queue.finishBuild(build, mark.batch));
  await index.sweep().catch((error) => {
    const details = { ...faultDetails(error), index: index.target };
    step.log.warn(details, "what the rebuild left behind stays on the server until the next");
  });
}

/** Fills the build. @returns the mark that it ends with, once it can take the other's place */
async function makeBuild(step: Step, build: string): Promise<IndexMark> {
  const { queue, index } = step;
  const { archive, batch: first } = queue.state();
  const opened = { archive, build, batch: first };
  step.progress({ of: queue.paragraphCount(), sent: 0, taken: 0 });
  const opening = await index.openBuild(opened, (task) => taskDone(step, task));
  await fill(step, opened, opening);
  // In rounds, so that writers cannot keep the build from ever being searched.
  await sendQueue(step, "build");
  const mark = { archive, build, batch: queue.state().batch };
  await requireMark(step, mark);
  step.proceed();
  return mark;
}

/** The mark comes with every batch; only where the last was refused, it has to be put there by itself. */
async function requireMark(step: Step, mark: IndexMark): Promise<void> {
  const found = await step.index.buildMark();
  if (found?.build === mark.build && found.batch === mark.batch) return;
  const outcome = await taskDone(step, await step.index.put("build", [], mark));
  if (outcome.state !== "done")
    throw new TaskFailedError("The build could not be marked as finished");
}

/** A batch that the server has not yet taken in; `paragraphs` become documents. */
type Sent = { task: number; ids: number[]; paragraphs: number };

/** What is told of the filling. Addresses that came after its beginning are filled in too. */
function createProgress({ queue, progress }: Step) {
  const all = queue.paragraphCount();
  let sent = 0;
  let taken = 0;
  const tell = () => progress({ of: Math.max(all, sent), sent, taken });
  return {
    sent(paragraphs: number): void {
      sent += paragraphs;
      tell();
    },
    taken(paragraphs: number): void {
      taken += paragraphs;
      tell();
    },
  };
}

/**
 * Sends every address. Those of a batch that is refused are queued, where the culprit is found.
 * @param opening task of the server that opens the build
 */
async function fill(step: Step, mark: IndexMark, opening: number): Promise<void> {
  const underWay: Sent[] = [{ task: opening, ids: [], paragraphs: 0 }];
  const progress = createProgress(step);

  for await (const addresses of batches(step)) {
    step.proceed();
    const ids = addresses.map(({ address }) => address.id);
    const paragraphs = addresses.reduce((sum, { address }) => sum + address.paragraphCount, 0);
    const task = await putOrQueue(step, addresses, mark);
    if (task !== null) {
      underWay.push({ task, ids, paragraphs });
      progress.sent(paragraphs);
    }
    while (underWay.length >= FILLING.underWay || (await isOldestOver())) await settleOldest();
  }
  while (underWay.length > 0) await settleOldest();

  /** So that what is taken in is told while others are sent. */
  async function isOldestOver(): Promise<boolean> {
    const [oldest] = underWay;
    return oldest !== undefined && (await step.index.outcome(oldest.task)).state !== "pending";
  }

  async function settleOldest(): Promise<void> {
    const { task, ids, paragraphs } = underWay.shift() as Sent;
    const outcome = await taskDone(step, task);
    if (outcome.state === "done") return progress.taken(paragraphs);
    if (outcome.state === "failed" && outcome.lasting) {
      return step.write((queue) => queue.enqueue(ids));
    }
    throw new TaskFailedError(
      outcome.state === "failed" ? outcome.reason : `Task ${task} did not end`,
    );
  }
}

/** @returns the server's number for the task; null where the addresses were queued instead */
async function putOrQueue(
  { index, log, write }: Step,
  addresses: AddressDocuments[],
  mark: IndexMark,
): Promise<number | null> {
  try {
    return await index.put("build", addresses, mark);
  } catch (error) {
    if (!(error instanceof UnfitAddressError)) throw error;
    log.warn({ reason: error.message }, "an address does not fit into the index");
    await write((queue) => queue.enqueue(addresses.map(({ address }) => address.id)));
    return null;
  }
}

/** All addresses by id, joined until as many of their paragraphs become documents as a batch holds. */
async function* batches({ queue, reader }: Step): AsyncGenerator<AddressDocuments[]> {
  const breathe = createBreather();
  let addresses: AddressDocuments[] = [];
  let paragraphs = 0;
  let last = 0;
  for (;;) {
    const ids = queue.addressIds(last, FILLING.ids);
    if (ids.length === 0) break;
    for (const id of ids) {
      const documents = addressDocuments(reader, id);
      await breathe();
      if (!documents) continue;
      addresses.push(documents);
      paragraphs += documents.address.paragraphCount;
      if (paragraphs < FILLING.batch) continue;
      yield addresses;
      addresses = [];
      paragraphs = 0;
    }
    last = ids.at(-1) as number;
  }
  if (addresses.length > 0) yield addresses;
}
