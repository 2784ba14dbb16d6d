/** Whether an external index still is what it should be. */
import type { IndexState } from "../../store/index-queue.ts";
import { type IndexHealth, SharedIndexError } from "./external-index.ts";
import type { Step } from "./sync-step.ts";
import { taskDone } from "./task-done.ts";

/** Paragraphs whose documents are compared at each check; whoever changes 1 % is found out in a few. */
const SAMPLED = 50;

/**
 * Checks mark, settings, number of documents and a random sample, and brings settings up to date.
 * Picks up a build that was finished by a process that could not tell so any more.
 * @returns why the index must be rebuilt; null when it is right
 * @throws SharedIndexError when another archive has taken it
 */
export async function checkIndex(step: Step): Promise<string | null> {
  const { queue, index } = step;
  await waitForTasks(step);
  const health = await index.health();
  await adoptBuild(step, health);
  noticeRival(step, health);
  const wanted = whyAnyway(queue.state());
  const wrong = whyRebuild(queue.state(), health, index.target);
  if (wrong !== null) await distrust(step);
  if (wanted !== null || wrong !== null) return wanted ?? wrong;
  if (health.settings === "apply" || health.settings === "altered") {
    await distrust(step);
    if (health.settings === "apply") {
      step.log.info({ index: index.target }, "the index's settings are brought up to date");
    } else {
      const reason = "somebody changed them on the server";
      step.log.warn({ reason, index: index.target }, "the index's settings are put right");
    }
    await index.applySettings((task) => taskDone(step, task));
    await step.write(() => queue.trust());
  }
  return queue.isEmpty() ? await compareContent(step, health) : null;
}

/** What was on its way when a process died arrives or fails, and then is sent again. */
async function waitForTasks(step: Step): Promise<void> {
  for (const task of step.queue.tasks()) await taskDone(step, task);
  await step.write((queue) => queue.putAllBack());
}

async function adoptBuild({ queue, write }: Step, { mark }: IndexHealth): Promise<void> {
  const { nextBuild, archive } = queue.state();
  if (nextBuild === null || mark?.build !== nextBuild || mark.archive !== archive) return;
  await write(() => queue.finishBuild(nextBuild, mark.batch));
}

function distrust({ write }: Pick<Step, "write">): Promise<void> {
  return write((queue) => queue.distrust());
}

/**
 * A copy of an archive's file takes itself for the same archive. The index of a file that was put
 * back from a backup looks like a copy's, but is rebuilt for good.
 */
function noticeRival({ queue, rivals }: Step, { mark }: IndexHealth): void {
  const { archive, rebuildWanted, build, nextBuild } = queue.state();
  rivals.own(build, nextBuild);
  if (rebuildWanted) rivals.forget();
  else if (mark?.archive === archive) rivals.require(mark.build);
}

/** Reasons that leave the index that is searched as good as it was. */
function whyAnyway({ rebuildWanted, nextBuild }: IndexState): string | null {
  if (rebuildWanted) return "it was asked for";
  return nextBuild === null ? null : "the last rebuild was broken off";
}

/** Reasons not to believe the index any more. */
function whyRebuild(
  state: IndexState,
  { mark, settings }: IndexHealth,
  target: string,
): string | null {
  if (state.target !== target) return `${target} was not used before`;
  if (!mark) return "the server has no index of this archive";
  if (mark.archive !== state.archive) {
    if (state.build === null || state.rebuildWanted) return "it was another archive's";
    throw new SharedIndexError(
      `Another archive has taken the index: give each archive a MEILI_INDEX of its own, then run \`npm run verbatim -- reindex\`.`,
    );
  }
  if (settings === "rebuild") return "its documents were made for other settings";
  if (mark.build !== state.build) return "it is not the one that was built last";
  if (mark.batch < state.confirmed) return "it has lost what it had confirmed";
  if (mark.batch > state.batch) return "it is ahead of the archive";
  return state.complete ? null : "it is incomplete or wrong";
}

async function compareContent(step: Step, { documents }: IndexHealth): Promise<string | null> {
  const { queue } = step;
  const expected = queue.paragraphCount();
  // Read anew after the count: a write in between explains the difference.
  if (documents !== expected && queue.isEmpty()) {
    await distrust(step);
    return `it holds ${documents} paragraphs instead of ${expected}`;
  }
  return compareParagraphs(step, queue.sampleParagraphs(SAMPLED));
}

/** Holds documents of an index in step against the archive. @returns why it must be rebuilt; null when they are right */
export async function compareParagraphs(
  step: Pick<Step, "queue" | "reader" | "index" | "write">,
  ids: readonly number[],
): Promise<string | null> {
  const { queue, reader, index } = step;
  const sample = reader.paragraphsByIds(ids).map(({ paragraph, address }) => ({
    address,
    paragraphs: [paragraph],
  }));
  const differing = sample.length === 0 ? [] : await index.differing(sample);
  if (differing.length === 0 || !queue.isEmpty()) return null;
  await distrust(step);
  return `paragraph ${differing[0]} is not as it should be`;
}
