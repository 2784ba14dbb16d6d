/**
 * Where speaker turns begin in an address. A label by itself may be a salutation, a heading, a signature or a
 * sentence, so it is believed by what else the address has: other labels, or the same one again.
 */
import { foldName } from "../../domain/fold-name.ts";
import type { Range } from "../../domain/range.ts";
import { type LabelForm, type LabelKind, readLabel, type TurnLabel } from "./turn-labels.ts";

/**
 * How many labels without a colon make a transcript: of those that begin paragraphs of the source, and
 * of those that begin sentences only, where a name may well be one.
 */
const TRANSCRIPT = { blocks: 3, sentences: 6 };

/** The end of other words, or their being cut off, before what may be a label. */
const AFTER_WORDS = /(?:[.!?—–…\])]|--|–-)["'”’*_]*\s+(?=[\p{Lu}\p{Bidi_Control}*_])/gu;
/** A label in capitals behind words that have no end. */
const WITHIN_WORDS =
  /(?<=[^\s.!?—–…\])]\s)(?:\*\*|__)?(?:Q|\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){0,4}):/gu;
/** A label before a full stop behind a heading, which has no end: behind a word with a capital, or a number. */
const BEHIND_HEADING =
  /(?<=(?:^|\s)[\p{Lu}\d](?:\S*[^\s.,:;!?—–…\])])?\s)(?:\*\*)?(?=(?<!John )Q[.:]|(?:M[Rr]s?|M[Ss]|D[Rr])\. \p{Lu}|THE \p{Lu}|(?:President|Governor|Senator) \p{Lu}|The President\.)/gu;
/** What follows belongs to it, as in "Mr. President: we are with you" and "John F. Kennedy". */
const ABBREVIATED = /(?:^|[\s*_])(?:M[Rr]s?|M[Ss]|D[Rr]|(?![QA]\.)\p{Lu})\.\s+$/u;
const ABBREVIATION_LENGTH = 8;

type Candidate = TurnLabel & { at: number; place: "block" | "sentence" | "words" };

/**
 * Finds the labels of speaker turns.
 * @param blocks what the source itself parts, in order
 * @param speaker as the source names who gives the address, or null
 * @returns the labels' ranges in `text`, ascending
 */
export function findTurns(text: string, blocks: readonly Range[], speaker: string | null): Range[] {
  const candidates = blocks.flatMap((block) => candidatesIn(text, block, speaker));
  const isBelieved = believer(candidates);
  return candidates
    .filter(isBelieved)
    .map(({ at, length }): Range => ({ start: at, end: at + length }));
}

function candidatesIn(text: string, { start, end }: Range, speaker: string | null): Candidate[] {
  const block = text.slice(start, end);
  const places: { at: number; place: Candidate["place"] }[] = [{ at: 0, place: "block" }];
  for (const { index, 0: gap } of block.matchAll(AFTER_WORDS)) {
    places.push({ at: index + gap.length, place: "sentence" });
  }
  for (const pattern of block.includes(":") ? [WITHIN_WORDS, BEHIND_HEADING] : [BEHIND_HEADING]) {
    for (const { index } of block.matchAll(pattern)) places.push({ at: index, place: "words" });
  }
  places.sort((a, b) => a.at - b.at);
  let from = 0;
  return places.flatMap(({ at, place }) => {
    if (at < from || ABBREVIATED.test(block.slice(Math.max(0, at - ABBREVIATION_LENGTH), at))) {
      return [];
    }
    const label = readLabel(block.slice(at, at + 200), speaker);
    if (!label) return [];
    from = at + label.length;
    return [{ ...label, at: start + at, place }];
  });
}

/** What the labels of an address tell of each other. */
type Evidence = {
  isRepeated: (name: string) => boolean;
  /** Whether another label is of an office and ends in the same name: "Jim Lehrer." where there is "Mr. Lehrer.". */
  isKin: (name: string) => boolean;
  /** Whether somebody is answered: two labels that are sure by themselves. */
  isDialogue: boolean;
  /** Whether names before a full stop are labels where they begin a block; those that do. */
  isTranscript: boolean;
  opens: ReadonlySet<string>;
  /** Whether they are so where they begin a sentence: in a wall. */
  isRun: boolean;
};

/** Decides from all candidates of an address which of them are labels. */
function believer(candidates: readonly Candidate[]): (candidate: Candidate) => boolean {
  const evidence = gather(candidates);
  return (candidate) =>
    candidate.place === "words"
      ? believesWithin(candidate, evidence)
      : BELIEVES[candidate.form](candidate, evidence);
}

function gather(candidates: readonly Candidate[]): Evidence {
  const parted = candidates.filter(({ place }) => place !== "words");
  const isQuestion = ({ name, form }: Candidate) => name === "Q" && form === "colon";
  const times = Map.groupBy(
    candidates.filter((one) => one.place !== "words" || isQuestion(one)),
    ({ name }) => name,
  );
  const isRepeated = (name: string) => (times.get(name)?.length ?? 0) > 1;
  const families = new Map<string, Set<string>>();
  for (const { name, kind } of parted) {
    const family = kind === "person" ? "" : familyOf(name);
    if (family !== "") families.set(family, (families.get(family) ?? new Set()).add(name));
  }
  const sure = parted.filter(
    ({ form, kind, name }) =>
      (form === "colon" || form === "initial") &&
      (kind === "capitals" ? isRepeated(name) : kind !== "person"),
  );
  // One heading that comes again is no dialogue.
  const isOneHeading =
    sure.every(({ kind }) => kind === "capitals") && new Set(sure.map(({ name }) => name)).size < 2;
  const stops = candidates.filter(({ form, kind, name, place, isTold }) =>
    place === "words"
      ? form === "initial" && name === "Q"
      : form === "initial" ||
        (form === "colon" && kind === "person" && isTold) ||
        (form === "stop" && isOfOffice(kind) && isRepeated(name)),
  );
  // A list of people ("John Jay, New York: …") is none: somebody must answer.
  const isRun =
    stops.length >= TRANSCRIPT.sentences &&
    new Set(stops.map(({ name }) => name)).size > 1 &&
    stops.some(({ form }) => form !== "colon");
  const opening = stops.filter(({ place }) => place === "block");
  return {
    isRepeated,
    isKin: (name) => {
      const kin = families.get(familyOf(name) || foldName(name));
      return kin !== undefined && (kin.size > 1 || !kin.has(name));
    },
    isDialogue: (sure.length > 1 && !isOneHeading) || isRun || opening.length >= TRANSCRIPT.blocks,
    isTranscript: opening.length >= TRANSCRIPT.blocks,
    opens: new Set(opening.map(({ name }) => name)),
    isRun,
  };
}

const BELIEVES: Record<LabelForm, (candidate: Candidate, evidence: Evidence) => boolean> = {
  colon: ({ name, kind, isTold, place }, { isDialogue, isKin }) => {
    if (kind === "capitals") return isDialogue;
    if (kind === "person") return isDialogue && (isTold || name.includes(" ") || isKin(name));
    return isDialogue || (place === "block" && name === name.toUpperCase());
  },
  initial: ({ name, place }, { isDialogue, isRepeated }) =>
    name === "Q" ? place === "block" || isRepeated(name) : isDialogue && place === "block",
  bare: ({ name }, { isRepeated }) => isRepeated(name),
  stop: ({ name, kind, isTold, place }, { isTranscript, isRun, isRepeated, isKin, opens }) => {
    if (place === "sentence") {
      return (
        (isTranscript && opens.has(name)) || (isRun && isSureInRun({ name, kind }, isRepeated))
      );
    }
    if (!(isTranscript || isRun)) return false;
    const isShort = (name.match(/\S+/gu)?.length ?? 0) <= 2;
    return (
      (isOfOffice(kind) && isShort) ||
      isTold ||
      isKin(name) ||
      (isRepeated(name) && OFTEN.test(name))
    );
  },
};

/** Before a full stop, what is no name of somebody in office must come again: "The Attorney General.", "Audience members." */
const OFTEN = /^(?:The|THE|Audience)\b/u;

/** A family name in capitals behind a courtesy is no part of a sentence: "MR. ELLIS.", "Ms. FRANKEL." */
const IN_CAPITALS = /^(?:M[Rr]s?|M[Ss]|D[Rr])\. (?:Mc)?\p{Lu}{2,}$/u;

function isSureInRun(
  { name, kind }: Pick<Candidate, "name" | "kind">,
  isRepeated: Evidence["isRepeated"],
): boolean {
  return isOfOffice(kind) && (isRepeated(name) || IN_CAPITALS.test(name));
}

/** Behind words that have no end, only capitals before a colon, and in a run of labels what is surely one. */
function believesWithin(
  { name, form, kind }: Candidate,
  { isRepeated, isDialogue, isRun }: Evidence,
): boolean {
  if (form === "initial") return isRun && name === "Q";
  if (form === "stop") return isRun && isSureInRun({ name, kind }, isRepeated);
  const isSure = kind !== "capitals" && kind !== "person" && name !== "Q";
  return form === "colon" && isDialogue && (isRepeated(name) || isSure);
}

function isOfOffice(kind: LabelKind): boolean {
  return kind === "office" || kind === "speaker" || kind === "role";
}

/** The last word of a name of several, folded; empty for a name of one. */
function familyOf(name: string): string {
  const words = foldName(name).split(" ");
  return words.length > 1 ? (words.at(-1) ?? "") : "";
}
