/**
 * `npm run bench:text -- --data FILE.jsonl [--data FILE.jsonl…] [--json FILE]`: how fast the words of
 * addresses are read, in paragraphs a second of processor time. Lines are `{text, lang}`, paragraphs parted by
 * blank lines. Each kind of reading stands beside telling the words apart, which all rest on: on a
 * machine that does other work as well only the ratio means anything.
 */
import { readFileSync } from "node:fs";
import { COUNTRIES } from "../../src/text/countries/find-countries.ts";
import { createMentionFinder } from "../../src/text/mentions/find-mentions.ts";
import { ORGANISATIONS } from "../../src/text/organisations/find-organisations.ts";
import { splitAddress } from "../../src/text/paragraphs/split-address.ts";
import { tokenize } from "../../src/text/tokens.ts";
import { DEFAULT_TAXONOMY_URL, readTaxonomy } from "../../src/text/topics/taxonomy.ts";
import { createTopicFinder } from "../../src/text/topics/topic-finder.ts";
import { measureLines } from "../support/measure.ts";
import { median } from "./report.ts";

type Address = { text: string; lang: string };

/** Each kind of reading is timed so often; the median counts. */
const ROUNDS = 3;

function measure(addresses: readonly Address[]) {
  const paragraphs = addresses.flatMap(({ text, lang }) =>
    text.split(/\n\s*\n/u).map((said) => ({ text: said, lang })),
  );
  const where = { speakerCountry: null, date: null };
  const findCountries = createMentionFinder(COUNTRIES);
  const findOrganisations = createMentionFinder(ORGANISATIONS);
  const findTopics = createTopicFinder(readTaxonomy(readFileSync(DEFAULT_TAXONOMY_URL, "utf8")));
  const each = (read: (paragraph: Address) => unknown) => () => {
    for (const paragraph of paragraphs) read(paragraph);
  };
  const seconds = {
    words: time(each(({ text }) => tokenize(text))),
    countries: time(each(({ text, lang }) => findCountries(text, { ...where, lang }))),
    organisations: time(each(({ text, lang }) => findOrganisations(text, { ...where, lang }))),
    topics: time(each(({ text, lang }) => findTopics(text, lang, tokenize(text)))),
    splitting: time(() => {
      for (const { text, lang } of addresses) splitAddress(text, { lang, speaker: null });
    }),
  };
  return Object.fromEntries(
    Object.entries(seconds).map(([name, taken]) => [
      name,
      {
        paragraphsPerCpuSecond: Math.round(paragraphs.length / taken),
        timesTellingWordsApart: Number((taken / seconds.words).toFixed(2)),
      },
    ]),
  );
}

function time(work: () => void): number {
  return median(
    Array.from({ length: ROUNDS }, () => {
      const started = process.cpuUsage();
      work();
      return process.cpuUsage(started).user / 1e6;
    }),
  );
}

measureLines(measure);
