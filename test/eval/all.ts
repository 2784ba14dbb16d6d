/**
 * Runs every measurement over the folder of human-marked data and writes the figures that /about shows:
 *   npm run eval:all -- --shared FOLDER
 * FOLDER holds eval/segmentation, eval/geo and eval/topics. Figures that depend on the machine are left out.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { SPLITTER_VERSION } from "../../src/text/paragraphs/split-address.ts";
import type { Measured, Quality } from "../../src/text/quality.ts";
import { DEFAULT_TAXONOMY_URL, readTaxonomy } from "../../src/text/topics/taxonomy.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const OUT = path.join(ROOT, "src/text/quality.json");
const OF_THE_MACHINE = new Set(["sentencesPerSecond", "wordsPerSecond"]);

type Report = { ours: Record<string, number>; baseline: Record<string, number> };

/** Each file of the data, which program measures it, and what it is in words. */
const SETS: readonly (Omit<Measured, "ours" | "baseline"> & { file: string })[] = [
  {
    task: "paragraphs",
    file: "segmentation/zelensky_en.jsonl",
    data: "71 war-time addresses in English",
  },
  {
    task: "paragraphs",
    file: "segmentation/zelensky_uk.jsonl",
    data: "89 war-time addresses in Ukrainian",
  },
  {
    task: "paragraphs",
    file: "segmentation/us_presidents.jsonl",
    data: "79 speeches of US presidents",
  },
  { task: "countries", file: "geo/tr-news.jsonl", data: "58 news reports (TR-News)" },
  { task: "countries", file: "geo/lgl.jsonl", data: "293 reports of local papers (LGL)" },
  { task: "countries", file: "geo/geowebnews.jsonl", data: "108 news reports (GeoWebNews)" },
  { task: "countries", file: "geo/geovirus.jsonl", data: "119 reports on epidemics (GeoVirus)" },
  { task: "countries", file: "geo/hard_sentences.jsonl", data: "68 sentences written to mislead" },
  {
    task: "topics",
    file: "topics/cap_sotu_paragraphs.jsonl",
    data: "756 paragraphs of State of the Union addresses, coded by the Comparative Agendas Project",
  },
];

function run(program: string, ...words: string[]): Report {
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-eval-"));
  const json = path.join(folder, "report.json");
  try {
    execFileSync(process.execPath, [path.join(ROOT, program), ...words, "--json", json], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    return JSON.parse(readFileSync(json, "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measure({ task, file, data }: (typeof SETS)[number], folder: string): Measured {
  console.log(`\n${file}`);
  const report = run(`test/eval/${task}.ts`, "--data", path.join(folder, file));
  // The weights that are checked in have seen these codes: only what they say of others counts.
  const ours = task === "topics" ? unseenTopics(path.join(folder, file)) : report.ours;
  return { task, data, ours: lasting(ours), baseline: lasting(report.baseline) };
}

function unseenTopics(data: string): Record<string, number> {
  const sentences = path.join(path.dirname(data), "cap_sotu_quasi-sentences.jsonl");
  return run("scripts/train-topics.ts", "--data", data, "--sentences", sentences).ours;
}

function lasting(figures: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(figures).filter(([name]) => !OF_THE_MACHINE.has(name)));
}

function main(): void {
  const { values } = parseArgs({ options: { shared: { type: "string" } } });
  if (!values.shared) {
    console.error("eval:all: name the folder of human-marked data: --shared FOLDER");
    process.exitCode = 2;
    return;
  }
  const folder = path.join(values.shared, "eval");
  const quality: Quality = {
    measuredOn: new Date().toISOString().slice(0, 10),
    splitterVersion: SPLITTER_VERSION,
    taxonomyVersion: readTaxonomy(readFileSync(DEFAULT_TAXONOMY_URL, "utf8")).version,
    sets: SETS.map((set) => measure(set, folder)),
  };
  writeFileSync(OUT, `${JSON.stringify(quality, null, 2)}\n`);
  console.log(`\nWritten: ${path.relative(process.cwd(), OUT)}`);
}

main();
