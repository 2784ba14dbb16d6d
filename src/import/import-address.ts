/**
 * One address into the archive: split, tag, match with what is there, save. In one transaction:
 * whatever fails leaves the archive as it was.
 */
import type { DraftParagraph, ParsedAddress } from "../domain/address.ts";
import { settleTags } from "../domain/tag-decisions.ts";
import type {
  AddressContent,
  AddressWriter,
  PlacedParagraph,
  StoredAddress,
} from "../store/address-writer.ts";
import { addressIdentity, contentHash, hashOf } from "./address-identity.ts";
import type { AddressCopy } from "./copies.ts";
import { type DraftedAddress, decideLead, draftAddress, withTitle } from "./draft-address.ts";
import type { Draft, TextWork } from "./draft-paragraphs.ts";
import { ImportError } from "./import-error.ts";
import { noticesOfCopies, noticesOfTurns } from "./import-notices.ts";
import { placeParagraphs } from "./place-paragraphs.ts";

export type ImportNote = {
  /** Who imports, for the revision's record. */
  by: string;
  /** Why, for the revision's record and for tombstones; a plain sentence stands in where it is empty. */
  reason: string;
  /** True undoes everything at the end, and so only tells what would happen. */
  dryRun: boolean;
};

export type ImportOutcome = {
  outcome: "created" | "unchanged" | "revised";
  slug: string;
  title: string;
  /** The speaker's own paragraphs after the import. */
  paragraphs: number;
  /** Blocks of all kinds that came in, went, and kept their keys. */
  added: number;
  removed: number;
  kept: number;
  /** The agency's lead that was set apart; null when there is none. Not told of an unchanged address. */
  lead: string | null;
  /** The copy that breaks were taken from; null when there is none. Not told of an unchanged address. */
  breaksFrom: string | null;
  /** True where copies were named, the address wants breaks, and none of them fits it. */
  fitsNoCopy: boolean;
  /** What a person should look at, each a sentence. */
  notices: string[];
};

/**
 * Takes in one address.
 * @param draft the address split and tagged already, as if it were new; made here where absent
 * @param copies whose breaks a wall takes over, also one that was split before; where there are none, a
 *   new wall takes those of a copy that the archive has
 * @throws ImportError when the address has no words, or its id belongs to another address
 */
export type AddressImporter = (
  parsed: ParsedAddress,
  note: ImportNote,
  draft?: Draft | null,
  copies?: readonly AddressCopy[],
) => ImportOutcome;

/**
 * @param writer where addresses are kept
 * @param work how texts are split and tagged
 * @param now the clock, for the record of revisions
 */
export function createAddressImporter(
  writer: AddressWriter,
  work: TextWork,
  now: () => Date = () => new Date(),
): AddressImporter {
  return (parsed, note, draft, copies = []) => {
    const identity = addressIdentity(parsed);
    const present = writer.findAddress(identity);
    const leadLength = decideLead(writer, parsed, present);
    const hash = contentHash(parsed, leadLength);
    if (present?.contentHash === hash && copies.length === 0) return unchanged(writer, present);

    const about = { identity, present, leadLength };
    const drafted = draftAddress(writer, work, parsed, about, draft ?? null, copies);
    const { paragraphs: drafts, fitsNoCopy } = drafted;
    requireSpeech(parsed, drafts);
    const content = contentOf(withTitle(parsed, drafted.title), drafted, {
      identity,
      leadLength,
      contentHash: hash,
      splitterVersion: work.splitterVersion,
    });
    return inTransaction(writer, note.dryRun, () => {
      // Read again under the write lock: another process may have been here in between.
      const current = writer.findAddress(identity);
      if (current?.contentHash === hash && isStoredSo(writer, current, content, drafts)) {
        return { ...unchanged(writer, current), fitsNoCopy };
      }
      if (current && differsInLeadAlone(writer, current, parsed, content, drafts)) {
        writer.rememberLead(current.id, leadLength, hash);
        return { ...unchanged(writer, current), fitsNoCopy };
      }
      const at = now().toISOString();
      const saved = save(writer, current, content, drafts, {
        ...note,
        at,
        parentOf: work.parentOf,
      });
      const notices = [...saved.notices, ...noticesOfCopies(writer, content, drafted)];
      return { ...saved, fitsNoCopy, notices };
    });
  };
}

function contentOf(
  parsed: ParsedAddress,
  { wordCount, breaksFrom }: DraftedAddress,
  known: Pick<AddressContent, "identity" | "leadLength" | "contentHash" | "splitterVersion">,
): AddressContent {
  const { facts, source, raw, text } = parsed;
  return {
    ...known,
    facts,
    source,
    raw,
    wordCount,
    breaksFrom,
    textHash: hashOf(text),
    rawHash: hashOf(raw),
  };
}

/** Whether nothing is new but who says where the lead ends: no revision then, only remembered. */
function differsInLeadAlone(
  writer: AddressWriter,
  current: StoredAddress,
  parsed: ParsedAddress,
  content: AddressContent,
  drafts: readonly DraftParagraph[],
): boolean {
  return (
    current.contentHash === contentHash(parsed, current.leadLength) &&
    isStoredSo(writer, current, content, drafts)
  );
}

/** Whether title and blocks, which copies may have changed, are stored as they are now. */
function isStoredSo(
  writer: AddressWriter,
  { id, title }: StoredAddress,
  { facts }: AddressContent,
  drafts: readonly DraftParagraph[],
): boolean {
  const before = writer.paragraphsOf(id);
  return (
    title === facts.title &&
    before.length === drafts.length &&
    before.every(
      ({ kind, text, breakBefore }, i) =>
        kind === drafts[i]?.kind &&
        text === drafts[i].text &&
        breakBefore === drafts[i].breakBefore,
    )
  );
}

function requireSpeech({ facts }: ParsedAddress, drafts: readonly DraftParagraph[]): void {
  if (drafts.some((draft) => draft.kind === "speech")) return;
  throw new ImportError(
    `“${facts.title}” has no words of its speaker.`,
    drafts.length === 0
      ? "Give it a text, or leave it out."
      : "If its lead was recognised wrongly, say --lead none.",
  );
}

function save(
  writer: AddressWriter,
  current: StoredAddress | null,
  content: AddressContent,
  drafts: readonly DraftParagraph[],
  note: { by: string; reason: string; at: string; parentOf: TextWork["parentOf"] },
): Omit<ImportOutcome, "fitsNoCopy"> {
  const before = current ? writer.paragraphsOf(current.id) : [];
  const fresh = placeParagraphs(writer, current, before, content.identity, drafts);
  const placed = current ? keepDecisions(writer, fresh, note.parentOf) : fresh;
  const kept = placed.filter((p) => p.id !== null).length;
  if (current && kept === 0) refuseAnother(current, content);

  const slug = current
    ? writer.revise(current, content, placed, {
        ...note,
        reason: note.reason || "Imported again, changed",
      })
    : writer.create(content, placed, { ...note, reason: note.reason || "Imported" });
  return {
    outcome: current ? "revised" : "created",
    slug,
    title: content.facts.title,
    paragraphs: placed.filter((p) => p.kind === "speech").length,
    added: placed.length - kept,
    removed: before.length - kept,
    kept,
    lead: drafts.find((draft) => draft.kind === "lead")?.text ?? null,
    breaksFrom: content.breaksFrom,
    notices: noticesOfTurns(withoutDecided(writer, placed)),
  };
}

/** Of paragraphs whose voice an editor decided there is nothing to be told. */
function withoutDecided(writer: AddressWriter, placed: PlacedParagraph[]): PlacedParagraph[] {
  const decided = writer.decidedVoices(placed.map(({ key }) => key));
  return placed.filter(({ key }) => !decided.has(key));
}

/** What editors decided about tags outlives every import; of a new address there is nothing decided. */
function keepDecisions(
  writer: AddressWriter,
  placed: PlacedParagraph[],
  parentOf: TextWork["parentOf"],
): PlacedParagraph[] {
  const decisions = Map.groupBy(writer.decisionsOf(placed.map(({ key }) => key)), ({ key }) => key);
  if (decisions.size === 0) return placed;
  return placed.map((paragraph) =>
    paragraph.kind === "speech"
      ? { ...paragraph, ...settleTags(paragraph, decisions.get(paragraph.key) ?? [], parentOf) }
      : paragraph,
  );
}

/** An id that two sources use for two addresses must not turn the one into the other. */
function refuseAnother(current: StoredAddress, { facts, source }: AddressContent): void {
  if (facts.title === current.title || facts.date === current.date) return;
  throw new ImportError(
    `The id ${JSON.stringify(source.nativeId)} belongs to another address, ${current.slug}: no paragraph, not the title and not the date are the same.`,
    "Give this one an id of its own, e.g. with the source's name before it.",
  );
}

function unchanged(writer: AddressWriter, present: StoredAddress): ImportOutcome {
  const paragraphs = writer.paragraphsOf(present.id);
  return {
    outcome: "unchanged",
    slug: present.slug,
    title: present.title,
    paragraphs: paragraphs.filter((p) => p.kind === "speech").length,
    added: 0,
    removed: 0,
    kept: paragraphs.length,
    lead: null,
    breaksFrom: null,
    fitsNoCopy: false,
    notices: [],
  };
}

/** Carries a dry run's result out of the transaction that it undoes. */
class Undo extends Error {
  readonly outcome: ImportOutcome;
  constructor(outcome: ImportOutcome) {
    super("dry run");
    this.outcome = outcome;
  }
}

function inTransaction(
  writer: AddressWriter,
  dryRun: boolean,
  work: () => ImportOutcome,
): ImportOutcome {
  if (!dryRun) return writer.transaction(work);
  try {
    return writer.transaction(() => {
      throw new Undo(work());
    });
  } catch (error) {
    if (error instanceof Undo) return error.outcome;
    throw error;
  }
}
