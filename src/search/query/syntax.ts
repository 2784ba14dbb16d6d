/**
 * What a query means, as a tree. Every engine is given this tree, never the text that was typed.
 */

/** Fields a query may name that take a facet value. */
export const FACET_FIELDS = [
  "topic",
  "country",
  "organisation",
  "speaker",
  "collection",
  "lang",
] as const;
export type FacetField = (typeof FACET_FIELDS)[number];

export type QueryNode =
  /** One word; found in all its inflected forms where the language can be stemmed. `prefix` for `pref*`. */
  | { type: "word"; folded: string; text: string; prefix: boolean }
  /** Folded words in this order, next to each other, never stemmed. `unquoted` for `COVID-19`: one word as typed, and may be a name. */
  | { type: "phrase"; folded: string[]; text: string; unquoted?: true }
  /** Folded words in any order with at most `distance` other words between first and last. */
  | { type: "near"; folded: string[]; distance: number; text: string }
  /** Words, in any inflected form, in the title of the address. */
  | { type: "title"; folded: string[]; text: string }
  /** A facet value by slug or code. */
  | { type: "field"; field: FacetField; value: string }
  /** Days `yyyymmdd`, both included; an open end is null. Matches an address whose date can fall into it. */
  | { type: "date"; from: number | null; to: number | null; text: string }
  | { type: "and"; children: QueryNode[] }
  /** With `synonyms`, the first child is a word that was typed and the others are names of the same thing. */
  | { type: "or"; children: QueryNode[]; synonyms?: true }
  | { type: "not"; child: QueryNode };

/** Something the reader should know about how the query was understood. */
export type QueryNotice = { code: string; message: string };

export type ParsedQuery = {
  /** As typed. */
  text: string;
  /** Null when nothing was asked: everything matches. */
  tree: QueryNode | null;
  notices: QueryNotice[];
};
