/** From checked facts and a text to an address ready for the archive: what the source leaves out is told or inferred, and marked so. */
import { detect } from "tinyld";
import type { AddressFacts, ParsedAddress } from "../domain/address.ts";
import { formatDate } from "../domain/partial-date.ts";
import { foldWhiteSpace } from "../text/fold.ts";
import { sentences } from "../text/sentences.ts";
import { checkText } from "./formats/check-text.ts";
import { ImportError } from "./import-error.ts";
import type { ReadFacts } from "./read-facts.ts";

/** Characters of the opening words that stand in for a title. */
const DERIVED_TITLE_LENGTH = 60;
/** Characters from which the language is told: enough to be sure, and quickly read. */
const DETECTION_LENGTH = 4000;

/** A character that shows: no white space, nothing of zero width, no blank that has another name. */
const VISIBLE = /[^\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

export type CompletedAddress = { parsed: ParsedAddress; notices: string[] };

/**
 * @param text as decoded, any line ends
 * @param raw the bytes the address was read from
 * @throws ImportError when the text is empty, holds what cannot be kept, or is in no language we can tell
 */
export function completeAddress(read: ReadFacts, text: string, raw: Uint8Array): CompletedAddress {
  const words = text.replace(/\r\n?/g, "\n").trim();
  if (!VISIBLE.test(words)) {
    throw new ImportError(
      words === "" ? "The text is empty." : "The text has no visible character.",
      "Give it words, or leave it out.",
    );
  }
  const notices = checkText(words, "text");
  const lang = read.facts.lang ?? detectLanguage(words);
  const title = read.facts.title ?? deriveTitle(read.facts, words);
  const extra = {
    ...read.source.extra,
    ...(read.facts.lang === null ? { lang_origin: "detected" } : {}),
    ...(read.facts.title === null ? { title_origin: "derived: the source has none" } : {}),
  };
  if (read.facts.lang === null) notices.push(`The language was detected: ${lang}.`);
  if (read.facts.title === null) notices.push(`The title was derived: ${title}.`);
  const parsed: ParsedAddress = {
    facts: { ...read.facts, title, lang },
    source: { ...read.source, extra },
    text: words,
    raw,
  };
  if (read.lead !== null) parsed.leadLength = leadLength(words, lang, read.lead);
  return { parsed, notices };
}

function detectLanguage(text: string): string {
  const lang = detect(text.slice(0, DETECTION_LENGTH));
  if (lang !== "") return lang;
  throw new ImportError(
    "The language is missing and cannot be told from the text.",
    "Give the field lang, or --lang.",
  );
}

function deriveTitle(facts: Pick<AddressFacts, "speaker" | "date">, text: string): string {
  if (facts.speaker !== null) return `Address by ${facts.speaker}, ${formatDate(facts.date)}`;
  const opening = foldWhiteSpace(text);
  if (opening.length <= DERIVED_TITLE_LENGTH) return opening;
  const cut = opening.lastIndexOf(" ", DERIVED_TITLE_LENGTH);
  return `${opening.slice(0, cut > 0 ? cut : DERIVED_TITLE_LENGTH)} …`;
}

function leadLength(text: string, lang: string, lead: "auto" | number): number | "auto" {
  if (lead === "auto" || lead === 0) return lead;
  const last = sentences(text, lang)[lead - 1];
  if (last) return last.end;
  throw new ImportError(
    `The lead is said to have ${lead} sentences, the text has fewer.`,
    "Give a smaller number, or none.",
  );
}
