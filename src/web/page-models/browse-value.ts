/** The page of one topic, country, organisation, speaker, collection or year. */
import { countryName, formerState, formerStatesOf } from "../../domain/country.ts";
import {
  formerOrganisation,
  formerOrganisationsOf,
  organisationAliases,
  organisationName,
} from "../../domain/organisation.ts";
import type { Answer } from "../../search/answer.ts";
import type { FacetGroup } from "../../search/search-index.ts";
import type { AddressRecord } from "../../store/records.ts";
import type { Taxonomy } from "../../text/topics/taxonomy.ts";
import { type YearHistogram, yearHistogram } from "../charts/year-histogram.ts";
import { type BrowseGroup, GROUP_OF_TAG, type SearchState, type Urls } from "../urls.ts";
import { countSentence } from "./browse-index.ts";
import { counted, formatCount, formatSpan } from "./format.ts";
import { BROWSE_TITLES, type Link } from "./frame.ts";
import { type AddressLine, addressLine, type Hit, hit } from "./hits.ts";
import type { TagNames } from "./names.ts";
import { type Field, hiddenFields } from "./search-links.ts";

export type BrowseValuePage = {
  group: Link;
  title: string;
  /** What it is, in a sentence or two. */
  description: string[];
  /** What it is called in other languages, each with its BCP 47 tag. */
  translations: { language: string; lang: string; names: string }[];
  /** Named ways to what it belongs to, is made of, or was followed by. */
  ways: { title: string; links: Link[] }[];
  /** "1,234 paragraphs in 56 addresses, from 1946 to 2024." */
  counts: string;
  histogram: YearHistogram | null;
  /** What is most spoken of together with it. */
  together: { title: string; links: (Link & { count: string })[] }[];
  newest: Hit[];
  addresses: AddressLine[];
  /** "56 addresses", where only the newest are listed: the way to the others. */
  moreAddresses: Link | null;
  allUrl: string;
  feed: Link;
  searchWithin: { action: string; hidden: Field[] };
};

/** The group of filters that a browsable group narrows by. */
export const FACET_OF: Record<BrowseGroup, FacetGroup> = {
  topics: "topic",
  countries: "country",
  organisations: "organisation",
  speakers: "speaker",
  collections: "collection",
  years: "year",
};

/** Values of another group that a page names. */
const TOGETHER = 8;

export type BrowseValue = { group: BrowseGroup; value: string };

/**
 * @param answer to the empty query with this value as its only filter
 * @param addresses the newest addresses of a speaker, a collection or a year; empty for the others
 */
export function browseValuePage(
  { group, value }: BrowseValue,
  answer: Answer,
  addresses: readonly AddressRecord[],
  taxonomy: Taxonomy,
  names: TagNames,
  urls: Urls,
): BrowseValuePage {
  const facet = FACET_OF[group];
  const state: SearchState = { filters: { [facet]: [value] } };
  const title = answer.facets[facet].find((count) => count.value === value)?.label ?? value;
  return {
    group: { label: BROWSE_TITLES[group], url: urls.browse(group) },
    title,
    ...about(group, value, taxonomy, urls),
    counts: counts(answer),
    histogram: histogram(group, answer, state, urls),
    together: together(group, answer, urls),
    newest: answer.hits.map((found) =>
      hit(found, "", names, (kind, other) => urls.browse(GROUP_OF_TAG[kind], other), urls),
    ),
    addresses: addresses.map((address) => ({
      ...addressLine(address, urls),
      // What the whole list has in common goes without saying.
      ...(group === "speakers" && { speaker: null }),
      ...(group === "collections" && { collection: null }),
    })),
    moreAddresses:
      addresses.length > 0 && addresses.length < answer.addressTotal
        ? {
            label: `all ${counted(answer.addressTotal, "address", "addresses")}`,
            url: urls.search({ ...state, group: "address" }),
          }
        : null,
    allUrl: urls.search(state),
    feed: { label: `New: ${title}`, url: urls.searchFile("atom", state) },
    searchWithin: { action: urls.search(), hidden: hiddenFields(state, ["q"]) },
  };
}

function counts(answer: Answer): string {
  if (answer.firstDay === null || answer.lastDay === null) return "Nothing in this archive yet.";
  const { first, last } = formatSpan(answer.firstDay, answer.lastDay);
  const when = first === last ? first : `from ${first} to ${last}`;
  return `${countSentence(answer)}, ${when}.`;
}

function histogram(
  group: BrowseGroup,
  answer: Answer,
  state: SearchState,
  urls: Urls,
): YearHistogram | null {
  if (group === "years") return null;
  const years = answer.facets.year.map(({ value, count }) => ({ year: Number(value), count }));
  return yearHistogram(years, null, ({ from, to }) =>
    urls.search({ ...state, from: String(from), to: String(to) }),
  );
}

function together(group: BrowseGroup, answer: Answer, urls: Urls): BrowseValuePage["together"] {
  const offered: { of: BrowseGroup; title: string }[] = [
    { of: "topics", title: "Topics" },
    { of: "countries", title: "Countries spoken of" },
    { of: "organisations", title: "Organisations" },
    { of: "speakers", title: "Speakers" },
  ];
  return offered
    .filter(({ of }) => of !== group)
    .map(({ of, title }) => ({
      title,
      links: answer.facets[FACET_OF[of]].slice(0, TOGETHER).map(({ value, label, count }) => ({
        label,
        url: urls.browse(of, value),
        count: formatCount(count),
      })),
    }))
    .filter(({ links }) => links.length > 0);
}

type About = Pick<BrowseValuePage, "description" | "translations" | "ways">;

function about(group: BrowseGroup, value: string, taxonomy: Taxonomy, urls: Urls): About {
  if (group === "topics") return aboutTopic(value, taxonomy, urls);
  if (group === "countries") return aboutCountry(value, urls);
  if (group === "organisations") return aboutOrganisation(value, urls);
  return { description: [], translations: [], ways: [] };
}

function aboutTopic(slug: string, taxonomy: Taxonomy, urls: Urls): About {
  const link = (topic: Taxonomy["topics"][number]): Link => ({
    label: topic.labels.en ?? topic.slug,
    url: urls.browse("topics", topic.slug),
  });
  const topic = taxonomy.topics.find((each) => each.slug === slug);
  const parent = taxonomy.topics.filter((each) => each.slug === topic?.parent);
  const parts = taxonomy.topics.filter((each) => each.parent === slug);
  return {
    description: topic ? [topic.description] : ["No longer among the topics of this archive."],
    translations: [],
    ways: ways([
      { title: "Part of", links: parent.map(link) },
      { title: "Its parts", links: parts.map(link) },
    ]),
  };
}

function aboutCountry(code: string, urls: Urls): About {
  const link = (other: string): Link => ({
    label: countryName(other),
    url: urls.browse("countries", other),
  });
  const former = formerState(code);
  return {
    description: former
      ? [
          `A state from ${former.from} to ${former.to}. Paragraphs that speak of it are listed here, not under the states that followed it.`,
        ]
      : [],
    translations: [],
    ways: ways([
      { title: "Followed by", links: former?.successors.map(link) ?? [] },
      { title: "Former states on its land", links: formerStatesOf(code).map(link) },
    ]),
  };
}

function aboutOrganisation(slug: string, urls: Urls): About {
  const link = (other: string): Link => ({
    label: organisationName(other),
    url: urls.browse("organisations", other),
  });
  const former = formerOrganisation(slug);
  const aliases = organisationAliases(slug).join(", ");
  const inUkrainian = [organisationName(slug, "uk"), ...organisationAliases(slug, "uk")];
  return {
    description: [
      ...(aliases === "" ? [] : [`Also: ${aliases}.`]),
      ...(former
        ? [
            `An organisation from ${former.from} to ${former.to}. Paragraphs that speak of it are listed here, not under what followed it.`,
          ]
        : []),
    ],
    translations: [{ language: "Ukrainian", lang: "uk", names: inUkrainian.join(", ") }],
    ways: ways([
      { title: "Followed by", links: former?.successors.map(link) ?? [] },
      { title: "Before it", links: formerOrganisationsOf(slug).map(link) },
    ]),
  };
}

function ways(all: BrowseValuePage["ways"]): BrowseValuePage["ways"] {
  return all.filter(({ links }) => links.length > 0);
}
