/** What stands around every page: masthead, search box, head of the document. */
import type { PageMetadata } from "../../cite/page-metadata.ts";
import { BROWSE_GROUPS, type BrowseGroup, type Urls } from "../urls.ts";

export type Link = { label: string; url: string };

/** What the browsable groups are called, in the masthead and on their pages. */
export const BROWSE_TITLES: Record<BrowseGroup, string> = {
  topics: "Topics",
  countries: "Countries",
  organisations: "Organisations",
  speakers: "Speakers",
  collections: "Collections",
  years: "Years",
};

/** The same for every page of a running site. */
export type SiteFrame = {
  name: string;
  homeUrl: string;
  searchUrl: string;
  /** The browsable groups, and the help. */
  nav: (Link & { section: Section })[];
  footer: Link[];
  /** Versioned URL of a file of `public/`, a font or a browser module. */
  asset: (name: string) => string;
};

export type Section = BrowseGroup | "help" | "home" | "search" | "about" | "api" | null;

/** What one page says of itself. */
export type PageFrame = {
  /** Without the site's name; null where the site's name is the title. */
  title: string | null;
  description: string | null;
  /** Absolute URL of the one address of this page; null where `metadata` says it, or there is none. */
  canonical: string | null;
  section: Section;
  /** What stands in the search box of the masthead. */
  q: string;
  /** Whether the masthead has a search box: the home page has its own. */
  searchInMasthead: boolean;
  /** Whether results follow the typing. */
  live: boolean;
  /** Whether search engines may list the page. */
  indexed: boolean;
  feed: Link | null;
  /** ES modules of `public/` that the page adds. */
  modules: string[];
  /** What the page says of itself to reference managers; null where it is no work to be cited. */
  metadata: PageMetadata | null;
};

const PLAIN: PageFrame = {
  title: null,
  description: null,
  canonical: null,
  section: null,
  q: "",
  searchInMasthead: true,
  live: false,
  indexed: true,
  feed: null,
  modules: [],
  metadata: null,
};

/** A page's frame: what is given, and the plain page's for the rest. */
export function pageFrame(given: Partial<PageFrame>): PageFrame {
  return { ...PLAIN, ...given };
}

/**
 * @param asset versioned URL of a file under `/assets`
 */
export function siteFrame(
  siteName: string,
  urls: Urls,
  asset: (name: string) => string,
): SiteFrame {
  return {
    name: siteName,
    homeUrl: urls.home(),
    searchUrl: urls.search(),
    nav: [
      ...BROWSE_GROUPS.map((section) => ({
        section,
        label: BROWSE_TITLES[section],
        url: urls.browse(section),
      })),
      { section: "help" as const, label: "Help", url: urls.help() },
    ],
    footer: [
      { label: "How to search", url: urls.help() },
      { label: "About this archive", url: urls.about() },
      { label: "For programs", url: urls.api() },
    ],
    asset,
  };
}
