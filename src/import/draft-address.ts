/** The draft of one address as the archive and the copies at hand want it. */
import type { ParsedAddress } from "../domain/address.ts";
import type { AddressWriter, PossibleCopy, StoredAddress } from "../store/address-writer.ts";
import { foldWhiteSpace } from "../text/fold.ts";
import {
  type AddressCopy,
  type CopiedTitle,
  completes,
  copiedBreaks,
  copiedTitle,
  type NearCopy,
  nearCopy,
  partedText,
} from "./copies.ts";
import { type Draft, draftParagraphs, type TextWork } from "./draft-paragraphs.ts";

export type DraftedAddress = Draft & {
  /** The copy that the breaks of origin `copy` were taken from; null where there are none. */
  breaksFrom: string | null;
  /** A copy's title in place of the source's, which is wanting; null where there is none. */
  title: CopiedTitle | null;
  /** Nearly the same words under another identity; null where there are none, or the address is not new. */
  near: NearCopy | null;
  /** It wants breaks, copies were named, and none of them is one of its words, day and language. */
  fitsNoCopy: boolean;
};

type AddressToDraft = {
  identity: string;
  present: StoredAddress | null;
  leadLength: number | null;
};

/**
 * @param about the address as it is stored, null for a new one, and its declared lead
 * @param draft made ahead, as if the address were new; made here where it is null
 * @param copies see `AddressImporter`
 */
export function draftAddress(
  writer: AddressWriter,
  work: TextWork,
  parsed: ParsedAddress,
  about: AddressToDraft,
  draft: Draft | null,
  copies: readonly AddressCopy[],
): DraftedAddress {
  const { present, leadLength } = about;
  const own =
    present === null && draft
      ? draft
      : draftParagraphs(
          work,
          { ...parsed, leadLength },
          present && isKept(present, leadLength) ? writer.paragraphsOf(present.id) : [],
        );
  const inArchive = once(() => copiesInArchive(writer, about.identity, parsed, own.wordCount));
  return {
    ...takeBreaks(writer, work, parsed, about, own, { given: copies, inArchive }),
    title: findTitle(parsed, present, () => [...copies, ...inArchive()]),
    near: present === null ? nearCopy(parsed.text, inArchive()) : null,
  };
}

/** Copies that are told of, and those that may be some in the archive, whose words are read when first asked for. */
type Copies = { given: readonly AddressCopy[]; inArchive: () => readonly ArchivedCopy[] };
type ArchivedCopy = AddressCopy & Pick<PossibleCopy, "isParted">;

/** The draft with the breaks of a copy where its own are inferred and one fits. */
function takeBreaks(
  writer: AddressWriter,
  work: TextWork,
  parsed: ParsedAddress,
  about: AddressToDraft,
  own: Draft,
  copies: Copies,
): Omit<DraftedAddress, "title" | "near"> {
  if (own.paragraphs.every(({ breakBefore }) => breakBefore === "source")) {
    return { ...own, breaksFrom: null, fitsNoCopy: false };
  }
  const { present, leadLength } = about;
  const copied = copiedBreaks(parsed, copiesToFollow(writer, parsed, about, copies));
  if (copied) {
    const input = { ...parsed, leadLength, copiedBreaks: copied.breaks };
    return { ...draftParagraphs(work, input, []), breaksFrom: copied.from, fitsNoCopy: false };
  }
  const hasCopied = own.paragraphs.some(({ breakBefore }) => breakBefore === "copy");
  return {
    ...own,
    breaksFrom: hasCopied ? (present?.breaksFrom ?? null) : null,
    fitsNoCopy: copies.given.length > 0,
  };
}

/** The copies whose breaks the address may take: those given, else for a new one those that the archive has. */
function copiesToFollow(
  writer: AddressWriter,
  parsed: ParsedAddress,
  { present, leadLength }: AddressToDraft,
  { given, inArchive }: Copies,
): readonly AddressCopy[] {
  if (given.length > 0) return given;
  const parted = () => inArchive().filter(({ isParted }) => isParted);
  if (present === null) return parted();
  if (present.breaksFrom === null || isKept(present, leadLength)) return [];
  const taken = parted().filter(({ from }) => from === present.breaksFrom);
  return [...taken, asTaken(writer, present, present.breaksFrom, parsed.facts)];
}

/** A stand-in for a copy that is no longer at hand: the address itself, parted where it took breaks over. */
function asTaken(
  writer: AddressWriter,
  { id }: StoredAddress,
  from: string,
  { date, lang }: ParsedAddress["facts"],
): AddressCopy {
  const blocks = writer.paragraphsOf(id).map((block) => ({
    ...block,
    breakBefore: block.breakBefore === "copy" ? ("source" as const) : ("copy" as const),
  }));
  return { from, title: null, text: partedText(blocks), date, lang };
}

/** What is wanting of the title, from a copy; one that was found once is kept while it has what there is of this one. */
function findTitle(
  parsed: ParsedAddress,
  present: StoredAddress | null,
  copies: () => readonly AddressCopy[],
): CopiedTitle | null {
  if (!parsed.wantsTitle) return null;
  const found = copiedTitle(parsed, copies());
  if (found || !present?.titleFrom) return found;
  if (!completes(parsed.facts.title, parsed.wantsTitle, present.title)) return null;
  return { title: present.title, from: present.titleFrom };
}

function once<T>(work: () => T): () => T {
  let done: { result: T } | null = null;
  return () => {
    done ??= { result: work() };
    return done.result;
  };
}

function copiesInArchive(
  writer: AddressWriter,
  identity: string,
  { facts }: ParsedAddress,
  wordCount: number,
): ArchivedCopy[] {
  return writer
    .possibleCopies({ identity, facts, wordCount })
    .map(({ id, slug, title, isTitleMended, isParted }) => ({
      from: slug,
      title: isTitleMended ? null : title,
      text: partedText(writer.paragraphsOf(id)),
      date: facts.date,
      lang: facts.lang,
      isParted,
    }));
}

/** Of a title, by what of it is wanting. */
const WHAT_IS_THERE = {
  all: "none",
  end: "only its beginning",
  words: "it without some capitals and words",
};

/** The address with a copy's title in place of the wanting one; where it is from is kept with the source. */
export function withTitle(parsed: ParsedAddress, found: CopiedTitle | null): ParsedAddress {
  if (found === null || !parsed.wantsTitle) return parsed;
  const extra = {
    ...parsed.source.extra,
    title_origin: `copied: the source has ${WHAT_IS_THERE[parsed.wantsTitle]}`,
    title_copied_from: found.from,
  };
  return {
    ...parsed,
    facts: { ...parsed.facts, title: found.title },
    source: { ...parsed.source, extra },
  };
}

/** The declared length of the lead: as given now, or else as decided earlier about the same words. */
export function decideLead(
  writer: AddressWriter,
  parsed: ParsedAddress,
  present: StoredAddress | null,
): number | null {
  if (parsed.leadLength !== undefined)
    return parsed.leadLength === "auto" ? null : parsed.leadLength;
  if (!present || present.leadLength === null) return null;
  const leadBefore = writer
    .paragraphsOf(present.id)
    .filter((p) => p.kind === "lead")
    .map((p) => p.text)
    .join(" ");
  const leadNow = parsed.text.slice(0, present.leadLength);
  return foldWhiteSpace(leadNow) === foldWhiteSpace(leadBefore) ? present.leadLength : null;
}

/** The breaks of an address stand, unless it is now said otherwise where its lead ends. */
function isKept(present: StoredAddress, leadLength: number | null): boolean {
  return present.leadLength === leadLength;
}
