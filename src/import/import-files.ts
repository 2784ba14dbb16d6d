/** A whole import: files and folders in, one outcome for each address, no failure stops the others. */
import type { AddressCopy } from "./copies.ts";
import type { Draft } from "./draft-paragraphs.ts";
import { type Drafter, draftAhead } from "./drafter.ts";
import type { AddressImporter, ImportNote, ImportOutcome } from "./import-address.ts";
import { ImportError } from "./import-error.ts";
import { refuseTwice, titlesLast, wallsLast } from "./import-order.ts";
import { type InputFile, listInputs } from "./list-inputs.ts";
import { type ReadItem, type ReadOptions, readAddresses } from "./read-addresses.ts";

/** What an import tells while it runs. */
export type ImportObserver = {
  onStart?: (totals: { files: number; bytes: number }) => void;
  onAddress?: (place: string, outcome: ImportOutcome) => void;
  onFailure?: (error: ImportError) => void;
  /** About a file as a whole. */
  onNotice?: (notice: string) => void;
  /** After every address: how far all files are read, of `onStart`'s bytes. */
  onProgress?: (bytes: number) => void;
};

export type ImportSummary = {
  created: number;
  revised: number;
  unchanged: number;
  failed: number;
  /** The speakers' own paragraphs in the addresses that were read. */
  paragraphs: number;
  /** True when `signal` ended the import before its end. */
  stopped: boolean;
};

export type ImportOptions = ReadOptions & {
  note: ImportNote;
  /** Copies of the same day and language, whose breaks walls and whose titles cut ones take over. */
  copies?: readonly AddressCopy[];
  /** Splits and tags in another thread; absent, all is done in this one. */
  drafter?: Pick<Drafter, "draft">;
};

/**
 * Imports files and folders.
 * @param signal stops between two addresses; what is done stays done
 * @returns counts; rejects only when the archive itself fails (disk full, read-only)
 */
export async function importFiles(
  importAddress: AddressImporter,
  paths: readonly string[],
  options: ImportOptions,
  observer: ImportObserver = {},
  signal?: AbortSignal,
): Promise<ImportSummary> {
  const { files, failures, notices } = listInputs(paths);
  const summary = { ...NOTHING_YET, failed: failures.length };
  observer.onStart?.({ files: files.length, bytes: files.reduce((sum, f) => sum + f.size, 0) });
  for (const notice of notices) observer.onNotice?.(notice);
  for (const failure of failures) observer.onFailure?.(failure);

  const takeIn = createRun(importAddress, options);
  const inOrder = titlesLast(wallsLast(() => refuseTwice(readAll(files, options))));
  const items = draftAhead(inOrder, parsedOf, options.drafter);
  for await (const { item, draft } of items) {
    if (signal?.aborted) return { ...summary, stopped: true };
    const outcome = takeIn(item, await draft);
    if (outcome instanceof ImportError) {
      summary.failed += 1;
      observer.onFailure?.(outcome);
    } else {
      summary[outcome.outcome] += 1;
      summary.paragraphs += outcome.paragraphs;
      observer.onAddress?.(item.place, outcome);
    }
    observer.onProgress?.(item.bytesRead);
  }
  return summary;
}

const NOTHING_YET: ImportSummary = {
  created: 0,
  revised: 0,
  unchanged: 0,
  failed: 0,
  paragraphs: 0,
  stopped: false,
};

const parsedOf = (item: ReadItem) => (item.ok ? item.parsed : null);

/** The addresses of all files, `bytesRead` counted over all of them. */
async function* readAll(
  files: readonly InputFile[],
  options: ReadOptions,
): AsyncGenerator<ReadItem> {
  let bytesBefore = 0;
  for (const file of files) {
    for await (const item of readAddresses(file, options)) {
      yield { ...item, bytesRead: bytesBefore + item.bytesRead };
    }
    bytesBefore += file.size;
  }
}

/** Takes in one item after the other. */
function createRun(
  importAddress: AddressImporter,
  { note, copies = [] }: Pick<ImportOptions, "note" | "copies">,
) {
  return (item: ReadItem, draft: Draft | null): ImportOutcome | ImportError => {
    if (!item.ok) return item.error;
    try {
      const outcome = importAddress(item.parsed, note, draft, copies);
      return { ...outcome, notices: [...item.notices, ...outcome.notices] };
    } catch (error) {
      if (error instanceof ImportError) return error.at(item.place);
      throw error;
    }
  };
}
