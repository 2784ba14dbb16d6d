/** Some addresses with the built-in engine over them, to be asked as pages and programs ask. */
import { readFileSync } from "node:fs";
import type { Question } from "../../src/search/answer.ts";
import { createFts5Index } from "../../src/search/fts5/fts5-index.ts";
import { createWiden } from "../../src/search/query/widen.ts";
import { createAskArchive } from "../../src/search/search-archive.ts";
import { readSynonyms } from "../../src/search/synonyms.ts";
import { createAddressReader } from "../../src/store/address-reader.ts";
import { DEFAULT_TAXONOMY_URL, readTaxonomy } from "../../src/text/topics/taxonomy.ts";
import { EVERYTHING } from "../../src/web/whole-archive.ts";
import { createArchiveFile, type TestAddress } from "./archive-file.ts";

const taxonomy = readTaxonomy(readFileSync(DEFAULT_TAXONOMY_URL, "utf8"));
const SYNONYMS = readSynonyms("- [peace, concord]\n- [battle, war came, strife]");
const topic = taxonomy.topics.find(({ parent }) => parent !== null) ?? taxonomy.topics[0];

/** A topic that is part of another, which a paragraph of the archive has. */
export const TOPIC = { slug: topic?.slug ?? "", label: topic?.labels.en ?? "" };

export type AskedArchive = ReturnType<typeof openAskedArchive>;

const ADDRESSES: readonly TestAddress[] = [
  {
    title: "On grain",
    date: "2022-07-22",
    speaker: "Volodymyr Zelenskyy",
    collection: "Evening addresses",
    paragraphs: [
      {
        text: "Grain exports resume.",
        topics: [TOPIC.slug],
        countries: ["UA", "SUHH"],
        organisations: ["nato", "eu"],
      },
      { text: "The war goes on, and grain with it." },
    ],
  },
  {
    title: "On war",
    date: "1861",
    speaker: "Abraham Lincoln",
    paragraphs: [{ text: "War came." }],
  },
  {
    title: "On peace",
    date: "1941-01",
    speaker: "Franklin D. Roosevelt",
    paragraphs: [{ text: "Peace.", topics: ["space-weather"] }],
  },
  {
    title: "On peace again",
    date: "1905",
    speaker: "Theodore Roosevelt",
    paragraphs: [{ text: "Peace and grain." }],
  },
];

/** @param addresses four of them unless given */
export function openAskedArchive(addresses: readonly TestAddress[] = ADDRESSES) {
  const archive = createArchiveFile();
  for (const address of addresses) archive.put(address);
  const index = createFts5Index({
    databaseFile: archive.file,
    workers: 2,
    queue: 600,
    timeoutMs: 30_000,
  });
  const ask = createAskArchive({
    ...{ index, vocabulary: index, reader: createAddressReader(archive.db), taxonomy },
    widen: createWiden(SYNONYMS, ["en"]),
  });
  return {
    ask,
    async close() {
      await index.close();
      archive.remove();
    },
  };
}

/** A question with nothing but its words, and what is changed of it. */
export const question = (q: string, changes: Partial<Question> = {}): Question => ({
  ...EVERYTHING,
  q,
  sort: "relevance",
  size: 20,
  ...changes,
});
