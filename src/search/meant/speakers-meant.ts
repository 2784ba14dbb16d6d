/** Words of a question that name who speaks: "What did Lincoln say about slavery" asks for his words. */
import { COURTESIES, OFFICES_IN_NAMES } from "../../domain/titles.ts";
import { isFunctionWord } from "../../text/function-words.ts";
import { mayBeMisspelled } from "../../text/misspelling.ts";
import { MOST_MEANT, type Names } from "../names.ts";
import type { QueryNode } from "../query/syntax.ts";

type Word = Extract<QueryNode, { type: "word" }>;

/** Words in a row that are one name: "Franklin Delano Roosevelt Jr". */
const LONGEST_NAME = 4;
/** Letters that a word needs which the archive has. */
const LETTERS = {
  /** To be a name by itself: "de" and "al" are in many. */
  name: 3,
  /** To begin a name: "war" begins one. */
  begun: 5,
} as const;
const TITLE = new RegExp(`^(?:${[...COURTESIES, ...OFFICES_IN_NAMES].join("|")})$`, "u");

type SpeakerNames = Pick<Names, "resolve" | "near" | "speakersOf">;
/** Which words may be names: `any`, or only those that no paragraph has. */
type Which = { unknown: ReadonlySet<string>; any: boolean };

/**
 * The question with the speaker in place of the words that first name one, the longest name first, and
 * without the title before it. Whoever else is named is spoken of.
 * @returns null where no word names a speaker
 */
export function speakersInstead(
  tree: QueryNode,
  names: SpeakerNames,
  which: Which,
): QueryNode | null {
  const nodes = tree.type === "and" ? tree.children : [tree];
  const namedBy = createNamedBy(nodes, names, which);
  const first = firstNamed(nodes, namedBy);
  if (!first) return null;
  const before = nodes.slice(0, first.at);
  while (endsInTitle(before)) before.pop();
  let end = first.at + first.length;
  // Another of his names: "Volodymyr Zelenskiy", of which only the one is written as the archive has it.
  for (let next = nameAt(nodes, end, namedBy); next && isSame(next, first); ) {
    end += next.length;
    next = nameAt(nodes, end, namedBy);
  }
  const children = [...before, anySpeaker(first.slugs), ...nodes.slice(end)];
  return children.length === 1 ? (children[0] as QueryNode) : { type: "and", children };
}

type Name = { length: number; slugs: readonly string[] };

type NamedBy = (words: readonly Word[]) => readonly string[];

/** Whom words in a row name: as a whole name, or a part of one, has them; else, a single one, as what it begins or is like. */
function createNamedBy(
  nodes: readonly QueryNode[],
  { resolve, near, speakersOf }: SpeakerNames,
  { unknown, any }: Which,
): NamedBy {
  const hasCapitals = nodes.some((node) => node.type === "word" && isCapital(node));
  return (words) => {
    const isUnknown = words.some(({ folded }) => unknown.has(folded));
    const [only] = words.length === 1 ? words : [];
    if (only && TITLE.test(only.folded)) return [];
    if (!isUnknown && !(any && (!only || mayBeName(only, hasCapitals)))) return [];
    const folded = words.map((word) => word.folded);
    const whole = speakersOf(folded);
    if (whole.length > 0) return whole;
    if (!isUnknown && (!only || only.folded.length < LETTERS.begun)) return [];
    const begun = resolve("speaker", folded.join(" "));
    if (begun.length > 0) return begun.length > MOST_MEANT ? [] : begun;
    const isMisspelled = isUnknown && only && isCapital(only) && mayBeMisspelled(only.folded);
    return isMisspelled ? near("speaker", only.folded) : [];
  };
}

function firstNamed(nodes: readonly QueryNode[], namedBy: NamedBy): (Name & { at: number }) | null {
  for (const at of nodes.keys()) {
    const name = nameAt(nodes, at, namedBy);
    if (name) return { ...name, at };
  }
  return null;
}

/** The longest name that begins at a word; null where none does. */
function nameAt(nodes: readonly QueryNode[], at: number, namedBy: NamedBy): Name | null {
  const next = nodes.slice(at, at + LONGEST_NAME);
  const end = next.findIndex((node) => node.type !== "word" || node.prefix);
  const row = (end < 0 ? next : next.slice(0, end)) as readonly Word[];
  for (let length = row.length; length > 0; length--) {
    const slugs = namedBy(row.slice(0, length));
    if (slugs.length > 0) return { length, slugs };
  }
  return null;
}

function isSame(one: Name, other: Name): boolean {
  return one.slugs.join() === other.slugs.join();
}

/** A word of grammar is a name where it has a capital; any other also where nothing has one. */
function mayBeName(word: Word, hasCapitals: boolean): boolean {
  if (word.folded.length < LETTERS.name) return false;
  return isCapital(word) || (!hasCapitals && !isFunctionWord(word.folded));
}

function isCapital({ text }: Word): boolean {
  return /^\p{Lu}/u.test(text);
}

function endsInTitle(nodes: readonly QueryNode[]): boolean {
  const last = nodes.at(-1);
  return last?.type === "word" && TITLE.test(last.folded);
}

function anySpeaker(slugs: readonly string[]): QueryNode {
  const fields = slugs.map((value): QueryNode => ({ type: "field", field: "speaker", value }));
  return fields.length === 1 ? (fields[0] as QueryNode) : { type: "or", children: fields };
}
