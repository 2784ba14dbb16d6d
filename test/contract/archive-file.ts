/** A real archive in a file of its own, written through the real writer. */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Mention, MentionKind } from "../../src/domain/mention.ts";
import { deriveKey } from "../../src/domain/paragraph-key.ts";
import { parsePartialDate } from "../../src/domain/partial-date.ts";
import { createFts5Writer } from "../../src/search/fts5/fts5-writer.ts";
import {
  type AddressContent,
  createAddressWriter,
  type PlacedParagraph,
} from "../../src/store/address-writer.ts";
import { openDatabase } from "../../src/store/database.ts";
import { tokenize } from "../../src/text/tokens.ts";
import { UNKNOWN_FACTS, UNKNOWN_SOURCE } from "../support/unknown.ts";

/** A paragraph as a test writes it down. */
export type TestParagraph = {
  text: string;
  topics?: string[];
  countries?: string[];
  organisations?: string[];
  /** The label of a turn: the words are not the address's speaker's. */
  turnSpeaker?: string;
  /** Editorial matter is never searched. */
  kind?: "speech" | "note";
};

export type TestAddress = {
  title: string;
  /** `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. */
  date: string;
  lang?: string;
  speaker?: string | null;
  collection?: string | null;
  paragraphs: TestParagraph[];
};

export type ArchiveFile = ReturnType<typeof createArchiveFile>;

/** Makes an empty archive; `remove` closes and deletes it. */
export function createArchiveFile() {
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-search-"));
  const file = path.join(folder, "archive.db");
  const db = openDatabase(file);
  const writer = createAddressWriter(db, createFts5Writer(db));
  const note = { by: "test", at: "2022-01-01T00:00:00Z", reason: "test" };

  /** Stores an address, or revises the one of the same title: equal texts keep their row. */
  function put(address: TestAddress): void {
    writer.transaction(() => {
      const current = writer.findAddress(address.title);
      const before = current ? writer.paragraphsOf(current.id) : [];
      const paragraphs = place(address, before);
      if (current) writer.revise(current, contentOf(address), paragraphs, note);
      else writer.create(contentOf(address), paragraphs, note);
    });
  }

  /** Ids of the searchable paragraphs of an address, in reading order. */
  function idsOf(title: string): number[] {
    return db
      .prepare(
        `SELECT p.id FROM paragraph p JOIN address a ON a.id = p.address_id
        WHERE a.title = ? AND p.kind = 'speech' ORDER BY p.position`,
      )
      .pluck()
      .all(title) as number[];
  }

  return {
    file,
    db,
    put,
    idsOf,
    remove() {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function place(
  address: TestAddress,
  before: readonly { id: number; key: string; text: string }[],
): PlacedParagraph[] {
  const free = [...before];
  let number = 0;
  return address.paragraphs.map((paragraph, position) => {
    const same = free.findIndex((old) => old.text === paragraph.text);
    const old = same >= 0 ? free.splice(same, 1)[0] : undefined;
    const kind = paragraph.kind ?? "speech";
    return {
      id: old?.id ?? null,
      key: old?.key ?? deriveKey(address.title, paragraph.text, position + 1000 * before.length),
      number: kind === "speech" ? ++number : null,
      kind,
      text: paragraph.text,
      turnSpeaker: paragraph.turnSpeaker ?? null,
      breakBefore: "source",
      words:
        kind === "speech"
          ? tokenize(paragraph.text)
              .map(({ folded }) => folded)
              .join("\n")
          : "",
      topics: (paragraph.topics ?? []).map((topic) => ({ topic, confidence: 1, spans: [] })),
      mentions: [
        ...mentionsOf("country", paragraph.countries),
        ...mentionsOf("organisation", paragraph.organisations),
      ],
    };
  });
}

function mentionsOf(kind: MentionKind, values: readonly string[] = []): Mention[] {
  return values.map((value, start) => ({
    kind,
    value,
    start,
    end: start + 1,
    rule: "name",
    confidence: 1,
  }));
}

function contentOf(address: TestAddress): AddressContent {
  const date = parsePartialDate(address.date);
  if (!date) throw new RangeError(`${address.date} is no date.`);
  const raw = Buffer.from(JSON.stringify(address));
  const hash = createHash("sha256").update(raw).digest("hex");
  return {
    identity: address.title,
    facts: {
      ...UNKNOWN_FACTS,
      title: address.title,
      date,
      speaker: address.speaker ?? null,
      collection: address.collection ?? null,
      lang: address.lang ?? "en",
    },
    source: UNKNOWN_SOURCE,
    wordCount: 1,
    contentHash: hash,
    textHash: hash,
    leadLength: null,
    splitterVersion: "test",
    breaksFrom: null,
    raw,
    rawHash: hash,
  };
}
