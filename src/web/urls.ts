/**
 * Every path the site answers, built in one place. These never change: a link given out today is
 * meant to work for as long as the archive stands.
 */
import { REFERENCE_FORMATS } from "../cite/reference-files.ts";
import type { TagKind } from "../domain/tag-decisions.ts";
import { FACET_GROUPS, type FacetFilters, type SearchSort } from "../search/search-index.ts";

/** Hits on a page where the URL does not say how many. */
export const DEFAULT_PAGE_SIZE = 20;

/** The state of a search, as its URL carries it. Fields left out have their defaults. */
export type SearchState = {
  q?: string;
  filters?: FacetFilters;
  /** `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. */
  from?: string;
  to?: string;
  sort?: SearchSort;
  group?: "paragraph" | "address";
  page?: number;
  size?: number;
};

/** Formats of `/p/{key}.{format}`. */
export const PARAGRAPH_FILES = ["json", ...REFERENCE_FORMATS] as const;
export type ParagraphFile = (typeof PARAGRAPH_FILES)[number];

/** Groups with a page that lists them and a page for each value, in the order in which they are named. */
export const BROWSE_GROUPS = [
  "topics",
  "countries",
  "organisations",
  "speakers",
  "collections",
  "years",
] as const;
export type BrowseGroup = (typeof BROWSE_GROUPS)[number];

/** The group in which a tag of a kind has its page. */
export const GROUP_OF_TAG = {
  topic: "topics",
  country: "countries",
  organisation: "organisations",
} as const satisfies Record<TagKind, BrowseGroup>;

/** The revision of the address that a paragraph is read in; left out, the present one. */
export type AtRevision = { revision?: number };

/** Paths from the root of the site; `absolute` puts the public origin before them. */
export type Urls = ReturnType<typeof createUrls>;

/**
 * @param publicUrl origin (and path prefix, if any) under which readers reach the site, without a trailing slash
 */
export function createUrls(publicUrl: string) {
  return {
    absolute: (path: string) => publicUrl + path,
    home: () => "/",
    help: () => "/help",
    about: () => "/about",
    api: () => "/api",
    search: (state: SearchState = {}) => withQuery("/search", searchParameters(state)),
    searchFile: (format: "atom" | "csv" | "jsonl", state: SearchState = {}) =>
      withQuery(
        `/search.${format}`,
        searchParameters({ ...state, page: undefined, size: undefined }),
      ),
    apiSearch: (state: SearchState = {}) => withQuery("/api/v1/search", searchParameters(state)),
    address: (slug: string, options: { key?: string; q?: string } = {}) =>
      withQuery(`/addresses/${encodeURIComponent(slug)}`, options.q ? [["q", options.q]] : []) +
      (options.key ? `#${options.key}` : ""),
    apiAddress: (slug: string) => `/api/v1/addresses/${encodeURIComponent(slug)}`,
    paragraph: (key: string, at: AtRevision = {}) => withQuery(`/p/${key}`, revisionParameter(at)),
    paragraphFile: (key: string, format: ParagraphFile, at: AtRevision = {}) =>
      withQuery(`/p/${key}.${format}`, revisionParameter(at)),
    apiParagraph: (key: string, at: AtRevision = {}) =>
      withQuery(`/api/v1/paragraphs/${key}`, revisionParameter(at)),
    apiAddresses: (options: { limit?: number; after?: string } = {}) =>
      withQuery("/api/v1/addresses", [
        ...(options.limit ? [["limit", String(options.limit)] as [string, string]] : []),
        ...(options.after ? [["after", options.after] as [string, string]] : []),
      ]),
    openApi: () => "/api/v1/openapi.json",
    feed: () => "/feed.atom",
    openSearch: () => "/opensearch.xml",
    sitemap: (chunk?: number) => (chunk === undefined ? "/sitemap.xml" : `/sitemap-${chunk}.xml`),
    browse: (group: BrowseGroup, value?: string) =>
      value === undefined ? `/${group}` : `/${group}/${encodeURIComponent(value)}`,
    asset: (name: string, version: string) => `/assets/${name}?v=${version}`,
  };
}

/** The parameters of a search in their fixed order, defaults left out, so that a state has one URL. */
export function searchParameters(state: SearchState): [string, string][] {
  const parameters: [string, string][] = [];
  if (state.q) parameters.push(["q", state.q]);
  for (const group of FACET_GROUPS) {
    for (const value of state.filters?.[group] ?? []) parameters.push([group, value]);
  }
  if (state.from) parameters.push(["from", state.from]);
  if (state.to) parameters.push(["to", state.to]);
  if (state.sort && state.sort !== "relevance") parameters.push(["sort", state.sort]);
  if (state.group && state.group !== "paragraph") parameters.push(["group", state.group]);
  if (state.size && state.size !== DEFAULT_PAGE_SIZE) parameters.push(["size", String(state.size)]);
  if (state.page && state.page > 1) parameters.push(["page", String(state.page)]);
  return parameters;
}

function revisionParameter({ revision }: AtRevision): [string, string][] {
  return revision ? [["rev", String(revision)]] : [];
}

function withQuery(path: string, parameters: [string, string][]): string {
  return parameters.length === 0 ? path : `${path}?${new URLSearchParams(parameters)}`;
}
