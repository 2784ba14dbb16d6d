/**
 * One address into the archive: split, tag, match with what is there, save. In one transaction:
 * whatever fails leaves the archive as it was.
 */
import type { CountryMention, DraftParagraph, ParsedAddress } from "../domain/address.ts";
import type { AddressContent, AddressWriter, StoredAddress } from "../store/address-writer.ts";
import type { CountryContext } from "../text/countries/find-countries.ts";
import { foldWhiteSpace } from "../text/fold.ts";
import type { Block, SplitOptions } from "../text/paragraphs/split-address.ts";
import { tokenize } from "../text/tokens.ts";
import type { TopicFinder } from "../text/topics/topic-finder.ts";
import { addressIdentity, contentHash, hashOf } from "./address-identity.ts";
import { splitAgain } from "./freeze-breaks.ts";
import { ImportError } from "./import-error.ts";
import { placeParagraphs } from "./place-paragraphs.ts";

/** The language work that an import needs, as pure functions. */
export type TextWork = {
  split: (text: string, options: SplitOptions) => Block[];
  splitterVersion: string;
  findCountries: (text: string, context: CountryContext) => CountryMention[];
  findTopics: TopicFinder;
};

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

export type AddressImporter = (parsed: ParsedAddress, note: ImportNote) => ImportOutcome;

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
  /** @throws ImportError when the address has no words, or its id belongs to another address */
  return (parsed, note) => {
    const identity = addressIdentity(parsed);
    const present = writer.findAddress(identity);
    const leadLength = decideLead(writer, parsed, present);
    const hash = contentHash(parsed, leadLength);
    if (present?.contentHash === hash) return unchanged(writer, present);

    const before = present?.leadLength === leadLength ? writer.paragraphsOf(present.id) : [];
    const { drafts, wordCount } = draftParagraphs(work, parsed, leadLength, before);
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
      return save(writer, current, content, drafts, { ...note, at: now().toISOString() });
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

/** Splits the text and tags the speaker's words; `wordCount` is of these only. */
function draftParagraphs(
  work: TextWork,
  { facts, text }: ParsedAddress,
  leadLength: number | null,
  before: readonly Block[],
): { drafts: DraftParagraph[]; wordCount: number } {
  const { lang, speaker, speakerCountry, date } = facts;
  const about = leadLength === null ? { lang, speaker } : { lang, speaker, leadLength };
  const blocks = splitAgain(text, before, (stretch, isStart) =>
    work.split(stretch, isStart ? about : { ...about, leadLength: 0 }),
  );
  let wordCount = 0;
  const drafts = blocks.map(({ kind, text: words, breakBefore }) => {
    const block = { kind, text: words, breakBefore };
    if (kind !== "speech") return { ...block, topics: [], countries: [] };
    const tokens = tokenize(words);
    wordCount += tokens.length;
    const countries = work.findCountries(words, { lang, speakerCountry, date });
    return { ...block, topics: work.findTopics(words, lang, tokens), countries };
  });
  return { drafts, wordCount };
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
  note: { by: string; reason: string; at: string },
): ImportOutcome {
  const before = current ? writer.paragraphsOf(current.id) : [];
  const placed = placeParagraphs(writer, current, before, content.identity, drafts);
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
