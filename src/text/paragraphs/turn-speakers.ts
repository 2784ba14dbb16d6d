/**
 * Whose words stand under the labels of an address. A transcript of a debate or of questions holds words
 * of others; what stands under another's label must never be cited as the address's speaker's.
 */
import type { AddressFacts, BreakOrigin, ParagraphKind } from "../../domain/address.ts";
import { foldName } from "../../domain/fold-name.ts";
import { speakerNames } from "../../domain/personal-name.ts";
import { bareName, isNamed } from "./turn-labels.ts";

type SpeakerFacts = Pick<AddressFacts, "speaker" | "speakerOffice">;
type TurnBlock = { kind: ParagraphKind; text: string; breakBefore: BreakOrigin };

/** Offices by which a label calls the one whose address it is, in English and Ukrainian; and of what. */
const HEAD =
  /^(president|prime minister|premier|chancellor|secretary general|king|queen|президент|прем єр міністр)(?: of .+| україни)?$/u;
/** An office that is another's although it ends in the same word. */
const ANOTHER = /(?:^| )(?:vice|deputy|former|віце)$/u;
/** Those who answer in an address are the ones who give it. */
const ANSWER = /^(?:a|answer|відповідь)$/u;
const QUESTION =
  /^(?:q|questions?|reporter|journalist|correspondent|питання|запитання|журналіст(?:ка)?|кореспондент(?:ка)?|репортер(?:ка)?)(?: |$)/u;
/** They call out, and the one who spoke goes on. */
const AUDIENCE = /^(?:a?udience|crowd|voices?)(?: |$)/u;
/** They open what they lead, often before a label says so. */
const MODERATOR = /(?:^|, )(?:the )?moderator$/iu;

/**
 * Tells for each block under whose label it stands.
 * @param blocks of one address, in reading order
 * @returns for each the label of the other speaker ("MR. NIXON", "Q"); null for the words of the address's
 *   speaker or speakers, and for editorial matter
 */
export function turnSpeakers(blocks: readonly TurnBlock[], facts: SpeakerFacts): (string | null)[] {
  const turns = blocks.flatMap(({ kind, text }, at) =>
    kind === "turn" ? [{ at, label: labelName(text) }] : [],
  );
  const labels = turns.map(({ label }) => label);
  const speakerOf = createResolver(new Set(labels), facts);
  const isAnswered = labels.some((label) => speakerOf(label) === null);
  const speakers: (string | null)[] = blocks.map(() => null);
  let before = opener(labels, speakerOf);
  give(0, turns[0]?.at ?? 0, before);
  turns.forEach(({ at, label }, turn) => {
    const end = turns[turn + 1]?.at ?? blocks.length;
    const speaker = speakerOf(label);
    if (isBrief(label, turn === turns.length - 1)) {
      const own = paragraphAfter(at, end);
      give(at + 1, own, speaker);
      give(own, end, before);
    } else {
      give(at + 1, end, speaker);
      before = speaker;
    }
  });
  return speakers;

  function give(from: number, to: number, speaker: string | null): void {
    for (let at = from; at < to; at++) if (blocks[at]?.kind === "speech") speakers[at] = speaker;
  }
  /** What the audience calls out is over with its paragraph; so is a question where no label tells who answers. */
  function isBrief(label: string, isLast: boolean): boolean {
    const folded = foldName(label);
    return AUDIENCE.test(folded) || (QUESTION.test(folded) && (isLast || !isAnswered));
  }
  /** The place behind the first paragraph of speech after a label. */
  function paragraphAfter(label: number, end: number): number {
    let at = label + 1;
    while (at < end && blocks[at]?.kind !== "speech") at++;
    return Math.min(at + 1, end);
  }
}

/** Who speaks before the first label: the moderator of a debate, where one of the others is labelled first. */
function opener(
  labels: readonly string[],
  speakerOf: (label: string) => string | null,
): string | null {
  const [first = ""] = labels;
  const isStatement = speakerOf(first) === null || QUESTION.test(foldName(first));
  return isStatement ? null : (labels.find((label) => MODERATOR.test(label)) ?? null);
}

/** "**MR. NIXON:**" → "MR. NIXON", without marks that would turn around what stands beside it in a citation. */
function labelName(text: string): string {
  return text
    .replace(/[*_]|\p{Bidi_Control}/gu, "")
    .trim()
    .replace(/[:;.]+$/u, "")
    .trim();
}

/** From a label to itself where it means another, or null where it means the address's speaker. */
function createResolver(
  labels: ReadonlySet<string>,
  { speaker, speakerOffice }: SpeakerFacts,
): (label: string) => string | null {
  const names = speakerNames(speaker);
  const fold = (label: string) => foldName(bareName(label));
  const isSpeaker = (label: string) => names.some((name) => isNamed(fold(label), name));
  const named = [...labels].filter(isSpeaker).map(fold);
  const heads = new Set([...labels].flatMap((label) => HEAD.exec(fold(label))?.[1] ?? []));
  const office = foldName(speakerOffice ?? "");

  return (label) => {
    const folded = fold(label);
    const isOwn = isSpeaker(label) || (names.length < 2 && (ANSWER.test(folded) || holds(folded)));
    return isOwn ? null : label;
  };

  /** Without an office to compare, a head's is taken for the speaker's unless the labels name the speaker otherwise. */
  function holds(folded: string): boolean {
    if (office !== "") return isOfficeOf(folded, office);
    const head = HEAD.exec(folded)?.[1];
    if (head === undefined || heads.size > 1) return false;
    return named.length === 0 || named.some((label) => label.startsWith(`${head} `));
  }
}

/** Whether a label names an office: "president" of "46th President of the United States", never a vice president's. */
function isOfficeOf(label: string, office: string): boolean {
  if (`${office} `.startsWith(`${label} `)) return true;
  const [held = ""] = office.split(" of ");
  const [called = ""] = label.split(" of ");
  if (!held.endsWith(` ${called}`)) return held === called && label !== called;
  return !ANOTHER.test(held.slice(0, -called.length - 1));
}
