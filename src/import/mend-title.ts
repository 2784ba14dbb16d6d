/**
 * A title that can be read: code of a web page that was left in it goes, and where it is cut off it
 * says so. No word is made up.
 */
import { decodeEntities, findEntities } from "../text/entities.ts";
import { foldWhiteSpace } from "../text/fold.ts";

/** What stands for the words that a cut title has lost. */
const CUT_MARK = "…";
/** Words at the end of a title that is cut off, by language. */
const LAST_WORDS: Record<string, { never: ReadonlySet<string>; seldom: ReadonlySet<string> }> = {
  en: {
    never: wordSet("the a an and or nor its their our my your"),
    // Only where white space behind it shows that something stood there.
    seldom: wordSet(
      "of for with by from to in on at as into that than is are was who which called named word words",
    ),
  },
  uk: {
    never: wordSet("та і й або в у з із зі до від для про"),
    seldom: wordSet("на за не по при під над що як чи слово слова"),
  },
};
/** Attributes without a value, which a parser makes of a title that its own quotation marks have ended. */
const ATTRIBUTE = /\s[^\s"=]+=""/;
const QUOTES_AND_WHITE_SPACE = /[\s'"]/;
/** White space that somebody typed or cut at; a YAML block ends in a line end of its own. */
const LEFT_BEHIND = /[^\S\u00a0]$/u;
const FINAL_LINE_END = /\r?\n$/;

/** What such attributes do to a title, as a part of a sentence. */
export const LOSSY_ATTRIBUTES = "attributes of HTML, which have lost capitals and words";

export type MendedTitle = {
  title: string;
  isCutOff: boolean;
  /** Words within it are lost, or may be. */
  hasGaps: boolean;
  /** What was wrong with it, each as a part of a sentence. */
  faults: string[];
};

/** @param received as the source has it, white space and all */
export function mendTitle(received: string, lang: string): MendedTitle {
  const faults: string[] = [];
  let title = received;
  const hasGaps = cameAsAttributes(title);
  if (hasGaps) {
    title = withoutAttributes(title);
    faults.push(`it came as ${LOSSY_ATTRIBUTES}`);
  }
  if (findEntities(title).length > 0) {
    title = decodeEntities(decodeEntities(title));
    faults.push("it had HTML entities in it");
  }
  const isCutOff = endsInTheMiddle(title, lang);
  if (isCutOff) faults.push("it is cut off");
  const folded = foldWhiteSpace(title);
  return { title: isCutOff ? `${folded} ${CUT_MARK}` : folded, isCutOff, hasGaps, faults };
}

/** Whether a parser has made attributes of the title, on which capitals and words that come again are lost. */
export function cameAsAttributes(title: string): boolean {
  return ATTRIBUTE.test(title);
}

/** The title without the mark of a cut. */
export function beforeCut(title: string): string {
  return title.endsWith(` ${CUT_MARK}`) ? title.slice(0, -2) : title;
}

function withoutAttributes(title: string): string {
  const joined = title.replace(/"\s+s=""/g, "'s").replace(/=""/g, "");
  const opened = /="?$/.exec(joined.trimEnd());
  return opened ? beforeAny(joined.slice(0, opened.index), QUOTES_AND_WHITE_SPACE) : joined;
}

/** What stands before the last run of such characters; by hand, as `[…]*$` would try at each of them. */
function beforeAny(text: string, character: RegExp): string {
  let end = text.length;
  while (end > 0 && character.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function endsInTheMiddle(title: string, lang: string): boolean {
  const words = LAST_WORDS[lang.split("-")[0] ?? ""];
  const last = title.trim().split(/\s+/u).at(-1) ?? "";
  if (!words) return false;
  return (
    words.never.has(last) ||
    (words.seldom.has(last) && LEFT_BEHIND.test(title.replace(FINAL_LINE_END, "")))
  );
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
