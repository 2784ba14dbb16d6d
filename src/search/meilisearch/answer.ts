/** The server's answer → ours. Every shape and sum is checked: a wrong answer is worse than none. */

import type { TagKind } from "../../domain/tag-decisions.ts";
import type { CountedFacts, FactsTable } from "../../store/address-facts.ts";
import type { ExpectedIndex } from "../../store/index-queue.ts";
import { BehindError } from "../external/behind-error.ts";
import { NonsenseError } from "../external/server-errors.ts";
import {
  FACET_GROUPS,
  type FacetCount,
  type FacetGroup,
  isTagGroup,
  type SearchRequest,
  type SearchResult,
} from "../search-index.ts";
import { readVoice } from "./documents.ts";
import { readMark } from "./mark.ts";
import { mergeHits, type ServerHit } from "./merge.ts";
import type { Asked } from "./request.ts";
import type { SettingsHash } from "./settings.ts";

/** What one query of the multi-search came to. */
type Result = {
  totalHits: number;
  hits: unknown[];
  facetDistribution: Record<string, Record<string, number>>;
};

export type Expectation = { mark: NonNullable<ExpectedIndex>; hash: SettingsHash };

/**
 * @param asked in the order of the queries
 * @param answer as decoded from JSON
 * @throws NonsenseError when it is no answer to what was asked
 * @throws BehindError when it is one of an index that is not in step
 */
export function readAnswer(
  asked: readonly Asked[],
  answer: unknown,
  facts: FactsTable,
  expectation: Expectation,
): (Asked & { result: Result })[] {
  const results = requireResults(answer, asked.length);
  const read = asked.map((one, at) => ({ ...one, result: readResult(results[at]) }));
  for (const { role, result } of read) {
    if (role.name === "mark") requireMark(result, facts, expectation);
  }
  return read;
}

/** @throws NonsenseError when it is no answer to so many queries */
export function requireResults(answer: unknown, queries: number): unknown[] {
  const results = (answer as { results?: unknown } | null)?.results;
  if (Array.isArray(results) && results.length === queries) return results;
  throw new NonsenseError("An answer without as many results as there were queries");
}

function readResult(result: unknown): Result {
  const { totalHits, hits, facetDistribution = {} } = (result ?? {}) as Partial<Result>;
  if (!Number.isSafeInteger(totalHits) || !Array.isArray(hits)) {
    throw new NonsenseError("A result without totalHits and hits");
  }
  return { totalHits: totalHits as number, hits, facetDistribution };
}

/** It is the one document besides the paragraphs. */
function requireMark(
  { hits, totalHits }: Result,
  { paragraphs }: FactsTable,
  { mark, hash }: Expectation,
): void {
  const found = readMark(hits[0]);
  if (!found) throw new BehindError("The index does not carry this program's mark");
  if (found.format !== hash.format) {
    throw new BehindError("The index was made with other settings, by another version of verbatim");
  }
  if (found.synonyms !== hash.synonyms) {
    throw new BehindError(
      "The index has other synonyms than this process: give all processes of an archive the same VERBATIM_SYNONYMS",
    );
  }
  if (found.archive !== mark.archive || found.build !== mark.build || found.batch !== mark.batch) {
    throw new BehindError(
      `The index is at ${found.archive}/${found.build}/${found.batch}, the archive at ${mark.archive}/${mark.build}/${mark.batch}`,
    );
  }
  if (totalHits !== paragraphs + 1) {
    throw new BehindError(`The index holds ${totalHits - 1} paragraphs, the archive ${paragraphs}`);
  }
}

/** How many of an address's paragraphs match, and how many of them are its own speaker's words. */
type AddressCount = { id: number; count: number; own: number; facts: CountedFacts };

/** Joins the parts' answers. @returns the result, and the hits as the server gave them */
export function resultOf(
  read: readonly (Asked & { result: Result })[],
  request: SearchRequest,
  facts: FactsTable,
): { result: SearchResult; hits: ServerHit[] } {
  const facets = Object.fromEntries(FACET_GROUPS.map((group) => [group, new Map()])) as Record<
    FacetGroup,
    Map<string, number>
  >;
  const addresses: AddressCount[] = [];
  const lists: ServerHit[][] = [];
  let total = 0;
  for (const { role, result } of read) {
    if (role.name === "hits" || (role.name === "counts" && role.hits)) {
      lists.push(result.hits.map(readHit));
    }
    if (role.name !== "counts") continue;
    const byAddress = readAddresses(result, facts);
    if (role.totals) {
      total += result.totalHits;
      addresses.push(...byAddress); // Parts differ in language, so they share no address.
    }
    for (const group of role.groups) addCounts(facets[group], group, result, byAddress);
  }
  const hits = mergeHits(lists, request);
  const grouped = request.group === "address" ? addresses : [];
  const inAddress = new Map(grouped.map(({ id, count }) => [id, count]));
  return {
    hits,
    result: {
      hits: hits.map(({ id, address }) => ({
        paragraphId: id,
        inAddress: inAddress.get(address) ?? 1,
      })),
      total,
      ...spanOf(addresses),
      facets: Object.fromEntries(
        FACET_GROUPS.map((group) => [group, sorted(group, facets[group])]),
      ) as SearchResult["facets"],
    },
  };
}

function readHit(hit: unknown): ServerHit {
  const { id, address, first, position } = (hit ?? {}) as Partial<ServerHit>;
  if (![id, address, first, position].every(Number.isSafeInteger)) {
    throw new NonsenseError("A hit without its integers");
  }
  return hit as ServerHit;
}

/** None where addresses were not asked for. Each paragraph is of one address, so the counts are checked. */
function readAddresses(result: Result, facts: FactsTable): AddressCount[] {
  const distribution = result.facetDistribution.voice;
  if (!distribution) return [];
  const counts: AddressCount[] = [];
  let sum = 0;
  // By number, so that both voices of an address come one after the other.
  for (const text of Object.keys(distribution)) {
    const { address: id, isOwn } = readVoice(Number(text));
    const count = distribution[text] as number;
    let last = counts.at(-1);
    if (last?.id !== id) {
      const found = facts.byId.get(id);
      if (!found) throw new BehindError(`There is no address ${id}`);
      last = { id, count: 0, own: 0, facts: found };
      counts.push(last);
    }
    last.count += count;
    if (isOwn) last.own += count;
    sum += count;
  }
  if (sum !== result.totalHits) {
    throw new NonsenseError(`Counts of addresses add up to ${sum}, not to ${result.totalHits}`);
  }
  return counts;
}

function addCounts(
  counts: Map<string, number>,
  group: FacetGroup,
  result: Result,
  byAddress: readonly AddressCount[],
): void {
  const add = (value: string, count: number) =>
    void counts.set(value, (counts.get(value) ?? 0) + count);
  if (!isTagGroup(group)) {
    addFacts(byAddress, group, add);
    return;
  }
  // The server leaves out a facet that no matching paragraph has.
  for (const [value, count] of Object.entries(result.facetDistribution[group] ?? {})) {
    add(value, count);
  }
}

/** Addresses that stand beside each other mostly share a language, a collection, a year: added at once. */
function addFacts(
  byAddress: readonly AddressCount[],
  fact: Exclude<FacetGroup, TagKind>,
  add: (value: string, count: number) => void,
): void {
  let shared: string | null = null;
  let sum = 0;
  const close = () => {
    if (shared !== null && sum > 0) add(shared, sum);
  };
  // Words under another's label are not the speaker's.
  const counted = fact === "speaker" ? "own" : "count";
  for (const { facts, [counted]: count } of byAddress) {
    const value = facts[fact];
    if (value !== shared) {
      close();
      shared = value;
      sum = 0;
    }
    sum += count;
  }
  close();
}

function sorted(group: FacetGroup, counts: ReadonlyMap<string, number>): FacetCount[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => (group === "year" ? 0 : b.count - a.count) || (a.value < b.value ? -1 : 1));
}

function spanOf(addresses: readonly AddressCount[]) {
  let firstDay: number | null = null;
  let lastDay: number | null = null;
  for (const { facts } of addresses) {
    firstDay = Math.min(firstDay ?? facts.first, facts.first);
    lastDay = Math.max(lastDay ?? facts.last, facts.last);
  }
  return { addressTotal: addresses.length, firstDay, lastDay };
}
