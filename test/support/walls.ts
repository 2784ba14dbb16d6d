/** One text in paragraphs and without, and an archive for both. */
import { readFileSync } from "node:fs";
import { createTextWork } from "../../src/import/draft-paragraphs.ts";
import { DEFAULT_TAXONOMY_URL, readTaxonomy } from "../../src/text/topics/taxonomy.ts";
import { openImportBench } from "./import.ts";

const work = createTextWork(readTaxonomy(readFileSync(DEFAULT_TAXONOMY_URL, "utf8")));

/** Paragraphs of unequal length, each sentence of its own words. */
export const PARAGRAPHS = [1, 6, 2, 4, 1, 5].map((sentences, p) =>
  Array.from(
    { length: sentences },
    (_, s) => `In sentence ${p}.${s} we speak of matter ${p * 7 + s} and nothing besides that.`,
  ).join(" "),
);
/** A text with the paragraphs of its source. */
export const PARTED = PARAGRAPHS.join("\n\n");
/** The same words without any. */
export const WALL = PARAGRAPHS.join(" ");

/** An archive with the real splitter and taggers. */
export function openBench() {
  const bench = openImportBench(":memory:", work);
  const blocksOf = (slug: string) => {
    const found = bench.reader.lookupSlug(slug);
    if (!found || !("found" in found)) throw new Error(`no ${slug}`);
    return bench.reader.wholeAddress(found.found.id);
  };
  return { ...bench, blocksOf };
}
