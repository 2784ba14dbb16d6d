/** Meilisearch as a search index: exact like every engine, and forgiving of slips. */
import { Meilisearch, type MultiSearchQuery } from "meilisearch";
import type { FactsTable } from "../../store/address-facts.ts";
import type { ExpectedIndex } from "../../store/index-queue.ts";
import type { AddressReader } from "../../store/records.ts";
import { BehindError, CatchingUpError, WrongDocumentsError } from "../behind-error.ts";
import { withDeadline } from "../deadline.ts";
import { UnusableServerError } from "../external-index.ts";
import type { PartialSearchIndex } from "../resilient-index.ts";
import { COUNT_EVERYTHING, type SearchRequest, type SearchResult } from "../search-index.ts";
import { readAnswer, resultOf } from "./answer.ts";
import { causeOf } from "./errors.ts";
import { type Connection, isKeyRefused, NonsenseError, ServerRefusedError } from "./http-client.ts";
import type { IndexSetup } from "./index-setup.ts";
import { isCorrectable } from "./index-token.ts";
import { HOW_TO } from "./keys.ts";
import { type Matched, rangesOf, wordsShown } from "./matches.ts";
import type { ServerHit } from "./merge.ts";
import { type Plan, partsOf, planOf, queryText, type Spelling, type TextTerm } from "./plan.ts";
import { askedOf, countQueries, type Details } from "./request.ts";
import { type Respelling, respellingsOf, rightedPlan } from "./respell.ts";
import { createSpelling, looseForms, unknownWords } from "./spelling.ts";

/** Hits that are fetched of each part at most, to be merged; a page beyond is left to FTS5. */
const MOST_MERGED = 2000;
/** Paragraphs in which it is told what a misspelled word was taken for: the likeliest come first. */
const RESPELLED_IN = 100;

export type MeilisearchOptions = {
  url: string;
  /** May search the index; null for a server without keys. */
  key: string | null;
  indexUid: string;
  setup: () => IndexSetup;
  connection: Connection;
  /** Milliseconds for a whole search. */
  timeoutMs: number;
  /** False takes every word as it is typed. */
  typos: boolean;
  /** What the index must hold to be believed; null while it may differ from the archive. */
  expected: () => ExpectedIndex;
  facts: () => FactsTable;
  reader: Pick<AddressReader, "paragraphsByIds" | "addressesOfParagraphs">;
};

/** What every search is made with. */
type Engine = MeilisearchOptions & { client: Meilisearch; exact: Spelling };

/** One question with its plan; the signal ends it, whatever it has come to. */
type Task = { request: SearchRequest; plan: Plan; signal: AbortSignal };

/**
 * @returns an index whose `search` rejects with `BehindError` while it is not in step, and with
 *   whatever went wrong otherwise; never answers wrongly instead
 */
export function createMeilisearchIndex(options: MeilisearchOptions): PartialSearchIndex {
  const { url, key, connection, setup, facts } = options;
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
      if (request.page * request.size <= MOST_MERGED) return true;
      return partsOf(languages, (lang) => queryText(plan, lang, exact)).length === 1;
    },
    async search(request) {
      const plan = planOf(request.tree);
      if (!plan) throw new NonsenseError("A question that is beyond Meilisearch");
      return withDeadline(options.timeoutMs, async (signal) => {
        const task = { request, plan, signal };
        const result = await searchExactly(engine, task);
        const words = plan.found.some(({ type }) => type === "word");
        if (result.total > 0 || !options.typos || !words) return result;
        return (await searchForgiving(engine, task)) ?? result;
      });
    },
    async close() {},
  };
}

/** Every word as it is typed. */
async function searchExactly(engine: Engine, task: Task): Promise<SearchResult> {
  const textIn = (lang: string) => queryText(task.plan, lang, engine.exact);
  return (await ask(engine, task, textIn, { matches: false })).result;
}

/** Words that occur nowhere as words spelled nearly so; null where that finds nothing either. */
async function searchForgiving(engine: Engine, task: Task): Promise<SearchResult | null> {
  const unknown = await findUnknown(engine, task);
  const correctable = unknown.every(({ folded }) => folded.every(isCorrectable));
  if (unknown.length === 0 || !correctable) return null;
  // Beginnings only where no whole word is spelled nearly so: most are other words.
  const isLast = unknown.some((term) => term === task.plan.found.at(-1));
  for (const open of isLast ? [false, true] : [false]) {
    const loose = looseQuery(engine, task.plan, unknown, open);
    const respelled = await findRespellings(engine, task, unknown, loose);
    if (!respelled) continue;
    const righted = rightedPlan(task.plan, respelled, engine.facts().languages);
    const plan = righted ?? task.plan;
    const textIn = righted ? (lang: string) => queryText(righted, lang, engine.exact) : loose;
    const { result, hits } = await ask(engine, { ...task, plan }, textIn, { matches: true });
    if (result.total === 0) return null;
    const typed = unknown.map(({ text }) => text);
    const shown = respelled.flatMap(({ words }) => words);
    return { ...withMatches(result, rangesOf(hits, engine.reader)), respelled: { typed, shown } };
  }
  return null;
}

function looseQuery({ exact }: Engine, plan: Plan, unknown: readonly TextTerm[], open: boolean) {
  const spell = looseForms(unknown, exact);
  return (lang: string) => queryText(plan, lang, spell, open);
}

/**
 * What the unknown words are taken for, the same on every page and with every filter: told from the
 * most relevant paragraphs of the whole archive.
 * @returns null where nothing is found
 */
async function findRespellings(
  engine: Engine,
  task: Task,
  unknown: readonly TextTerm[],
  textIn: (lang: string) => string,
): Promise<Respelling[] | null> {
  const request = { ...COUNT_EVERYTHING, sort: "relevance" as const, size: RESPELLED_IN };
  const { result, hits } = await ask(engine, { ...task, request }, textIn, { matches: true });
  if (result.total === 0) return null;
  return respellingsOf(unknown, wordsShown(rangesOf(hits, engine.reader), task.plan));
}

function withMatches(result: SearchResult, matched: readonly Matched[]): SearchResult {
  const hits = result.hits.map((hit, at) => ({ ...hit, matches: matched[at]?.ranges ?? [] }));
  return { ...result, hits };
}

async function ask(
  engine: Engine,
  { request, plan, signal }: Task,
  textIn: (lang: string) => string,
  details: Details,
) {
  const { indexUid } = engine;
  const { hash } = engine.setup();
  const mark = engine.expected();
  if (!mark) throw new CatchingUpError("The index is being brought up to date");
  const facts = engine.facts();
  const hasText = plan.found.length + plan.excluded.length > 0;
  const parts = partsOf(hasText ? facts.languages : [], textIn);
  const asked = askedOf(indexUid, request, parts, plan.filters, details);
  const queries = asked.map(({ query }) => query);
  const answer = await multiSearch(engine, queries, signal);
  const read = resultOf(readAnswer(asked, answer, facts, { mark, hash }), request, facts);
  requireStored(engine, read.hits, mark);
  return read;
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

/** Words of the query that no paragraph has in any form. */
async function findUnknown(engine: Engine, { plan, signal }: Task): Promise<TextTerm[]> {
  const { languages } = engine.facts();
  const asked = plan.found.map((term) => {
    const alone = { found: [term], excluded: [], filters: [] };
    return { term, parts: partsOf(languages, (lang) => queryText(alone, lang, engine.exact)) };
  });
  const queries = asked.flatMap(({ parts }) => countQueries(engine.indexUid, parts));
  return unknownWords(asked, await multiSearch(engine, queries, signal));
}

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
      const what = `MEILI_SEARCH_KEY is refused by the server (${cause.code}). ${HOW_TO}`;
      throw new UnusableServerError(what, { cause });
    }
    // The index is gone, or lacks what is asked by: settings that are not ours.
    const other = cause instanceof ServerRefusedError && [400, 404].includes(cause.status);
    throw other ? new BehindError(cause.message, { cause }) : cause;
  }
}
