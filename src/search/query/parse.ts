/**
 * The text of a query → its tree. Nothing typed is an error: what cannot be meant is mended or left
 * out, and a notice says so. OR binds its neighbours more tightly than the joining of terms:
 * `grain OR wheat export` is (grain or wheat) and export.
 */
import { type Token, tokenize } from "../../text/tokens.ts";
import {
  dateNode,
  type FieldResolver,
  facetNodes,
  fieldNamed,
  isDateField,
  trimValue,
} from "./fields.ts";
import { type Lexeme, lex, wordOperator } from "./lex.ts";
import { createNotices, quote } from "./notices.ts";
import type { FacetField, ParsedQuery, QueryNode } from "./syntax.ts";
import { createTreeBuilder } from "./tree-builder.ts";

export type ParseContext = {
  /** Without one, field values are taken as slugs or codes as they are. */
  resolve?: FieldResolver;
};

export const LIMITS = {
  /** Beyond what a person asks; keeps every engine's work bounded. */
  terms: 32,
  /** A pasted paragraph is a phrase; a pasted book is not. */
  phraseWords: 1000,
  /** Of brackets in brackets. */
  depth: 16,
  /** Of `~distance`, in words: about a long paragraph. */
  distance: 100,
  /** What `"two words"~` means without a number. */
  defaultDistance: 10,
  /** Letters a prefix needs. */
  prefixLetters: 2,
} as const;

/** Stands for a term that is only counted: past the limit, terms are no longer read. */
const PAST_THE_LIMIT: QueryNode = { type: "and", children: [] };

/** Reads a query. @param text as typed, any string */
export function parseQuery(text: string, context: ParseContext = {}): ParsedQuery {
  const notices = createNotices();
  const builder = createTreeBuilder(LIMITS, notices);
  const readTerm = createTermReader(context, notices);
  for (const lexeme of lex(text, fieldNamed)) {
    switch (lexeme.type) {
      case "open":
        builder.open();
        break;
      case "close":
        builder.close();
        break;
      case "bare":
      case "quoted":
      case "field":
        builder.add(builder.isFull() ? [PAST_THE_LIMIT] : readTerm(lexeme));
        break;
      default:
        builder.operator(lexeme.type);
    }
  }
  return { text, tree: builder.finish(), notices: notices.list() };
}

type TermLexeme = Extract<Lexeme, { type: "bare" | "quoted" | "field" }>;

/** Reads one term: nodes of which any may match; none when nothing is left to search for. */
function createTermReader(context: ParseContext, notices: ReturnType<typeof createNotices>) {
  return (lexeme: TermLexeme): QueryNode[] => {
    if (lexeme.type === "bare") return readBare(lexeme.text);
    if (lexeme.type === "quoted") return readQuoted(lexeme);
    const value = lexeme.quoted ? lexeme.value : trimValue(lexeme.value);
    const { name } = lexeme;
    if (value === "") notices.add("empty-field", name);
    if (value === "") return [];
    if (name === "title") return readTitle(value);
    if (!isDateField(name)) return facetNodes(name as FacetField, value, context.resolve, notices);
    const node = dateNode(name, value, notices);
    return node ? [node] : [];
  };

  function readBare(typed: string): QueryNode[] {
    const star = typed.search(/[*＊]/);
    if (star === 0) {
      notices.add("star-alone");
      return readBareWord(typed.replaceAll(/[*＊]/g, ""), false);
    }
    if (star > 0 && !/^[*＊]+\p{P}*$/u.test(typed.slice(star))) {
      notices.add("star-inside", quote(typed));
    }
    return readBareWord(star > 0 ? typed.slice(0, star) : typed, star > 0);
  }

  function readBareWord(typed: string, starred: boolean): QueryNode[] {
    if (typed === "") return [];
    const name = /^(\p{L}+)[:：](?!\/\/)./u.exec(typed)?.[1];
    if (name) notices.add("unknown-field", quote(name));
    const words = readWords(typed, typed);
    const [word] = words;
    if (!word) return [];
    if (words.length > 1) {
      if (starred) notices.add("star-in-phrase", quote(typed));
      return [unquoted(phrase(typed, words))];
    }
    const text = typed.slice(word.start, word.end);
    const prefix = starred && [...word.folded].length >= LIMITS.prefixLetters;
    if (starred && !prefix) notices.add("short-prefix", text);
    return [
      {
        type: "word",
        folded: word.folded,
        text: wordOperator(text) ? text.toLowerCase() : text,
        prefix,
      },
    ];
  }

  function readQuoted(lexeme: Extract<Lexeme, { type: "quoted" }>): QueryNode[] {
    if (!lexeme.closed && lexeme.text !== "") notices.add("unclosed-quote");
    const words = readWords(lexeme.text, `"${lexeme.text}"`);
    if (words.length === 0) return [];
    if (/[*＊]/.test(lexeme.text)) notices.add("star-in-phrase", quote(lexeme.text));
    if (lexeme.distance === null) return [phrase(lexeme.text, words)];
    const different = [...new Set(words.map((word) => word.folded))];
    if (different.length === 1) return [phrase(lexeme.text, words.slice(0, 1))];
    return [
      {
        type: "near",
        folded: different,
        distance: readDistance(lexeme.distance),
        text: covered(lexeme.text, words),
      },
    ];
  }

  function readDistance(typed: string): number {
    const distance = typed === "" ? LIMITS.defaultDistance : Number(typed);
    const possible = Math.min(distance, LIMITS.distance);
    if (typed === "" || possible !== distance) notices.add("near-distance", String(possible));
    return possible;
  }

  function readTitle(typed: string): QueryNode[] {
    if (/[*＊]/.test(typed)) notices.add("star-in-phrase", quote(typed));
    const words = readWords(typed, typed);
    if (words.length === 0) return [];
    return [
      { type: "title", folded: words.map((word) => word.folded), text: covered(typed, words) },
    ];
  }

  function readWords(text: string, typed: string): Token[] {
    const words = tokenize(text);
    if (words.length === 0) notices.add("no-words", quote(typed));
    if (words.length > LIMITS.phraseWords) notices.add("long-phrase");
    return words.slice(0, LIMITS.phraseWords);
  }
}

function phrase(typed: string, words: readonly Token[]): Extract<QueryNode, { type: "phrase" }> {
  return {
    type: "phrase",
    folded: words.map((word) => word.folded),
    text: covered(typed, words),
  };
}

/** `topic:grain` with a sign before it is no field, but without its quotation marks would become one. */
function unquoted(node: Extract<QueryNode, { type: "phrase" }>): QueryNode {
  return /[:：]/.test(node.text) ? node : { ...node, unquoted: true };
}

/** The typed text from the first word to the last. */
function covered(typed: string, words: readonly Token[]): string {
  return typed.slice(words[0]?.start, words.at(-1)?.end);
}
