/** The way through the pages of a long list. */
import type { SearchState, Urls } from "../urls.ts";
import { formatCount } from "./format.ts";

export type Pager = {
  previous: string | null;
  next: string | null;
  /** Null stands for pages left out. */
  pages: ({ label: string; url: string; current: boolean } | null)[];
};

/** Pages shown on either side of the present one. */
const REACH = 2;

/**
 * @param list how many there are, on which page of which size
 * @returns null when there is but one page
 */
export function pager(
  list: { total: number; addressTotal: number; page: number; size: number },
  state: SearchState,
  urls: Urls,
): Pager | null {
  const items = state.group === "address" ? list.addressTotal : list.total;
  const last = list.size > 0 ? Math.ceil(items / list.size) : 1;
  if (last <= 1) return null;
  const url = (page: number) => urls.search({ ...state, page });
  const wanted = [1, last];
  for (let page = list.page - REACH; page <= list.page + REACH; page++) wanted.push(page);
  const shown = [...new Set(wanted)].filter((page) => page >= 1 && page <= last);
  shown.sort((a, b) => a - b);
  const pages = shown.flatMap((page, index) => {
    const link = { label: formatCount(page), url: url(page), current: page === list.page };
    const before = shown[index - 1];
    return before !== undefined && page - before > 1 ? [null, link] : [link];
  });
  return {
    previous: list.page > 1 ? url(Math.min(list.page - 1, last)) : null,
    next: list.page < last ? url(list.page + 1) : null,
    pages,
  };
}
