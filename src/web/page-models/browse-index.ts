/** The lists of all topics, countries, organisations, speakers, collections and years, with their counts. */
import { formerState } from "../../domain/country.ts";
import { formerOrganisation } from "../../domain/organisation.ts";
import type { Answer, LabelledCount } from "../../search/answer.ts";
import type { Taxonomy } from "../../text/topics/taxonomy.ts";
import { type YearHistogram, yearHistogram } from "../charts/year-histogram.ts";
import type { BrowseGroup, Urls } from "../urls.ts";
import { counted, formatCount } from "./format.ts";
import { BROWSE_TITLES, type Link } from "./frame.ts";

export type BrowseEntry = Link & {
  /** A small addition, e.g. the years of a former state. */
  note: string | null;
  description: string | null;
  count: string;
  /** Share of the largest count on the page, 0 to 100; null where the order of the list says enough. */
  share: number | null;
  /** What it is made of, e.g. a topic's parts. */
  parts: BrowseEntry[];
};

export type BrowseIndexPage = {
  title: string;
  intro: string;
  histogram: YearHistogram | null;
  /** A group without a title stands by itself. */
  groups: { title: string | null; entries: BrowseEntry[] }[];
  /** Whether entries are short enough to stand in columns. */
  columns: boolean;
};

const INTROS: Record<BrowseGroup, string> = {
  topics: "What the paragraphs speak of. Each topic of a paragraph can say which words led to it.",
  countries:
    "Countries that are spoken of. A state that is no more keeps its own name and is linked to those that followed it, never counted as one of them.",
  organisations:
    "International organisations that are spoken of, their main bodies counted with them. One that is no more keeps its own name and is linked to those that followed it.",
  speakers: "Who gave the addresses, by the number of paragraphs spoken.",
  collections: "Series to which addresses belong.",
  years: "When the addresses were given, by the number of paragraphs.",
};

/**
 * @param answer the archive's answer to the empty question: its facets count everything
 */
export function browseIndexPage(
  group: BrowseGroup,
  answer: Answer,
  taxonomy: Taxonomy,
  urls: Urls,
): BrowseIndexPage {
  return {
    title: BROWSE_TITLES[group],
    intro: INTROS[group],
    histogram: group === "years" ? allYears(answer, urls) : null,
    groups: GROUPERS[group](answer, urls, taxonomy).filter(({ entries }) => entries.length > 0),
    columns: group !== "topics",
  };
}

/** The years of the whole archive; a click leads to the paragraphs of those years. */
export function allYears(answer: Answer, urls: Urls): YearHistogram | null {
  const counts = answer.facets.year.map(({ value, count }) => ({ year: Number(value), count }));
  return yearHistogram(counts, null, ({ from, to }) =>
    from === to
      ? urls.browse("years", String(from))
      : urls.search({ from: String(from), to: String(to), sort: "oldest" }),
  );
}

type Groups = BrowseIndexPage["groups"];
type Grouper = (answer: Answer, urls: Urls, taxonomy: Taxonomy) => Groups;

const GROUPERS: Record<BrowseGroup, Grouper> = {
  topics: topicGroups,
  countries: countryGroups,
  organisations: organisationGroups,
  speakers: ({ facets }, urls) => [
    { title: null, entries: entries(facets.speaker, (slug) => urls.browse("speakers", slug)) },
  ],
  collections: ({ facets }, urls) => [
    {
      title: null,
      entries: entries(facets.collection, (slug) => urls.browse("collections", slug)),
    },
  ],
  years: yearGroups,
};

function topicGroups({ facets }: Answer, urls: Urls, taxonomy: Taxonomy): Groups {
  const counts = new Map(facets.topic.map(({ value, count }) => [value, count]));
  const entry = (topic: Taxonomy["topics"][number]): BrowseEntry => ({
    label: topic.labels.en ?? topic.slug,
    url: urls.browse("topics", topic.slug),
    note: null,
    description: topic.description,
    count: formatCount(counts.get(topic.slug) ?? 0),
    share: null,
    parts: taxonomy.topics.filter(({ parent }) => parent === topic.slug).map(entry),
  });
  const majors = taxonomy.topics.filter(({ parent }) => parent === null);
  return [{ title: null, entries: majors.map(entry) }];
}

function countryGroups({ facets }: Answer, urls: Urls): Groups {
  const byName = entries(facets.country, (code) => urls.browse("countries", code), formerState)
    .map((entry) => ({ ...entry, share: null }))
    .sort((a, b) => a.label.localeCompare(b.label, "en"));
  const letters = new Map<string, BrowseEntry[]>();
  for (const entry of byName.filter(({ note }) => note === null)) {
    const letter = entry.label.normalize("NFD").charAt(0).toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), entry]);
  }
  return [
    ...[...letters].map(([title, entries]) => ({ title, entries })),
    { title: "Former states", entries: byName.filter(({ note }) => note !== null) },
  ];
}

/** By count: there are few, and of several names by which each might be looked up. */
function organisationGroups({ facets }: Answer, urls: Urls): Groups {
  const url = (slug: string) => urls.browse("organisations", slug);
  const all = entries(facets.organisation, url, formerOrganisation);
  return [
    { title: null, entries: all.filter(({ note }) => note === null) },
    { title: "Former organisations", entries: all.filter(({ note }) => note !== null) },
  ];
}

function yearGroups({ facets }: Answer, urls: Urls): Groups {
  const decades = new Map<string, LabelledCount[]>();
  for (const count of facets.year.toSorted((a, b) => Number(b.value) - Number(a.value))) {
    const decade = `${Math.floor(Number(count.value) / 10) * 10}s`;
    decades.set(decade, [...(decades.get(decade) ?? []), count]);
  }
  const most = largest(facets.year);
  return [...decades].map(([title, counts]) => ({
    title,
    entries: entries(counts, (year) => urls.browse("years", year), neverFormer, most),
  }));
}

const neverFormer = () => null;

/** @param formerly the years of a value that is no more */
function entries(
  counts: readonly LabelledCount[],
  url: (value: string) => string,
  formerly: (value: string) => { from: number; to: number } | null = neverFormer,
  most = largest(counts),
): BrowseEntry[] {
  return counts.map(({ value, label, count }) => {
    const former = formerly(value);
    return {
      label,
      url: url(value),
      note: former ? `${former.from}–${former.to}` : null,
      description: null,
      count: formatCount(count),
      share: share(count, most),
      parts: [],
    };
  });
}

function largest(counts: readonly LabelledCount[]): number {
  return counts.reduce((most, { count }) => Math.max(most, count), 1);
}

function share(count: number, most: number): number {
  return Math.round((count / most) * 1000) / 10;
}

/** "12,345 paragraphs in 678 addresses" */
export function countSentence(answer: Pick<Answer, "total" | "addressTotal">): string {
  return `${counted(answer.total, "paragraph")} in ${counted(answer.addressTotal, "address", "addresses")}`;
}
