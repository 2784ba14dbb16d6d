/** The page behind a permalink: a paragraph in its context, its state, and how to cite it. */
import type { Citable } from "../../cite/citable.ts";
import { type Citation, type CitationStyle, citationsOf } from "../../cite/styles.ts";
import { formatDate, type PartialDate } from "../../domain/partial-date.ts";
import type {
  AddressRecord,
  FormerParagraph,
  NumberedKey,
  ParagraphRecord,
  Revision,
  Tombstone,
  WholeAddress,
} from "../../store/records.ts";
import { type ComparedPiece, compareWords } from "../../text/word-diff.ts";
import type { ParagraphFile, Urls } from "../urls.ts";
import { formatCount } from "./format.ts";
import type { Link } from "./frame.ts";
import { type AddressLine, addressLine } from "./hits.ts";
import type { TagNames } from "./names.ts";
import { type Block, block } from "./reading.ts";
import { decidedVoice } from "./voices.ts";

export type ParagraphPage = {
  address: AddressLine;
  lang: string;
  key: string;
  /** "Paragraph 22 of 56" */
  place: string;
  /** "Unchanged since it was first archived", or in which revision it was changed. */
  state: string;
  /** Says that the words are not the address's speaker's, or that an editor decided whose they are. */
  turnNotice: string | null;
  before: Block[];
  target: Block;
  after: Block[];
  previous: Link | null;
  next: Link | null;
  /** The paragraph in the whole address. */
  inAddress: string;
  permalink: string;
  citations: OfferedCitation[];
  /** The source's page, opened at these words where the browser can. */
  atSource: string | null;
  files: Link[];
};

/** A paragraph as it stood in an earlier revision. */
export type FormerPage = {
  address: AddressLine;
  lang: string;
  place: string;
  turnNotice: string | null;
  revision: number;
  /** When and why that revision was made. */
  made: string;
  /** Its words; those that were changed since differ. */
  words: ComparedPiece[];
  /** "The words are the same today.", or that they were changed or taken out since. */
  since: string;
  /** The words of today, where they are others; null where they are the same or gone. */
  presentWords: ComparedPiece[] | null;
  presentUrl: string;
  citations: OfferedCitation[];
  files: Link[];
};

export type TombstonePage = {
  address: AddressLine;
  lang: string;
  key: string;
  place: string;
  turnNotice: string | null;
  words: string;
  revision: number;
  reason: string;
  /** The paragraph that stands there now, whatever it has to do with this one; null where none plainly does. */
  inItsPlace: Link | null;
};

/** A citation, and whether it is source text to be pasted as it is, shown letter by letter. */
export type OfferedCitation = Citation & { source: boolean };

/** Reference files of a paragraph in the order they are offered. */
export const OFFERED_FILES: { format: ParagraphFile; label: string; type: string }[] = [
  { format: "bib", label: "BibTeX", type: "application/x-bibtex" },
  { format: "ris", label: "RIS", type: "application/x-research-info-systems" },
  { format: "csl.json", label: "CSL-JSON", type: "application/vnd.citationstyles.csl+json" },
  { format: "md", label: "Markdown", type: "text/markdown" },
  { format: "txt", label: "Plain text", type: "text/plain" },
  { format: "json", label: "JSON", type: "application/json" },
];

/** On either side of the paragraph its neighbour is shown, and one more where both are short: so many characters. */
export const CONTEXT = { blocks: 2, characters: 700 };

/**
 * @param about its address, and at least its `CONTEXT.blocks` neighbours on either side, itself among them
 * @param atSource the source's page, opened at these words; null where the source has none
 */
export function paragraphPage(
  paragraph: ParagraphRecord,
  about: Pick<WholeAddress, "address" | "revisions" | "paragraphs">,
  citable: Citable,
  atSource: string | null,
  names: TagNames,
  urls: Urls,
): ParagraphPage {
  const { address, revisions, paragraphs } = about;
  const at = paragraphs.findIndex(({ key }) => key === paragraph.key);
  const blockOf = (each: ParagraphRecord) => block(each, [], names, urls);
  const before = nearest(paragraphs.slice(0, at).reverse()).reverse().map(blockOf);
  const after = nearest(paragraphs.slice(at + 1)).map(blockOf);
  return {
    address: addressLine(address, urls),
    lang: address.lang,
    key: paragraph.key,
    place: place(paragraph, address),
    state: state(paragraph, revisions),
    turnNotice: turnNotice(paragraph, address),
    before,
    target: block(paragraph, [], names, urls),
    after,
    previous: step(before.findLast(isNumbered)),
    next: step(after.find(isNumbered)),
    inAddress: urls.address(address.slug, { key: paragraph.key }),
    permalink: citable.permalink,
    citations: citations(citable),
    atSource,
    files: OFFERED_FILES.map(({ format, label }) => ({
      label,
      url: urls.paragraphFile(paragraph.key, format),
    })),
  };
}

/** @param present the paragraph as it stands today; null when it was taken out since */
export function formerPage(
  former: FormerParagraph,
  present: ParagraphRecord | null,
  about: Pick<WholeAddress, "address" | "revisions">,
  citable: Citable,
  urls: Urls,
): FormerPage {
  const { address, revisions } = about;
  const revision = revisions.find(({ number }) => number === former.revision);
  const words = compareWords(former.text, present?.text ?? former.text);
  return {
    address: addressLine(address, urls),
    lang: address.lang,
    place: place(former, address),
    turnNotice: turnNotice(former, address),
    revision: former.revision,
    made: revision ? `${dayOf(revision)}: ${revision.reason}` : "",
    words: words.before,
    since: since(former, present),
    presentWords: present && present.text !== former.text ? words.after : null,
    presentUrl: urls.paragraph(former.key),
    citations: citations(citable),
    files: [],
  };
}

export function tombstonePage(
  tombstone: Tombstone,
  address: AddressRecord,
  inItsPlace: NumberedKey | null,
  urls: Urls,
): TombstonePage {
  return {
    address: addressLine(address, urls),
    lang: address.lang,
    key: tombstone.key,
    place:
      tombstone.number === null ? "Editorial matter" : `Formerly paragraph ${tombstone.number}`,
    turnNotice: turnNotice(tombstone, address),
    words: tombstone.text,
    revision: tombstone.revision,
    reason: tombstone.reason,
    inItsPlace: inItsPlace && {
      label: `paragraph ${formatCount(inItsPlace.number)}`,
      url: urls.paragraph(inItsPlace.key),
    },
  };
}

function citations(citable: Citable): OfferedCitation[] {
  const source: CitationStyle[] = ["wikipedia", "markdown", "html"];
  return citationsOf(citable).map((each) => ({ ...each, source: source.includes(each.style) }));
}

/** @param outwards the paragraphs on one side, the nearest first */
function nearest(outwards: readonly ParagraphRecord[]): ParagraphRecord[] {
  const shown = outwards.slice(0, CONTEXT.blocks);
  const length = shown.reduce((sum, { text }) => sum + text.length, 0);
  return length > CONTEXT.characters ? shown.slice(0, 1) : shown;
}

function place(paragraph: { number: number | null; kind: string }, address: AddressRecord): string {
  if (paragraph.number === null) return `Editorial matter: ${paragraph.kind}`;
  return `Paragraph ${formatCount(paragraph.number)} of ${formatCount(address.paragraphCount)}`;
}

/** Another's words are never to be taken for the address's speaker's. */
function turnNotice(
  { turnSpeaker, voice }: Pick<ParagraphRecord, "turnSpeaker" | "voice">,
  { speaker }: AddressRecord,
): string | null {
  if (voice) {
    const { words, decision } = decidedVoice(voice);
    return `These are the ${words}: ${decision}`;
  }
  if (turnSpeaker === null) return null;
  const label = `the source has them under the label “${turnSpeaker}”.`;
  return speaker === null
    ? `Whose words these are is told by a label: ${label}`
    : `These are not the words of ${speaker}: ${label}`;
}

function state({ sinceRevision }: ParagraphRecord, revisions: readonly Revision[]): string {
  const first = revisions[0];
  if (sinceRevision <= 1) {
    return first
      ? `Unchanged since it was first archived on ${dayOf(first)}`
      : "Unchanged since it was first archived";
  }
  const since = revisions.find(({ number }) => number === sinceRevision);
  return `Changed in revision ${sinceRevision}${since ? ` on ${dayOf(since)}` : ""}`;
}

function since(former: FormerParagraph, present: ParagraphRecord | null): string {
  if (!present) return "The paragraph was taken out since.";
  const same = present.text === former.text;
  return same ? "The words are the same today." : "The words have been changed since.";
}

function dayOf(revision: Revision): string {
  return formatDate(revision.createdAt.slice(0, 10) as PartialDate);
}

function isNumbered({ number }: Block): boolean {
  return number !== null;
}

function step(block: Block | undefined): Link | null {
  return block ? { label: `¶ ${block.number}`, url: block.permalink } : null;
}
