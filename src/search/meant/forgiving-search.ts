/**
 * Searches as typed; where that finds nothing, or an alternative cannot be found, once more with the words
 * of the archive that misspelled ones were surely meant for. Alike for every engine, since neither is asked
 * for more than exact searches.
 */
import type { Suggestion } from "../answer.ts";
import { meaningOf } from "../query/meaning.ts";
import { parseQuery } from "../query/parse.ts";
import { likeTyped, respelledTree, wordsAsked } from "../query/respell.ts";
import type { QueryNode } from "../query/syntax.ts";
import type { Addition, Widen } from "../query/widen.ts";
import {
  type SearchIndex,
  SearchOverloadedError,
  type SearchRequest,
  type SearchResult,
  SearchTimeoutError,
  type Vocabulary,
  type WordReport,
} from "../search-index.ts";
import { type KnownNames, knownValues, meantOtherwise } from "./meant-otherwise.ts";
import { createOffers, inLimits } from "./suggestions.ts";
import {
  beginning,
  cautious,
  hasAlternatives,
  RARE,
  type Report,
  surelyMeant,
} from "./words-meant.ts";

export type ForgivingContext = {
  index: SearchIndex;
  vocabulary: Vocabulary;
  /** Adds synonyms to what was typed; only engine and highlights see them. */
  widen: Widen;
};

/** Words that occur nowhere, as typed, and what was searched instead. */
export type Respelling = {
  typed: string[];
  /** The archive's words for those in `typed`. */
  shown: string[];
  /** The last word, where those that begin so were searched; else null. */
  beginning: string | null;
};

/** What was searched, and what came of it. */
type Found = {
  /** Without synonyms. */
  asked: QueryNode | null;
  /** The same with synonyms. */
  tree: QueryNode | null;
  additions: Addition[];
  result: SearchResult;
};
type Forgiven = Found & { respelling: Respelling | null };
export type Searched = Forgiven & { suggestions: Suggestion[] };

type Request = Omit<SearchRequest, "tree">;

/** Where nothing is known of names, each is taken as it stands. */
const NO_NAMES: KnownNames = {
  resolve: () => [],
  has: () => true,
  near: () => [],
  speakersOf: () => [],
};

export function createForgivingSearch({ index, vocabulary, widen }: ForgivingContext) {
  async function searchFor(asked: QueryNode | null, request: Request): Promise<Found> {
    const { tree, additions } = widen(asked);
    return { asked, tree, additions, result: await index.search({ ...request, tree }) };
  }

  async function reportsOn(tree: QueryNode | null, names: KnownNames): Promise<Report[]> {
    const words = wordsAsked(tree);
    if (words.length === 0) return [];
    const reports = await vocabulary.lookUp(
      words.map(({ folded }) => folded),
      RARE,
    );
    return words.map((word, at) => {
      const report = { ...word, ...(reports[at] as WordReport) };
      const isSpeaker = () => names.resolve("speaker", report.folded).length > 0;
      return cautious(report, report.near.length > 0 && isSpeaker());
    });
  }

  /** With the words that are surely meant, else with the last one as a beginning; as typed where neither finds more. */
  async function forgive(
    typed: QueryNode,
    exact: Found,
    reports: readonly Report[],
    request: Request,
  ): Promise<Forgiven> {
    const sure = surelyMeant(reports);
    const righted = respelledTree(typed, sure);
    const unknown = reports.filter(({ folded }) => sure.has(folded));
    const respelling = {
      typed: unknown.map(({ text }) => text),
      shown: unknown.flatMap(({ folded, text }) =>
        (sure.get(folded) ?? []).map((word) => likeTyped(word, text)),
      ),
    };
    const again = sure.size > 0 ? await searchFor(righted, request) : exact;
    if (again.result.total > exact.result.total) {
      return { ...again, respelling: { ...respelling, beginning: null } };
    }
    const begun = exact.result.total === 0 ? beginning(righted, reports) : null;
    const open = begun?.isSearched ? await searchFor(begun.tree, request) : exact;
    if (begun && open.result.total > 0) {
      return { ...open, respelling: { ...respelling, beginning: begun.text } };
    }
    // Nothing either: told is what was searched, so that nobody takes a misspelled word for the reason.
    if (sure.size > 0 && exact.result.total === 0) {
      return { ...again, respelling: { ...respelling, beginning: null } };
    }
    return { ...exact, respelling: null };
  }

  async function suggestionsFor(
    typed: QueryNode | null,
    exact: Found,
    { asked, result, respelling }: Forgiven,
    reports: readonly Report[],
    request: Request,
    names: KnownNames,
  ): Promise<Suggestion[]> {
    const within = { ...request, size: 0 };
    const offers = createOffers({
      found: exact.result.total,
      filters: request.filters,
      read: (q) => parseQuery(q, { resolve: names.resolve }).tree,
      meaningOf: (tree) => meaningOf(widen(tree).tree),
      count: async (tree, filters) => (await searchFor(tree, { ...within, filters })).result.total,
      isSearchedSo: async (tree) =>
        !tree ||
        !hasAlternatives(tree) ||
        surelyMeant(await reportsOn(widen(tree).tree, names)).size === 0,
      together: (tree, filters, parts) =>
        vocabulary.together(
          { ...within, filters, tree: widen(tree).tree },
          parts.map((part) => ({ ...part, tree: widen(part.tree).tree ?? part.tree })),
        ),
    });
    const means = { offers, vocabulary, names };
    const { total } = result;
    const known = await knownValues(asked, request.filters, reports, means);
    if (!typed || (known.length > 0 && total === 0)) return known;
    const isRighted = respelling !== null && respelling.beginning === null;
    const others = await meantOtherwise({ typed, reports, total, isRighted }, means);
    return inLimits([...known, ...others]);
  }

  /**
   * @param typed the query's tree, null for an empty one; suggested is something on the first page alone
   * @param names of the archive's values
   */
  return async (
    typed: QueryNode | null,
    request: Request,
    names: KnownNames = NO_NAMES,
  ): Promise<Searched> => {
    const exact = await searchFor(typed, request);
    const isLacking = typed !== null && (exact.result.total === 0 || hasAlternatives(typed));
    const lacking = isLacking ? await reportsOn(exact.tree, names) : [];
    const found = typed
      ? await forgive(typed, exact, lacking, request)
      : { ...exact, respelling: null };
    if (request.page > 1) return { ...found, suggestions: [] };
    const suggestions = await noneIfBusy(async () => {
      const isRare = !isLacking && exact.result.total <= RARE;
      const reports = isRare ? await reportsOn(exact.tree, names) : lacking;
      return suggestionsFor(typed, exact, found, reports, request, names);
    });
    return { ...found, suggestions };
  };
}

/** An answer that is there is not held back for what might be asked instead. */
async function noneIfBusy(suggest: () => Promise<Suggestion[]>): Promise<Suggestion[]> {
  try {
    return await suggest();
  } catch (error) {
    const isBusy = error instanceof SearchOverloadedError || error instanceof SearchTimeoutError;
    if (!isBusy) throw error;
    return [];
  }
}
