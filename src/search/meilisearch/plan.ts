/**
 * Trees → what Meilisearch is asked. It joins words by AND and excludes words; whatever a tree asks
 * beyond that, it would read as something else in silence, so such a tree has no plan.
 */
import { searchStem } from "../../text/search-stem.ts";
import type { QueryNode } from "../query/syntax.ts";
import { type Filter, not, oneOf, overlaps } from "./filter.ts";
import { formToken, stemToken } from "./index-token.ts";

/** Limits of the server that it keeps in silence. */
const LIMITS = {
  /** Words and phrases that count; what follows them is dropped, exclusions too. */
  terms: 10,
  /**
   * Words of a phrase. Longer ones are looked up pair by pair, which also finds paragraphs that
   * have all pairs but not the phrase.
   */
  phraseWords: 2,
} as const;

/**
 * A word in any inflected form, or words as they stand. `text` is what was typed. In place of a word
 * with synonyms, any of these may stand.
 */
export type TextTerm = {
  type: "word" | "phrase";
  folded: readonly string[];
  text: string;
  synonyms?: readonly TextTerm[];
};

export type Plan = { found: TextTerm[]; excluded: TextTerm[]; filters: Filter[] };

/** @returns null when the tree asks for more than Meilisearch can answer exactly */
export function planOf(tree: QueryNode | null): Plan | null {
  const plan: Plan = { found: [], excluded: [], filters: [] };
  for (const node of conjuncts(tree)) {
    const inner = node.type === "not" ? node.child : node;
    const term = textTerm(inner);
    if (term && node.type === "not") {
      // Whoever excludes any of several words excludes each.
      plan.excluded.push(term, ...(term.synonyms ?? []));
      continue;
    }
    if (term) {
      plan.found.push(term);
      continue;
    }
    const filter = factFilter(inner);
    if (!filter) return null;
    plan.filters.push(...(node.type === "not" ? [not(filter)] : [filter]));
  }
  return plan.found.length > LIMITS.terms ? null : plan;
}

function conjuncts(node: QueryNode | null): QueryNode[] {
  if (!node) return [];
  return node.type === "and" ? node.children.flatMap(conjuncts) : [node];
}

function textTerm(node: QueryNode): TextTerm | null {
  if (node.type === "word" && !node.prefix) {
    return { type: "word", folded: [node.folded], text: node.text };
  }
  if (node.type === "phrase" && node.folded.length <= LIMITS.phraseWords) {
    return { type: "phrase", folded: node.folded, text: node.text };
  }
  return node.type === "or" && node.synonyms ? withSynonyms(node.children) : null;
}

function withSynonyms(children: readonly QueryNode[]): TextTerm | null {
  const terms = children.map(textTerm);
  if (!terms.every((term) => term !== null)) return null;
  const [typed, ...synonyms] = terms;
  return typed ? { ...typed, synonyms } : null;
}

function factFilter(node: QueryNode): Filter | null {
  if (node.type === "field") return oneOf(node.field, [node.value]);
  if (node.type !== "date") return null;
  const bounds = overlaps(node.from, node.to);
  return bounds.length === 0 ? null : (bounds.map((bound) => `(${bound})`).join(" AND ") as Filter);
}

/** How a term is written into a query; null where the server cannot be asked for it. */
export type Spelling = (term: TextTerm, lang: string) => { text: string; loose: boolean } | null;

/**
 * The query's text for addresses in one language. Every term is a phrase of its own, which the
 * server takes by the letter: no typos, no prefixes, no words joined or split. What a spelling
 * leaves loose is followed by a full stop, over which words are not joined.
 */
export function queryText(plan: Plan, lang: string, spell: Spelling): string {
  const excluded = plan.excluded.map((term) => `-${quoted(term, lang)}`);
  const found = plan.found.map((term) => spelled(term, lang, spell));
  const exact = found.filter(({ loose }) => !loose).map(({ text }) => text);
  const loose = found.filter((term) => term.loose).map(({ text }) => `${text} .`);
  return [...excluded, ...loose, ...exact].join(" ");
}

function spelled(term: TextTerm, lang: string, spell: Spelling) {
  const spelling = spell(term, lang);
  if (!spelling) throw new RangeError(`The server cannot be asked for ${term.text} in ${lang}.`);
  return spelling;
}

/** The term as a phrase of index tokens. */
export function quoted(term: TextTerm, lang: string): string {
  return `"${tokensOf(term, lang)}"`;
}

/** The term in index tokens, without its synonyms. */
export function tokensOf({ type, folded }: TextTerm, lang: string): string {
  const token = type === "word" ? (word: string) => stemToken(searchStem(word, lang)) : formToken;
  return folded.map(token).join(" ");
}

/** One question to the server for the addresses in some languages; null for all of them. */
export type Part = { q: string; languages: string[] | null };

/**
 * A word has other stems in other languages, and the server knows no OR: so languages that give the
 * query the same text are asked together, and others apart. They share no paragraph, so what they
 * answer adds up.
 */
export function partsOf(languages: readonly string[], textIn: (lang: string) => string): Part[] {
  const groups = new Map<string, string[]>();
  for (const lang of languages) {
    const q = textIn(lang);
    groups.set(q, [...(groups.get(q) ?? []), lang]);
  }
  if (groups.size <= 1) return [{ q: [...groups.keys()][0] ?? textIn("en"), languages: null }];
  return [...groups].map(([q, group]) => ({ q, languages: group }));
}
