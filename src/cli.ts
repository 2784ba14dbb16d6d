/** The command line: one thin subcommand each, calling the same functions as the web. */
import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { Command } from "commander";
import { readSettings, withArchive } from "./cli-archive.ts";
import { runReindex } from "./cli-reindex.ts";
import { count, createReport, describeSummary } from "./cli-report.ts";
import { addTagCommands } from "./cli-tags.ts";
import { addVoiceCommand } from "./cli-voices.ts";
import { type Config, ConfigError } from "./config.ts";
import { type Archive, openArchive } from "./context.ts";
import { EnvFileError, openEnvFile } from "./env-file.ts";
import { readCopies } from "./import/copies.ts";
import { startDrafter } from "./import/drafter.ts";
import { ImportError } from "./import/import-error.ts";
import { type ImportSummary, importFiles } from "./import/import-files.ts";
import { FIELD_NAMES } from "./import/read-facts.ts";
import { UnusableServerError } from "./search/external/external-index.ts";
import { ReindexError } from "./search/external/reindex.ts";
import { makeKeys } from "./search/meilisearch/keys.ts";
import { exitCodeOf, stopOnSignal } from "./stop-signal.ts";
import { ArchiveFileError } from "./store/database.ts";
import { TaggingError } from "./tagging/editing.ts";

/** Options that state a fact, by the fact's name: flag and help. */
const FACT_OPTIONS = {
  title: ["--title <text>", "title; the first line of a plain text then belongs to its words"],
  date: ["--date <date>", "when it was delivered: 2022-09-28, 2022-09 or 2022"],
  speaker: ["--speaker <name>", "who spoke"],
  office: ["--office <office>", "the speaker's office at that time"],
  country: ["--country <country>", "the country the speaker spoke for: ISO 3166 code or name"],
  lang: ["--lang <code>", "language, e.g. en or uk; detected where nothing says it"],
  collection: ["--collection <title>", "collection it belongs to"],
  occasion: ["--occasion <text>", "on what occasion"],
  place: ["--place <text>", "where"],
  publisher: ["--publisher <name>", "who published the text"],
  url: ["--source-url <url>", "where the text was taken from"],
  archivedUrl: ["--archived-url <url>", "an archived copy of that page"],
  retrievedOn: ["--retrieved-on <date>", "the day it was taken, e.g. 2022-09-29"],
  licence: ["--licence <text>", "licence of the text"],
  id: ["--id <id>", "the source's own id of the address"],
  completenessNote: ["--completeness-note <sentence>", "why this copy is known to be incomplete"],
  lead: ["--lead <lead>", "an agency's lead: auto, none, or its number of sentences"],
} as const;

/** An import is large when it wrote more than this share of the archive's addresses. */
const LARGE_SHARE = 0.1;
/** Errors that say all there is to say. */
const EXPECTED = [
  ConfigError,
  ArchiveFileError,
  EnvFileError,
  ImportError,
  ReindexError,
  TaggingError,
  UnusableServerError,
];

const SAME_KEYS =
  "The keys are the same as in your settings: what was started with them need not be started again.";

type ImportOptions = Record<string, string | undefined> & {
  by: string;
  reason: string;
  dryRun?: true;
};

const program = new Command("verbatim")
  .description(
    "A searchable archive of public addresses: every word kept, every paragraph citable.",
  )
  .showHelpAfterError("Run with --help to see what there is.");

const importCommand = program
  .command("import")
  .description("Put addresses into the archive: text, Markdown and JSON lines, or folders of them.")
  .argument("<file|folder...>", "what to read; folders are read whole, sorted by name")
  .summary("put addresses into the archive");
for (const [flag, help] of Object.values(FACT_OPTIONS)) importCommand.option(flag, help);
importCommand
  .option("--encoding <label>", "encoding of files that are not UTF-8, e.g. windows-1251")
  .option("--paragraphs-from <path>", "a copy with paragraphs, whose breaks a wall takes over")
  .option("--by <name>", "who imports, for the record of revisions", userInfo().username)
  .option("--reason <sentence>", "why, for the record of revisions", "")
  .option("--dry-run", "show what would happen and write nothing")
  .addHelpText(
    "after",
    "\nFacts given here fill what the files themselves do not say. See docs/importing.md.",
  )
  .action(runImport);

addTagCommands(program);
addVoiceCommand(program);
program.command("stats").description("What the archive holds.").action(runStats);
program
  .command("reindex")
  .description("Rebuild the index on the Meilisearch server; searching goes on meanwhile.")
  .summary("rebuild the index on the Meilisearch server")
  .action(() => runReindex(readSettings()));
program
  .command("meili-keys")
  .description("Make the two keys that MEILI_SEARCH_KEY and MEILI_WRITE_KEY need.")
  .summary("make the keys for a Meilisearch server")
  .option(
    "--file <path>",
    "write them into a file that only this user can read, with the server's URL and index; its other lines stay",
  )
  .action(runMeiliKeys);

await run();

async function run(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (!EXPECTED.some((type) => error instanceof type)) throw error;
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}

async function runImport(paths: string[], options: ImportOptions): Promise<void> {
  const dryRun = options.dryRun ?? false;
  const archive = openArchive(dryRun ? configForDryRun(readSettings()) : readSettings());
  const stop = stopOnSignal();
  try {
    const summary = await importAndReport(archive, paths, options, dryRun, stop);
    console.log(describeSummary(summary, dryRun));
    process.exitCode = summary.stopped ? exitCodeOf(stop) : summary.failed > 0 ? 1 : 0;
  } catch (error) {
    if (!String((error as { code?: unknown }).code).startsWith("SQLITE_")) throw error;
    console.error(
      `The archive could not be written: ${(error as Error).message}. What was imported before is kept; mend this and run the same import again.`,
    );
    process.exitCode = 1;
  } finally {
    archive.close();
  }
}

async function importAndReport(
  archive: Archive,
  paths: string[],
  options: ImportOptions,
  dryRun: boolean,
  stop: AbortSignal,
): Promise<ImportSummary> {
  const report = createReport(dryRun);
  const drafter = startDrafter(archive.taxonomy);
  const { encoding, by, reason, paragraphsFrom } = options;
  const reading = {
    defaults: factsOf(options),
    ...(encoding === undefined ? {} : { encoding }),
  };
  const readOptions = {
    ...reading,
    note: { by, reason, dryRun },
    drafter,
  };
  try {
    const copies = paragraphsFrom === undefined ? [] : await readCopies(paragraphsFrom, reading);
    const summary = await importFiles(
      archive.importAddress,
      paths,
      { ...readOptions, copies },
      report,
      stop,
    );
    if (!dryRun && isLarge(summary, archive)) archive.mergeIndex();
    return summary;
  } finally {
    report.close();
    await drafter.close();
  }
}

/** Merging reads the whole index: worth it where much of it is new, and not for somebody who wants to stop. */
function isLarge({ created, revised, stopped }: ImportSummary, { reader }: Archive): boolean {
  return !stopped && created + revised > LARGE_SHARE * reader.summary().addresses;
}

async function runStats(): Promise<void> {
  await withArchive(readSettings(), undefined, ({ reader }) => printStats(reader));
}

function printStats(reader: Archive["reader"]): void {
  const summary = reader.summary();
  console.log(`addresses   ${summary.addresses}`);
  console.log(`paragraphs  ${summary.paragraphs}`);
  console.log(`words       ${summary.words}`);
  console.log(`incomplete  ${summary.incompleteAddresses}`);
  console.log(`languages   ${summary.languages.join(", ")}`);
  for (const { title, addresses, paragraphs, words } of reader.collectionCounts()) {
    const counts = [
      count(addresses, "address", "addresses"),
      count(paragraphs, "paragraph", "paragraphs"),
      count(words, "word", "words"),
    ];
    console.log(`${title ?? "no collection"}: ${counts.join(", ")}`);
  }
}

async function runMeiliKeys({ file }: { file?: string }): Promise<void> {
  const { meilisearch, meiliMasterKey } = readSettings();
  if (!meilisearch || !meiliMasterKey) {
    throw new ConfigError("Set MEILI_URL and, for this command only, MEILI_MASTER_KEY.");
  }
  const output = file === undefined ? null : openEnvFile(file);
  try {
    const { searchKey, writeKey, replaced } = await makeKeys(meilisearch, meiliMasterKey);
    for (const name of replaced) {
      console.error(`The key “${name}” had other rights or an end; it is replaced and void.`);
    }
    const areSame = searchKey === meilisearch.searchKey && writeKey === meilisearch.writeKey;
    if (areSame) console.error(SAME_KEYS);
    // All that the program needs to search there, so that nothing is left to be remembered.
    const settings = {
      MEILI_URL: meilisearch.url,
      MEILI_INDEX: meilisearch.indexUid,
      MEILI_SEARCH_KEY: searchKey,
      MEILI_WRITE_KEY: writeKey,
    };
    if (output) {
      output.save(settings);
      console.error(`${file} has ${Object.keys(settings).join(", ")} now.`);
    } else for (const [name, value] of Object.entries(settings)) console.log(`${name}=${value}`);
  } finally {
    output?.discard();
  }
}

/** A dry run makes no file: where there is no archive yet, an empty one in memory stands in. */
function configForDryRun(config: Config): Config {
  return existsSync(config.databaseFile) ? config : { ...config, databaseFile: ":memory:" };
}

/** The stated facts by the names that files use. */
function factsOf(options: ImportOptions): Record<string, string> {
  return Object.fromEntries(
    Object.entries(FACT_OPTIONS).flatMap(([name, [flag]]) => {
      const value = options[camelCase(flag)];
      return value === undefined
        ? []
        : [[FIELD_NAMES[name as keyof typeof FACT_OPTIONS][0], value]];
    }),
  );
}

function camelCase(flag: string): string {
  const name = flag.slice(2, flag.indexOf(" "));
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
