/** Other copies of an address, whose paragraphs show where those of a wall begin. */
import { basename } from "node:path";
import type { AddressFacts } from "../domain/address.ts";
import { type Block, splitAddress } from "../text/paragraphs/split-address.ts";
import { alignBreaks } from "../text/paragraphs/transplant-breaks.ts";
import { ImportError } from "./import-error.ts";
import { listInputs } from "./list-inputs.ts";
import { type ReadOptions, readAddresses } from "./read-addresses.ts";

/** A copy with paragraphs. */
export type ParagraphedCopy = Pick<AddressFacts, "date" | "lang"> & {
  /** Slug of an address of this archive, or a file's name, with the line where there is one. */
  from: string;
  /** Its words, paragraphs parted by blank lines. */
  text: string;
};

/** Breaks to take over: offsets (UTF-16) into the text that is to be broken. */
export type CopiedBreaks = { from: string; breaks: number[] };

/**
 * Reads the copies that a file or folder holds.
 * @throws ImportError naming the first that cannot be read
 */
export async function readCopies(path: string, options: ReadOptions): Promise<ParagraphedCopy[]> {
  const { files, failures } = listInputs([path]);
  if (failures[0]) throw failures[0];
  const copies: ParagraphedCopy[] = [];
  for (const file of files) {
    for await (const item of readAddresses(file, options)) {
      if (!item.ok) throw item.error;
      const { date, lang, speaker } = item.parsed.facts;
      const blocks = splitAddress(item.parsed.text, { lang, speaker });
      copies.push({ from: basename(item.place), date, lang, text: partedText(blocks) });
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
  copies: readonly ParagraphedCopy[],
): CopiedBreaks | null {
  for (const copy of copies) {
    if (copy.date !== facts.date || copy.lang !== facts.lang) continue;
    const breaks = alignBreaks(text, copy.text);
    if (breaks && breaks.length > 0) return { from: copy.from, breaks };
  }
  return null;
}
