/** Empties the queue into an external index, batch by batch. */
import type { QueuedAddress } from "../../store/index-queue.ts";
import { createBreather } from "./breather.ts";
import {
  type AddressDocuments,
  addressDocuments,
  type IndexMark,
  type Place,
  type TaskOutcome,
  UnfitAddressError,
} from "./external-index.ts";
import { TaskFailedError } from "./server-errors.ts";
import type { Step } from "./sync-step.ts";
import { taskDone } from "./task-done.ts";

/** Figures of sending, each with its reason. */
const SENDING = {
  /** Paragraphs of a batch, about 1.2 kB each: large ones are taken in faster, and 10 MB is far below the server's 100. */
  batch: 8000,
} as const;

/** @param place with `build`, what is written meanwhile is told to the index that will be searched */
export async function sendQueue(step: Step, place: Place): Promise<void> {
  for (;;) {
    step.proceed();
    const { batch, rows } = await step.write((queue) => queue.take(SENDING.batch, place));
    if (rows.length === 0) return;
    const { archive, build, nextBuild } = step.queue.state();
    const mark = { archive, build: (place === "build" ? nextBuild : build) ?? "", batch };
    try {
      await send(step, place, mark, rows);
    } catch (error) {
      // Where that cannot be written, the next check puts back whatever is on its way.
      await step.write((queue) => queue.putBack(rows)).catch(() => {});
      throw error;
    }
  }
}

/** Sends rows; those that the server will never have are found by halving, and set aside. */
async function send(
  step: Step,
  place: Place,
  mark: IndexMark,
  rows: readonly QueuedAddress[],
): Promise<void> {
  const outcome = await attempt(step, place, mark, rows);
  if (outcome.state === "done") return step.write((queue) => queue.settle(rows, mark.batch));
  if (outcome.state !== "failed" || !outcome.lasting) {
    throw new TaskFailedError(
      outcome.state === "failed" ? outcome.reason : "The task is still under way",
    );
  }
  step.log.warn({ rows: rows.length, reason: outcome.reason }, "the index refused documents");
  const [first] = rows;
  if (rows.length === 1 && first) {
    return step.write((queue) => queue.refuse(first, outcome.reason));
  }
  const middle = Math.ceil(rows.length / 2);
  await send(step, place, mark, rows.slice(0, middle));
  await send(step, place, mark, rows.slice(middle));
}

async function attempt(
  step: Step,
  place: Place,
  mark: IndexMark,
  rows: readonly QueuedAddress[],
): Promise<TaskOutcome> {
  const { index } = step;
  const ids = rows.map(({ addressId }) => addressId);
  try {
    const addresses = await readAddresses(step, ids);
    const task = await index.put(place, addresses, mark);
    await step.write((queue) => queue.keepTask(rows, task));
    const removal = await index.removeOlder(place, ids, mark.batch);
    const put = await taskDone(step, task);
    return put.state === "done" ? await taskDone(step, removal) : put;
  } catch (error) {
    if (!(error instanceof UnfitAddressError)) throw error;
    return { state: "failed", lasting: true, reason: error.message };
  }
}

async function readAddresses({ reader }: Step, ids: readonly number[]) {
  const breathe = createBreather();
  const addresses: AddressDocuments[] = [];
  for (const id of ids) {
    const documents = addressDocuments(reader, id);
    if (documents) addresses.push(documents);
    await breathe();
  }
  return addresses;
}
