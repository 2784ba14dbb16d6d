/** Reference files for citation managers and readers: each a function from a citable to a file's text. */

import { invertedName, type PersonalName, parseSpeakers } from "../domain/personal-name.ts";
import { primaryLanguage } from "../text/language.ts";
import { type Citable, labelledWords } from "./citable.ts";
import { type DateParts, dateParts } from "./citation-date.ts";
import { attribution, markdownSource } from "./markup.ts";
import { quoted } from "./quote-marks.ts";

/** Formats of `/p/{key}.{format}` that are citations; `json` is the API's paragraph. */
export const REFERENCE_FORMATS = ["txt", "md", "bib", "ris", "csl.json"] as const;
export type ReferenceFormat = (typeof REFERENCE_FORMATS)[number];

export const REFERENCE_MEDIA_TYPES: Record<ReferenceFormat, string> = {
  txt: "text/plain; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  bib: "application/x-bibtex; charset=utf-8",
  ris: "application/x-research-info-systems; charset=utf-8",
  "csl.json": "application/vnd.citationstyles.csl+json; charset=utf-8",
};

/** The reference file of a paragraph in one format. */
export function referenceFile(citable: Citable, format: ReferenceFormat): string {
  return WRITERS[format](citable);
}

const WRITERS: Record<ReferenceFormat, (citable: Citable) => string> = {
  txt: toText,
  md: (c) => `${markdownSource(c)}\n`,
  bib: toBibTeX,
  ris: toRis,
  "csl.json": (c) => `${JSON.stringify([toCslItem(c)], null, 2)}\n`,
};

function toText(c: Citable): string {
  const { before, after } = attribution(c);
  const lines = [
    `— ${[...before, quoted(c.title, c.lang), ...after].join(", ")}`,
    c.permalink,
    `${c.archiveName}, revision ${c.revision}, read on ${c.accessedOn}.`,
    ...(c.publisher ? [`Published by ${c.publisher}.`] : []),
    ...(c.sourceUrl ? [`Source: ${c.sourceUrl}`] : []),
  ];
  return `${c.paragraphText}\n\n${lines.join("\n")}\n`;
}

/**
 * BibLaTeX `@unpublished` with `eventtitle`, its type for a talk; `note` and `year` are for
 * classic BibTeX, which has neither `date` nor `urldate`.
 */
function toBibTeX(c: Citable): string {
  const speakers = parseSpeakers(c.speaker, c.speakerCountry);
  const fields: [string, string | null][] = [
    ["author", speakers.length === 0 ? null : speakers.map(bibName).join(" and ")],
    ["title", `{${escapeTex(c.title)}}`],
    ["date", c.date],
    ["year", c.date.slice(0, 4)],
    ["eventtitle", texOrNull(c.occasion)],
    ["eventdate", c.date],
    ["venue", texOrNull(c.place)],
    ["howpublished", "Speech"],
    ["langid", BABEL_LANGUAGES[primaryLanguage(c.lang)] ?? null],
    ["url", verbatimUrl(c.permalink)],
    ["urldate", c.accessedOn],
    ["note", escapeTex(noteOf(c))],
    ["annotation", escapeTex(c.paragraphText)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return `@unpublished{${entryKey(c, speakers[0])},\n${lines.join("\n")}\n}\n`;
}

/** Names of languages as babel and BibLaTeX know them. */
const BABEL_LANGUAGES: Record<string, string> = {
  ar: "arabic",
  de: "german",
  en: "english",
  es: "spanish",
  fr: "french",
  it: "italian",
  pl: "polish",
  pt: "portuguese",
  ru: "russian",
  uk: "ukrainian",
};

/** "Family, Suffix, Given"; a name of one part is braced, so that BibTeX takes it as one. */
function bibName(name: PersonalName): string {
  if (name.given === null && name.suffix === null) return `{${escapeTex(name.family)}}`;
  const parts = [name.family, name.suffix, name.given].filter((part) => part !== null);
  return parts
    .map((part) => (/\band\b/iu.test(part) ? `{${escapeTex(part)}}` : escapeTex(part)))
    .join(", ");
}

/** `zelenskyy2022-7k3m9q2x`: readable where the name has Latin letters, unique by the paragraph's key. */
function entryKey(c: Citable, first: PersonalName | undefined): string {
  const family = (first?.family ?? "")
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/gu, "");
  return `${family || "speech"}${c.date.slice(0, 4)}-${c.key}`;
}

const TEX: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Escapes TeX's special characters; letters of any script stay as they are. */
export function escapeTex(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\\{}$&#%_~^]/gu, (character) => TEX[character] ?? `\\${character}`);
}

function texOrNull(text: string | null): string | null {
  return text === null ? null : escapeTex(text);
}

/** BibLaTeX reads URLs verbatim; only braces and white space would break the entry. */
function verbatimUrl(url: string): string {
  return url.replace(/[{}\\\s]/gu, encodeURIComponent);
}

/**
 * RIS. `SLIDE` is the type that Zotero and Mendeley read as a presentation, their type for a
 * speech; with `M3 Speech` it is exported as one. Lines end in CR LF, as the format asks.
 */
function toRis(c: Citable): string {
  const { year, month, day } = dateParts(c.date);
  const tags: [string, string | null][] = [
    ["TY", "SLIDE"],
    ...parseSpeakers(c.speaker, c.speakerCountry).map((name): [string, string] => [
      "AU",
      invertedName(name),
    ]),
    ["TI", c.title],
    ["T2", c.occasion ?? c.collection],
    ["M3", "Speech"],
    ["PY", String(year).padStart(4, "0")],
    ["DA", risDate({ year, month, day })],
    ["CY", c.place],
    ["LA", c.lang],
    ["DP", c.archiveName],
    ["UR", c.permalink],
    ["Y2", c.accessedOn.replaceAll("-", "/")],
    ["N1", `${noteOf(c)}: ${c.paragraphText}`],
    ["ID", c.key],
    ["ER", ""],
  ];
  const lines = tags.flatMap(([tag, value]) =>
    value === null ? [] : [`${tag}  - ${value.replace(/\s+/gu, " ").trim()}`],
  );
  return `${lines.join("\r\n")}\r\n`;
}

/** `2022/09/28/`; parts that are not known stay empty between their slashes. */
function risDate({ year, month, day }: DateParts): string {
  const two = (part: number | null) => (part === null ? "" : String(part).padStart(2, "0"));
  return `${String(year).padStart(4, "0")}/${two(month)}/${two(day)}/`;
}

/** An item of CSL-JSON 1.0.2, type `speech`. */
export type CslItem = {
  id: string;
  type: "speech";
  title: string;
  author?: { family: string; given?: string; suffix?: string }[];
  issued: { "date-parts": [number[]] };
  accessed: { "date-parts": [number[]] };
  genre: "Speech";
  "event-title"?: string;
  "event-place"?: string;
  "collection-title"?: string;
  language: string;
  source: string;
  URL: string;
  note: string;
};

/** The paragraph as a CSL item. */
export function toCslItem(c: Citable): CslItem {
  const speakers = parseSpeakers(c.speaker, c.speakerCountry);
  return {
    id: c.key,
    type: "speech",
    title: c.title,
    ...(speakers.length > 0 && { author: speakers.map(cslName) }),
    issued: cslDate(c.date),
    accessed: cslDate(c.accessedOn),
    genre: "Speech",
    ...(c.occasion && { "event-title": c.occasion }),
    ...(c.place && { "event-place": c.place }),
    ...(c.collection && { "collection-title": c.collection }),
    language: c.lang,
    source: c.archiveName,
    URL: c.permalink,
    note: noteOf(c),
  };
}

function cslName(name: PersonalName) {
  return {
    family: name.family,
    ...(name.given && { given: name.given }),
    ...(name.suffix && { suffix: name.suffix }),
  };
}

function cslDate(date: string): { "date-parts": [number[]] } {
  const { year, month, day } = dateParts(date);
  return { "date-parts": [[year, month, day].filter((part) => part !== null)] };
}

/** "Paragraph 7, revision 2, from a text of Ukrinform": which words of the address are cited. */
function noteOf(c: Citable): string {
  const place = c.paragraphNumber === null ? "Editorial matter" : `Paragraph ${c.paragraphNumber}`;
  const from = c.publisher ? `from a text of ${c.publisher}` : null;
  const parts = [place, labelledWords(c), `revision ${c.revision}`, from];
  return parts.filter((part) => part !== null).join(", ");
}
