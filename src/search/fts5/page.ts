/** Which hits stand on a page: the first few of an order, without sorting all of them. */
import type { Hit, SearchRequest } from "../search-index.ts";
import type { Columns } from "./columns.ts";
import type { Ids } from "./id-sets.ts";

/** Sort key of a paragraph: smaller stands first, equal keys by id. */
type Key = (id: number) => number;

/** More than the positions of any address. */
const POSITIONS = 2 ** 24;

/**
 * @param perAddress how many hits each address has
 * @param score by paragraph id; null where relevance says nothing, which lists the newest first
 */
export function pageOf(
  hits: Ids,
  perAddress: Uint32Array,
  columns: Columns,
  score: Float32Array | null,
  { sort, group, page, size }: Pick<SearchRequest, "sort" | "group" | "page" | "size">,
): Hit[] {
  if (size === 0) return [];
  const key = keyOf(sort, columns, score);
  const end = page * size;
  if (group === "paragraph") {
    return firstOf(hits, end, key)
      .slice(end - size)
      .map((paragraphId) => ({ paragraphId, inAddress: 1 }));
  }
  return firstOf(bestOfEach(hits, perAddress, columns, key), end, key)
    .slice(end - size)
    .map((paragraphId) => ({
      paragraphId,
      inAddress: perAddress[columns.addressOf[paragraphId] as number] as number,
    }));
}

function keyOf(sort: SearchRequest["sort"], columns: Columns, score: Float32Array | null): Key {
  const { addressOf, position, addressIds } = columns;
  if (sort === "relevance" && score) return (id) => -(score[id] as number);
  const place = (address: number) => (sort === "oldest" ? address : addressIds.length - address);
  return (id) => place(addressOf[id] as number) * POSITIONS + (position[id] as number);
}

/** Of each address its first hit, ascending by id. */
function bestOfEach(hits: Ids, perAddress: Uint32Array, { addressOf }: Columns, key: Key): Ids {
  const best = new Uint32Array(perAddress.length);
  const bestKey = new Float64Array(perAddress.length).fill(Number.POSITIVE_INFINITY);
  for (const id of hits) {
    const address = addressOf[id] as number;
    const own = key(id);
    if (own >= (bestKey[address] as number)) continue;
    bestKey[address] = own;
    best[address] = id;
  }
  return best.filter((_id, address) => perAddress[address] !== 0).sort();
}

/** The first `count` ids by key: a binary heap with the last of them on top. */
function firstOf(ids: Ids, count: number, key: Key): number[] {
  const heap: number[] = [];
  const keys: number[] = [];
  const after = (a: number, b: number) => {
    const difference = (keys[a] as number) - (keys[b] as number);
    return difference > 0 || (difference === 0 && (heap[a] as number) > (heap[b] as number));
  };
  const swap = (a: number, b: number) => {
    [heap[a], heap[b]] = [heap[b] as number, heap[a] as number];
    [keys[a], keys[b]] = [keys[b] as number, keys[a] as number];
  };
  for (const id of ids) {
    const own = key(id);
    if (heap.length < count) {
      heap.push(id);
      keys.push(own);
      for (let at = heap.length - 1; at > 0 && after(at, (at - 1) >> 1); at = (at - 1) >> 1) {
        swap(at, (at - 1) >> 1);
      }
    } else if (own < (keys[0] as number)) {
      heap[0] = id;
      keys[0] = own;
      sink();
    }
  }
  const order = heap.map((_id, at) => at).sort((a, b) => (after(a, b) ? 1 : -1));
  return order.map((at) => heap[at] as number);

  function sink() {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      let last = at;
      if (left < heap.length && after(left, last)) last = left;
      if (left + 1 < heap.length && after(left + 1, last)) last = left + 1;
      if (last === at) return;
      swap(at, last);
      at = last;
    }
  }
}
