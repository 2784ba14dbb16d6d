/** An archive for import tests: real SQLite, a splitter and taggers simple enough to be foreseen. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import type { AddressFacts, ParsedAddress, Source } from "../../src/domain/address.ts";
import { type PartialDate, parsePartialDate } from "../../src/domain/partial-date.ts";
import type { TextWork } from "../../src/import/draft-paragraphs.ts";
import { createAddressImporter } from "../../src/import/import-address.ts";
import { type ImportObserver, importFiles } from "../../src/import/import-files.ts";
import { createAddressReader } from "../../src/store/address-reader.ts";
import { createAddressWriter } from "../../src/store/address-writer.ts";
import { openDatabase } from "../../src/store/database.ts";
import type { InTransactionIndex } from "../../src/store/in-transaction-index.ts";
import type { Block } from "../../src/text/paragraphs/split-address.ts";
import { UNKNOWN_FACTS, UNKNOWN_SOURCE } from "./unknown.ts";

/** Blank lines part; a wall breaks after every second full stop; a first sentence that says so is a lead. */
export const simpleWork: TextWork = {
  splitterVersion: "test-1",
  parentOf: (topic) => (topic === "grain-export" ? "agriculture" : null),
  split(text, { leadLength }) {
    const recognised = /^[^.]*said this[^.]*\./.exec(text)?.[0].length ?? 0;
    const lead = leadLength ?? recognised;
    const blocks: Block[] = [];
    const head = text.slice(0, lead).trim();
    if (head !== "") blocks.push({ kind: "lead", text: head, breakBefore: "source" });
    for (const part of text.slice(lead).split(/\n\s*\n/)) {
      const pieces = part.trim().match(/(?:[^.]*\.){1,2}|[^.]+$/g) ?? [];
      pieces.forEach((piece, i) => {
        if (piece.trim() === "") return;
        const breakBefore = i === 0 ? "source" : "inferred";
        blocks.push({ kind: "speech", text: piece.trim(), breakBefore });
      });
    }
    return blocks;
  },
  findMentions: (text) =>
    [...text.matchAll(/Ukraine/g)].map(({ index }) => ({
      kind: "country",
      value: "UA",
      start: index,
      end: index + 7,
      rule: "name",
      confidence: 0.9,
    })),
  findTopics: (text) =>
    [...text.matchAll(/grain/g)].slice(0, 1).map(({ index }) => ({
      topic: "grain-export",
      confidence: 0.8,
      spans: [{ start: index, end: index + 5 }],
    })),
};

/** An index that only remembers what it holds, by row id. */
export function createMemoryIndex() {
  const texts = new Map<number, string>();
  const titles = new Map<number, string>();
  const index: InTransactionIndex = {
    putAddress(address, paragraphs) {
      titles.set(address.id, address.title);
      for (const { id, text } of paragraphs) texts.set(id, text);
    },
    removeParagraphs(ids) {
      for (const id of ids) texts.delete(id);
    },
  };
  return { index, texts, titles };
}

export type ImportBench = ReturnType<typeof openImportBench>;

/** An empty archive in memory (or in `file`), closed when the test is done. */
export function openImportBench(file = ":memory:", work: TextWork = simpleWork) {
  const db = openDatabase(file);
  onTestFinished(() => {
    db.close();
  });
  const memory = createMemoryIndex();
  const writer = createAddressWriter(db, memory.index);
  const importAddress = createAddressImporter(writer, work, () => new Date("2022-10-01T12:00:00Z"));
  const note = { by: "archivist", reason: "", dryRun: false };
  return {
    db,
    ...memory,
    writer,
    reader: createAddressReader(db),
    importAddress,
    note,
    /** Imports one address given in short. */
    take: (given: GivenAddress, more: Partial<typeof note> = {}) =>
      importAddress(givenAddress(given), { ...note, ...more }),
    /** Imports files; collects what is told. */
    async takeFiles(
      paths: string[],
      options: { defaults?: Record<string, string>; encoding?: string } = {},
      signal?: AbortSignal,
    ) {
      const told = { failures: [] as string[], notices: [] as string[], lines: [] as string[] };
      const observer: ImportObserver = {
        onFailure: (error) => told.failures.push(error.message),
        onNotice: (notice) => told.notices.push(notice),
        onAddress: (place, outcome) => {
          told.lines.push(`${outcome.outcome} ${outcome.slug}`);
          for (const notice of outcome.notices) told.notices.push(`${place}: ${notice}`);
        },
      };
      const readOptions = { note, ...options, defaults: options.defaults ?? {} };
      const summary = await importFiles(importAddress, paths, readOptions, observer, signal);
      return { summary, ...told };
    },
    /** The only address, whole. */
    whole() {
      const [address] = createAddressReader(db).addresses(1);
      if (!address) throw new Error("the archive is empty");
      return createAddressReader(db).wholeAddress(address.id);
    },
  };
}

export type GivenAddress = Partial<Omit<AddressFacts, "date">> & {
  text: string;
  date?: string;
  id?: string | null;
  extra?: Source["extra"];
  leadLength?: ParsedAddress["leadLength"];
};

/** An address ready for the importer; what is not given is an evening address of 28 September 2022. */
export function givenAddress(given: GivenAddress): ParsedAddress {
  const { text, id = "t-1", extra = {}, date = "2022-09-28", leadLength, ...facts } = given;
  return {
    facts: {
      ...UNKNOWN_FACTS,
      title: "Evening address",
      speaker: "Volodymyr Zelenskyy",
      speakerCountry: "UA",
      lang: "en",
      ...facts,
      date: parsePartialDate(date) as PartialDate,
    },
    source: { ...UNKNOWN_SOURCE, nativeId: id, extra },
    text,
    raw: Buffer.from(text),
    ...(leadLength === undefined ? {} : { leadLength }),
  };
}

/** A folder with files, removed when the test is done. @returns its path */
export function writeFolder(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-import-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}
