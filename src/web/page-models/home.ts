/** The first page: what the archive holds, and ways into it. */
import type { Answer } from "../../search/answer.ts";
import type { AddressRecord, ArchiveSummary } from "../../store/records.ts";
import type { YearHistogram } from "../charts/year-histogram.ts";
import type { Urls } from "../urls.ts";
import { allYears } from "./browse-index.ts";
import { counted, formatCount, formatYears } from "./format.ts";
import type { Link } from "./frame.ts";
import { type AddressLine, addressLine } from "./hits.ts";

export type HomePage = {
  siteName: string;
  empty: boolean;
  numbers: { value: string; label: string }[];
  examples: Link[];
  histogram: YearHistogram | null;
  newest: AddressLine[];
  topics: (Link & { count: string })[];
  topicsUrl: string;
  feed: Link;
};

/** Topics and countries the first page names. */
const TOPICS_SHOWN = 14;

/**
 * @param answer the archive's answer to the empty question
 * @param newest the newest addresses
 */
export function homePage(
  siteName: string,
  summary: ArchiveSummary,
  answer: Answer,
  newest: readonly AddressRecord[],
  urls: Urls,
): HomePage {
  return {
    siteName,
    empty: summary.addresses === 0,
    numbers: numbers(summary),
    examples: examples(answer, urls),
    histogram: allYears(answer, urls),
    newest: newest.map((address) => addressLine(address, urls)),
    topics: answer.facets.topic.slice(0, TOPICS_SHOWN).map(({ value, label, count }) => ({
      label,
      url: urls.browse("topics", value),
      count: formatCount(count),
    })),
    topicsUrl: urls.browse("topics"),
    feed: { label: "New in this archive", url: urls.searchFile("atom") },
  };
}

function numbers(summary: ArchiveSummary): HomePage["numbers"] {
  const { addresses, paragraphs, words, firstDay, lastDay } = summary;
  if (firstDay === null || lastDay === null) return [];
  return [
    { value: formatCount(addresses), label: addresses === 1 ? "address" : "addresses" },
    { value: formatCount(paragraphs), label: paragraphs === 1 ? "paragraph" : "paragraphs" },
    { value: formatCount(words), label: words === 1 ? "word" : "words" },
    { value: formatYears(firstDay, lastDay), label: "years" },
  ];
}

/** Searches that this very archive can answer, each showing one thing a query can say. */
function examples(answer: Answer, urls: Urls): Link[] {
  const of = (q: string): Link => ({ label: q, url: urls.search({ q }) });
  const [country] = answer.facets.country;
  const [topic] = answer.facets.topic;
  const found = [
    of("peace"),
    of('"freedom of speech"'),
    of("war OR peace -weapons"),
    of("democra*"),
  ];
  if (country) found.push(of(`trade country:${country.value}`));
  if (topic) found.push(of(`topic:${topic.value} promise`));
  return answer.total === 0 ? [] : found;
}

/** "233 addresses, 16,000 paragraphs" for the description of the page. */
export function holdings(summary: ArchiveSummary): string {
  return `${counted(summary.addresses, "address", "addresses")}, ${counted(summary.paragraphs, "paragraph")}`;
}
