/** Waiting for work that the server has taken on. */
import { setTimeout as sleep } from "node:timers/promises";
import type { TaskOutcome } from "./external-index.ts";
import { steadyNow } from "./steady-clock.ts";
import type { Step } from "./sync-step.ts";

/** Milliseconds between two looks at a task: the first, and the longest. */
const POLL_MS = { first: 5, longest: 100 } as const;

/**
 * Waits until the server has done a task, or failed to, however long that takes: a server whose disk is
 * full goes on once there is room.
 * @throws as `step.proceed` does
 */
export async function taskDone(step: Step, task: number): Promise<TaskOutcome> {
  const since = steadyNow();
  let pause: number = POLL_MS.first;
  try {
    for (;;) {
      const outcome = await step.index.outcome(task);
      if (outcome.state !== "pending") return outcome;
      step.proceed();
      step.waitsFor(steadyNow() - since);
      await sleep(pause);
      pause = Math.min(pause * 2, POLL_MS.longest);
    }
  } finally {
    step.waitsFor(0);
  }
}
