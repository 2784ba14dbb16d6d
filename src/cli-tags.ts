/** The commands that look after tags: `tag` for one paragraph, `retag` for all of them. */
import { userInfo } from "node:os";
import { type Command, InvalidArgumentError } from "commander";
import { type Config, loadEnvironment, readConfig } from "./config.ts";
import { type Archive, openArchive } from "./context.ts";
import { readKey } from "./domain/paragraph-key.ts";
import type { TagDecision } from "./domain/tag-decisions.ts";
import { createTagStore } from "./store/tag-store.ts";
import { createTagEditor, type DecidedParagraph, type TagWish } from "./tagging/decide-tags.ts";
import { createTaggers } from "./text/tag-words.ts";

/** Flags of `tag` and what each of them wishes. */
const WISHES = {
  addTopic: { kind: "topic", verdict: "added" },
  removeTopic: { kind: "topic", verdict: "removed" },
  addCountry: { kind: "country", verdict: "added" },
  removeCountry: { kind: "country", verdict: "removed" },
} as const;

type TagOptions = Partial<Record<keyof typeof WISHES, string[]>> & {
  by: string;
  reason: string;
  undo?: true;
};

export function addTagCommands(program: Command): void {
  program
    .command("tag")
    .summary("correct the topics and countries of one paragraph")
    .description(
      "Add topics and countries to a paragraph or take wrong ones away, for good: no later import or retag brings them back. Without options, shows what the paragraph carries.",
    )
    .argument("<key>", "the paragraph's key or permalink", readKeyArgument)
    .option("--add-topic <slug...>", "a topic that the paragraph is about")
    .option("--remove-topic <slug...>", "a topic that it is not about; its parts go with it")
    .option("--add-country <code...>", "a country that it speaks of: ISO 3166 code or name")
    .option("--remove-country <code...>", "a country that it does not speak of")
    .option("--undo", "take back the decisions named by the other options, or all of them")
    .option("--by <name>", "who decides", userInfo().username)
    .option("--reason <sentence>", "why", "")
    .action(runTag);
}

function readKeyArgument(written: string): string {
  const key = readKey(written.split("/p/").at(-1) ?? "");
  if (key !== null) return key;
  throw new InvalidArgumentError("A key has eight characters, as in the permalink /p/{key}.");
}

function runTag(key: string, options: TagOptions): void {
  withArchive(readConfig(loadEnvironment()), ({ database, taxonomy }) => {
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

function describeParagraph({ key, topics, countries, decisions }: DecidedParagraph): string {
  const list = (tags: string[]) => [...new Set(tags)].join(", ") || "none";
  const mark = (value: string, origin: string) =>
    origin === "inferred" ? value : `${value} (${origin})`;
  return [
    `${key}`,
    `topics     ${list(topics.map(({ topic, origin }) => mark(topic, origin)))}`,
    `countries  ${list(countries.map(({ country, origin }) => mark(country, origin)))}`,
    ...decisions.map(describeDecision),
  ].join("\n");
}

function describeDecision({ kind, value, verdict, by, at, reason }: TagDecision): string {
  return `${kind} ${value} ${verdict} by ${by} on ${at.slice(0, 10)}${reason === "" ? "" : `: ${reason}`}`;
}

function withArchive(config: Config, work: (archive: Archive) => void): void {
  const archive = openArchive(config);
  try {
    work(archive);
  } finally {
    archive.close();
  }
}
