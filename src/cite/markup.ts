/** A paragraph with its attribution as a block quotation in Markdown and in HTML: the words whole and untouched. */
import { type Citable, directionOf, labelledWords } from "./citable.ts";
import { dayMonthYear } from "./citation-date.ts";
import { quoted } from "./quote-marks.ts";
import { escapeHtml } from "./rich-text.ts";

/** Markdown (CommonMark): `> words`, then the attribution with the title as link. */
export function markdownSource(c: Citable): string {
  const { before, after } = attribution(c);
  const title = `[${escapeMarkdown(quoted(c.title, c.lang))}](<${c.permalink}>)`;
  const line = [...before.map(escapeMarkdown), title, ...after.map(escapeMarkdown)].join(", ");
  return `${blockQuote(c.paragraphText)}\n>\n> — ${line}`;
}

/** HTML: a `blockquote` that names its source, with the attribution in a `figcaption`. */
export function htmlSource(c: Citable): string {
  const { before, after } = attribution(c);
  const lang = ` lang="${escapeHtml(c.lang)}" dir="${directionOf(c.lang)}"`;
  const url = escapeHtml(c.permalink);
  const title = `<a href="${url}"><cite${lang}>${escapeHtml(c.title)}</cite></a>`;
  const line = [...before.map(escapeHtml), title, ...after.map(escapeHtml)].join(", ");
  const words = c.paragraphText.split("\n").map(escapeHtml).join("<br>\n");
  return (
    `<figure>\n<blockquote cite="${url}"${lang}>\n<p>${words}</p>\n</blockquote>\n` +
    `<figcaption>— ${line}</figcaption>\n</figure>`
  );
}

/** The attribution in words, its title apart: who and in what office; when and which paragraph. */
export function attribution(c: Citable): { before: string[]; after: string[] } {
  return {
    before: [c.speaker, c.speakerOffice, labelledWords(c)].filter((part) => part !== null),
    after: [
      dayMonthYear(c.date),
      ...(c.paragraphNumber === null ? [] : [`paragraph ${c.paragraphNumber}`]),
    ],
  };
}

/** Text as a Markdown block quotation. */
function blockQuote(text: string): string {
  return text
    .split("\n")
    .map((line) => `> ${escapeMarkdown(line)}`)
    .join("\n");
}

/** Escapes what CommonMark would read as markup, inline or at the beginning of a line. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~]/gu, "\\$&")
    .replace(/&(?=#?\w+;)/gu, "\\&")
    .replace(/^(\s*)([#+=-])/u, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])/u, "$1\\$2");
}
