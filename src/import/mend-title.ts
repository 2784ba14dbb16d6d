/**
 * A title that can be read: code of a web page that was left in it goes, and where it is cut off it
 * says so. No word is made up.
 */
import { decodeEntities, findEntities } from "../text/entities.ts";
import { foldWhiteSpace } from "../text/fold.ts";

/** What stands for the words that a cut title has lost. */
const CUT_MARK = "…";
/**
 * The ends of a title that is cut off, by language: words with which none ends, and ends that are seldom, taken
 * for a cut only where white space shows that something stood behind them. English titles do end in "of" or "in"
 * ("Something to be proud of", "The world we live in"), but hardly behind a noun with its article.
 */
const ENDS: Record<string, { never: RegExp; seldom: RegExp }> = {
  en: {
    never: lastWords("the|a|an|and|or|nor|its|their|our|my|your"),
    seldom: lastWords(
      "as|into|than|who|which|called|named|the words?|(?:[Tt]he|[Aa]n?|[Tt]his|[Ii]ts|[Oo]ur|[Tt]heir|[Mm]y|[Yy]our) \\S+ (?:of|for|with|by|from|to|in|on|at|that|is|are|was)",
    ),
  },
  uk: {
    never: lastWords("та|і|й|або|в|у|з|із|зі|до|від|для|про"),
    seldom: lastWords("на|за|по|при|під|над|чи"),
  },
};
/** Marks that turn text around; what stands beside a title in a list or a feed would be turned with it. */
const TURNING = /\p{Bidi_Control}/gu;
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
  if (withoutTurning(title) !== title) {
    title = withoutTurning(title);
    faults.push("it had marks in it that turn text around");
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

/** A name or title without the marks that would turn around what stands beside it. */
export function withoutTurning(text: string): string {
  return text.replace(TURNING, "");
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
  const ends = ENDS[lang.split("-")[0] ?? ""];
  if (!ends) return false;
  const folded = foldWhiteSpace(title);
  return (
    ends.never.test(folded) ||
    (ends.seldom.test(folded) && LEFT_BEHIND.test(title.replace(FINAL_LINE_END, "")))
  );
}

/** Whole words at the end of a text with single spaces. */
function lastWords(pattern: string): RegExp {
  return new RegExp(`(?:^| )(?:${pattern})$`, "u");
}
