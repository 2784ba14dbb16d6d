/**
 * The gazetteer of one language: a trie of folded words, each end holding what is meant and how its
 * capitals must stand. Built once, when the language is first met.
 */
import { readWord, type Word, WordHeads, wordStart } from "./words.ts";

/**
 * What a language brings; see `data/` of each kind. A table holds one `codes | items | items …` a line,
 * a rule for each column, by which its items are explained; `KP+KR` means both. Items are parted by
 * commas; a comma that belongs to a name is doubled.
 */
export type GazetteerData = {
  /** BCP 47 primary subtag. */
  lang: string;
  tables: { rules: readonly string[]; table: string }[];
  /** Phrases, parted by commas, that hold a name and do not speak of what it names. */
  masks: string;
  /** The forms in which an item occurs in running text. */
  inflect: (item: string, rule: string) => string[];
};

/** What a phrase means. Codes are opaque here: countries and organisations are carried alike. */
export type Entry = {
  /** Empty for a mask. */
  codes: readonly string[];
  rule: string;
  /** Name of the contextual rule that must agree; null when the words are enough. */
  guard: string | null;
};

type Written = { entry: Entry; capitals: string };
type Node = { next: Map<string, Node>; written: Written[] };

/** `lowerCase` says that some phrases begin with a small letter. */
export type Gazetteer = { root: Map<string, Node>; heads: WordHeads; lowerCase: boolean };

/** The longest phrase found at a place. */
export type PhraseMatch = { start: number; end: number; words: number; entry: Entry };

const MASK: Entry = { codes: [], rule: "mask", guard: null };

/** Between the words of one phrase: spaces, hyphens, apostrophes, brackets; a full stop only after a short word. */
const GAP = /^[ \u00a0\n'’ʼ`´‐‑–—\-(&]{1,3}$/;
const SHORT_STOP = /^\.[ \u00a0\n]?$/;
const COMMA = /^, ?$/;
const LONGEST_ABBREVIATION = 3;

/**
 * Reads a language's tables.
 * @param guards the contextual rules there are
 * @throws when an item names a rule that there is not
 */
export function buildGazetteer(data: GazetteerData, guards: readonly string[]): Gazetteer {
  const root: Node = { next: new Map(), written: [] };
  const known = { ...data, guards };
  for (const { rules, table } of data.tables) {
    for (const [codes, columns] of tableLines(table)) {
      rules.forEach((rule, i) => {
        addItems(root, known, columns[i] ?? "", codes, rule);
      });
    }
  }
  for (const item of splitItems(data.masks)) {
    for (const form of data.inflect(item, MASK.rule)) add(root, form, MASK);
  }
  const heads = new WordHeads();
  for (const word of root.next.keys()) heads.add(word);
  return { root: root.next, heads, lowerCase: [...root.next.values()].some(beginsSmall) };
}

function* tableLines(table: string): Generator<[string[], string[]]> {
  for (const line of table.split("\n")) {
    const [codes, ...columns] = line.split("|");
    if (codes?.trim()) yield [codes.trim().split("+"), columns];
  }
}

function splitItems(items: string): string[] {
  return items
    .split(/(?<!,),\s|\n/)
    .map((item) => item.trim().replaceAll(",,", ","))
    .filter((item) => item !== "");
}

type Known = GazetteerData & { guards: readonly string[] };

function addItems(root: Node, data: Known, items: string, codes: string[], rule: string) {
  for (const item of splitItems(items)) {
    const [phrase = "", guard = null] = item.split("?");
    if (guard !== null && !data.guards.includes(guard)) {
      throw new Error(`${data.lang}: "${item}" asks for a contextual rule that is not there`);
    }
    const entry: Entry = { codes, rule, guard };
    for (const form of data.inflect(phrase, rule)) add(root, form, entry);
  }
}

/** Adds a phrase; of two entries for the same words and capitals the first stays. */
function add(root: Node, phrase: string, entry: Entry): void {
  let node = root;
  let capitals = "";
  for (const word of phraseWords(phrase)) {
    let next = node.next.get(word.folded);
    if (!next) {
      next = { next: new Map(), written: [] };
      node.next.set(word.folded, next);
    }
    node = next;
    capitals += word.caps ? "A" : word.capital ? "C" : "x";
  }
  if (!node.written.some((known) => known.capitals === capitals)) {
    node.written.push({ entry, capitals });
  }
}

const COMMA_WORD: Word = { start: 0, end: 0, folded: ",", capital: false, caps: false };

function phraseWords(phrase: string): Word[] {
  const words: Word[] = [];
  for (let at = wordStart(phrase, 0); at < phrase.length; ) {
    if (words.length > 0 && phrase[at - 2] === ",") words.push(COMMA_WORD);
    const word = readWord(phrase, at);
    words.push(word);
    at = wordStart(phrase, word.end);
  }
  return words;
}

function beginsSmall(node: Node): boolean {
  return (
    node.written.some(({ capitals }) => capitals.startsWith("x")) ||
    [...node.next.values()].some(beginsSmall)
  );
}

/** The longest phrase that begins with the word at `start`; null when none does. */
export function matchPhrase(gazetteer: Gazetteer, text: string, first: Word): PhraseMatch | null {
  let node = gazetteer.root.get(first.folded);
  if (!node) return null;
  let best: PhraseMatch | null = null;
  let word = first;
  let capitals = capitalOf(first);
  for (let count = 1; ; count++) {
    const written = node.written.find((known) => fits(known.capitals, capitals));
    if (written) {
      const end = closed(text, first.start, word.end);
      best = { start: first.start, end, words: count, entry: written.entry };
    }
    if (node.next.size === 0) return best;
    const start = wordStart(text, word.end);
    if (start >= text.length || start - word.end > 3) return best;
    const gap = text.slice(word.end, start);
    if (COMMA.test(gap)) {
      node = node.next.get(",");
      capitals += "x";
    } else if (!joins(gap, word)) return best;
    word = readWord(text, start);
    node = node?.next.get(word.folded);
    if (!node) return best;
    capitals += capitalOf(word);
  }
}

/** The bracket of "Congo (Brazzaville)" belongs to the phrase. */
function closed(text: string, start: number, end: number): number {
  if (text[end] !== ")") return end;
  return text.slice(start, end).includes("(") ? end + 1 : end;
}

/** Whether what stands between two words lets them be one phrase. */
function joins(gap: string, before: Word): boolean {
  if (GAP.test(gap)) return true;
  return before.end - before.start <= LONGEST_ABBREVIATION && SHORT_STOP.test(gap);
}

function capitalOf(word: Word): string {
  return word.caps ? "A" : word.capital ? "C" : "x";
}

/** Whether capitals as found satisfy those as written: A only A, C also A, x anything. */
function fits(written: string, found: string): boolean {
  for (let i = 0; i < written.length; i++) {
    if (written[i] === "A" && found[i] !== "A") return false;
    if (written[i] === "C" && found[i] === "x") return false;
  }
  return true;
}
