/** Drafts addresses ahead of their saving, in a thread of its own: an import then uses two cores. */
import { Worker } from "node:worker_threads";
import type { ParsedAddress } from "../domain/address.ts";
import type { Taxonomy } from "../text/topics/taxonomy.ts";
import type { Draft, DraftInput } from "./draft-paragraphs.ts";

export type Drafter = {
  /** @returns the draft of an address that the archive does not have yet; null where it could not be made */
  draft(parsed: ParsedAddress): Promise<Draft | null>;
  close(): Promise<void>;
};

/** @param taxonomy the one that the importer uses too */
export function startDrafter(taxonomy: Taxonomy): Drafter {
  const thread = new Worker(new URL("./draft-thread.ts", import.meta.url), {
    workerData: taxonomy,
  });
  const waiting: PromiseWithResolvers<Draft | null>[] = [];
  thread.on("message", (draft: Draft | null) => waiting.shift()?.resolve(draft));
  thread.on("error", (error) => {
    for (const one of waiting.splice(0)) one.reject(error);
  });
  return {
    draft({ facts, text, leadLength }) {
      const input: DraftInput = {
        facts,
        text,
        leadLength: typeof leadLength === "number" ? leadLength : null,
      };
      const answer = Promise.withResolvers<Draft | null>();
      // Whoever waits for the first of them hears of a thread that died; the rest need not.
      answer.promise.catch(() => {});
      waiting.push(answer);
      thread.postMessage(input);
      return answer.promise;
    },
    close: async () => {
      await thread.terminate();
    },
  };
}
