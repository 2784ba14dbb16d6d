/**
 * The composition root: opens the archive and puts the parts together. The only file that chooses
 * a search engine.
 */
import { readFileSync } from "node:fs";
import type { Database } from "better-sqlite3";
import type { Logger } from "pino";
import { type Config, ConfigError } from "./config.ts";
import { createTextWork } from "./import/draft-paragraphs.ts";
import { type AddressImporter, createAddressImporter } from "./import/import-address.ts";
import type { AskArchive } from "./search/answer.ts";
import { createFts5Index } from "./search/fts5/fts5-index.ts";
import { createFts5Writer, mergeFts5 } from "./search/fts5/fts5-writer.ts";
import { type OpenMeilisearch, openMeilisearch } from "./search/meilisearch/open-meilisearch.ts";
import { SynonymsError } from "./search/meilisearch/synonyms.ts";
import { createAskArchive } from "./search/search-archive.ts";
import type { SearchIndex } from "./search/search-index.ts";
import { createAddressReader } from "./store/address-reader.ts";
import { createAddressWriter } from "./store/address-writer.ts";
import { openDatabase } from "./store/database.ts";
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

/** The search engine of an archive, the archive as one asks it, and the server it is asked through, if any. */
export type Search = { index: SearchIndex; ask: AskArchive; external: OpenMeilisearch | null };

/**
 * Opens the archive's file, making it where it is missing.
 * @throws ArchiveFileError, or ConfigError naming the place in the taxonomy file that cannot be read
 */
export function openArchive(config: Config): Archive {
  const taxonomy = openTaxonomy(config);
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
  const { databaseFile, search } = config;
  const embedded = createFts5Index({ databaseFile, ...search, log });
  const external = openExternal(config, archive, embedded, log);
  external?.sync.start();
  const index = external?.index ?? embedded;
  return {
    index,
    external,
    ask: createAskArchive({ index, reader: archive.reader, taxonomy: archive.taxonomy }),
  };
}

/** The index on a server that the settings name; null where they name none. */
function openExternal(
  { meilisearch }: Config,
  { database, reader }: Archive,
  embedded: SearchIndex,
  log: Logger,
): OpenMeilisearch | null {
  if (!meilisearch) return null;
  const { synonymsFile } = meilisearch;
  try {
    const synonymsYaml = synonymsFile === null ? "" : readFileSync(synonymsFile, "utf8");
    return openMeilisearch({ config: meilisearch, database, reader, embedded, synonymsYaml, log });
  } catch (error) {
    const unreadable = (error as NodeJS.ErrnoException).code !== undefined;
    if (!(unreadable || error instanceof SynonymsError)) throw error;
    throw new ConfigError(`MEILI_SYNONYMS=${synonymsFile}: ${(error as Error).message}`);
  }
}

function openTaxonomy({ taxonomyFile }: Config): Taxonomy {
  try {
    return readTaxonomy(readFileSync(taxonomyFile ?? DEFAULT_TAXONOMY_URL, "utf8"));
  } catch (error) {
    throw new ConfigError(`VERBATIM_TOPICS=${taxonomyFile ?? ""}: ${(error as Error).message}`);
  }
}
