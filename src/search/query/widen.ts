/**
 * Names in a query that have synonyms → alternatives, for every engine alike. Where a name is typed in
 * several words, each of them may be replaced by a synonym: (soviet or USSR) and (union or USSR) is
 * (soviet and union) or USSR. A word as typed that is parted into several (COVID-19, U.S.) is one piece
 * of a name, or all of it.
 */
import { searchStem } from "../../text/search-stem.ts";
import { tokenize } from "../../text/tokens.ts";
import type { Name, Synonyms } from "../synonyms.ts";
import type { QueryNode } from "./syntax.ts";

/** What was typed, and what is searched, or left out, beside it. */
export type Addition = { typed: string; others: string[]; leftOut: boolean };

/**
 * Widens words, and words of titles, in all the forms a name has; phrases, prefixes and nearness are
 * taken as they stand.
 */
export type Widen = (tree: QueryNode | null) => { tree: QueryNode | null; additions: Addition[] };

/** A word of the query as typed, the words it is parted into, and what a name becomes in its place. */
type Leaf = {
  folded: readonly string[];
  text: string;
  node: QueryNode;
  nodeOf: (name: Name) => QueryNode;
};

/** @param languages BCP 47: those whose forms of a name count as the name */
export function createWiden(synonyms: Synonyms, languages: readonly string[]): Widen {
  const names = createNames(synonyms, languages);
  return (tree) => {
    const additions = new Map<string, Addition>();
    const add = (addition: Addition) =>
      void additions.set(`${addition.leftOut} ${addition.typed}`, addition);
    return { tree: tree && widen(tree, names, add), additions: [...additions.values()] };
  };
}

type Names = ReturnType<typeof createNames>;
type Add = (addition: Addition) => void;

function widen(node: QueryNode, names: Names, add: Add): QueryNode {
  switch (node.type) {
    case "and":
      return { ...node, children: conjuncts(node.children, names, add) };
    case "or":
      return { ...node, children: node.children.map((child) => widen(child, names, add)) };
    case "not":
      return { ...node, child: widen(node.child, names, leavingOut(add)) };
    case "title": {
      const words = widenWords(titleLeaves(node), names, add);
      return words.every(({ type }) => type === "title") ? node : joined(words);
    }
    default:
      return isName(node) ? joined(widenWords([leafOf(node)], names, add)) : node;
  }
}

function leavingOut(add: Add): Add {
  return (addition) => add({ ...addition, leftOut: !addition.leftOut });
}

function joined(nodes: QueryNode[]): QueryNode {
  return nodes.length === 1 ? (nodes[0] as QueryNode) : { type: "and", children: nodes };
}

/** Words that stand in a row may be a name together. */
function conjuncts(nodes: readonly QueryNode[], names: Names, add: Add): QueryNode[] {
  const widened: QueryNode[] = [];
  let row: Leaf[] = [];
  const endRow = () => {
    widened.push(...widenWords(row, names, add));
    row = [];
  };
  for (const node of nodes) {
    if (isName(node)) row.push(leafOf(node));
    else {
      endRow();
      widened.push(widen(node, names, add));
    }
  }
  endRow();
  return widened;
}

function widenWords(row: readonly Leaf[], names: Names, add: Add): QueryNode[] {
  const widened: QueryNode[] = [];
  for (let at = 0; at < row.length; ) {
    const { length, others } = names.longestAt(row.slice(at).map(({ folded }) => folded));
    const typed = row.slice(at, at + length);
    if (others.length > 0) {
      const told = others.map(({ text }) => text);
      add({ typed: typed.map(({ text }) => text).join(" "), others: told, leftOut: false });
    }
    for (const { node, nodeOf } of typed) {
      const children = [node, ...others.map(nodeOf)];
      widened.push(others.length === 0 ? node : { type: "or", children, synonyms: true });
    }
    at += length;
  }
  return widened;
}

type NamePart = Extract<QueryNode, { type: "word" | "phrase" }>;

/** Whether the words were typed neither as a beginning nor in quotation marks, so that they may be a name. */
function isName(node: QueryNode): node is NamePart {
  return node.type === "word" ? !node.prefix : node.type === "phrase" && node.unquoted === true;
}

function leafOf(node: NamePart): Leaf {
  const folded = node.type === "word" ? [node.folded] : node.folded;
  return { folded, text: node.text, node, nodeOf: named };
}

function named({ folded, text }: Name): QueryNode {
  const [word = ""] = folded;
  return folded.length === 1
    ? { type: "word", folded: word, text, prefix: false }
    : { type: "phrase", folded: [...folded], text };
}

function titleLeaves({ text: title }: Extract<QueryNode, { type: "title" }>): Leaf[] {
  const nodeOf = (words: readonly string[], text: string): QueryNode => {
    return { type: "title", folded: [...words], text };
  };
  return tokenize(title).map(({ start, end, folded }) => {
    const text = title.slice(start, end);
    return {
      folded: [folded],
      text,
      node: nodeOf([folded], text),
      nodeOf: (name) => nodeOf(name.folded, name.text),
    };
  });
}

/** Names by their stems in each of the languages. */
function createNames(synonyms: Synonyms, languages: readonly string[]) {
  const keysOf = (words: readonly string[]) =>
    languages.map((lang) => [lang, ...words.map((word) => searchStem(word, lang))].join(" "));
  const linesOf = new Map<string, Set<readonly Name[]>>();
  for (const line of synonyms) {
    for (const key of line.flatMap(({ folded }) => keysOf(folded))) {
      linesOf.set(key, (linesOf.get(key) ?? new Set()).add(line));
    }
  }
  const longest = Math.max(0, ...synonyms.flat().map(({ folded }) => folded.length));

  /** The other names of the lines that have these words for a name; none that is the same in all languages. */
  function othersOf(words: readonly string[]): Name[] {
    const keys = keysOf(words);
    const lines = new Set(keys.flatMap((key) => [...(linesOf.get(key) ?? [])]));
    const others = new Map<string, Name>();
    for (const name of [...lines].flat()) {
      if (keysOf(name.folded).every((key, at) => key === keys[at])) continue;
      others.set(name.folded.join(" "), name);
    }
    return [...others.values()];
  }

  return {
    /**
     * @param row words as typed, each with the words it is parted into
     * @returns how many of the row, from the first, are a name, and its others; one and none where they are none
     */
    longestAt(row: readonly (readonly string[])[]): { length: number; others: Name[] } {
      for (let length = Math.min(longest, row.length); length > 0; length--) {
        const words = row.slice(0, length).flat();
        const others = words.length > longest ? [] : othersOf(words);
        if (others.length > 0) return { length, others };
      }
      return { length: 1, others: [] };
    },
  };
}
