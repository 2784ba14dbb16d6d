/** What an import says on the command line. */
import type { ImportOutcome } from "./import/import-address.ts";
import type { ImportSummary } from "./import/import-files.ts";
import { openProgress } from "./progress.ts";

/** Single outcomes are named on a terminal when there are no more than these. */
const FEW = 10;

/** Says what happens: every address in a pipe; on a terminal a bar, what needs a look, and a few outcomes. */
export function createReport(dryRun: boolean) {
  const onTerminal = process.stderr.isTTY;
  let progress: ReturnType<typeof openProgress> | null = null;
  let paragraphs = 0;
  let outcomes = 0;
  let withoutCopy = 0;
  const few: string[] = [];
  const say = (written: string) => {
    const text = printable(written);
    progress ? progress.line(text) : console.error(text);
  };
  return {
    onStart: ({ bytes }: { bytes: number }) => {
      if (onTerminal) progress = openProgress(bytes);
    },
    onNotice: say,
    onFailure: (error: Error) => say(`failed: ${error.message}`),
    onAddress(place: string, outcome: ImportOutcome) {
      paragraphs += outcome.paragraphs;
      if (outcome.fitsNoCopy) withoutCopy += 1;
      const line = printable(describeOutcome(outcome, dryRun));
      if (!process.stdout.isTTY) console.log(line);
      else if (++outcomes <= FEW) few.push(line);
      for (const notice of outcome.notices) say(`notice: ${place}: ${notice}`);
    },
    onProgress: (bytes: number) => progress?.update(bytes, paragraphs),
    close() {
      if (withoutCopy > 0) say(describeWithoutCopy(withoutCopy));
      progress?.close();
      if (outcomes <= FEW) for (const line of few) console.log(line);
    },
  };
}

function describeWithoutCopy(addresses: number): string {
  const those = count(addresses, "address", "addresses");
  return `notice: No copy in --paragraphs-from has the day, language and words of ${those} without paragraphs of their own.`;
}

/** Escapes what a terminal obeys or is turned around by: control and bidirectional characters. */
export function printable(text: string): string {
  return text.replace(
    /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function describeOutcome(outcome: ImportOutcome, dryRun: boolean): string {
  const { kept, added, removed, lead, breaksFrom } = outcome;
  const changes =
    outcome.outcome === "revised" ? ` (${kept} blocks kept, ${added} new, ${removed} gone)` : "";
  const leadLine = dryRun && lead !== null ? `\n  lead: ${lead}` : "";
  const from = breaksFrom === null ? "" : `, breaks from ${breaksFrom}`;
  const word = dryRun && outcome.outcome !== "unchanged" ? "would be " : "";
  const paragraphs = count(outcome.paragraphs, "paragraph", "paragraphs");
  return `${word}${outcome.outcome}: ${outcome.slug}, ${paragraphs}${changes}${from}${leadLine}`;
}

/** The last line of an import. */
export function describeSummary(summary: ImportSummary, dryRun: boolean): string {
  const { created, revised, unchanged, failed } = summary;
  const stopped = summary.stopped ? "Stopped. " : "";
  const head = `${stopped}${dryRun ? "Nothing was written. " : ""}`;
  const word = dryRun ? " would be" : "";
  const paragraphs = count(summary.paragraphs, "paragraph", "paragraphs");
  return `${head}${created}${word} created, ${revised}${word} revised, ${unchanged} unchanged, ${failed} failed; ${paragraphs}.`;
}

/** A number with its noun: `1 paragraph`, `2 paragraphs`. */
export function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
