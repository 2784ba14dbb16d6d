/** The draft of one address as the archive and the copies at hand want it. */
import type { ParsedAddress } from "../domain/address.ts";
import type { AddressWriter, StoredAddress } from "../store/address-writer.ts";
import { foldWhiteSpace } from "../text/fold.ts";
import { copiedBreaks, type ParagraphedCopy, partedText } from "./copies.ts";
import { type Draft, draftParagraphs, type TextWork } from "./draft-paragraphs.ts";

export type DraftedAddress = Draft & {
  /** The copy that the breaks of origin `copy` were taken from; null where there are none. */
  breaksFrom: string | null;
  notices: string[];
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
  copies: readonly ParagraphedCopy[],
): DraftedAddress {
  const { present, leadLength } = about;
  const input = { ...parsed, leadLength };
  const own =
    present === null && draft
      ? draft
      : draftParagraphs(
          work,
          input,
          present && isKept(present, leadLength) ? writer.paragraphsOf(present.id) : [],
        );
  if (own.paragraphs.every(({ breakBefore }) => breakBefore === "source")) {
    return { ...own, breaksFrom: null, notices: [] };
  }
  const copied = copiedBreaks(parsed, copiesOf(writer, parsed, about, copies));
  if (copied) {
    const redrafted = draftParagraphs(work, { ...input, copiedBreaks: copied.breaks }, []);
    return { ...redrafted, breaksFrom: copied.from, notices: [] };
  }
  const hasCopied = own.paragraphs.some(({ breakBefore }) => breakBefore === "copy");
  return {
    ...own,
    breaksFrom: hasCopied ? (present?.breaksFrom ?? null) : null,
    notices: copies.length > 0 ? ["No copy of this day and language fits its words."] : [],
  };
}

/** The copies whose breaks the address may take: those given, else for a new one those that the archive has. */
function copiesOf(
  writer: AddressWriter,
  parsed: ParsedAddress,
  { identity, present, leadLength }: AddressToDraft,
  given: readonly ParagraphedCopy[],
): readonly ParagraphedCopy[] {
  if (given.length > 0) return given;
  if (present === null) return copiesInArchive(writer, identity, parsed);
  if (present.breaksFrom === null || isKept(present, leadLength)) return [];
  const taken = copiesInArchive(writer, identity, parsed).filter(
    ({ from }) => from === present.breaksFrom,
  );
  return [...taken, asTaken(writer, present, present.breaksFrom, parsed.facts)];
}

/** A stand-in for a copy that is no longer at hand: the address itself, parted where it took breaks over. */
function asTaken(
  writer: AddressWriter,
  { id }: StoredAddress,
  from: string,
  { date, lang }: ParsedAddress["facts"],
): ParagraphedCopy {
  const blocks = writer.paragraphsOf(id).map((block) => ({
    ...block,
    breakBefore: block.breakBefore === "copy" ? ("source" as const) : ("copy" as const),
  }));
  return { from, text: partedText(blocks), date, lang };
}

function copiesInArchive(
  writer: AddressWriter,
  identity: string,
  { facts }: ParsedAddress,
): ParagraphedCopy[] {
  return writer.paragraphedCopies({ identity, facts }).map(({ id, slug }) => ({
    from: slug,
    text: partedText(writer.paragraphsOf(id)),
    date: facts.date,
    lang: facts.lang,
  }));
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
