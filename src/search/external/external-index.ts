/**
 * An index outside the archive's file, as the loop that keeps it in step sees it. Every method may
 * reject: the server is away, or refuses.
 */
import type { AddressReader, AddressRecord, ParagraphRecord } from "../../store/records.ts";

/** What the index says of itself; written together with its documents. */
export type IndexMark = { archive: string; build: string; batch: number };

/** Where documents go: the index that is searched, or one being built beside it. */
export type Place = "live" | "build";

export type IndexHealth = {
  /** Null when there is no index, or nothing of ours in it. */
  mark: IndexMark | null;
  /** Documents without the mark. */
  documents: number;
  /**
   * `rebuild` when its documents were made for other settings than these, `apply` when only applying
   * them is due, `altered` when somebody else changed them after that.
   */
  settings: "current" | "apply" | "altered" | "rebuild";
};

export type AddressDocuments = { address: AddressRecord; paragraphs: readonly ParagraphRecord[] };

/** What is sent of an address; null when it is gone. */
export function addressDocuments(reader: AddressReader, id: number): AddressDocuments | null {
  try {
    const { address, paragraphs } = reader.wholeAddress(id);
    return { address, paragraphs };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What became of work the server took on. */
export type TaskOutcome =
  | { state: "pending" }
  | { state: "done" }
  /** `lasting` when the same work would fail again. */
  | { state: "failed"; lasting: boolean; reason: string };

/** The address cannot be searched through this index. The message says which and why. */
export class UnfitAddressError extends Error {
  override name = "UnfitAddressError";
}

/** Two archives use one index. The message says what to do. */
export class SharedIndexError extends Error {
  override name = "SharedIndexError";
}

/** The server cannot be used as it is. The message says why and what to do, fit to be published. */
export class UnusableServerError extends Error {
  override name = "UnusableServerError";
}

/**
 * Waits for a task that the server has taken on. Rejects when whoever asked for the work is to end: what is
 * under way is then left as it is.
 */
export type WaitForTask = (task: number) => Promise<TaskOutcome>;

export interface ExternalIndex {
  /** Server and name, as told to operators and kept with the archive. */
  readonly target: string;
  health(): Promise<IndexHealth>;
  /** Brings the settings of the live index up to date. */
  applySettings(wait: WaitForTask): Promise<void>;
  /** What a build that is under way or left over says of itself; null when there is none. */
  buildMark(): Promise<IndexMark | null>;
  /**
   * Makes an index to build in, in place of one left over, with nothing but the mark in it.
   * @returns the task that puts the mark in; documents may be sent before it is done
   */
  openBuild(mark: IndexMark, wait: WaitForTask): Promise<number>;
  /**
   * Sends the documents of addresses, and the mark with the last of them.
   * @returns the server's number for the task
   * @throws UnfitAddressError when an address cannot be sent at all
   */
  put(place: Place, addresses: readonly AddressDocuments[], mark: IndexMark): Promise<number>;
  /** Removes documents of these addresses that came with an earlier batch. @returns the task */
  removeOlder(place: Place, addressIds: readonly number[], batch: number): Promise<number>;
  outcome(task: number): Promise<TaskOutcome>;
  /** Makes the build the index that is searched, at one stroke; told twice, it does so once. */
  swap(mark: IndexMark, wait: WaitForTask): Promise<void>;
  /** Has what builds have left behind removed; resolves before that is done. */
  sweep(): Promise<void>;
  /** The keys among these paragraphs whose documents the live index has otherwise than they should be. */
  differing(addresses: readonly AddressDocuments[]): Promise<string[]>;
}
