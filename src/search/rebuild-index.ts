/**
 * Builds an index from nothing beside the one that is searched, tells it what was written meanwhile,
 * and puts it in its place at one stroke.
 */
import { randomBytes } from "node:crypto";
import {
  type AddressDocuments,
  addressDocuments,
  type IndexMark,
  UnfitAddressError,
} from "./external-index.ts";
import { SENDING, sendQueue, taskDone } from "./send-queue.ts";
import type { Step } from "./sync-step.ts";

/** Batches that the server has not yet taken in. More would only fill its disk; fewer would let it wait. */
const MOST_UNDER_WAY = 16;
/** Addresses whose ids are read at a time. */
const IDS = 500;

export async function rebuildIndex(step: Step): Promise<void> {
  const { queue, index, rivals } = step;
  const build = randomBytes(6).toString("hex");
  rivals.own(build);
  rivals.require(await index.buildUnderWay());
  queue.beginBuild(index.target, build);
  await index.openBuild({ archive: queue.state().archive, build, batch: queue.state().batch });
  await fill(step, build);
  // In rounds, so that writers cannot keep the build from ever being searched.
  await sendQueue(step, "build");
  const { archive, batch } = queue.state();
  const mark = { archive, build, batch };
  const outcome = await taskDone(step, await index.put("build", [], mark));
  if (outcome.state !== "done") throw new Error("The build could not be marked as finished");
  step.proceed();
  await index.swap(mark);
  queue.finishBuild(build, batch);
  await index.sweep();
}

/** Sends every address. Those of a batch that is refused are queued, where the culprit is found. */
async function fill(step: Step, build: string): Promise<void> {
  const { queue, index } = step;
  const { archive, batch } = queue.state();
  const mark = { archive, build, batch };
  const underWay: { task: number; ids: number[] }[] = [];
  const sent = { addresses: 0, paragraphs: 0 };

  for (const addresses of batches(step)) {
    step.proceed();
    const ids = addresses.map(({ address }) => address.id);
    const task = await putOrQueue(step, addresses, mark);
    if (task !== null) underWay.push({ task, ids });
    sent.addresses += ids.length;
    for (const { paragraphs } of addresses) sent.paragraphs += paragraphs.length;
    if (underWay.length >= MOST_UNDER_WAY) await settleOldest();
    step.progress(sent.addresses, sent.paragraphs);
  }
  while (underWay.length > 0) await settleOldest();

  async function settleOldest(): Promise<void> {
    const { task, ids } = underWay.shift() as (typeof underWay)[number];
    const outcome = await taskDone(step, task);
    if (outcome.state === "done") return;
    if (outcome.state === "failed" && outcome.lasting) return queue.enqueue(ids);
    throw new Error(outcome.state === "failed" ? outcome.reason : `Task ${task} did not end`);
  }

  async function putOrQueue(
    { queue, log }: Step,
    addresses: AddressDocuments[],
    mark: IndexMark,
  ): Promise<number | null> {
    try {
      return await index.put("build", addresses, mark);
    } catch (error) {
      if (!(error instanceof UnfitAddressError)) throw error;
      log.warn({ reason: error.message }, "an address does not fit into the index");
      queue.enqueue(addresses.map(({ address }) => address.id));
      return null;
    }
  }
}

/** All addresses by id, joined until they hold as many paragraphs as a batch. */
function* batches({ queue, reader }: Step): Generator<AddressDocuments[]> {
  let addresses: AddressDocuments[] = [];
  let paragraphs = 0;
  let last = 0;
  for (;;) {
    const ids = queue.addressIds(last, IDS);
    if (ids.length === 0) break;
    for (const id of ids) {
      const documents = addressDocuments(reader, id);
      if (!documents) continue;
      addresses.push(documents);
      paragraphs += documents.paragraphs.length;
      if (paragraphs < SENDING.batch) continue;
      yield addresses;
      addresses = [];
      paragraphs = 0;
    }
    last = ids.at(-1) as number;
  }
  if (addresses.length > 0) yield addresses;
}
