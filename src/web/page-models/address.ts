/** The page of an address, typeset to be read. */

import { countryName } from "../../domain/country.ts";
import type { PartialDate } from "../../domain/partial-date.ts";
import { formatDate } from "../../domain/partial-date.ts";
import { findMarks } from "../../search/highlight.ts";
import { parseQuery } from "../../search/query/parse.ts";
import type { Widen } from "../../search/query/widen.ts";
import type { Revision, WholeAddress } from "../../store/records.ts";
import type { Urls } from "../urls.ts";
import { counted, formatCount, languageName } from "./format.ts";
import { type AddressLine, addressLine } from "./hits.ts";
import type { TagNames } from "./names.ts";
import { type Block, block } from "./reading.ts";

/** A row of a table of facts: a value, which leads somewhere where `url` is given, or several `links`. */
export type Fact = {
  name: string;
  value: string;
  url: string | null;
  links?: { label: string; url: string | null }[];
};

export type AddressPage = {
  address: AddressLine;
  occasion: string | null;
  lang: string;
  completenessNote: string | null;
  blocks: Block[];
  /** "41 of 56 paragraph breaks are inferred"; null where the source has them all. */
  inferredBreaks: string | null;
  marks: MarkedPlaces | null;
  facts: Fact[];
  source: Fact[];
  revisions: { label: string; reason: string }[];
  json: string;
};

/** Where the words of the query stand in this address. */
export type MarkedPlaces = {
  /** "5 marks" */
  label: string;
  places: { number: string; href: string }[];
  /** The address without marks. */
  clearUrl: string;
};

/**
 * @param q what is looked for in the address; empty for nothing
 */
export function addressPage(
  whole: WholeAddress,
  q: string,
  names: TagNames,
  urls: Urls,
  widen: Widen,
): AddressPage {
  const { address, source, revisions, paragraphs } = whole;
  const { tree } = widen(parseQuery(q).tree);
  const blocks = paragraphs.map((paragraph) => {
    const sought = paragraph.kind === "speech" ? tree : null;
    return block(paragraph, findMarks(paragraph.text, address.lang, sought), names, urls);
  });
  return {
    address: addressLine(address, urls),
    occasion: address.occasion,
    lang: address.lang,
    completenessNote: address.completenessNote,
    blocks,
    inferredBreaks: inferredBreaks(whole),
    marks: q ? markedPlaces(blocks, address.slug, urls) : null,
    facts: facts(whole, urls),
    source: sourceFacts(source, names, urls),
    revisions: revisions.map(revisionLine),
    json: urls.apiAddress(address.slug),
  };
}

function inferredBreaks({ paragraphs }: WholeAddress): string | null {
  const numbered = paragraphs.filter(({ number }) => number !== null);
  const inferred = numbered.filter(({ breakBefore }) => breakBefore === "inferred").length;
  if (inferred === 0) return null;
  return `${formatCount(inferred)} of ${counted(numbered.length, "paragraph break")}`;
}

function markedPlaces(blocks: readonly Block[], slug: string, urls: Urls): MarkedPlaces {
  const marked = blocks.filter((block) => block.marked);
  const marks = marked.flatMap(({ pieces }) => pieces.filter(({ kind }) => kind !== "plain"));
  return {
    label: marks.length === 0 ? "No marks" : counted(marks.length, "mark"),
    places: marked.map(({ number, key }) => ({ number: number ?? "–", href: `#${key}` })),
    clearUrl: urls.address(slug),
  };
}

function facts({ address, paragraphs }: WholeAddress, urls: Urls): Fact[] {
  const speech = paragraphs.filter(({ number }) => number !== null).length;
  const known = present([
    ["Speaker", address.speaker],
    ["Office", address.speakerOffice],
    ["Spoke for", address.speakerCountry && countryName(address.speakerCountry)],
    ["Date", formatDate(address.date)],
    ["Occasion", address.occasion],
    ["Place", address.place],
    ["Collection", address.collection],
    ["Language", languageName(address.lang)],
    ["Length", `${counted(speech, "paragraph")}, ${counted(address.wordCount, "word")}`],
    ["Splitter version", address.splitterVersion],
  ]);
  const { breaksFrom } = address;
  if (breaksFrom === null) return known;
  // A file's name ends in a format; a slug has no full stop.
  const url = breaksFrom.includes(".") ? null : urls.address(breaksFrom);
  return [...known, { name: "Paragraph breaks", value: `taken from ${breaksFrom}`, url }];
}

function sourceFacts(source: WholeAddress["source"], names: TagNames, urls: Urls): Fact[] {
  const { topics, ...rest } = source.extra;
  const named = present([
    ["Publisher", source.publisher],
    ["Taken from", source.url, source.url],
    ["Archived copy", source.archivedUrl, source.archivedUrl],
    ["Retrieved", source.retrievedOn && formatDate(source.retrievedOn as PartialDate)],
    ["Identifier there", source.nativeId],
    ["Licence", source.licence],
  ]);
  const extra = Object.entries(rest).map(([name, value]) => ({
    name: name.replaceAll("_", " "),
    value: typeof value === "string" ? value : JSON.stringify(value),
    url: null,
  }));
  return [...named, ...givenTopics(topics, names, urls), ...extra];
}

/**
 * What the source says the address as a whole is about, in its own words; each leads to the topic that
 * it stands for here. No paragraph is given a topic by it.
 */
function givenTopics(topics: unknown, names: TagNames, urls: Urls): Fact[] {
  const labels = [topics].flat().filter((label) => typeof label === "string");
  if (labels.length === 0) return [];
  const links = labels.map((label) => {
    const slug = names.sourceTopic(label);
    return { label, url: slug === null ? null : urls.browse("topics", slug) };
  });
  return [{ name: "Topics it gives", value: labels.join(", "), url: null, links }];
}

/** Facts that are known. A link is made only of an address of the web: a source may name anything. */
function present(rows: [name: string, value: string | null, url?: string | null][]): Fact[] {
  return rows.flatMap(([name, value, url]) =>
    value ? [{ name, value, url: url && /^https?:\/\//i.test(url) ? url : null }] : [],
  );
}

function revisionLine(revision: Revision): { label: string; reason: string } {
  const day = revision.createdAt.slice(0, 10) as PartialDate;
  return {
    label: `Revision ${revision.number}, ${formatDate(day)}, by ${revision.createdBy}`,
    reason: revision.reason,
  };
}
