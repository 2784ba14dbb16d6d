/** Tags for many paragraphs, here or in threads of their own. */
import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import type { TopicTag } from "../domain/address.ts";
import type { Mention } from "../domain/mention.ts";
import { type Taggers, tagWords, type WordsContext } from "../text/tag-words.ts";
import type { Taxonomy } from "../text/topics/taxonomy.ts";

/** What tagging a paragraph needs to know. */
export type Untagged = WordsContext & { text: string };
export type BatchTags = { topics: TopicTag[]; mentions: Mention[] }[];

/** @returns tags in the order of the batch */
export function tagBatch(taggers: Taggers, batch: readonly Untagged[]): BatchTags {
  return batch.map((paragraph) => tagWords(taggers, paragraph.text, paragraph));
}

export type TagThreads = {
  /** How many batches can be under way without one waiting. */
  threads: number;
  tag(batch: readonly Untagged[]): Promise<BatchTags>;
  close(): Promise<void>;
};

/** Starts a thread for each core, all with the same taxonomy. */
export function startTagThreads(taxonomy: Taxonomy): TagThreads {
  const threads = availableParallelism();
  const pool = new Piscina<readonly Untagged[], BatchTags>({
    filename: new URL("./tag-thread.ts", import.meta.url).href,
    workerData: taxonomy,
    minThreads: threads,
    maxThreads: threads,
    recordTiming: false,
  });
  return { threads, tag: (batch) => pool.run(batch), close: () => pool.destroy() };
}
