/** What commands that measure do alike. */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

/** Reads the lines of each `--data FILE.jsonl`, shows what `measure` makes of them, and writes it to `--json FILE`. */
export function measureLines<Line>(measure: (lines: readonly Line[]) => object): void {
  const { values } = parseArgs({
    options: { data: { type: "string", multiple: true, default: [] }, json: { type: "string" } },
  });
  const lines = values.data.flatMap(readLines<Line>);
  if (lines.length === 0) {
    console.error("Nothing to measure: give --data FILE.jsonl.");
    process.exitCode = 2;
    return;
  }
  const report = measure(lines);
  console.table(report);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
}

function readLines<Line>(file: string): Line[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line) => (line.trim() === "" ? [] : [JSON.parse(line) as Line]));
}
