/** The commands that look after tags: `tag` for one paragraph, `retag` for all of them. */
import { userInfo } from "node:os";
import { createInterface } from "node:readline/promises";
import type { Command } from "commander";
import { describeNote, readKeyArgument, readSettings, withArchive } from "./cli-archive.ts";
import type { MentionKind } from "./domain/mention.ts";
import type { TagDecision } from "./domain/tag-decisions.ts";
import { openProgress } from "./progress.ts";
import { exitCodeOf, stopOnSignal } from "./stop-signal.ts";
import { createTagStore, type TagStore } from "./store/tag-store.ts";
import { createTagEditor, type DecidedParagraph, type TagWish } from "./tagging/decide-tags.ts";
import { applyRetag, planRetag, type RetagPlan } from "./tagging/retag.ts";
import { type RetagThreadData, startRetagThreads } from "./tagging/retag-threads.ts";
import { createTaggers } from "./text/tag-words.ts";
import type { Taxonomy } from "./text/topics/taxonomy.ts";

/** Flags of `tag` and what each of them wishes. */
const WISHES = {
  addTopic: { kind: "topic", verdict: "added" },
  removeTopic: { kind: "topic", verdict: "removed" },
  addCountry: { kind: "country", verdict: "added" },
  removeCountry: { kind: "country", verdict: "removed" },
  addOrganisation: { kind: "organisation", verdict: "added" },
  removeOrganisation: { kind: "organisation", verdict: "removed" },
} as const;

type TagOptions = Partial<Record<keyof typeof WISHES, string[]>> & {
  by: string;
  reason: string;
  undo?: true;
};

export function addTagCommands(program: Command): void {
  program
    .command("tag")
    .summary("correct the tags of one paragraph")
    .description(
      "Add topics, countries and organisations to a paragraph or take wrong ones away, for good: no later import or retag brings them back. Without options, shows what the paragraph carries.",
    )
    .argument("<key>", "the paragraph's key or permalink", readKeyArgument)
    .option("--add-topic <slug...>", "a topic that the paragraph is about: slug or name")
    .option("--remove-topic <slug...>", "a topic that it is not about; its parts go with it")
    .option("--add-country <code...>", "a country that it speaks of: ISO 3166 code or name")
    .option("--remove-country <code...>", "a country that it does not speak of")
    .option("--add-organisation <slug...>", "an organisation that it speaks of: slug or name")
    .option("--remove-organisation <slug...>", "an organisation that it does not speak of")
    .option("--undo", "take back the decisions named by the other options, or all of them")
    .option("--by <name>", "who decides", userInfo().username)
    .option("--reason <sentence>", "why", "")
    .action(runTag);
  addRetagCommand(program);
}

function addRetagCommand(program: Command): void {
  program
    .command("retag")
    .summary("tag the whole archive anew")
    .description(
      "Find topics, countries and organisations anew in every paragraph, after the taxonomy or the program changed. Shows what would change, and asks. What sources and editors said stays.",
    )
    .option("--topics <file>", "a taxonomy in place of the one that VERBATIM_TOPICS names")
    .option("--dry-run", "show what would change and write nothing")
    .option("--yes", "write without asking; needed where nobody can be asked")
    .action(runRetag);
}

async function runTag(key: string, options: TagOptions): Promise<void> {
  await withArchive(readSettings(), undefined, ({ database, taxonomy }) => {
    const editor = createTagEditor(createTagStore(database), createTaggers(taxonomy), taxonomy);
    const wishes = wishesOf(options);
    const paragraph = options.undo
      ? editor.undo(key, wishes)
      : wishes.length > 0
        ? editor.decide(key, wishes, { by: options.by, reason: options.reason })
        : editor.show(key);
    console.log(describeParagraph(paragraph));
  });
}

function wishesOf(options: TagOptions): TagWish[] {
  return Object.entries(WISHES).flatMap(([flag, wish]) =>
    (options[flag as keyof typeof WISHES] ?? []).map((value) => ({ ...wish, value })),
  );
}

function describeParagraph(paragraph: DecidedParagraph): string {
  const { key, topics, mentions, decisions, partsGone } = paragraph;
  const list = (tags: string[]) => [...new Set(tags)].sort().join(", ") || "none";
  const mark = (value: string, origin: string) =>
    origin === "inferred" ? value : `${value} (${origin})`;
  const named = (kind: MentionKind) =>
    mentions.flatMap((one) => (one.kind === kind ? [mark(one.value, one.origin)] : []));
  return [
    `${key}`,
    `topics         ${list(topics.map(({ topic, origin }) => mark(topic, origin)))}`,
    `countries      ${list(named("country"))}`,
    `organisations  ${list(named("organisation"))}`,
    ...decisions.map(describeDecision),
    ...partsGone.map(({ topic, parent }) => `topic ${topic} went with ${parent}, as a part of it`),
  ].join("\n");
}

function describeDecision({ kind, value, verdict, ...note }: TagDecision): string {
  return `${kind} ${value} ${verdict} ${describeNote(note)}`;
}

type RetagOptions = { topics?: string; dryRun?: true; yes?: true };

async function runRetag(options: RetagOptions): Promise<void> {
  const settings = readSettings();
  const taxonomyFile = options.topics ?? settings.taxonomyFile;
  const stop = stopOnSignal();
  const config = { ...settings, taxonomyFile };
  const named = options.topics === undefined ? undefined : "--topics ";
  await withArchive(config, named, async ({ database, taxonomy }) => {
    const store = createTagStore(database);
    const data = { databaseFile: settings.databaseFile, taxonomy };
    const plan = await planWithProgress(store, data, stop);
    if (plan === null) return sayStopped(stop, 0, 0);
    console.log(describePlan(plan, taxonomy));
    const changes = plan.retagged + plan.explained;
    if (changes === 0 || options.dryRun) return;
    const isWanted = options.yes || (await confirm("Write these changes?", stop));
    if (stop.aborted) return sayStopped(stop, 0, changes);
    if (!isWanted) {
      console.error("Nothing was written. Say --yes to write the changes.");
      process.exitCode = 1;
      return;
    }
    const written = await applyWithProgress(store, plan, stop);
    if (written < changes) return sayStopped(stop, written, changes);
    console.log(`Written: ${written} paragraphs.`);
    if (taxonomyFile !== settings.taxonomyFile) {
      console.log(`Set VERBATIM_TOPICS=${taxonomyFile} too: pages and imports go by it.`);
    }
  });
}

function sayStopped(stop: AbortSignal, written: number, changes: number): void {
  console.error(
    written === 0
      ? "Stopped. Nothing was written."
      : `Stopped. ${written} of ${changes} paragraphs are written, and searched as they are now. Run the same command again to write the rest.`,
  );
  process.exitCode = exitCodeOf(stop);
}

/** Null where it was broken off. */
async function planWithProgress(
  store: TagStore,
  threadData: RetagThreadData,
  stop: AbortSignal,
): Promise<RetagPlan | null> {
  const threads = startRetagThreads(threadData);
  const progress = openProgress(1);
  try {
    return await planRetag(store, threads, progress.update, stop);
  } catch (error) {
    if (!(stop.aborted && (error as Error).name === "AbortError")) throw error;
    return null;
  } finally {
    progress.close();
    await Promise.all(threads.map((thread) => thread.close()));
  }
}

async function applyWithProgress(
  store: TagStore,
  plan: RetagPlan,
  stop: AbortSignal,
): Promise<number> {
  const progress = openProgress(plan.retagged + plan.explained);
  try {
    return await applyRetag(store, plan, (done) => progress.update(done, done), stop);
  } finally {
    progress.close();
  }
}

/** False where nobody can be asked, or where `stop` came in place of an answer. */
async function confirm(question: string, stop: AbortSignal): Promise<boolean> {
  if (!(process.stdin.isTTY && process.stdout.isTTY)) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // The terminal is read key by key while it is asked: Ctrl-C comes as a key, not as a signal.
  terminal.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
  try {
    const answer = await terminal.question(`${question} [y/N] `, { signal: stop });
    return /^y(es)?$/i.test(answer.trim());
  } catch (error) {
    if (!(stop.aborted && (error as Error).name === "AbortError")) throw error;
    return false;
  } finally {
    terminal.close();
  }
}

function describePlan(plan: RetagPlan, taxonomy: Taxonomy): string {
  const { paragraphs, retagged, explained, shifts } = plan;
  const keys = (sign: string, list: string[]) => list.map((key) => `${sign}${key}`);
  const rows = shifts.map(({ kind, value, added, removed, addedAt, removedAt }) => [
    kind,
    value,
    `+${added}`,
    `−${removed}`,
    [...keys("+", addedAt), ...keys("−", removedAt)].join(" "),
  ]);
  return [
    ...(rows.length > 0 ? alignRows([["", "tag", "gain", "lose", "e.g. /p/{key}"], ...rows]) : []),
    `${retagged} of ${paragraphs} paragraphs gain or lose a tag with taxonomy ${taxonomy.version}; ${explained} more keep theirs for other words.`,
  ].join("\n");
}

function alignRows(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
