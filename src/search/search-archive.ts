/** A question → its answer: parse, search, fill from the store, mark, label, explain. */
import type { AddressReader } from "../store/records.ts";
import type { Taxonomy } from "../text/topics/taxonomy.ts";
import type { AskArchive, FoundParagraph, LabelledCount, Question } from "./answer.ts";
import { readFilters, unknownNotices } from "./filters.ts";
import { findMarks } from "./highlight.ts";
import { createForgivingSearch, type ForgivingContext } from "./meant/forgiving-search.ts";
import { wordNotices } from "./meant/word-notices.ts";
import { type Names, readNames } from "./names.ts";
import { formatQuery } from "./query/describe.ts";
import { describeQuestion } from "./query/describe-question.ts";
import { parseQuery } from "./query/parse.ts";
import type { QueryNode } from "./query/syntax.ts";
import {
  COUNT_EVERYTHING,
  FACET_GROUPS,
  type FacetGroup,
  type SearchRequest,
  type SearchResult,
} from "./search-index.ts";
import { type Counts, countTerms } from "./term-counts.ts";

export type AskContext = ForgivingContext & { reader: AddressReader; taxonomy: Taxonomy };

/** Joins engine and store into the one function that pages and commands ask. */
export function createAskArchive(context: AskContext): AskArchive {
  const { index, reader, taxonomy } = context;
  const search = createForgivingSearch(context);
  let known: { version: number; names: Names } | null = null;

  function currentNames(): Names {
    const version = reader.version();
    if (known?.version !== version) known = { version, names: readNames(reader, taxonomy) };
    return known.names;
  }

  return async (asked) => {
    const names = currentNames();
    const read = readFilters(asked.filters, names);
    const question = { ...asked, filters: read.filters };
    const query = parseQuery(question.q, { resolve: names.resolve });
    const {
      asked: searched,
      tree,
      additions,
      result,
      ...found
    } = await search(query.tree, requestOf(question), names);
    const isOffered = found.suggestions.some(({ filters }) => filters !== undefined);
    const notices = [
      ...read.notices,
      ...unknownNotices(read, (group) => result.facets[group], names, isOffered),
      ...query.notices,
      ...wordNotices(additions, found.respelling),
    ];
    return {
      query: { ...query, notices },
      filters: read.filters,
      searched: found.respelling ? formatQuery(searched) : query.text,
      understood: describeQuestion(searched, question, names.label),
      engine: result.answeredBy ?? index.engine,
      total: result.total,
      addressTotal: result.addressTotal,
      firstDay: result.firstDay,
      lastDay: result.lastDay,
      page: question.page,
      size: question.size,
      hits: fill(result, tree, reader),
      facets: labelFacets(result, question, names),
      asked: searched,
      termCounts:
        result.total === 0
          ? await countTerms(searched, countsWithin(context, question, names))
          : [],
      suggestions: found.suggestions,
    };
  };
}

function countsWithin(
  { index, widen }: ForgivingContext,
  question: Question,
  names: Names,
): Counts {
  const totalOf = async (request: Omit<SearchRequest, "tree">, asked: QueryNode | null) =>
    (await index.search({ ...request, tree: widen(asked).tree })).total;
  return {
    alone: (part) => totalOf(COUNT_EVERYTHING, part),
    within: (rest) => {
      const { tree: meant } = parseQuery(formatQuery(rest), { resolve: names.resolve });
      return totalOf({ ...requestOf(question), page: 1, size: 0 }, meant);
    },
  };
}

function requestOf(question: Question): Omit<SearchRequest, "tree"> {
  const { q: _asTyped, ...request } = question;
  return request;
}

/** Hits whose paragraph was removed since the engine answered are left out. */
function fill(
  result: SearchResult,
  tree: QueryNode | null,
  reader: AddressReader,
): FoundParagraph[] {
  const hits = new Map(result.hits.map((hit) => [hit.paragraphId, hit]));
  return reader.paragraphsByIds([...hits.keys()]).map(({ paragraph, address }) => {
    const hit = hits.get(paragraph.id);
    const marks = findMarks(paragraph.text, address.lang, tree);
    return { paragraph, address, marks, inAddress: hit?.inAddress ?? 1 };
  });
}

function labelFacets(
  result: SearchResult,
  { filters }: Question,
  names: Names,
): Record<FacetGroup, LabelledCount[]> {
  const entries = FACET_GROUPS.map((group) => [
    group,
    withSelected(result.facets[group], filters[group] ?? []).map(({ value, count }) => ({
      value,
      label: names.label(group, value),
      count,
    })),
  ]);
  return Object.fromEntries(entries) as Record<FacetGroup, LabelledCount[]>;
}

/** A value that is selected is shown even where it counts nothing, so that it can be taken back. */
function withSelected(counts: SearchResult["facets"][FacetGroup], selected: readonly string[]) {
  const missing = selected.filter((value) => !counts.some((count) => count.value === value));
  return [...counts, ...[...new Set(missing)].map((value) => ({ value, count: 0 }))];
}
