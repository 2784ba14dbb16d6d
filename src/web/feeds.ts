/** Atom feeds: the newest addresses, and the newest paragraphs of any search. */
import { Feed } from "feed";
import { escapeHtml } from "../cite/rich-text.ts";
import { daySpan, type PartialDate } from "../domain/partial-date.ts";
import type { Answer } from "../search/answer.ts";
import type { AddressRecord } from "../store/records.ts";
import type { SearchState } from "./urls.ts";
import type { WebContext } from "./web-context.ts";

type Context = Pick<WebContext, "urls" | "siteName">;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML 1.0 cannot hold
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** The newest addresses as Atom. */
export function addressesFeed(context: Context, addresses: readonly AddressRecord[]): string {
  const { urls, siteName } = context;
  const feed = newFeed(siteName, {
    title: siteName,
    page: urls.absolute(urls.home()),
    self: urls.absolute(urls.feed()),
    addresses,
  });
  for (const address of addresses) {
    const link = urls.absolute(urls.address(address.slug));
    feed.addItem({
      ...entry(address, address.speaker),
      title: asHtml(titleOf(address)),
      id: link,
      link,
    });
  }
  return feed.atom1();
}

/** The hits of an answer as Atom, each with the whole paragraph. */
export function searchFeed(context: Context, state: SearchState, answer: Answer): string {
  const { urls, siteName } = context;
  const { page: _page, size: _size, sort: _sort, ...given } = state;
  const asked = { ...given, filters: answer.filters };
  const title = answer.understood.map((part) => part.text).join("") || "Newest paragraphs";
  const feed = newFeed(siteName, {
    title: `${siteName}: ${title}`,
    page: urls.absolute(urls.search(asked)),
    self: urls.absolute(urls.searchFile("atom", asked)),
    addresses: answer.hits.map((hit) => hit.address),
  });
  for (const { paragraph, address } of answer.hits) {
    const link = urls.absolute(urls.paragraph(paragraph.key));
    const number = paragraph.number === null ? "" : `, paragraph ${paragraph.number}`;
    feed.addItem({
      ...entry(address, paragraph.turnSpeaker ?? address.speaker),
      title: asHtml(`${titleOf(address, paragraph.turnSpeaker)}${number}`),
      id: link,
      link,
      description: asHtml(paragraph.text),
    });
  }
  return feed.atom1();
}

type FeedFacts = {
  title: string;
  /** Absolute URLs of the page that shows the same, and of the feed itself. */
  page: string;
  self: string;
  /** Those the entries belong to: the newest gives the feed its date. */
  addresses: readonly AddressRecord[];
};

function newFeed(siteName: string, { title, page, self, addresses }: FeedFacts): Feed {
  const newest = addresses.map((address) => instantOf(address.date)).sort((a, b) => +b - +a)[0];
  return new Feed({
    title: xmlSafe(title),
    id: self,
    link: page,
    feedLinks: { atom: self },
    // An archive without addresses has no date; the beginning of Unix time says so and never changes.
    updated: newest ?? new Date(0),
    generator: "verbatim",
    author: { name: xmlSafe(siteName) },
    copyright: "",
  });
}

/** @param author whose words it holds */
function entry(address: AddressRecord, author: string | null) {
  const date = instantOf(address.date);
  return {
    date,
    published: date,
    ...(author && { author: [{ name: xmlSafe(author) }] }),
  };
}

/** @param turnSpeaker another whose words they are, as a label has it */
function titleOf(address: AddressRecord, turnSpeaker: string | null = null): string {
  const speaker = turnSpeaker === null ? address.speaker : `“${turnSpeaker}”`;
  return speaker ? `${speaker}: ${address.title}` : address.title;
}

/** The first instant (UTC) that a partial date can mean. */
function instantOf(date: PartialDate): Date {
  const { first } = daySpan(date);
  const instant = new Date(0);
  instant.setUTCFullYear(
    Math.floor(first / 10_000),
    (Math.floor(first / 100) % 100) - 1,
    first % 100,
  );
  return instant;
}

/** Entries are of type `html`: text is escaped once for HTML; the feed's writer then wraps it for XML. */
function asHtml(text: string): string {
  return escapeHtml(xmlSafe(text));
}

function xmlSafe(text: string): string {
  return text.replace(NOT_IN_XML, "\ufffd");
}
