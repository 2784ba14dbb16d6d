/** The archivist's file of names that mean the same. */
import { isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { tokenize } from "../text/tokens.ts";

/** A name as it is written in the file, and its folded words. */
export type Name = { text: string; folded: readonly string[] };

/** Entries of names of one thing each; names of an entry differ in their folded words. */
export type Synonyms = readonly (readonly Name[])[];

const LIMITS = {
  /**
   * What a file costs: each word of each name is another query for all other names of its entries. As
   * many are about 1,000 entries of five words, and for each language 0.5 MB of a search server's settings.
   */
  alternatives: 30_000,
  /** Longer ones are no names. */
  words: 8,
  /** Of one thing, itself among them: all that Meilisearch tries in the place of a word. */
  names: 50,
} as const;
/** Of a value that is no name, as it is quoted. */
const LONGEST_QUOTATION = 40;

/** The file cannot be used. The message names the entry and what it takes. */
export class SynonymsError extends Error {
  override name = "SynonymsError";
}

/** An entry as it stands in the file: counted from 1, with the line it begins in. */
type Entry = { place: string; names: Name[] };

/**
 * Values are taken as they are written: 2014 and no are names like all others.
 * @param yaml a list of lists, each of names of one thing; what is one name to a search is taken once
 * @throws SynonymsError
 */
export function readSynonyms(yaml: string): Synonyms {
  const entries = readEntries(yaml);
  requireFewAlternatives(entries);
  return entries.map(({ names }) => names);
}

function readEntries(yaml: string): Entry[] {
  const lines = new LineCounter();
  const { contents, errors } = parseDocument(yaml, { schema: "failsafe", lineCounter: lines });
  if (errors[0]) throw new SynonymsError(errors[0].message);
  if (contents === null || (isScalar(contents) && contents.value === "")) return [];
  if (!isSeq<Node>(contents)) {
    throw new SynonymsError("the file is no list of entries: write lines such as - [Kyiv, Kiev].");
  }
  const known = new Map<string, Name>();
  return contents.items.map((node, at) => {
    const { line } = lines.linePos(node.range?.[0] ?? 0);
    return readEntry(node, `line ${line}, entry ${at + 1}`, known);
  });
}

/** @param known names of the file so far by their words: a name is told as it was written first */
function readEntry(node: Node, place: string, known: Map<string, Name>): Entry {
  if (!isSeq<Node>(node) || node.items.length < 2) {
    throw new SynonymsError(
      `${place}: ${quoted(node)} is not a list of at least two names: write lines such as - [Kyiv, Kiev].`,
    );
  }
  const names = new Set<Name>();
  for (const item of node.items) {
    const name = readName(item, place);
    const words = name.folded.join(" ");
    if (!known.has(words)) known.set(words, name);
    names.add(known.get(words) ?? name);
  }
  if (names.size > 1) return { place, names: [...names] };
  throw new SynonymsError(
    `${place}: ${quoted(node)} is one name to a search, which knows no letter case and no accents: write at least two.`,
  );
}

/** What has a meaning of its own in a query, and none in a name. */
const OPERATOR = /[*"“”~:]|^\s*[-+]|\b(?:AND|OR|NOT)\b/u;

function readName(node: Node, place: string): Name {
  const text = isScalar<string>(node) ? node.value : null;
  if (text === null || OPERATOR.test(text) || /\p{Cc}/u.test(text)) {
    throw new SynonymsError(
      `${place}: ${quoted(node)} is no name: write words alone, without * " ~ : AND OR NOT, a hyphen in front, or control characters.`,
    );
  }
  const folded = tokenize(text).map((token) => token.folded);
  if (folded.length >= 1 && folded.length <= LIMITS.words) return { text, folded };
  throw new SynonymsError(
    `${place}: “${text}” has ${folded.length} words; a name has one to ${LIMITS.words}.`,
  );
}

function quoted(node: Node): string {
  const value = JSON.stringify(node) ?? "";
  return value.length > LONGEST_QUOTATION
    ? `${value.slice(0, LONGEST_QUOTATION).toWellFormed()}…`
    : value;
}

function requireFewAlternatives(entries: readonly Entry[]): void {
  const of = new Map<Name, Set<Name>>();
  for (const { place, names } of entries) {
    for (const name of names) {
      const all = new Set([...(of.get(name) ?? []), ...names]);
      of.set(name, all);
      if (all.size <= LIMITS.names) continue;
      throw new SynonymsError(
        `${place}: “${name.text}” has ${all.size - 1} other names so far; ${LIMITS.names - 1} can be searched for it.`,
      );
    }
  }
  let alternatives = 0;
  for (const [{ folded }, names] of of) alternatives += folded.length * names.size;
  if (alternatives <= LIMITS.alternatives) return;
  throw new SynonymsError(
    `the file makes ${alternatives} alternatives (the words of each name, times the names of its entries); at most ${LIMITS.alternatives} are possible: take names out of the longest entries first.`,
  );
}
