/** The thread in which paragraphs are tagged anew, a batch at a time. */
import { workerData } from "node:worker_threads";
import { createTaggers } from "../text/tag-words.ts";
import type { Taxonomy } from "../text/topics/taxonomy.ts";
import { tagBatch, type Untagged } from "./tag-batch.ts";

const taggers = createTaggers(workerData as Taxonomy);

export default (batch: readonly Untagged[]) => tagBatch(taggers, batch);
