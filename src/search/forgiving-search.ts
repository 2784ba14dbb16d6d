/**
 * Searches as typed; where that finds nothing, or an alternative cannot be found, once more with the words
 * of the archive that misspelled ones were surely meant for. Alike for every engine, since neither is asked
 * for more than exact searches.
 */
import type { Suggestion } from "./answer.ts";
import {
  type AskedWord,
  alternativesTree,
  openedTree,
  rejoinedTree,
  respelledTree,
  wordsAsked,
} from "./query/respell.ts";
import type { QueryNode } from "./query/syntax.ts";
import type { Addition, Widen } from "./query/widen.ts";
import {
  RARE,
  type SearchIndex,
  type SearchRequest,
  type SearchResult,
  type Vocabulary,
  type WordReport,
} from "./search-index.ts";
import { type Candidate, createSuggester } from "./suggestions.ts";

export type ForgivingContext = {
  index: SearchIndex;
  vocabulary: Vocabulary;
  /** Adds synonyms to what was typed; only engine and highlights see them. */
  widen: Widen;
};

/** Letters that a last word needs to be taken for the beginning of others: to be searched so, or offered. */
const BEGINNING = { searched: 5, offered: 3 } as const;

/** Words that occur nowhere, as typed, and what was searched instead. */
export type Respelling = {
  typed: string[];
  /** Folded words, for those in `typed`. */
  shown: string[];
  /** The last word, where those that begin so were searched; else null. */
  beginning: string | null;
};

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
    return words.map((word, at) => ({ ...word, ...(reports[at] as WordReport) }));
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
    const unknown = reports.filter(({ folded }) => sure.has(folded));
    const shown = [...sure.values()].flat();
    const respelling = { typed: unknown.map(({ text }) => text), shown, beginning: null };
    if (again.result.total > exact.result.total) {
      const unsure = spellings(typed, reports.map(withoutSure), sure);
      return { ...again, respelling, suggestions: await suggest([...unsure, ...others]) };
    }
    const offered = [...spellings(typed, reports), ...rejoined(righted), ...others];
    if (exact.result.total > 0) {
      return { ...exact, respelling: null, suggestions: await suggest(offered) };
    }
    const begun = beginning(righted, reports);
    const open = begun?.isSearched ? await searchFor(begun.tree, request) : null;
    if (begun && open && open.result.total > 0) {
      const told = { ...respelling, beginning: begun.text };
      return { ...open, respelling: told, suggestions: await suggest(offered) };
    }
    if (begun) offered.push({ reason: "beginning", tree: begun.tree });
    const suggestions = await suggest(offered, { tree: righted, reports });
    return { ...exact, respelling: null, suggestions };
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
    if (exact.result.total <= RARE)
      others.unshift(...spellings(typed, await reportsOn(exact.tree)));
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

/** The query with its last word open at its end, where no paragraph has that and no other is surely meant. */
function beginning(tree: QueryNode, reports: readonly Report[]) {
  const unknown = new Map(
    reports
      .filter(
        ({ asItStands, paragraphs, folded }) =>
          !asItStands && paragraphs === 0 && /^\p{L}+$/u.test(folded),
      )
      .map((report) => [report.folded, report.text]),
  );
  let last = "";
  const opened = openedTree(tree, (folded) => {
    last = folded;
    return unknown.has(folded) && folded.length >= BEGINNING.offered;
  });
  const text = unknown.get(last);
  if (!opened || text === undefined) return null;
  return { tree: opened, text, isSearched: last.length >= BEGINNING.searched };
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
