/** The words of the help, the about page and the page for programs. */
import type { Answer } from "../../search/answer.ts";
import type { ArchiveSummary } from "../../store/records.ts";
import { SPLITTER_VERSION } from "../../text/paragraphs/split-address.ts";
import { QUALITY } from "../../text/quality.ts";
import type { Taxonomy } from "../../text/topics/taxonomy.ts";
import type { Urls } from "../urls.ts";
import type { WebContext } from "../web-context.ts";
import { counted, formatList, formatSpan, languageName } from "./format.ts";
import type { Link } from "./frame.ts";
import { type MeasuredSection, measuredSection } from "./quality.ts";

export type HelpPage = {
  sections: {
    id: string;
    title: string;
    text: string[];
    examples: { q: string; url: string; meaning: string }[];
  }[];
};

export type AboutPage = {
  holds: string[];
  sections: { id: string; title: string; text: string[]; links: Link[] }[];
  measured: MeasuredSection;
};

export type ApiPage = {
  openApiUrl: string;
  requests: { path: string; url: string | null; meaning: string }[];
  errorExample: string;
};

type Lesson = {
  id: string;
  title: string;
  text: string[];
  examples: [q: string, meaning: string][];
};

/**
 * @param answer the archive's answer to the empty question: its commonest topic, country, organisation and speaker serve as examples
 */
export function helpPage(answer: Answer, context: HelpContext): HelpPage {
  const { urls } = context;
  return {
    sections: lessons(answer, context).map(({ examples, ...lesson }) => ({
      ...lesson,
      examples: examples.map(([q, meaning]) => ({ q, meaning, url: urls.search({ q }) })),
    })),
  };
}

/** What of the running archive the help tells. */
type HelpContext = Pick<WebContext, "urls" | "synonymExample" | "externalStatus">;

function wordLesson(synonyms: readonly string[]): Lesson {
  const names =
    synonyms.length === 0
      ? ""
      : ` This archive knows several names of some things, such as ${formatList(synonyms.slice(0, 3))}: one finds the others, and the page says so.`;
  return {
    id: "words",
    title: "Words and phrases",
    text: [
      "Case, accents, apostrophes and dashes make no difference. A word is found in all its forms: promise finds promised and promises. A phrase in quotation marks is found exactly as it is, in no other form.",
      `British and American spellings find each other: labour finds labor.${names} Quotation marks keep a word to its letters.`,
      "A word of five letters or more that no paragraph has is searched as the words of the archive that are one slip away, or begin so, and the page says which; where it is less sure, it asks what you meant. So it does for names of speakers, countries and topics that it does not know, and it offers a question that finds nothing with fewer words.",
    ],
    examples: [
      ["peace treaty", "both words, in any order, in any form"],
      ['"a free people"', "these words next to each other, just so"],
      ["democra*", "words that begin like this"],
      ['"peace war"~10', "both words with at most ten others between them"],
    ],
  };
}

const OPERATORS: Lesson = {
  id: "operators",
  title: "Either, and not",
  text: ["OR joins its neighbours before everything else does. Brackets make it plain."],
  examples: [
    ["grain OR wheat", "one of the two, or both"],
    ["(grain OR wheat) export", "export together with one of the two"],
    ["peace -treaty", "the one word without the other"],
    ['freedom -"freedom of speech"', "the word without the phrase"],
  ],
};

const WAYS: Lesson[] = [
  {
    id: "filters",
    title: "Filters beside the results",
    text: [
      "Choose several values of one group, and a paragraph must have one of them; choose in several groups, and it must satisfy each. The counts are exact, and each group's counts leave out its own filter: they say what choosing one more would bring.",
      "The bars above the results show how many paragraphs fall into each year. Click on them to narrow the dates.",
    ],
    examples: [],
  },
  {
    id: "keys",
    title: "Keys",
    text: [
      "In an address with marked words, n leads to the next mark and p to the one before. Everything else is reached with Tab and Enter.",
    ],
    examples: [],
  },
];

function engineLesson(external: boolean): Lesson {
  const by = external
    ? "A Meilisearch server searches this archive, and the engine built in, SQLite FTS5, whatever is beyond that server or comes while it is away. Both find the same paragraphs with the same counts; by relevance, they order them differently."
    : "The engine built in, SQLite FTS5, searches this archive.";
  return { id: "engine", title: "What searches", text: [by], examples: [] };
}

function lessons({ facets, lastDay }: Answer, context: HelpContext): Lesson[] {
  const year = lastDay === null ? 2022 : Math.floor(lastDay / 10000);
  return [
    wordLesson(context.synonymExample),
    OPERATORS,
    fieldLesson(facets),
    dateLesson(year),
    ...WAYS,
    engineLesson(context.externalStatus !== null),
  ];
}

function fieldLesson(facets: Answer["facets"]): Lesson {
  const topic = facets.topic[0] ?? { value: "defence", label: "Defence" };
  const country = facets.country[0] ?? { value: "UA", label: "Ukraine" };
  const organisation = facets.organisation[0] ?? { value: "un", label: "United Nations" };
  const speaker = facets.speaker[0];
  return {
    id: "fields",
    title: "Fields",
    text: [
      "A field narrows a search to what is known about a paragraph or its address. Fields do the same as the filters beside the results.",
    ],
    examples: [
      [`topic:${topic.value}`, `paragraphs about ${topic.label}`],
      [`country:${country.value}`, `paragraphs that speak of ${country.label}`],
      [
        `organisation:${organisation.value}`,
        `paragraphs that speak of ${organisation.label}; org: is the same`,
      ],
      ...(speaker
        ? [[`speaker:${speaker.value}`, `spoken by ${speaker.label}`] as [string, string]]
        : []),
      ["title:congress", "addresses with this word in their title"],
      ["lang:en", "addresses in English"],
    ],
  };
}

function dateLesson(year: number): Lesson {
  return {
    id: "dates",
    title: "Dates",
    text: [
      "A date is a year, a month or a day, written 2022, 2022-03 or 2022-03-24; two dots make a range. An address known only by its year is found by every range that touches that year.",
    ],
    examples: [
      [`year:${year}`, `given in ${year}`],
      [`date:${year - 10}..${year}`, "between two years, both included"],
      [`peace from:${year - 1}`, "since then"],
      [`peace to:${year - 1}`, "until then"],
    ],
  };
}

const PROMISES: AboutPage["sections"] = [
  {
    id: "verbatim",
    title: "Word for word",
    text: [
      "What was imported is what is kept: the paragraphs joined again give the source's text, character for character but for white space. What an agency or an editor added stands apart from the speaker's words and says so.",
    ],
    links: [],
  },
  {
    id: "permanent",
    title: "Links that stay",
    text: [
      "Every paragraph has a key of its own, given once and never to another. Its link always answers: with the same words, wherever in the address they stand by then, or, where they are no longer in it, with the last words and the reason. A correction of a single letter makes a new paragraph with a key of its own; the old link then answers as for one that was taken out, and leads to the paragraph in its place where exactly one stands there, between the same neighbours.",
      "Cite a paragraph by its link. The page behind it offers the citation in the usual styles, and files for reference managers.",
    ],
    links: [],
  },
  {
    id: "breaks",
    title: "Paragraph breaks",
    text: [
      "Where a source has paragraphs, they are kept. Where it has none, the breaks are inferred between sentences, never inside one, and marked as inferred: the page of an address shows them on demand, and says by which version of the splitter they were found.",
    ],
    links: [],
  },
];

export function aboutPage(summary: ArchiveSummary, taxonomy: Taxonomy, urls: Urls): AboutPage {
  const running = { splitterVersion: SPLITTER_VERSION, taxonomyVersion: taxonomy.version };
  return {
    holds: holds(summary),
    measured: measuredSection(QUALITY, running),
    sections: [
      ...PROMISES,
      {
        id: "tags",
        title: "Topics, countries and organisations",
        text: [
          `Topics come from a list of ${counted(taxonomy.topics.length, "topic")} (version ${taxonomy.version}) and are found by phrases; countries by their names, peoples and capitals, international organisations by their names, abbreviations and main bodies, with rules for names that mean several things. All are inferred unless a source or an editor gave them. Each can say why it stands there: below every paragraph of an address, the tags unfold to the words that led to them.`,
          "Former states, such as the Soviet Union, are countries of their own here, linked to those that followed them but never counted among them; so are former organisations, such as the League of Nations.",
        ],
        links: [
          { label: "All topics", url: urls.browse("topics") },
          { label: "All countries", url: urls.browse("countries") },
          { label: "All organisations", url: urls.browse("organisations") },
        ],
      },
      {
        id: "counts",
        title: "Exact, and open about gaps",
        text: [
          "Every count is a count, not an estimate. When nothing is found, the page says in how many addresses it looked, over which dates, and how many copies are known to be incomplete.",
        ],
        links: [{ label: "How to search", url: urls.help() }],
      },
    ],
  };
}

function holds(summary: ArchiveSummary): string[] {
  const { addresses, paragraphs, words, firstDay, lastDay, languages } = summary;
  if (firstDay === null || lastDay === null) return ["It holds no addresses yet."];
  const { first, last } = formatSpan(firstDay, lastDay);
  const sentences = [
    `It holds ${counted(addresses, "address", "addresses")} in ${counted(paragraphs, "paragraph")} and ${counted(words, "word")}, given from ${first} to ${last}, in ${formatList(languages.map(languageName))}.`,
  ];
  const { incompleteAddresses } = summary;
  if (incompleteAddresses > 0) {
    sentences.push(
      `${counted(incompleteAddresses, "address is", "addresses are")} known to be incomplete copies; each says so on its page.`,
    );
  }
  return sentences;
}

export function apiPage(urls: Urls): ApiPage {
  const of = (path: string, meaning: string, url: string | null = path) => ({ path, url, meaning });
  return {
    openApiUrl: "/api/v1/openapi.json",
    requests: [
      of(urls.apiSearch({ q: "peace" }), "a search, with the same parameters as the page"),
      of("/api/v1/addresses/{slug}", "an address with its paragraphs", null),
      of("/api/v1/paragraphs/{key}", "a paragraph", null),
      of(urls.searchFile("csv", { q: "peace" }), "every paragraph found, as a table"),
      of(urls.searchFile("jsonl", { q: "peace" }), "the same, one JSON object a line"),
      of(urls.searchFile("atom", { q: "peace" }), "the newest of them, as a feed"),
      of("/p/{key}.bib", "a citation as a file; also .ris, .csl.json, .txt, .md and .json", null),
    ],
    errorExample: JSON.stringify(
      { error: { code: "not_found", message: "There is no address …", hint: "See …" } },
      null,
      2,
    ),
  };
}
