/**
 * What was judged by reading. Fixtures hold places, values and hashes of paragraphs (the first 16
 * hexadecimal digits of SHA-256) and no passages; a paragraph that has changed since is left out.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readCountry } from "../../src/domain/country.ts";
import { parsePartialDate } from "../../src/domain/partial-date.ts";
import type { MentionContext } from "../../src/text/mentions/find-mentions.ts";
import { sharedPath } from "./shared.ts";

/** A mention found in a corpus, and whether a reader agrees. */
export type JudgedMention = {
  corpus: string;
  address: string;
  paragraph: string;
  start: number;
  end: number;
  words: string;
  right: boolean;
};

export type FoundParagraph = { text: string; context: MentionContext };

type Address = { id: string; text: string; lang: string; speaker_country: string; date: string };

/** The lines of a JSONL file. */
export function jsonLines<T>(file: string): T[] {
  const text = readFileSync(file, "utf8");
  return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line) as T]));
}

/** The paragraphs that the facts speak of, by corpus and hash. */
export function paragraphsOf(
  facts: readonly { corpus: string; address: string }[],
): Map<string, FoundParagraph> {
  const found = new Map<string, FoundParagraph>();
  for (const corpus of new Set(facts.map((fact) => fact.corpus))) {
    const wanted = new Set(facts.map(({ address }) => address));
    for (const address of jsonLines<Address>(sharedPath(`corpora/${corpus}.jsonl`))) {
      if (!wanted.has(address.id)) continue;
      const context = {
        lang: address.lang,
        speakerCountry: readCountry(address.speaker_country),
        date: parsePartialDate(address.date),
      };
      for (const text of address.text.split("\n\n")) {
        const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
        found.set(`${corpus} ${hash}`, { text, context });
      }
    }
  }
  return found;
}
