/** From checked facts and a text to an address ready for the archive: what the source leaves out is told or inferred, and marked so. */
import { detect } from "tinyld";
import type { AddressFacts, ParsedAddress } from "../domain/address.ts";
import { formatDate } from "../domain/partial-date.ts";
import { foldWhiteSpace } from "../text/fold.ts";
import { sentences } from "../text/sentences.ts";
import { checkText } from "./formats/check-text.ts";
import { ImportError } from "./import-error.ts";
import { cameAsAttributes, LOSSY_ATTRIBUTES, mendTitle, withoutTurning } from "./mend-title.ts";
import type { ReadFacts } from "./read-facts.ts";

/** Names under which the archive keeps with a source what it found or did itself. */
const OWN_NAMES = new Set(["lang_origin", "title_origin", "title_received", "title_copied_from"]);
/** Field with a title as its source had it, where whoever made the input has rebuilt it. */
const RAW_TITLE = "title_raw";
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
  const title = completeTitle(read, lang, words);
  const given = withoutOwnNames(read.source.extra);
  notices.push(...given.notices, ...noticeTurning(read.turning));
  const extra = {
    ...given.extra,
    ...(read.facts.lang === null ? { lang_origin: "detected" } : {}),
    ...title.extra,
  };
  if (read.facts.lang === null) notices.push(`The language was detected: ${lang}.`);
  notices.push(...title.notices);
  const parsed: ParsedAddress = {
    facts: { ...read.facts, title: title.title, lang },
    source: { ...read.source, extra },
    text: words,
    raw,
  };
  if (title.wants) parsed.wantsTitle = title.wants;
  if (read.lead !== null) parsed.leadLength = leadLength(words, lang, read.lead);
  return { parsed, notices };
}

/** A field that is called as the archive calls what it says itself, however it is spelled, is kept as the source's. */
function withoutOwnNames(extra: Record<string, unknown>) {
  const taken = new Set(Object.keys(extra));
  const notices: string[] = [];
  const renamed = Object.entries(extra).map(([name, value]): [string, unknown] => {
    const folded = name.trim().toLowerCase();
    if (!OWN_NAMES.has(folded.replace(/[-\s]+/gu, "_"))) return [name, value];
    let free = `source_${name.trim()}`;
    while (taken.has(free)) free = `source_${free}`;
    notices.push(`The field ${name} has a name that is the archive's own; it is kept as ${free}.`);
    return [free, value];
  });
  return { extra: Object.fromEntries(renamed), notices };
}

function noticeTurning(fields: readonly string[]): string[] {
  return fields.map(
    (field) => `The field ${field} had marks in it that turn text around; they were taken out.`,
  );
}

type CompletedTitle = {
  title: string;
  /** What is kept with the source: where the title is from, and as what it came. */
  extra: Record<string, string>;
  notices: string[];
  wants?: NonNullable<ParsedAddress["wantsTitle"]>;
};

/** The title as it can be read: the source's own, mended where it must be, or one made up and marked so. */
function completeTitle(
  { facts, source, titleReceived }: ReadFacts,
  lang: string,
  words: string,
): CompletedTitle {
  const mended = mendTitle(titleReceived ?? "", lang);
  if (facts.title === null || !VISIBLE.test(mended.title)) {
    const title = deriveTitle(facts, words);
    const extra = { title_origin: "derived: the source has none" };
    return { title, extra, notices: [`The title was derived: ${title}.`], wants: "all" };
  }
  const { title, faults, isCutOff, hasGaps } = mended;
  const wasRebuilt = cameAsAttributes(String(source.extra[RAW_TITLE] ?? ""));
  if (faults.length === 0 && !wasRebuilt) return { title, extra: {}, notices: [] };
  const [done, why] =
    faults.length === 0
      ? ["rebuilt before it came", `its source had it as ${LOSSY_ATTRIBUTES}`]
      : ["mended", faults.join(", and ")];
  const received = { title_received: titleReceived ?? "" };
  const notices = [`The title was ${done}, as ${why}: ${title}`];
  const told = { title, extra: { title_origin: `${done}: ${why}`, ...received }, notices };
  if (hasGaps || wasRebuilt) return { ...told, wants: "words" };
  return isCutOff ? { ...told, wants: "end" } : told;
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
  const opening = foldWhiteSpace(withoutTurning(text));
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
