/** A search in short: what is asked for, and what differs from a plain look at everything, oldest first. */
import { parseQuery } from "../../src/search/query/parse.ts";
import type { SearchRequest } from "../../src/search/search-index.ts";

const EVERYTHING: SearchRequest = {
  tree: null,
  filters: {},
  dateFrom: null,
  dateTo: null,
  sort: "oldest",
  group: "paragraph",
  page: 1,
  size: 100,
};

/** @param q in the query language */
export const request = (q: string, changes: Partial<SearchRequest> = {}): SearchRequest => ({
  ...EVERYTHING,
  tree: parseQuery(q).tree,
  ...changes,
});
