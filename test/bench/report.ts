/** What every bench does alike: archives of the sizes asked for, one after the other, and a report of each. */
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { generateAddresses } from "./generate-addresses.ts";

/** Keeps the connections of a bench; until its end. */
export const agent = new Agent({ keepAlive: true });

/**
 * Reads `--sizes` and `--json FILE`, measures each size, and writes the reports into the file.
 * @param measure given a folder for its files, which is removed in the end
 */
export async function runBench<Report>(
  measure: (paragraphs: number, folder: string) => Promise<Report>,
): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: "string" }, sizes: { type: "string", default: "16000,128000" } },
  });
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-bench-"));
  try {
    const reports: Report[] = [];
    for (const size of values.sizes.split(",").map(Number)) {
      reports.push(await measure(size, folder));
    }
    if (values.json) writeFileSync(values.json, `${JSON.stringify(reports, null, 2)}\n`);
  } finally {
    agent.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes generated addresses. @returns the file */
export async function writeAddresses(paragraphs: number, folder: string): Promise<string> {
  const file = path.join(folder, `${paragraphs}.jsonl`);
  await pipeline(jsonLines(paragraphs), createWriteStream(file));
  return file;
}

function* jsonLines(paragraphs: number): Generator<string> {
  for (const address of generateAddresses(paragraphs)) yield `${JSON.stringify(address)}\n`;
}

/** The middle one, of an even number the upper; NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
