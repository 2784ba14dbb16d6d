/** A thread that drafts addresses while the main one saves the previous. Answers in order. */
import { parentPort, workerData } from "node:worker_threads";
import type { Taxonomy } from "../text/topics/taxonomy.ts";
import {
  createTextWork,
  type Draft,
  type DraftInput,
  draftParagraphs,
} from "./draft-paragraphs.ts";

const work = createTextWork(workerData as Taxonomy);

parentPort?.on("message", (input: DraftInput) => parentPort?.postMessage(draft(input)));

/** Null where drafting fails: the main thread drafts it again and meets the error in its place. */
function draft(input: DraftInput): Draft | null {
  try {
    return draftParagraphs(work, input, []);
  } catch {
    return null;
  }
}
