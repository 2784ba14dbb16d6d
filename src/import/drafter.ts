/** Drafts addresses ahead of their saving, in a thread of its own: an import then uses two cores. */
import { Worker } from "node:worker_threads";
import type { ParsedAddress } from "../domain/address.ts";
import type { Taxonomy } from "../text/topics/taxonomy.ts";
import type { Draft, DraftInput } from "./draft-paragraphs.ts";

export type Drafter = {
  /**
   * @returns the draft of an address that the archive does not have yet; null where it could not be made,
   *   also because the thread died: whoever imports makes it, and meets what was wrong in its place
   */
  draft(parsed: ParsedAddress): Promise<Draft | null>;
  close(): Promise<void>;
};

/** Room for new objects in the thread. Drafts are short-lived: Node's own choice took 65 MB more and no less time. */
const YOUNG_MB = 16;

/** @param taxonomy the one that the importer uses too */
export function startDrafter(taxonomy: Taxonomy): Drafter {
  const thread = new Worker(new URL("./draft-thread.ts", import.meta.url), {
    workerData: taxonomy,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const waiting: PromiseWithResolvers<Draft | null>[] = [];
  thread.on("message", (draft: Draft | null) => waiting.shift()?.resolve(draft));
  let isDead = false;
  thread.on("error", () => {
    isDead = true;
    for (const one of waiting.splice(0)) one.resolve(null);
  });
  return {
    draft({ facts, text, leadLength }) {
      if (isDead) return Promise.resolve(null);
      const input: DraftInput = {
        facts,
        text,
        leadLength: typeof leadLength === "number" ? leadLength : null,
      };
      const answer = Promise.withResolvers<Draft | null>();
      waiting.push(answer);
      thread.postMessage(input);
      return answer.promise;
    },
    close: async () => {
      await thread.terminate();
    },
  };
}

/**
 * What is drafted ahead while an address is saved: enough that neither thread waits for the other, and
 * so little that addresses as long as books do not pile up in memory. Characters are UTF-16 units.
 */
const AHEAD = { addresses: 8, characters: 1_000_000 };

/**
 * Passes items on, each with its draft, while those behind it are being drafted already.
 * @param parsedOf the address of an item, null where there is nothing to draft
 * @param drafter absent, nothing is drafted ahead and every draft is null
 */
export async function* draftAhead<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  parsedOf: (item: Item) => ParsedAddress | null,
  drafter?: Pick<Drafter, "draft">,
): AsyncGenerator<{ item: Item; draft: Promise<Draft | null> | null }> {
  const queue: { item: Item; draft: Promise<Draft | null> | null; characters: number }[] = [];
  let characters = 0;
  for await (const item of items) {
    const parsed = parsedOf(item);
    const draft = drafter && parsed ? drafter.draft(parsed) : null;
    queue.push({ item, draft, characters: parsed?.text.length ?? 0 });
    characters += parsed?.text.length ?? 0;
    while (queue.length > AHEAD.addresses || characters > AHEAD.characters) {
      const first = queue.shift() as (typeof queue)[number];
      characters -= first.characters;
      yield first;
    }
  }
  yield* queue;
}
