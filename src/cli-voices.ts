/** The command `voice`: whose words a paragraph holds, decided by an editor. */
import { userInfo } from "node:os";
import { type Command, Option } from "commander";
import { describeNote, readKeyArgument, readSettings, withArchive } from "./cli-archive.ts";
import { createVoiceStore } from "./store/voice-store.ts";
import { createVoiceEditor, type VoicedStretch } from "./tagging/decide-voices.ts";

type VoiceOptions = { speaker?: string; own?: true; undo?: true; by: string; reason: string };

/** Characters of a paragraph's opening by which it is told apart in a list. */
const OPENING = 50;

export function addVoiceCommand(program: Command): void {
  program
    .command("voice")
    .summary("correct whose words a paragraph holds")
    .description(
      "Say whose words a paragraph holds, for good, where the labels of the source say it wrongly or not at all: it is then found, counted and cited so. The words and their link stay. Without options, shows whose they are.",
    )
    .argument("<key>", "the paragraph's key or permalink", readKeyArgument)
    .argument("[last]", "with it, all paragraphs from the first to this one", readKeyArgument)
    .addOption(new Option("--speaker <name>", "who says the words").conflicts(["own", "undo"]))
    .addOption(new Option("--own", "they are the address's speaker's").conflicts("undo"))
    .option("--undo", "take the decision back, so that the labels of the source hold again")
    .option("--by <name>", "who decides", userInfo().username)
    .option("--reason <sentence>", "why", "")
    .action(runVoice);
}

async function runVoice(
  first: string,
  last: string | undefined,
  options: VoiceOptions,
): Promise<void> {
  await withArchive(readSettings(), undefined, ({ database, reader }) => {
    const editor = createVoiceEditor(reader, createVoiceStore(database));
    const stretch = { first, last: last ?? first };
    const { speaker, own, undo } = options;
    const voiced = undo
      ? editor.undo(stretch)
      : own || speaker !== undefined
        ? editor.decide(stretch, speaker ?? null, options)
        : editor.show(stretch);
    console.log(describeStretch(voiced));
  });
}

function describeStretch({ address, paragraphs }: VoicedStretch): string {
  const own = address.speaker ?? "whoever gives the address";
  return paragraphs
    .flatMap(({ key, number, text, turnSpeaker, voice }) => {
      const opening = text.length > OPENING ? `${text.slice(0, OPENING)}…` : text;
      return [
        `${key}  ${number}  ${turnSpeaker === null ? own : `“${turnSpeaker}”`}  ${opening.replace(/\s+/gu, " ")}`,
        ...(voice ? [`  decided ${describeNote(voice)}`] : []),
      ];
    })
    .join("\n");
}
