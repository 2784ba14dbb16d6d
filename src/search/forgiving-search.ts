/**
 * Searches as typed; where that finds nothing, or an alternative cannot be found, once more with the words
 * of the archive that misspelled ones were surely meant for. Alike for every engine, since neither is asked
 * for more than exact searches.
 */
import type { Suggestion } from "./answer.ts";
import {
  type AskedWord,
  alternativesTree,
  rejoinedTree,
  respelledTree,
  wordsAsked,
} from "./query/respell.ts";
import type { QueryNode } from "./query/syntax.ts";
import type { Addition, Widen } from "./query/widen.ts";
import type {
  SearchIndex,
  SearchRequest,
  SearchResult,
  Vocabulary,
  WordReport,
} from "./search-index.ts";
import { type Candidate, createSuggester } from "./suggestions.ts";

export type ForgivingContext = {
  index: SearchIndex;
  vocabulary: Vocabulary;
  /** Adds synonyms to what was typed; only engine and highlights see them. */
  widen: Widen;
};

/** Words that occur nowhere, as typed, and the folded ones that were searched instead. */
export type Respelling = { typed: string[]; shown: string[] };

export type Searched = {
  /** What was searched, without synonyms. */
  asked: QueryNode | null;
  /** The same with synonyms. */
  tree: QueryNode | null;
  additions: Addition[];
  result: SearchResult;
  respelling: Respelling | null;
  suggestions: Suggestion[];
};

type Request = Omit<SearchRequest, "tree">;
type Exact = Omit<Searched, "respelling" | "suggestions">;
type Suggester = ReturnType<typeof createSuggester>;

/** A word that was asked for, with what the archive has of it. */
type Report = AskedWord & WordReport;

export function createForgivingSearch({ index, vocabulary, widen }: ForgivingContext) {
  async function searchFor(asked: QueryNode | null, request: Request): Promise<Exact> {
    const { tree, additions } = widen(asked);
    return { asked, tree, additions, result: await index.search({ ...request, tree }) };
  }

  async function reportsOn(tree: QueryNode | null): Promise<Report[]> {
    const words = wordsAsked(tree);
    if (words.length === 0) return [];
    const reports = await vocabulary.lookUp(words.map(({ folded }) => folded));
    return words.flatMap((word, at) => ({ ...word, ...(reports[at] as WordReport) }));
  }

  async function forgive(
    typed: QueryNode,
    exact: Exact,
    request: Request,
    suggest: Suggester,
    others: readonly Candidate[],
  ): Promise<Searched> {
    const reports = await reportsOn(exact.tree);
    const sure = surelyMeant(reports);
    const righted = sure.size > 0 ? respelledTree(typed, sure) : typed;
    const again = sure.size > 0 ? await searchFor(righted, request) : exact;
    if (again.result.total > exact.result.total) {
      const unknown = reports.filter(({ folded }) => sure.has(folded));
      const shown = [...sure.values()].flat();
      const respelling = { typed: unknown.map(({ text }) => text), shown };
      const unsure = spellings(typed, reports.map(withoutSure), sure);
      return { ...again, respelling, suggestions: await suggest([...unsure, ...others]) };
    }
    const offered = [...spellings(typed, reports), ...rejoined(righted), ...others];
    const question = exact.result.total === 0 ? { tree: righted, reports } : null;
    return { ...exact, respelling: null, suggestions: await suggest(offered, question) };
  }

  /** @param typed the query's tree, null for an empty one */
  return async (typed: QueryNode | null, request: Request): Promise<Searched> => {
    const exact = await searchFor(typed, request);
    if (!typed) return { ...exact, respelling: null, suggestions: [] };
    const suggest = createSuggester(exact.result.total, async (tree) => {
      return (await searchFor(tree, { ...request, page: 1, size: 0 })).result.total;
    });
    const either = alternativesTree(typed);
    const others: Candidate[] = either ? [{ reason: "alternatives", tree: either }] : [];
    if (exact.result.total === 0 || hasAlternatives(typed)) {
      return forgive(typed, exact, request, suggest, others);
    }
    return { ...exact, respelling: null, suggestions: await suggest(others) };
  };
}

/** Words typed without quotation marks, with those that stand in their place. */
function surelyMeant(reports: readonly Report[]): Map<string, string[]> {
  const meant = reports.map(({ folded, near, asItStands }): [string, string[]] => [
    folded,
    asItStands ? [] : near.filter(({ sure }) => sure).map(({ word }) => word),
  ]);
  return new Map(meant.filter(([, words]) => words.length > 0));
}

function withoutSure(report: Report): Report {
  return { ...report, near: report.near.filter(({ sure }) => !sure) };
}

/**
 * Each word that may be meant by a single unknown one; of several the likeliest of each.
 * @param sure what stands in the place of other words
 */
function spellings(
  typed: QueryNode,
  reports: readonly Report[],
  sure: ReadonlyMap<string, string[]> = new Map(),
): Candidate[] {
  const unknown = reports.filter(({ near }) => near.length > 0);
  const [only] = unknown;
  if (!only) return [];
  const likeliest = unknown.map(({ folded, near }) => [folded, near[0]?.word ?? folded] as const);
  const choices =
    unknown.length === 1
      ? only.near.map(({ word }) => [[only.folded, word] as const])
      : [likeliest];
  return choices.map((choice) => {
    const words = new Map(sure);
    for (const [folded, word] of choice) words.set(folded, [word]);
    return { reason: "spelling", tree: respelledTree(typed, words) };
  });
}

/** Words that may have been parted or joined otherwise. */
function rejoined(tree: QueryNode): Candidate[] {
  const other = rejoinedTree(tree);
  return other ? [{ reason: "spelling", tree: other }] : [];
}

/** Whether a word may occur nowhere without the query finding nothing. */
function hasAlternatives(node: QueryNode): boolean {
  if (node.type === "or") return wordsAsked(node).length > 0;
  return node.type === "and" && node.children.some(hasAlternatives);
}
