/** Meilisearch as a search index: exact like every engine, and forgiving of slips. */
import { Meilisearch } from "meilisearch";
import type { FactsTable } from "../../store/address-facts.ts";
import type { ExpectedIndex } from "../../store/index-queue.ts";
import type { AddressReader } from "../../store/records.ts";
import { BehindError, CatchingUpError, type PartialSearchIndex } from "../resilient-index.ts";
import type { SearchRequest, SearchResult } from "../search-index.ts";
import { readAnswer, resultOf } from "./answer.ts";
import { causeOf } from "./errors.ts";
import { type Connection, NonsenseError, ServerRefusedError } from "./http-client.ts";
import { isCorrectable } from "./index-token.ts";
import { rangesOf, wordsShown } from "./matches.ts";
import { type Plan, partsOf, planOf, queryText } from "./plan.ts";
import { askedOf, countQueries, type Details } from "./request.ts";
import { type Synonyms, settingsHash } from "./settings.ts";
import { createSpelling, looseForms, unknownWords } from "./spelling.ts";

/** Hits that are fetched of each part at most, to be merged; a page beyond is left to FTS5. */
const MOST_MERGED = 2000;

export type MeilisearchOptions = {
  url: string;
  /** May search the index; null for a server without keys. */
  key: string | null;
  indexUid: string;
  synonyms: Synonyms;
  connection: Connection;
  /** Milliseconds for a whole search. */
  timeoutMs: number;
  /** False takes every word as it is typed. */
  typos: boolean;
  /** What the index must hold to be believed; null while it may differ from the archive. */
  expected: () => ExpectedIndex;
  facts: () => FactsTable;
  reader: Pick<AddressReader, "paragraphsByIds">;
};

/**
 * @returns an index whose `search` rejects with `BehindError` while it is not in step, and with
 *   whatever went wrong otherwise; never answers wrongly instead
 */
export function createMeilisearchIndex(options: MeilisearchOptions): PartialSearchIndex {
  const { url, key, indexUid, connection, expected, facts, reader } = options;
  const client = new Meilisearch({
    host: url,
    ...(key === null ? {} : { apiKey: key }),
    httpClient: connection.httpClient,
  });
  const hash = settingsHash(options.synonyms);
  const exact = createSpelling(options.synonyms);

  async function multiSearch(queries: object[], signal: AbortSignal): Promise<unknown> {
    try {
      return await client.multiSearch({ queries: queries as never }, { signal });
    } catch (error) {
      const cause = causeOf(error);
      // The index is gone, or lacks what is asked by: settings that are not ours.
      const other = cause instanceof ServerRefusedError && [400, 404].includes(cause.status);
      throw other ? new BehindError(cause.message, { cause }) : cause;
    }
  }

  async function ask(
    request: SearchRequest,
    plan: Plan,
    textIn: (lang: string) => string,
    details: Details,
    signal: AbortSignal,
  ) {
    const mark = expected();
    if (!mark) throw new CatchingUpError("The index is being brought up to date");
    const table = facts();
    const parts = partsOf(
      plan.found.length + plan.excluded.length > 0 ? table.languages : [],
      textIn,
    );
    const asked = askedOf(indexUid, request, parts, plan.filters, details);
    const answer = await multiSearch(
      asked.map(({ query }) => query),
      signal,
    );
    return resultOf(readAnswer(asked, answer, table, { mark, hash }), request, table);
  }

  /** Words of the query that no paragraph has in any form. */
  async function findUnknown(plan: Plan, signal: AbortSignal) {
    const { languages } = facts();
    const asked = plan.found.map((term) => ({
      term,
      parts: partsOf(languages, (lang) =>
        queryText({ found: [term], excluded: [], filters: [] }, lang, exact),
      ),
    }));
    const queries = asked.flatMap(({ parts }) => countQueries(indexUid, parts));
    return unknownWords(asked, await multiSearch(queries, signal));
  }

  async function searchForgiving(
    request: SearchRequest,
    plan: Plan,
    signal: AbortSignal,
  ): Promise<SearchResult | null> {
    const unknown = await findUnknown(plan, signal);
    if (unknown.length === 0 || !unknown.every(({ folded }) => folded.every(isCorrectable))) {
      return null;
    }
    const spell = looseForms(unknown, exact);
    const open = unknown.includes(plan.found.at(-1) as (typeof unknown)[number]);
    const textIn = (lang: string) => queryText(plan, lang, spell, open);
    const { result, hits } = await ask(request, plan, textIn, { matches: true }, signal);
    if (result.total === 0) return null;
    const ranges = rangesOf(hits, reader);
    return {
      ...result,
      hits: result.hits.map((hit, at) => ({ ...hit, matches: ranges[at]?.ranges ?? [] })),
      respelled: { typed: unknown.map(({ text }) => text), shown: wordsShown(ranges, plan) },
    };
  }

  return {
    engine: "meilisearch",
    canAnswer(request) {
      const plan = planOf(request.tree);
      if (!plan) return false;
      if (request.page * request.size <= MOST_MERGED) return true;
      return partsOf(facts().languages, (lang) => queryText(plan, lang, exact)).length === 1;
    },
    async search(request) {
      const plan = planOf(request.tree);
      if (!plan) throw new NonsenseError("A question that is beyond Meilisearch");
      const signal = AbortSignal.timeout(options.timeoutMs);
      const textIn = (lang: string) => queryText(plan, lang, exact);
      const synonyms = plan.found.some((term) => exact(term, "en").loose);
      const { result, hits } = await ask(request, plan, textIn, { matches: synonyms }, signal);
      if (result.total === 0 && options.typos && plan.found.some(({ type }) => type === "word")) {
        return (await searchForgiving(request, plan, signal)) ?? result;
      }
      if (!synonyms) return result;
      const ranges = rangesOf(hits, reader);
      return {
        ...result,
        hits: result.hits.map((hit, at) => ({ ...hit, matches: ranges[at]?.ranges ?? [] })),
      };
    },
    async close() {},
  };
}
