/**
 * Where speaker turns begin in an address. A label by itself may be a salutation, a signature or a
 * sentence, so it is believed by what else the address has: other labels, or the same one again.
 */
import type { Range } from "../../domain/range.ts";
import { namesRole, readLabel, type TurnLabel } from "./turn-labels.ts";

/** Blocks of an address that begin with "Q." or "THE PRESIDENT." before it is believed to be a transcript of turns. */
const TRANSCRIPT = 3;

/** What may be a label behind other words of a block. */
const INNER =
  /(?<=\s)(?:(?:\*\*|__)?(?:Q|\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){0,5}):|Q\.?(?=\s)|THE [\p{Lu} ]{3,40}\.(?=\s)|The \p{Lu}[^.:\n]{3,50}\.(?=\s)|(?:M[Rr]s?|M[Ss]|D[Rr])\. \p{Lu}[\p{L}'’-]+\.(?=\s)|(?:President|PRESIDENT|Governor|GOVERNOR|Senator|SENATOR) \p{Lu}[\p{L}'’-]+\.(?=\s))/gu;
/** The end of other words, or their being cut off. */
const ENDED = /(?:[.!?—–…\])]|--|–-)["'”’*_]*\s+$/u;
/** What follows belongs to it, as in "Mr. President: we are with you". */
const TITLE = /(?:^|\s)(?:M[Rr]s?|M[Ss]|D[Rr])\.\s+$/u;
/** Characters in which that end is looked for. */
const END_LENGTH = 8;

type Candidate = TurnLabel & { at: number; place: "block" | "sentence" | "words" };

/**
 * Finds the labels of speaker turns.
 * @param blocks what the source itself parts, in order
 * @param speaker name of the address's speaker, or null
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
  const found: Candidate[] = [];
  const opening = readLabel(block, speaker);
  if (opening) found.push({ ...opening, at: start, place: "block" });
  for (const { index } of block.matchAll(INNER)) {
    const before = block.slice(Math.max(0, index - END_LENGTH), index);
    const isWithin = index < (opening?.length ?? 0) || TITLE.test(before);
    const label = isWithin ? null : readLabel(block.slice(index), speaker);
    const place = ENDED.test(before) ? "sentence" : "words";
    if (label) found.push({ ...label, at: start + index, place });
  }
  return found;
}

/** Decides from all candidates of an address which of them are labels. */
function believer(candidates: readonly Candidate[]): (candidate: Candidate) => boolean {
  const parted = candidates.filter(({ place }) => place !== "words");
  const times = Map.groupBy(parted, ({ name }) => name);
  const isRepeated = (name: string) => (times.get(name)?.length ?? 0) > 1;
  const opening = candidates.filter(({ place }) => place === "block");
  const withoutColon = opening.filter(({ form }) => form === "stop" || form === "initial");
  const isTranscript = withoutColon.length >= TRANSCRIPT;
  const marked = opening.filter(({ form }) => form !== "stop" && form !== "bare");
  const opens = new Set(opening.map(({ name }) => name));

  const atBlock = ({ name, form }: Candidate): boolean => {
    if (form === "capitals") return marked.length > 1 || namesRole(name);
    if (form === "role") return marked.length > 1;
    if (form === "initial") return name === "Q" || marked.length > 1;
    if (form === "bare") return isRepeated(name);
    return isTranscript && (isRepeated(name) || /^\S+\.? \S+$/u.test(name));
  };
  return (candidate) => {
    const { name, form, place } = candidate;
    if (place === "block") return atBlock(candidate);
    if (form === "capitals") return isRepeated(name) || (place === "sentence" && namesRole(name));
    if (place === "words") return false;
    if (form === "role") return parted.length > 1;
    return isRepeated(name) && (opens.has(name) || form !== "stop") && atBlock(candidate);
  };
}
