/**
 * Citations of a paragraph in the styles that readers are asked for. Each gives its plain text
 * and its HTML, and, where the style sets sources off from the list of works, the short form that
 * stands in the running text. A fact that is not known is left out as the style prescribes.
 */

import {
  initialedName,
  invertedName,
  naturalName,
  type PersonalName,
  parseSpeakers,
} from "../domain/personal-name.ts";
import { primaryLanguage } from "../text/language.ts";
import { type Citable, directionOf, labelledWords } from "./citable.ts";
import {
  dateParts,
  dayMonth,
  dayMonthYear,
  monthDayYear,
  shortDayMonthYear,
  yearMonthDay,
} from "./citation-date.ts";
import { htmlSource, markdownSource } from "./markup.ts";
import { quotationOf } from "./quotation.ts";
import { nestQuotes, quoted } from "./quote-marks.ts";
import { escapeHtml, type Piece, toHtml, toPlainText } from "./rich-text.ts";
import { wikipediaTemplate } from "./wikipedia.ts";

export const CITATION_STYLES = [
  "link",
  "quotation",
  "apa",
  "mla",
  "chicago",
  "harvard",
  "wikipedia",
  "markdown",
  "html",
] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

const STYLE_LABELS: Record<CitationStyle, string> = {
  link: "Link",
  quotation: "Quotation",
  apa: "APA 7",
  mla: "MLA 9",
  chicago: "Chicago 18 (note)",
  harvard: "Harvard",
  wikipedia: "Wikipedia",
  markdown: "Markdown",
  html: "HTML",
};

export type Citation = {
  style: CitationStyle;
  label: string;
  /** What the copy button copies as plain text. */
  text: string;
  /** The same words as HTML, escaped, with the style's italics. */
  html: string;
  /** The short form for the running text, e.g. "(Zelenskyy, 2022, para. 7)"; null where a style has none. */
  inText: { text: string; html: string } | null;
};

/** All citations of a paragraph, in the order in which they are offered. */
export function citationsOf(citable: Citable): Citation[] {
  return CITATION_STYLES.map((style) => cite(citable, style));
}

/**
 * The citation of a paragraph in one style. A title that is a sentence loses its full stop, since
 * every style puts its own punctuation behind a title.
 */
export function cite(given: Citable, style: CitationStyle): Citation {
  const citable = { ...given, title: given.title.replace(SENTENCE_END, "") };
  const label = STYLE_LABELS[style];
  if (style === "wikipedia") return sourceCitation(style, label, wikipediaTemplate(citable));
  if (style === "markdown") return sourceCitation(style, label, markdownSource(citable));
  if (style === "html") {
    const html = htmlSource(citable);
    return { style, label, text: html, html, inText: null };
  }
  const { full, inText } = BUILDERS[style](citable);
  return {
    style,
    label,
    text: toPlainText(full),
    html: toHtml(full),
    inText: inText && { text: toPlainText(inText), html: toHtml(inText) },
  };
}

/** A full stop after a whole word: not that of "U.S." or of "…". */
const SENTENCE_END = /(?<=\p{L}{3})\.$/u;

type Built = { full: Piece[]; inText: Piece[] | null };

const BUILDERS: Record<
  Exclude<CitationStyle, "wikipedia" | "markdown" | "html">,
  (citable: Citable) => Built
> = { link, quotation, apa, mla, chicago, harvard };

function sourceCitation(style: CitationStyle, label: string, text: string): Citation {
  return { style, label, text, html: escapeHtml(text), inText: null };
}

function link(c: Citable): Built {
  return { full: [url(c)], inText: null };
}

/** “Words” (Speaker, office, “Title”, 28 September 2022, paragraph 7, URL); or (words of the speaker labelled “Q”, “Title”, …). */
function quotation(c: Citable): Built {
  const words = quoted(quotationOf(c.paragraphText, c.lang), c.lang);
  const title = inLanguage(c, quoted(c.title, c.lang));
  const labelled = labelledWords(c);
  const facts: Piece[][] = [
    ...(c.speaker ? [[c.speaker]] : []),
    ...(c.speakerOffice ? [[c.speakerOffice]] : []),
    ...(labelled ? [[labelled]] : []),
    [title],
    [dayMonthYear(c.date)],
    ...(c.paragraphNumber === null ? [] : [[`paragraph ${c.paragraphNumber}`]]),
    [url(c)],
  ];
  return { full: [inLanguage(c, words), " (", ...joined(facts, ", "), ")"], inText: null };
}

/**
 * APA 7, section 10.13 and example 94 (speech), for a transcript read online. A work without an
 * author begins with its title.
 */
function apa(c: Citable): Built {
  const authors = joinNames(names(c).map(initialedName), ", ", ", & ");
  const date = `(${yearMonthDay(c.date)})`;
  const form = described("Speech transcript", c);
  const title: Piece[] = [{ ...inLanguage(c, c.title), italic: true }, ` [${form}]`];
  const head: Piece[] = authors
    ? [`${endWith(authors, ".")} ${date}. `, ...title, ". "]
    : [...title, `. ${date}. `];
  const families = joinNames(familyNames(c), ", ", " & ");
  return {
    full: [...head, `${endWith(c.archiveName, ".")} `, url(c)],
    inText: authorDate(c, families, ", ", "para."),
  };
}

/** MLA 9, sections 5.68 (date of the original) and 5.105 (transcript): container is the archive. */
function mla(c: Citable): Built {
  const [first, ...others] = names(c);
  const authors = first
    ? others.length > 1
      ? `${invertedName(first)}, et al.`
      : [invertedName(first), ...others.map((name) => naturalName(name, c.speakerCountry))].join(
          ", and ",
        )
    : "";
  const title = inLanguage(c, `“${endWith(nestQuotes(c.title, "en"), ".")}”`);
  const when = [shortDayMonthYear(c.date)];
  if (c.place) when.push(c.place);
  const short: Piece = first
    ? familyNames(c).length > 2
      ? `${first.family} et al.`
      : joinNames(familyNames(c), " and ", " and ")
    : inLanguage(c, `“${nestQuotes(c.title, "en")}”`);
  return {
    full: [
      authors ? `${endWith(authors, ".")} ` : "",
      title,
      ` ${endWith(when.join(", "), ".")} `,
      { text: c.archiveName, italic: true },
      ", ",
      url(c),
      `. ${endWith(described("Transcript", c), ".")} Accessed ${endWith(shortDayMonthYear(c.accessedOn), ".")}`,
    ],
    inText: ["(", short, c.paragraphNumber === null ? "" : `, par. ${c.paragraphNumber}`, ")"],
  };
}

/** Chicago 18, note form of a speech (14.113, 14.15 for what is found online). */
function chicago(c: Citable): Built {
  const all = names(c).map((name) => naturalName(name, c.speakerCountry));
  const authors =
    all.length > 3 ? `${all[0]} et al.` : joinNames(all, ", ", all.length > 2 ? ", and " : " and ");
  const labelled = labelledWords(c);
  const event = ["speech", c.occasion, c.place, monthDayYear(c.date)].filter(Boolean).join(", ");
  return {
    full: [
      authors ? `${authors}, ` : "",
      inLanguage(c, `“${nestQuotes(c.title, "en")}”`),
      ` (${event})`,
      c.paragraphNumber === null ? "" : `, para. ${c.paragraphNumber}`,
      labelled ? ` (${labelled})` : "",
      `, ${c.archiveName}, `,
      url(c),
      ".",
    ],
    inText: null,
  };
}

/** Harvard as in Cite Them Right, 12th edition (speech read online). */
function harvard(c: Citable): Built {
  const authors = joinNames(names(c).map(initialedName), ", ", " and ");
  const { year } = dateParts(c.date);
  const title: Piece = { ...inLanguage(c, c.title), italic: true };
  const where = [c.occasion, c.place, dayMonth(c.date)].filter(Boolean).join(", ");
  return {
    full: [
      ...(authors ? [`${authors} (${year}) `, title] : [title, ` (${year})`]),
      ` [${described("Speech", c)}]. `,
      where ? `${endWith(where, ".")} ` : "",
      "Available at: ",
      url(c),
      ` (Accessed: ${dayMonthYear(c.accessedOn)}).`,
    ],
    inText: authorDate(c, joinNames(familyNames(c), ", ", " and "), ", ", "para."),
  };
}

/** "(Zelenskyy, 2022, para. 7)", or the title in place of the author. */
function authorDate(c: Citable, families: string, comma: string, paragraph: string): Piece[] {
  const { year } = dateParts(c.date);
  const author: Piece =
    names(c).length > 2
      ? `${names(c)[0]?.family} et al.`
      : families || { ...inLanguage(c, c.title), italic: true };
  const place = c.paragraphNumber === null ? "" : `${comma}${paragraph} ${c.paragraphNumber}`;
  return ["(", author, `${comma}${year}${place})`];
}

/** The form of a work, and whose words are cited where only a label tells. */
function described(form: string, c: Citable): string {
  return [form, labelledWords(c)].filter((part) => part !== null).join("; ");
}

function names(c: Citable): PersonalName[] {
  return parseSpeakers(c.speaker, c.speakerCountry);
}

function familyNames(c: Citable): string[] {
  return names(c).map((name) => name.family);
}

function url(c: Citable): Piece {
  return { text: c.permalink, href: c.permalink };
}

/** Marks text in the address's language and direction, where that is not plain English. */
function inLanguage(c: Citable, text: string): Exclude<Piece, string> {
  if (primaryLanguage(c.lang) === "en") return { text };
  return { text, lang: c.lang, dir: directionOf(c.lang) };
}

function joinNames(all: string[], comma: string, last: string): string {
  if (all.length < 2) return all.join("");
  return all.slice(0, -1).join(comma) + last + all.at(-1);
}

function joined(groups: Piece[][], separator: string): Piece[] {
  return groups.flatMap((group, i) => (i === 0 ? group : [separator, ...group]));
}

/** Ends a text with a stop unless it already ends with one, before or after a closing mark. */
function endWith(text: string, stop: "."): string {
  return /[.?!…。！？؟][”’"'»)\]]*$/u.test(text) ? text : text + stop;
}
