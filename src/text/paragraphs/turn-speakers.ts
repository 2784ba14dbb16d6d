/**
 * Whose words stand under the labels of an address. A transcript of a debate or of questions holds words
 * of others; what stands under another's label must never be cited as the address's speaker's.
 */
import type { AddressFacts, BreakOrigin, ParagraphKind } from "../../domain/address.ts";
import { foldName } from "../../domain/fold-name.ts";
import { parseName, speakerNames } from "../../domain/personal-name.ts";

type SpeakerFacts = Pick<AddressFacts, "speaker" | "speakerOffice" | "speakerCountry">;
type TurnBlock = { kind: ParagraphKind; text: string; breakBefore: BreakOrigin };

/** Offices by which a label calls the one whose address it is. */
const HEAD =
  /^(?:president|prime minister|premier|chancellor|secretary general|king|queen|президент)$/u;
/** Courtesies and offices before a name. */
const TITLE =
  /^(?:mr|dr|sir|president|vice|prime|minister|premier|chancellor|senator|governor|secretary|representative|congressman|congresswoman|general|admiral|ambassador|chairman|speaker|президент)$/u;
/** Those who answer in an address are the ones who give it. */
const ANSWER = /^(?:a|answer|відповідь)$/u;
const QUESTION = /^(?:q|question|reporter|journalist|питання|запитання|журналіст(?:ка)?)$/u;
/** They call out, and the one who spoke goes on. */
const AUDIENCE = /^(?:a?udience(?: members?)?|crowd|voices?)$/u;

/**
 * Tells for each block under whose label it stands.
 * @param blocks of one address, in reading order
 * @returns for each the other speaker's name as the label has it ("MR. NIXON", "Q"), where an address names
 *   several speakers the name of the one meant; null for the words of the address's speaker and for
 *   editorial matter
 */
export function turnSpeakers(blocks: readonly TurnBlock[], facts: SpeakerFacts): (string | null)[] {
  const labels = blocks.filter(({ kind }) => kind === "turn").map(({ text }) => labelName(text));
  if (labels.length === 0) return blocks.map(() => null);
  const speakerOf = createResolver(new Set(labels), facts);
  const isAnswered = labels.some((label) => speakerOf(label) !== label);
  // A question is over with its block where no label tells who answers.
  const isBrief = (label: string, isLast: boolean) =>
    AUDIENCE.test(foldName(label)) || (QUESTION.test(foldName(label)) && (isLast || !isAnswered));

  let voice: string | null = null;
  let before: string | null = null;
  let brief = false;
  let said = 0;
  let turns = 0;
  return blocks.map(({ kind, text, breakBefore }) => {
    if (kind === "turn") {
      const label = labelName(text);
      if (!brief) before = voice;
      voice = speakerOf(label);
      turns += 1;
      brief = isBrief(label, turns === labels.length);
      said = 0;
    }
    if (kind !== "speech") return null;
    if (brief && said > 0 && breakBefore === "source") {
      voice = before;
      brief = false;
    }
    said += 1;
    return voice;
  });
}

/** "**MR. NIXON:**" → "MR. NIXON". */
function labelName(text: string): string {
  return text.replace(/[*_]/gu, "").trim().replace(/[:.]$/u, "").trim();
}

/** From a label to the other speaker's name, or null where it means the address's speaker. */
function createResolver(
  labels: ReadonlySet<string>,
  { speaker, speakerOffice, speakerCountry }: SpeakerFacts,
): (label: string) => string | null {
  const names = speakerNames(speaker);
  const meant = (label: string) =>
    names.filter((name) => isNamed(foldName(label), parseName(name, speakerCountry)));
  const named = [...labels].filter((label) => meant(label).length > 0).map(foldName);
  const heads = new Set([...labels].map(foldName).filter((label) => HEAD.test(label)));
  const office = foldName(speakerOffice ?? "");

  return (label) => {
    const folded = foldName(label);
    const [only, ...others] = meant(label);
    if (only !== undefined && others.length === 0) return names.length > 1 ? only : null;
    if (names.length > 1) return label;
    return ANSWER.test(folded) || isOffice(folded) ? null : label;
  };

  /** Without an office to compare, a head's is taken for the speaker's unless the labels name the speaker otherwise. */
  function isOffice(folded: string): boolean {
    if (office !== "") return `${office} `.startsWith(`${folded} `);
    if (!heads.has(folded) || heads.size > 1) return false;
    return named.length === 0 || named.some((label) => label.startsWith(`${folded} `));
  }
}

/** Whether a label ends in the family name, and what stands before it fits. */
function isNamed(folded: string, { family, given }: ReturnType<typeof parseName>): boolean {
  const name = foldName(family);
  if (folded !== name && !folded.endsWith(` ${name}`)) return false;
  const first = foldName(given ?? "").split(" ");
  return folded
    .slice(0, -name.length)
    .split(" ")
    .filter((word) => word !== "" && !TITLE.test(word))
    .every((word) => first.some((own) => own === word || (word.length === 1 && own[0] === word)));
}
