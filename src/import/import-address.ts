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
import { foldWhiteSpace } from "../text/fold.ts";
import { addressIdentity, contentHash, hashOf } from "./address-identity.ts";
import { type Draft, draftParagraphs, type TextWork } from "./draft-paragraphs.ts";
import { ImportError } from "./import-error.ts";
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
  /** What a person should look at, each a sentence. */
  notices: string[];
};

/**
 * Takes in one address.
 * @param draft the address split and tagged already, as if it were new; made here where absent
 * @throws ImportError when the address has no words, or its id belongs to another address
 */
export type AddressImporter = (
  parsed: ParsedAddress,
  note: ImportNote,
  draft?: Draft | null,
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
  return (parsed, note, draft) => {
    const identity = addressIdentity(parsed);
    const present = writer.findAddress(identity);
    const leadLength = decideLead(writer, parsed, present);
    const hash = contentHash(parsed, leadLength);
    if (present?.contentHash === hash) return unchanged(writer, present);

    const { paragraphs: drafts, wordCount } =
      present === null && draft
        ? draft
        : draftParagraphs(
            work,
            { ...parsed, leadLength },
            blocksToKeep(writer, present, leadLength),
          );
    requireSpeech(parsed, drafts);
    const content = {
      identity,
      facts: parsed.facts,
      source: parsed.source,
      wordCount,
      contentHash: hash,
      textHash: hashOf(parsed.text),
      leadLength,
      splitterVersion: work.splitterVersion,
      raw: parsed.raw,
      rawHash: hashOf(parsed.raw),
    };
    return inTransaction(writer, note.dryRun, () => {
      // Read again under the write lock: another process may have been here in between.
      const current = writer.findAddress(identity);
      if (current?.contentHash === hash) return unchanged(writer, current);
      const at = now().toISOString();
      return save(writer, current, content, drafts, { ...note, at, parentOf: work.parentOf });
    });
  };
}

/** The declared length of the lead: as given now, or else as decided earlier about the same words. */
function decideLead(
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
function blocksToKeep(
  writer: AddressWriter,
  present: StoredAddress | null,
  leadLength: number | null,
) {
  return present?.leadLength === leadLength ? writer.paragraphsOf(present.id) : [];
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
): ImportOutcome {
  const before = current ? writer.paragraphsOf(current.id) : [];
  const fresh = placeParagraphs(writer, current, before, content.identity, drafts);
  const placed = current ? keepDecisions(writer, fresh, note.parentOf) : fresh;
  const kept = placed.filter((p) => p.id !== null).length;
  if (current && kept === 0) refuseAnother(current, content);

  const twin = writer.slugOfSameText(content.textHash, content.identity);
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
    notices: twin === null ? [] : [`The same words are in the archive as ${twin} already.`],
  };
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
