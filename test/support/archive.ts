/** A small archive in a folder of its own: real importer, real SQLite, real search. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { readConfig } from "../../src/config.ts";
import { type Archive, openArchive, openSearch } from "../../src/context.ts";
import type { AddressFacts, ParsedAddress, Source } from "../../src/domain/address.ts";
import { parsePartialDate } from "../../src/domain/partial-date.ts";
import { createUrls } from "../../src/web/urls.ts";
import type { WebContext } from "../../src/web/web-context.ts";
import { UNKNOWN_FACTS, UNKNOWN_SOURCE } from "./unknown.ts";

export const TEST_ORIGIN = "https://archive.example";

/** An address in short: what is not given is not known. */
export type GivenAddress = Partial<Omit<AddressFacts, "date">> & {
  title: string;
  date: string;
  text: string;
  source?: Partial<Source>;
};

export type TestArchive = {
  context: WebContext;
  archive: Archive;
  /** Puts in one more address, or a new revision of one that has the same native id. */
  add(address: GivenAddress): string;
  close(): Promise<void>;
};

/** Three addresses of different languages, precisions and hazards. */
export const SMALL_ARCHIVE: readonly GivenAddress[] = [
  {
    title: "Evening address on grain and power",
    date: "2022-09-28",
    speaker: "Volodymyr Zelenskyy",
    speakerOffice: "President of Ukraine",
    speakerCountry: "UA",
    collection: "Evening addresses",
    place: "Kyiv",
    lang: "en",
    source: { nativeId: "t-1", publisher: "A News Agency", url: "https://news.example/1?a=1&b=2" },
    text: [
      "The ports of Odesa work again, and the grain export goes out to Somalia and Ethiopia. I thank Turkey and the UN for the grain corridor.",
      "Russian missiles hit our power plants. Air defence shot down most of them, and energy security is restored in Kharkiv.",
      "We said “never again” & we meant it: 5 < 6. <script>alert('words')</script> are only words here.",
    ].join("\n\n"),
  },
  {
    title: "General debate statement, Argentina",
    date: "1946",
    speaker: "Mr. Arce",
    speakerCountry: "AR",
    collection: "General debate",
    lang: "en",
    source: { nativeId: "t-2" },
    text: "The Argentine delegation wishes to state its views on the veto.\n\nGrain must reach the hungry countries of Europe.",
  },
  {
    title: 'Звернення про <b>"хліб"</b> & світло',
    date: "2022-05",
    speaker: "Володимир Зеленський",
    speakerCountry: "UA",
    collection: "Evening addresses",
    lang: "uk",
    source: { nativeId: "t-3" },
    text: "Ми експортуємо зерно до Єгипту.\n\nСвітло переможе темряву.",
  },
];

/** @param settings of the environment beside the database, e.g. `VERBATIM_SEARCH_WORKERS` */
export function createTestArchive(
  addresses: readonly GivenAddress[] = SMALL_ARCHIVE,
  settings: Record<string, string> = {},
): TestArchive {
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-test-"));
  const config = readConfig({
    VERBATIM_DB: path.join(folder, "archive.db"),
    VERBATIM_SEARCH_WORKERS: "1",
    ...settings,
  });
  const log = pino({ level: "silent" });
  const archive = openArchive(config);
  const add = (address: GivenAddress) =>
    archive.importAddress(parsed(address), { by: "test", reason: "", dryRun: false }).slug;
  for (const address of addresses) add(address);
  const search = openSearch(config, archive, log);
  return {
    archive,
    add,
    context: {
      reader: archive.reader,
      ask: search.ask,
      widen: search.widen,
      synonymExample: search.synonymExample,
      externalStatus: null,
      taxonomy: archive.taxonomy,
      urls: createUrls(TEST_ORIGIN),
      siteName: "verbatim",
      log,
      logQueries: false,
      metrics: true,
      rateLimitPerMinute: 0,
      trustedProxies: 0,
    },
    async close() {
      await search.index.close();
      archive.close();
      rmSync(folder, { recursive: true });
    },
  };
}

function parsed({ text, source, date: written, ...facts }: GivenAddress): ParsedAddress {
  const date = parsePartialDate(written);
  if (date === null) throw new RangeError(`not a date: ${written}`);
  return {
    facts: { ...UNKNOWN_FACTS, lang: "en", ...facts, date },
    source: { ...UNKNOWN_SOURCE, ...source },
    text,
    raw: Buffer.from(text),
    leadLength: 0,
  };
}
