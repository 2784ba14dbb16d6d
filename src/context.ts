/**
 * The composition root: opens the archive and puts the parts together. The only file that chooses
 * a search engine.
 */
import { existsSync, readFileSync } from "node:fs";
import type { Database } from "better-sqlite3";
import type { Logger } from "pino";
import { type Config, ConfigError } from "./config.ts";
import { createTextWork } from "./import/draft-paragraphs.ts";
import { type AddressImporter, createAddressImporter } from "./import/import-address.ts";
import type { AskArchive } from "./search/answer.ts";
import { createFts5Index } from "./search/fts5/fts5-index.ts";
import { createFts5Writer, mergeFts5 } from "./search/fts5/fts5-writer.ts";
import { type OpenMeilisearch, openMeilisearch } from "./search/meilisearch/open-meilisearch.ts";
import { createWiden, type Widen } from "./search/query/widen.ts";
import { createAskArchive } from "./search/search-archive.ts";
import type { SearchIndex } from "./search/search-index.ts";
import { readSynonyms, type Synonyms, SynonymsError } from "./search/synonyms.ts";
import { createAddressReader } from "./store/address-reader.ts";
import { createAddressWriter } from "./store/address-writer.ts";
import { ArchiveFileError, openDatabase } from "./store/database.ts";
import type { AddressReader } from "./store/records.ts";
import { DEFAULT_TAXONOMY_URL, readTaxonomy, type Taxonomy } from "./text/topics/taxonomy.ts";

/** The archive opened for reading and writing. */
export type Archive = {
  database: Database;
  reader: AddressReader;
  importAddress: AddressImporter;
  taxonomy: Taxonomy;
  /** Puts the embedded index together again after a large import; outside any transaction. */
  mergeIndex(): void;
  close(): void;
};

export type Search = {
  index: SearchIndex;
  ask: AskArchive;
  /** Adds the archive's synonyms to a query. */
  widen: Widen;
  /** Names of the first line of the archive's synonyms; empty where there are none. */
  synonymExample: string[];
  /** The server that is asked, if any. */
  external: OpenMeilisearch | null;
};

/**
 * Opens the archive's file, making it where it is missing.
 * @param taxonomyNamedBy what stands before the file's name where the taxonomy was asked for
 * @throws ArchiveFileError, or ConfigError naming the place in the taxonomy file that cannot be read
 */
export function openArchive(config: Config, taxonomyNamedBy = "VERBATIM_TOPICS="): Archive {
  const taxonomy = openTaxonomy(config, taxonomyNamedBy);
  const database = openDatabase(config.databaseFile);
  const writer = createAddressWriter(database, createFts5Writer(database));
  const importAddress = createAddressImporter(writer, createTextWork(taxonomy));
  return {
    database,
    reader: createAddressReader(database),
    importAddress,
    taxonomy,
    mergeIndex: () => mergeFts5(database),
    close: () => database.close(),
  };
}

/**
 * Starts the search engine beside an opened archive.
 * @throws ConfigError when the file of synonyms cannot be used
 */
export function openSearch(config: Config, archive: Archive, log: Logger): Search {
  const { databaseFile, meilisearch, search } = config;
  const { database, reader, taxonomy } = archive;
  const synonyms = openSynonyms(config);
  const embedded = createFts5Index({ databaseFile, ...search, log });
  const external = meilisearch
    ? openMeilisearch({ config: meilisearch, database, reader, embedded, synonyms, log })
    : null;
  external?.sync.start();
  const index = external?.index ?? embedded;
  const widen = widenFor(reader, synonyms);
  const ask = createAskArchive({ index, vocabulary: embedded, reader, taxonomy, widen });
  const synonymExample = (synonyms[0] ?? []).map(({ text }) => text);
  return { index, external, widen, synonymExample, ask };
}

function openSynonyms({ synonymsFile }: Config): Synonyms {
  if (synonymsFile === null) return [];
  try {
    return readSynonyms(readFileSync(synonymsFile, "utf8"));
  } catch (error) {
    const unreadable = (error as NodeJS.ErrnoException).code !== undefined;
    if (!(unreadable || error instanceof SynonymsError)) throw error;
    throw new ConfigError(`VERBATIM_SYNONYMS=${synonymsFile}: ${describeFault(error)}`);
  }
}

/** Names are known in the forms of the languages that the archive has at the time. */
function widenFor(reader: AddressReader, synonyms: Synonyms): Widen {
  let made: { version: number; widen: Widen } | null = null;
  return (tree) => {
    const version = reader.version();
    if (made?.version !== version) {
      made = { version, widen: createWiden(synonyms, reader.summary().languages) };
    }
    return made.widen(tree);
  };
}

/**
 * Opens an archive that is there: commands that only read, or change what it holds, make none.
 * @throws ArchiveFileError, also where there is no file
 */
export function openExistingArchive(config: Config, taxonomyNamedBy?: string): Archive {
  const { databaseFile } = config;
  if (existsSync(databaseFile)) return openArchive(config, taxonomyNamedBy);
  throw new ArchiveFileError(
    `There is no archive at ${JSON.stringify(databaseFile)}. Set VERBATIM_DB to the archive's file, or make one: npm run verbatim -- import.`,
  );
}

function openTaxonomy({ taxonomyFile }: Config, namedBy: string): Taxonomy {
  try {
    return readTaxonomy(readFileSync(taxonomyFile ?? DEFAULT_TAXONOMY_URL, "utf8"));
  } catch (error) {
    throw new ConfigError(`${namedBy}${taxonomyFile ?? ""}: ${describeFault(error)}`);
  }
}

function describeFault(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === "ENOENT" ? "There is no such file." : message;
}
