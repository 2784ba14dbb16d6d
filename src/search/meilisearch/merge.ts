/** Hits as the server gives them; those of several parts → one page of them. */
import type { SearchRequest } from "../search-index.ts";

/** A hit as the server gives it. */
export type ServerHit = {
  id: number;
  address: number;
  first: number;
  position: number;
  _rankingScore?: number;
};

/**
 * @param lists each in its own order; one list is the page itself, several start at the first hit
 * @returns the hits of the page; each list keeps its order
 */
export function mergeHits(
  lists: readonly ServerHit[][],
  { sort, page, size }: SearchRequest,
): ServerHit[] {
  if (lists.length <= 1) return [...(lists[0] ?? [])];
  const before = ORDERS[sort];
  const next = lists.map(() => 0);
  const merged: ServerHit[] = [];
  while (merged.length < page * size) {
    let best = -1;
    for (const [list, hits] of lists.entries()) {
      const hit = hits[next[list] as number];
      const leader = lists[best]?.[next[best] as number];
      if (hit && (!leader || before(hit, leader) < 0)) best = list;
    }
    if (best < 0) break;
    merged.push((lists[best] as ServerHit[])[next[best] as number] as ServerHit);
    next[best] = (next[best] as number) + 1;
  }
  return merged.slice((page - 1) * size);
}

type Order = (a: ServerHit, b: ServerHit) => number;

const newest: Order = (a, b) =>
  b.first - a.first || b.address - a.address || a.position - b.position;

const ORDERS: Record<SearchRequest["sort"], Order> = {
  newest,
  oldest: (a, b) => a.first - b.first || a.address - b.address || a.position - b.position,
  relevance: (a, b) => (b._rankingScore ?? 0) - (a._rankingScore ?? 0) || newest(a, b),
};
