/** Compares every document of an external index with the archive, a piece at a time, for ever. */
import { compareParagraphs } from "./check-index.ts";
import type { Step } from "./sync-step.ts";

/** Figures of the walk, each with its reason. */
const WALK = {
  /** Paragraphs of one request: making their documents anew holds up nobody for long. */
  request: 50,
  /** Paragraphs of a piece at most: 150,000 in 10 minutes, for some hundredths of one core. */
  piece: 250,
} as const;

/** Beginning anywhere, so that a process that is often restarted still comes everywhere. */
export function createWalk(step: Pick<Step, "queue" | "reader" | "index" | "write">) {
  const { queue } = step;
  let after: number | null = null;
  let piece = 0;

  function begin(share: number, at: number): void {
    after = at;
    piece = Math.min(Math.ceil(queue.paragraphCount() * share), WALK.piece);
  }

  return {
    /**
     * Walks on, if the index is in step.
     * @param share of the archive to be compared
     * @returns why the index must be rebuilt; null when what was compared is right
     */
    async on(share: number): Promise<string | null> {
      if (after === null) begin(share, queue.sampleParagraphs(1)[0] ?? 0);
      for (let left = piece; left > 0; left -= WALK.request) {
        if (!queue.isEmpty()) return null;
        const ids = queue.paragraphsAfter(after ?? 0, Math.min(left, WALK.request));
        const wrong = await compareParagraphs(step, ids);
        if (wrong !== null) return wrong;
        if (ids.length === 0) begin(share, 0);
        else after = ids.at(-1) as number;
      }
      return null;
    },
  };
}
