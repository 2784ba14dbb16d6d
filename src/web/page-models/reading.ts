/** The blocks of an address as they are read: numbered paragraphs, and editorial matter apart. */
import type { BreakOrigin, ParagraphKind } from "../../domain/address.ts";
import type { Mark } from "../../search/answer.ts";
import type { ParagraphRecord } from "../../store/records.ts";
import type { Urls } from "../urls.ts";
import { formatCount } from "./format.ts";
import { markedPieces, type TextPiece } from "./marked-text.ts";
import type { TagNames } from "./names.ts";
import { type ExplainedTag, explainedTags, type RemovedTag, removedTags } from "./tags.ts";
import { type DecidedVoice, decidedVoice } from "./voices.ts";

export type Block = {
  key: string;
  kind: ParagraphKind;
  /** "22"; null for editorial matter. */
  number: string | null;
  permalink: string;
  pieces: TextPiece[];
  /** Whether any piece is marked. */
  marked: boolean;
  /** Salutations and other one-liners stand close to each other. */
  short: boolean;
  breakBefore: BreakOrigin;
  /** Says of editorial matter what it is; null for the speaker's words. */
  editorial: string | null;
  tags: ExplainedTag[];
  removedTags: RemovedTag[];
  /** Whose words they are, where an editor decided it. */
  voice: DecidedVoice | null;
};

/** Characters up to which a paragraph counts as a one-liner: a line of the page at its full measure. */
const ONE_LINE = 66;

const EDITORIAL: Record<ParagraphKind, string | null> = {
  speech: null,
  lead: "From the publisher, not the speaker",
  heading: null,
  note: "Editorial note",
  turn: null,
};

/**
 * @param marks places of the query's words; empty without a query
 */
export function block(
  paragraph: ParagraphRecord,
  marks: readonly Mark[],
  names: TagNames,
  urls: Urls,
): Block {
  return {
    key: paragraph.key,
    kind: paragraph.kind,
    number: paragraph.number === null ? null : formatCount(paragraph.number),
    permalink: urls.paragraph(paragraph.key),
    pieces: markedPieces(paragraph.text, marks),
    marked: marks.length > 0,
    short: paragraph.text.length <= ONE_LINE,
    breakBefore: paragraph.breakBefore,
    editorial: EDITORIAL[paragraph.kind],
    tags: explainedTags(paragraph, names, urls),
    removedTags: removedTags(paragraph, names),
    voice: paragraph.voice && decidedVoice(paragraph.voice),
  };
}
