/**
 * What a search means, said in the plainest way: every paragraph is looked at by itself. Engines are
 * held against it. It knows words and stems as the program does, and nothing else of it.
 */
import { daySpan, parsePartialDate } from "../../src/domain/partial-date.ts";
import type { QueryNode } from "../../src/search/query/syntax.ts";
import {
  FACET_GROUPS,
  type FacetGroup,
  type SearchRequest,
} from "../../src/search/search-index.ts";
import { searchStem } from "../../src/text/search-stem.ts";
import { tokenize } from "../../src/text/tokens.ts";
import type { TestAddress } from "./archive-file.ts";

export type ModelParagraph = {
  id: number;
  words: string[];
  titleWords: string[];
  lang: string;
  address: TestAddress;
  /** Of the address, from the earliest, ties in the order in which they were stored. */
  addressRank: number;
  /** In the address. */
  position: number;
  first: number;
  last: number;
  values: Record<FacetGroup, string[]>;
};

/** @param idsOf ids of the searchable paragraphs of an address by its title, in reading order */
export function modelOf(
  addresses: readonly TestAddress[],
  idsOf: (title: string) => number[],
): ModelParagraph[] {
  const ranked = addresses
    .map((address, stored) => ({ address, stored, ...spanOf(address) }))
    .sort((a, b) => a.first - b.first || a.stored - b.stored);
  return ranked.flatMap(({ address, first, last }, addressRank) => {
    const ids = idsOf(address.title);
    const speech = address.paragraphs.filter((p) => (p.kind ?? "speech") === "speech");
    return speech.map((paragraph, position) => ({
      id: ids[position] as number,
      words: fold(paragraph.text),
      titleWords: fold(address.title),
      lang: address.lang ?? "en",
      address,
      addressRank,
      position,
      first,
      last,
      values: {
        topic: [...new Set(paragraph.topics ?? [])],
        country: [...new Set(paragraph.countries ?? [])],
        organisation: [...new Set(paragraph.organisations ?? [])],
        speaker: address.speaker && !paragraph.turnSpeaker ? [slug(address.speaker)] : [],
        collection: address.collection ? [slug(address.collection)] : [],
        lang: [address.lang ?? "en"],
        year: [address.date.slice(0, 4)],
      },
    }));
  });
}

/** Speakers and collections of the tests have one-word names, so that their slug is plain. */
export function slug(name: string): string {
  return name.toLowerCase();
}

function fold(text: string): string[] {
  return tokenize(text).map((token) => token.folded);
}

function spanOf(address: TestAddress) {
  const date = parsePartialDate(address.date);
  if (!date) throw new RangeError(`${address.date} is no date.`);
  return daySpan(date);
}

/** Whether a paragraph is what the tree asks for. */
export function matches(node: QueryNode | null, paragraph: ModelParagraph): boolean {
  if (node === null) return true;
  const { words, titleWords, lang } = paragraph;
  const sameStem = (word: string) => (other: string) =>
    searchStem(other, lang) === searchStem(word, lang);
  switch (node.type) {
    case "word":
      return node.prefix
        ? words.some((word) => word.startsWith(node.folded))
        : words.some(sameStem(node.folded));
    case "phrase":
      return words.some((_word, at) =>
        node.folded.every((word, offset) => words[at + offset] === word),
      );
    case "near":
      return isNear(node.folded, node.distance, words);
    case "title":
      return node.folded.every((word) => titleWords.some(sameStem(word)));
    case "field":
      return paragraph.values[node.field].includes(node.value);
    case "date":
      return overlaps(paragraph, node.from, node.to);
    case "and":
      return node.children.every((child) => matches(child, paragraph));
    case "or":
      return node.children.some((child) => matches(child, paragraph));
    case "not":
      return !matches(node.child, paragraph);
  }
}

function isNear(wanted: readonly string[], distance: number, words: readonly string[]): boolean {
  return words.some((_word, first) =>
    words.some((_other, last) => {
      const stretch = words.slice(first, last + 1);
      const others = stretch.length - wanted.length;
      return others <= distance && wanted.every((word) => stretch.includes(word));
    }),
  );
}

function overlaps(paragraph: ModelParagraph, from: number | null, to: number | null): boolean {
  return (from === null || paragraph.last >= from) && (to === null || paragraph.first <= to);
}

/** Whether a paragraph passes the filters of all groups but one; the range of dates goes with the year. */
function passes(paragraph: ModelParagraph, request: SearchRequest, but?: FacetGroup): boolean {
  if (but !== "year" && !overlaps(paragraph, request.dateFrom, request.dateTo)) return false;
  return FACET_GROUPS.every((group) => {
    const selected = request.filters[group] ?? [];
    if (group === but || selected.length === 0) return true;
    return paragraph.values[group].some((value) => selected.includes(value));
  });
}

export type Expected = {
  hits: ModelParagraph[];
  facets: Record<FacetGroup, Record<string, number>>;
};

/** What a search must find and count. */
export function expected(archive: readonly ModelParagraph[], request: SearchRequest): Expected {
  const matched = archive.filter((paragraph) => matches(request.tree, paragraph));
  const facets = Object.fromEntries(
    FACET_GROUPS.map((group) => {
      const counts: Record<string, number> = {};
      for (const paragraph of matched.filter((p) => passes(p, request, group))) {
        for (const value of paragraph.values[group]) counts[value] = (counts[value] ?? 0) + 1;
      }
      return [group, counts];
    }),
  ) as Expected["facets"];
  return { hits: matched.filter((paragraph) => passes(paragraph, request)), facets };
}

/** By date of the address, within an address in reading order. */
export function chronological(direction: 1 | -1) {
  return (a: ModelParagraph, b: ModelParagraph) =>
    direction * (a.addressRank - b.addressRank) || a.position - b.position;
}
