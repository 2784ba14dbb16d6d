/** The order in which an import takes addresses in: none twice, and those last that may take something from another. */
import type { ParsedAddress } from "../domain/address.ts";
import { addressIdentity } from "./address-identity.ts";
import { ImportError } from "./import-error.ts";
import type { ReadItem } from "./read-addresses.ts";

/** In the order of reading: the second address of one identity is refused, naming the first. */
export async function* refuseTwice(items: AsyncIterable<ReadItem>): AsyncGenerator<ReadItem> {
  const placeOf = new Map<string, string>();
  for await (const item of items) {
    if (!item.ok) {
      yield item;
      continue;
    }
    const identity = addressIdentity(item.parsed);
    const earlier = placeOf.get(identity);
    if (earlier === undefined) {
      placeOf.set(identity, item.place);
      yield item;
    } else {
      const { place, bytesRead } = item;
      yield { place, bytesRead, ok: false, error: duplicate(item, earlier) };
    }
  }
}

function duplicate(item: Extract<ReadItem, { ok: true }>, earlier: string): ImportError {
  const { nativeId } = item.parsed.source;
  return new ImportError(
    nativeId === null
      ? `The same date, speaker, language and title as ${earlier}.`
      : `The same id ${JSON.stringify(nativeId)} as ${earlier}.`,
    "Keep one of the two, or give each an id of its own.",
    item.place,
  );
}

/** Blank lines part paragraphs. */
const BREAK = /\n[^\S\n]*\n/u;

/**
 * Puts walls of text behind all others: a copy with paragraphs, whose breaks they take over, may be among those.
 * They are read a second time then, so that nothing has to wait in memory.
 * @param read begins to read from the start, each time it is called
 */
export async function* wallsLast(read: () => AsyncIterable<ReadItem>): AsyncGenerator<ReadItem> {
  const failed = new Set<string>();
  let bytesDone = 0;
  let bytesOfWalls = 0;
  for await (const item of read()) {
    if (isWall(item)) {
      bytesOfWalls += item.parsed.raw.length;
      continue;
    }
    if (!item.ok) failed.add(item.place);
    bytesDone = item.bytesRead - bytesOfWalls;
    yield { ...item, bytesRead: bytesDone };
  }
  if (bytesOfWalls === 0) return;
  for await (const item of read()) {
    const wall = isWall(item);
    // What could be read before and cannot any more is told as well.
    if (!wall && (item.ok || failed.has(item.place))) continue;
    if (wall) bytesDone += item.parsed.raw.length;
    yield { ...item, bytesRead: bytesDone };
  }
}

function isWall(item: ReadItem): item is Extract<ReadItem, { ok: true }> {
  return item.ok && !BREAK.test(item.parsed.text);
}

/** Bytes of addresses that wait for the end: some two thousand of usual length, three times as much in memory. */
const MOST_WAITING = 16_000_000;

/**
 * Puts addresses whose title is not whole behind all others: a copy that has it whole may be among those.
 * @param most bytes that wait; what would be more comes in where it stands
 */
export async function* titlesLast(
  items: AsyncIterable<ReadItem>,
  most: number = MOST_WAITING,
): AsyncGenerator<ReadItem> {
  const waiting: ReadItem[] = [];
  let bytesWaiting = 0;
  let bytesRead = 0;
  for await (const item of items) {
    bytesRead = item.bytesRead;
    const bytes = item.ok && hasPartOfTitle(item.parsed) ? item.parsed.raw.length : null;
    if (bytes === null || bytesWaiting + bytes > most) {
      yield item;
    } else {
      bytesWaiting += bytes;
      waiting.push(item);
    }
  }
  for (const item of waiting) yield { ...item, bytesRead };
}

function hasPartOfTitle({ wantsTitle }: ParsedAddress): boolean {
  return wantsTitle === "end" || wantsTitle === "words";
}
