/** Where the server says that a paragraph matches → ranges over the stored text. */
import type { Range } from "../../domain/range.ts";
import type { AddressReader, ParagraphRecord } from "../../store/records.ts";
import { searchStem } from "../../text/search-stem.ts";
import { type Token, tokenize } from "../../text/tokens.ts";
import { formToken, stemToken } from "./index-token.ts";
import type { ServerHit } from "./merge.ts";
import type { Plan } from "./plan.ts";

/**
 * What matched in a paragraph: ranges over its text in UTF-16 code units, and the words that matched
 * as they are written, which is how slips are forgiven; words in all their forms match by their stems.
 */
export type Matched = { ranges: Range[]; written: Token[] };

/** @returns for each hit what matched, in UTF-16 code units; empty for a paragraph that is gone */
export function rangesOf(
  hits: readonly ServerHit[],
  reader: Pick<AddressReader, "paragraphsByIds">,
): Matched[] {
  const stored = reader.paragraphsByIds(hits.map(({ id }) => id));
  const byId = new Map(
    stored.map(({ paragraph, address }) => [paragraph.id, { paragraph, address }]),
  );
  return hits.map((hit) => {
    const found = byId.get(hit.id);
    return found ? matched(hit, found.paragraph, found.address.lang) : { ranges: [], written: [] };
  });
}

/** The folded words that were matched as written and are no words of the query, most often first. */
export function wordsShown(matches: readonly Matched[], plan: Plan): string[] {
  const terms = plan.found.flatMap((term) => [term, ...(term.synonyms ?? [])]);
  const own = new Set(terms.flatMap(({ folded }) => folded));
  const counts = new Map<string, number>();
  for (const { folded } of matches.flatMap(({ written }) => written)) {
    if (!own.has(folded)) counts.set(folded, (counts.get(folded) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

/** The texts that were sent are made again: positions are bytes in these, a word after the other. */
function matched(hit: ServerHit, paragraph: ParagraphRecord, lang: string): Matched {
  const tokens = tokenize(paragraph.text);
  const sent = {
    forms: tokens.map(({ folded }) => formToken(folded)),
    stems: tokens.map(({ folded }) => stemToken(searchStem(folded, lang))),
  };
  const written = placesOf(hit, "forms", sent.forms);
  const all = new Set([...written, ...placesOf(hit, "stems", sent.stems)]);
  const inOrder = (places: ReadonlySet<number>) =>
    [...places].sort((a, b) => a - b).map((place) => tokens[place] as Token);
  return {
    ranges: inOrder(all).map(({ start, end }) => ({ start, end })),
    written: inOrder(written),
  };
}

/** Numbers of the words of an attribute that matched. */
function placesOf(hit: ServerHit, attribute: string, words: readonly string[]): Set<number> {
  const places = new Set<number>();
  const ends = endsInBytes(words);
  for (const { start, length } of hit._matchesPosition?.[attribute] ?? []) {
    for (let word = firstAfter(ends, start); word < words.length; word++) {
      if (word > 0 && (ends[word - 1] as number) + 1 >= start + length) break;
      places.add(word);
    }
  }
  return places;
}

/** Byte offsets at which the words end, joined by single spaces. */
function endsInBytes(words: readonly string[]): number[] {
  let end = -1;
  return words.map((word) => {
    end += 1 + Buffer.byteLength(word);
    return end;
  });
}

function firstAfter(ends: readonly number[], start: number): number {
  const word = ends.findIndex((end) => end > start);
  return word < 0 ? ends.length : word;
}
