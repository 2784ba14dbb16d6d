/** The `{{cite speech}}` template of the English Wikipedia, every value safe in wikitext. */

import { parseSpeakers } from "../domain/personal-name.ts";
import { primaryLanguage } from "../text/language.ts";
import { type Citable, labelledWords } from "./citable.ts";
import { dayMonthYear } from "./citation-date.ts";
import { quotationOf } from "./quotation.ts";

/** Characters with a meaning in wikitext; as entities they are only themselves. */
const WIKITEXT = /[|{}[\]<>~]|''|__|&(?=#?\w+;)|(?<=[a-z]):(?=\/\/)/giu;

export function wikipediaTemplate(c: Citable): string {
  const parameters: [string, string | null][] = [
    ...speakerParameters(c),
    ["title", c.title],
    ["event", c.occasion],
    ["date", dayMonthYear(c.date)],
    ["location", c.place],
    ["language", primaryLanguage(c.lang) === "en" ? null : c.lang],
    ["publisher", c.publisher],
    ["via", c.archiveName],
    ["at", placeOf(c)],
    ["access-date", dayMonthYear(c.accessedOn)],
    ["quote", quotationOf(c.paragraphText, c.lang)],
  ];
  const given = parameters.flatMap(([name, value]) =>
    value ? [`|${name}=${escapeWikitext(value)}`] : [],
  );
  return `{{cite speech ${given.join(" ")} |url=${escapeUrl(c.permalink)}}}`;
}

/** "para. 7", with whose words they are where only a label tells. */
function placeOf(c: Citable): string | null {
  const place = c.paragraphNumber === null ? null : `para. ${c.paragraphNumber}`;
  return [place, labelledWords(c)].filter((part) => part !== null).join(", ") || null;
}

function speakerParameters(c: Citable): [string, string | null][] {
  const speakers = parseSpeakers(c.speaker, c.speakerCountry);
  return speakers.flatMap((name, i) => {
    const n = speakers.length === 1 ? "" : String(i + 1);
    const given = [name.given, name.suffix].filter(Boolean).join(", ") || null;
    return [
      [`last${n}`, name.family],
      [`first${n}`, given],
    ] satisfies [string, string | null][];
  });
}

function escapeWikitext(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(WIKITEXT, (found) => [...found].map((c) => `&#${c.codePointAt(0)};`).join(""));
}

/** In a URL the same characters are percent-encoded. */
function escapeUrl(url: string): string {
  return url.replace(/[|{}[\]<>\s"]|''/gu, encodeURIComponent);
}
