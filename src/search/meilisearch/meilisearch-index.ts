/** Meilisearch as a search index: exact like every engine. */
import { Meilisearch, type MultiSearchQuery } from "meilisearch";
import type { FactsTable } from "../../store/address-facts.ts";
import type { ExpectedIndex } from "../../store/index-queue.ts";
import type { AddressReader } from "../../store/records.ts";
import { withDeadline } from "../deadline.ts";
import { BehindError, CatchingUpError, WrongDocumentsError } from "../external/behind-error.ts";
import { UnusableServerError } from "../external/external-index.ts";
import { BeyondMeansError, type PartialSearchIndex } from "../external/resilient-index.ts";
import { isKeyRefused, isRefusal, NonsenseError } from "../external/server-errors.ts";
import type { SearchRequest, SearchResult } from "../search-index.ts";
import { readAnswer, requireResults, resultOf } from "./answer.ts";
import { causeOf } from "./errors.ts";
import type { Connection } from "./http-client.ts";
import type { IndexSetup } from "./index-setup.ts";
import { describeRefusedKey } from "./keys.ts";
import type { ServerHit } from "./merge.ts";
import { type Plan, partsOf, planOf, queryText, type Spelling } from "./plan.ts";
import { askedOf, markQuery } from "./request.ts";
import { createSpelling } from "./spelling.ts";

/** Hits that are fetched of each part at most, to be merged: some 40 ms of the server's work. */
const MOST_MERGED = 2000;

export type MeilisearchOptions = {
  url: string;
  /** May search the index; null for a server without keys. */
  key: string | null;
  indexUid: string;
  setup: () => IndexSetup;
  connection: Connection;
  /** Milliseconds for a whole search. */
  timeoutMs: number;
  /** Instead of `MOST_MERGED`. */
  mostMerged?: number;
  /** What the index must hold to be believed; null while it may differ from the archive. */
  expected: () => ExpectedIndex;
  facts: () => FactsTable;
  reader: Pick<AddressReader, "addressesOfParagraphs">;
};

/** What every search is made with. */
type Engine = MeilisearchOptions & { client: Meilisearch; exact: Spelling };

/** One question with its plan; the signal ends it, whatever it has come to. */
type Task = { request: SearchRequest; plan: Plan; signal: AbortSignal };

/**
 * @returns an index whose `search` rejects with `BehindError` while it is not in step, with
 *   `BeyondMeansError` where all pages of an answer could not have one order, and with whatever went
 *   wrong otherwise; never answers wrongly instead
 */
export function createMeilisearchIndex(options: MeilisearchOptions): PartialSearchIndex {
  const { url, key, connection, setup, facts, mostMerged = MOST_MERGED } = options;
  const client = new Meilisearch({
    host: url,
    ...(key === null ? {} : { apiKey: key }),
    httpClient: connection.httpClient,
  });
  const exact = createSpelling(() => setup().synonyms);
  const engine: Engine = { ...options, client, exact };

  return {
    engine: "meilisearch",
    canAnswer(request) {
      const plan = planOf(request.tree);
      if (!plan) return false;
      const { languages } = facts();
      if (!plan.found.every((term) => languages.every((lang) => exact(term, lang)))) return false;
      if (request.page * request.size <= mostMerged) return true;
      return partsOf(languages, (lang) => queryText(plan, lang, exact)).length === 1;
    },
    async search(request) {
      const plan = planOf(request.tree);
      if (!plan) throw new NonsenseError("A question that is beyond Meilisearch");
      return withDeadline(options.timeoutMs, (signal) => ask(engine, { request, plan, signal }));
    },
    probe: () => withDeadline(options.timeoutMs, (signal) => probe(engine, signal)),
    async close() {},
  };
}

/** An index that is gone or otherwise than it should be is an answer, too. */
async function probe(engine: Engine, signal: AbortSignal): Promise<void> {
  try {
    requireResults(await multiSearch(engine, [markQuery(engine.indexUid)], signal), 1);
  } catch (error) {
    if (!(error instanceof BehindError)) throw error;
  }
}

async function ask(engine: Engine, { request, plan, signal }: Task): Promise<SearchResult> {
  const { indexUid, mostMerged = MOST_MERGED } = engine;
  const { hash } = engine.setup();
  const mark = engine.expected();
  if (!mark) throw new CatchingUpError("The index is being brought up to date");
  const facts = engine.facts();
  const hasText = plan.found.length + plan.excluded.length > 0;
  const textIn = (lang: string) => queryText(plan, lang, engine.exact);
  const parts = partsOf(hasText ? facts.languages : [], textIn);
  const asked = askedOf(indexUid, request, parts, plan);
  const queries = asked.map(({ query }) => query);
  const answer = await multiSearch(engine, queries, signal);
  const read = resultOf(readAnswer(asked, answer, facts, { mark, hash }), request, facts);
  requireStored(engine, read.hits, mark);
  if (parts.length > 1 && !canBeMerged(request, read.result, mostMerged)) {
    throw new BeyondMeansError(
      `More than ${mostMerged} hits, which are found in several languages`,
    );
  }
  return read.result;
}

/**
 * Whether all pages can be merged. Days have one order on every engine; but relevance has another on
 * FTS5, and where that had the pages beyond, hits came twice and others never.
 */
function canBeMerged(
  { sort, group, size }: SearchRequest,
  { total, addressTotal }: SearchResult,
  mostMerged: number,
): boolean {
  if (sort !== "relevance" || size === 0) return true;
  return (group === "address" ? addressTotal : total) <= mostMerged;
}

/** Each hit is a paragraph of the archive, and comes once: else documents were added by other hands. */
function requireStored(
  { reader, expected }: Engine,
  hits: readonly ServerHit[],
  mark: NonNullable<ExpectedIndex>,
): void {
  const stored = reader.addressesOfParagraphs(hits.map(({ id }) => id));
  const stray = hits.find(({ id, address }) => {
    const right = stored.get(id) === address;
    stored.delete(id);
    return !right;
  });
  if (!stray) return;
  if (expected()?.batch !== mark.batch) throw new CatchingUpError("The archive has just changed");
  throw new WrongDocumentsError(
    `The index has paragraph ${stray.id} of address ${stray.address}, the archive has it otherwise`,
  );
}

/** What a server means that refuses a search; its own words are for the log. */
const NO_INDEX = "The server has no index of this archive";
const OTHER_SETTINGS =
  "The index does not have this program's settings: the server refuses to search it";

async function multiSearch(
  { client }: Engine,
  queries: MultiSearchQuery[],
  signal: AbortSignal,
): Promise<unknown> {
  try {
    return await client.multiSearch({ queries }, { signal });
  } catch (error) {
    const cause = causeOf(error);
    if (isKeyRefused(cause)) {
      const what = describeRefusedKey("MEILI_SEARCH_KEY", cause.code);
      throw new UnusableServerError(what, { cause });
    }
    if (!isRefusal(cause, 400, 404)) throw cause;
    throw new BehindError(cause.status === 404 ? NO_INDEX : OTHER_SETTINGS, { cause });
  }
}
