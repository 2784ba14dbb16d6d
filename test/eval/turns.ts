/**
 * Measures whose words are told in a wall of text, against the same address in its source's paragraphs:
 *   npm run eval:turns -- --data FILE.jsonl [--data FILE.jsonl…] [--json FILE]
 * Lines are `{text, lang, speaker}`; the paragraphs of each are joined to a wall. Counted are characters of what
 * is said in either. The baseline gives all words of the wall to the address's speaker.
 */
import { splitAddress } from "../../src/text/paragraphs/split-address.ts";
import { turnSpeakers } from "../../src/text/paragraphs/turn-speakers.ts";
import { measureLines } from "../support/measure.ts";

type Address = { text: string; lang: string; speaker: string | null };
type Report = { characters: number; wrong: number; wrongShare: number; falseAddresses: number };

function measure(addresses: readonly Address[]): Record<"ours" | "baseline", Report> {
  const empty = (): Report => ({ characters: 0, wrong: 0, wrongShare: 0, falseAddresses: 0 });
  const report = { ours: empty(), baseline: empty() };
  for (const address of addresses) {
    const parted = voicesOf(address, address.text);
    const wall = voicesOf(address, address.text.split(/\s*\n\s*\n\s*/u).join(" "));
    const isDialogue = parted.some((voice) => voice !== OWN && voice !== NOT_SAID);
    if (!isDialogue) {
      if (wall.some((voice) => voice !== OWN && voice !== NOT_SAID)) report.ours.falseAddresses++;
      continue;
    }
    parted.forEach((voice, at) => {
      if (voice === NOT_SAID) return;
      for (const one of [report.ours, report.baseline]) one.characters++;
      if (wall[at] !== voice) report.ours.wrong++;
      if (voice !== OWN) report.baseline.wrong++;
    });
  }
  for (const one of Object.values(report)) {
    one.wrongShare = Number((one.wrong / Math.max(1, one.characters)).toFixed(3));
  }
  return report;
}

const OWN = "";
const NOT_SAID = "editorial matter";

/** Whose each character is, white space left out: both ways to split have the same characters. */
function voicesOf({ lang, speaker }: Address, text: string): string[] {
  const blocks = splitAddress(text, { lang, speaker, leadLength: 0 });
  const speakers = turnSpeakers(blocks, { speaker, speakerOffice: null });
  return blocks.flatMap(({ kind, text: said }, i) =>
    Array.from(said.replace(/\s+/gu, ""), () =>
      kind === "speech" ? (speakers[i] ?? OWN) : NOT_SAID,
    ),
  );
}

measureLines(measure);
