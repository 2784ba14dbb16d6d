/** What the steps of the loop that keeps an external index in step have in common. */
import type { IndexQueue } from "../../store/index-queue.ts";
import type { AddressReader } from "../../store/records.ts";
import type { ExternalIndex } from "./external-index.ts";
import type { Rivals } from "./rivals.ts";

export type SyncLog = {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
};

export type SyncContext = {
  queue: IndexQueue;
  reader: AddressReader;
  index: ExternalIndex;
  log: SyncLog;
};

/** Of a rebuild, in paragraphs that become documents: `of` in all, sent so far, and taken in by the server. */
export type RebuildProgress = { of: number; sent: number; taken: number };

/** What the steps of the loop are given: keeps the hold on the queue, tells of progress, ends in time. */
export type Step = SyncContext & {
  /** What is known of other writers, since the start of this process. */
  rivals: Rivals;
  /** @throws when another process has taken over, or the loop is asked to stop: the step ends there */
  proceed(): void;
  progress(of: RebuildProgress): void;
  /** Told how long, in milliseconds, the server has been at one piece of work; 0 when it is done. */
  waitsFor(ms: number): void;
  /**
   * Writes to the queue, as soon as no other program writes to the archive.
   * @throws also as `proceed` does, and when that takes too long
   */
  write<Result>(work: (queue: IndexQueue) => Result): Promise<Result>;
};
