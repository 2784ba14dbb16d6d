/** What a reader is told about how a query was mended. */
import type { QueryNotice } from "./syntax.ts";

/** More notices than these help nobody. */
const MOST_NOTICES = 8;
/** Longer quotations of what was typed are cut. */
const LONGEST_QUOTATION = 40;

const MESSAGES = {
  "unclosed-quote": () => "A quotation mark was not closed; the phrase was taken to the end.",
  "unclosed-group": () => "A bracket was not closed; it was closed at the end.",
  "stray-bracket": () => "A closing bracket without an opening one was left out.",
  "too-deep": () => "Brackets inside too many brackets were left out.",
  "empty-group": () => "Brackets with nothing to search for in them were left out.",
  "dangling-or": () => "OR needs a term on both sides; one without was left out.",
  "dangling-not": () => "An exclusion with nothing after it was left out.",
  "needless-and": () => "AND is not needed: all terms must occur unless joined by OR.",
  "no-words": (text: string) => `${text} holds no letters or digits and was left out.`,
  "star-inside": (text: string) =>
    `* stands only at the end of a word: ${text} was cut there, so any ending is found.`,
  "star-alone": () => "* needs the beginning of a word before it and was left out.",
  "star-in-phrase": (text: string) => `* has no meaning in a phrase or title: see ${text}.`,
  "short-prefix": (text: string) =>
    `${text}* would match nearly everything; it was searched as a word. Give at least two letters.`,
  "near-distance": (text: string) => `~ needs a distance from 0 to 100; ${text} was taken.`,
  "long-phrase": () => "Only the first 1,000 words of a phrase are compared.",
  "too-many-terms": (text: string) => `A query holds at most 32 terms; ${text} more were left out.`,
  "unknown-field": (text: string) =>
    `${text} is not a field, so it was searched as text. Fields: topic, country, organisation, speaker, collection, lang, title, year, date, from, to.`,
  "empty-field": (text: string) => `${text}: needs a value right after the colon; it was left out.`,
  "unknown-value": (text: string) => `The archive knows no ${text}, so nothing can match it.`,
  "bad-date": (text: string) =>
    `${text} is not a date and was left out. Write 2022, 2022-03 or 2022-03-24, and .. for a range.`,
  "reversed-range": (text: string) => `${text} ends before it begins; its ends were swapped.`,
} as const;

export type NoticeCode = keyof typeof MESSAGES;

/** Collects notices, each said once. */
export function createNotices() {
  const said = new Map<string, QueryNotice>();
  return {
    /** @param typed what the notice is about, as typed */
    add(code: NoticeCode, typed = ""): void {
      if (said.size >= MOST_NOTICES) return;
      const message = MESSAGES[code](typed);
      if (!said.has(message)) said.set(message, { code, message });
    },
    list: (): QueryNotice[] => [...said.values()],
  };
}

export type Notices = ReturnType<typeof createNotices>;

/** What was typed, in quotation marks, cut when long. */
export function quote(typed: string): string {
  const short =
    typed.length > LONGEST_QUOTATION
      ? `${typed.slice(0, LONGEST_QUOTATION).toWellFormed()}…`
      : typed;
  return `“${short}”`;
}
