/** Sets of row ids as ascending arrays: FTS5 gives them so, and merging them needs no further memory. */

export type Ids = Uint32Array;

export function intersect(a: Ids, b: Ids): Ids {
  const both = new Uint32Array(Math.min(a.length, b.length));
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] as number;
    const y = b[j] as number;
    if (x === y) both[count++] = x;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return both.subarray(0, count);
}

/** What is in `a` and not in `b`. */
export function subtract(a: Ids, b: Ids): Ids {
  const rest = new Uint32Array(a.length);
  let count = 0;
  for (let i = 0, j = 0; i < a.length; i++) {
    const x = a[i] as number;
    while (j < b.length && (b[j] as number) < x) j++;
    if (b[j] !== x) rest[count++] = x;
  }
  return rest.subarray(0, count);
}

export function unite(a: Ids, b: Ids): Ids {
  const all = new Uint32Array(a.length + b.length);
  let count = 0;
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const x = a[i] ?? Number.POSITIVE_INFINITY;
    const y = b[j] ?? Number.POSITIVE_INFINITY;
    all[count++] = Math.min(x, y);
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return all.subarray(0, count);
}

export function keep(ids: Ids, passes: (id: number) => boolean): Ids {
  const kept = new Uint32Array(ids.length);
  let count = 0;
  for (const id of ids) if (passes(id)) kept[count++] = id;
  return kept.subarray(0, count);
}
