/**
 * What a page says of itself to machines: Dublin Core, Highwire, Open Graph, schema.org.
 *
 * Zotero's "Embedded Metadata" reads `z:itemType` before anything else, so the paragraph arrives
 * as a presentation of type "Speech" with its speaker as presenter. `citation_title` and
 * `citation_author` are left out on purpose: other readers take the one as a journal
 * article, and with the other Zotero would file the speaker as author.
 */

import { invertedName, naturalName, parseSpeakers } from "../domain/personal-name.ts";
import { type Citable, labelledWords } from "./citable.ts";
import { quotationOf } from "./quotation.ts";

/** `<meta name>` or, for Open Graph, `<meta property>`. */
export type MetaTag = { name: string; content: string } | { property: string; content: string };

export type PageMetadata = {
  meta: MetaTag[];
  links: { rel: string; href: string; type?: string; title?: string }[];
  /** Content of a `<script type="application/ld+json">`, safe to print there as it is. */
  jsonLd: string;
};

const SCHEMAS = {
  DC: "http://purl.org/dc/elements/1.1/",
  DCTERMS: "http://purl.org/dc/terms/",
  z: "http://www.zotero.org/namespaces/export#",
};

/**
 * @param citable the paragraph
 * @param files absolute URLs of the paragraph's reference files, offered as alternates
 */
export function pageMetadata(
  citable: Citable,
  files: { href: string; type: string; title: string }[] = [],
): PageMetadata {
  return {
    meta: [...dublinCore(citable), ...highwire(citable), ...openGraph(citable)],
    links: [
      { rel: "canonical", href: citable.permalink },
      ...Object.entries(SCHEMAS).map(([prefix, href]) => ({ rel: `schema.${prefix}`, href })),
      ...files.map((file) => ({ rel: "alternate", ...file })),
    ],
    jsonLd: scriptSafe(jsonLd(citable)),
  };
}

function dublinCore(c: Citable): MetaTag[] {
  const speakers = parseSpeakers(c.speaker, c.speakerCountry).map(invertedName);
  return tags([
    ["z:itemType", "presentation"],
    ...speakers.map((name): [string, string] => ["z:presenters", name]),
    ["z:meetingName", c.occasion ?? c.collection],
    ["z:place", c.place],
    ["DC.type", "Speech"],
    ["DCTERMS.type", "Text"],
    ["DC.title", c.title],
    ...speakers.map((name): [string, string] => ["DC.creator", name]),
    ["DC.date", c.date],
    ["DC.language", c.lang],
    ["DC.publisher", c.publisher],
    ["DC.identifier", c.permalink],
    ["DC.source", c.sourceUrl],
    ["DCTERMS.isPartOf", c.collection],
  ]);
}

function highwire(c: Citable): MetaTag[] {
  return tags([
    ["citation_publication_date", c.date.replaceAll("-", "/")],
    ["citation_language", c.lang],
    ["citation_public_url", c.permalink],
  ]);
}

function openGraph(c: Citable): MetaTag[] {
  const by = c.speaker ?? (c.turnSpeaker && `“${c.turnSpeaker}”`);
  const facts: [string, string][] = [
    ["og:type", "article"],
    ["og:title", by ? `${by}: ${c.title}` : c.title],
    ["og:description", quotationOf(c.paragraphText, c.lang)],
    ["og:url", c.permalink],
    ["og:site_name", c.archiveName],
    ["og:locale", c.lang.replace("-", "_")],
  ];
  return facts.map(([property, content]) => ({ property, content }));
}

/** schema.org: a `Quotation` that is part of a speech (`CreativeWork`), spoken by a `Person`. */
function jsonLd(c: Citable): object {
  const speakers = parseSpeakers(c.speaker, c.speakerCountry).map((name) => ({
    "@type": "Person",
    name: naturalName(name, c.speakerCountry),
    familyName: name.family,
    ...(name.given && { givenName: name.given }),
    ...(c.speakerOffice && { jobTitle: c.speakerOffice }),
  }));
  const creator = speakers.length > 0 && {
    creator: speakers.length === 1 ? speakers[0] : speakers,
  };
  return {
    "@context": "https://schema.org",
    "@type": "Quotation",
    "@id": c.permalink,
    url: c.permalink,
    text: c.paragraphText,
    inLanguage: c.lang,
    ...(c.paragraphNumber !== null && { position: c.paragraphNumber }),
    ...creator,
    ...(c.turnSpeaker !== null && { creditText: labelledWords(c) }),
    isPartOf: {
      "@type": "CreativeWork",
      genre: "Speech",
      name: c.title,
      dateCreated: c.date,
      inLanguage: c.lang,
      ...creator,
      ...(c.place && { locationCreated: { "@type": "Place", name: c.place } }),
      ...(c.sourceUrl && { isBasedOn: c.sourceUrl }),
    },
  };
}

function tags(pairs: [string, string | null][]): MetaTag[] {
  return pairs.flatMap(([name, content]) => (content ? [{ name, content }] : []));
}

/** JSON that cannot end the script element it stands in, nor break a line in old parsers. */
function scriptSafe(value: object): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
