/** Other copies of an address: their paragraphs show where those of a wall begin, their titles what was cut off. */
import { basename } from "node:path";
import type { AddressFacts, ParsedAddress } from "../domain/address.ts";
import { type Block, splitAddress } from "../text/paragraphs/split-address.ts";
import { alignBreaks, LEAST_SHARED, sharedWords } from "../text/paragraphs/transplant-breaks.ts";
import { tokenize } from "../text/tokens.ts";
import { ImportError } from "./import-error.ts";
import { listInputs } from "./list-inputs.ts";
import { beforeCut } from "./mend-title.ts";
import { type ReadOptions, readAddresses } from "./read-addresses.ts";

/** When two texts are nearly the same. Of the corpora's addresses of one day, language and speaker. */
const NEARLY_THE_SAME = {
  /** Least part of the longer one's words that both have: copies have .85 and more, others .05. */
  shared: 0.8,
  /** Least part of the longer one's characters that the shorter has: below it, they hardly share so many words. */
  length: 0.7,
};

/** Another copy of an address. */
export type AddressCopy = Pick<AddressFacts, "date" | "lang"> & {
  /** Slug of an address of this archive, or a file's name, with the line where there is one. */
  from: string;
  /** Null where its source has none, or only the beginning of one. */
  title: string | null;
  /** Its words, paragraphs parted by blank lines. */
  text: string;
};

/** Breaks to take over: offsets (UTF-16) into the text that is to be broken. */
export type CopiedBreaks = { from: string; breaks: number[] };

/**
 * Reads the copies that a file or folder holds.
 * @throws ImportError naming the first that cannot be read
 */
export async function readCopies(path: string, options: ReadOptions): Promise<AddressCopy[]> {
  const { files, failures } = listInputs([path]);
  if (failures[0]) throw failures[0];
  const copies: AddressCopy[] = [];
  for (const file of files) {
    for await (const item of readAddresses(file, options)) {
      if (!item.ok) throw item.error;
      const { facts, wantsTitle, text } = item.parsed;
      const { date, lang, speaker } = facts;
      const title = wantsTitle ? null : facts.title;
      const blocks = splitAddress(text, { lang, speaker });
      copies.push({ from: basename(item.place), title, date, lang, text: partedText(blocks) });
    }
  }
  if (copies.length > 0) return copies;
  throw new ImportError("There is no address in it.", "Name a file with paragraphs.", path);
}

/** The words of a copy as they were parted by its source: breaks of other origin are none. */
export function partedText(blocks: readonly Block[]): string {
  return blocks
    .map(
      ({ text, breakBefore }, i) =>
        `${i === 0 ? "" : breakBefore === "source" ? "\n\n" : " "}${text}`,
    )
    .join("");
}

/** The breaks of the first copy of the same day and language that is one of this text; null when none is. */
export function copiedBreaks(
  { text, facts }: { text: string; facts: Pick<AddressFacts, "date" | "lang"> },
  copies: readonly AddressCopy[],
): CopiedBreaks | null {
  for (const copy of copies) {
    if (copy.date !== facts.date || copy.lang !== facts.lang) continue;
    const breaks = alignBreaks(text, copy.text);
    if (breaks && breaks.length > 0) return { from: copy.from, breaks };
  }
  return null;
}

/** A title that was found elsewhere, and where. */
export type CopiedTitle = { title: string; from: string };

/**
 * The title of the first copy of this day, language and text whose title is whole and has what there is
 * of this one; null when there is none.
 */
export function copiedTitle(
  { text, facts, wantsTitle }: Pick<ParsedAddress, "text" | "facts" | "wantsTitle">,
  copies: readonly AddressCopy[],
): CopiedTitle | null {
  if (!wantsTitle) return null;
  for (const { title, from, ...copy } of copies) {
    if (title === null || copy.date !== facts.date || copy.lang !== facts.lang) continue;
    if (!completes(facts.title, wantsTitle, title)) continue;
    if (sharedWords(text, copy.text) >= LEAST_SHARED) return { title, from };
  }
  return null;
}

/** Whether a title has what another lacks: it goes on where that is cut off, or has its words in their order. */
export function completes(
  title: string,
  lacks: NonNullable<ParsedAddress["wantsTitle"]>,
  whole: string,
): boolean {
  if (lacks === "all") return true;
  const [part, all] = [wordsOf(beforeCut(title)), wordsOf(whole)];
  if (lacks === "words") return isWithin(part, all);
  return all.length > part.length && part.every((word, i) => word === all[i]);
}

/** Whether words stand among others in the same order. */
function isWithin(part: readonly string[], all: readonly string[]): boolean {
  let found = 0;
  for (const word of all) if (word === part[found]) found++;
  return found === part.length;
}

const wordsOf = (text: string): string[] => tokenize(text).map(({ folded }) => folded);

/** A copy, with the part of the longer one's words that both have. */
export type NearCopy = Pick<AddressCopy, "from"> & { shared: number };

/** The first copy of nearly the same words; null when there is none. */
export function nearCopy(text: string, copies: readonly AddressCopy[]): NearCopy | null {
  for (const copy of copies) {
    const [shorter, longer] = [text.length, copy.text.length].sort((a, b) => a - b);
    if ((shorter as number) < NEARLY_THE_SAME.length * (longer as number)) continue;
    const shared = sharedWords(text, copy.text);
    if (shared >= NEARLY_THE_SAME.shared) return { from: copy.from, shared };
  }
  return null;
}
