/** Tags some paragraphs anew and says what would change. Writes nothing, so any thread may. */
import type { SettledTags } from "../domain/tag-decisions.ts";
import type { IdRange, TagReader } from "../store/tag-reader.ts";
import type { TagChange } from "../store/tag-store.ts";
import { type Tagging, tagAnew } from "./tag-anew.ts";
import { createShiftCounter, type ShiftCounts } from "./tag-shifts.ts";

export type RangeChanges = {
  /** How many were read. */
  paragraphs: number;
  changes: TagChange[];
  counts: ShiftCounts;
};

export function retagRange(reader: TagReader, tagging: Tagging, range: IdRange): RangeChanges {
  const paragraphs = reader.paragraphsIn(range);
  const decisions = Map.groupBy(
    reader.decisionsOf(paragraphs.map(({ key }) => key)),
    ({ key }) => key,
  );
  const counter = createShiftCounter();
  const changes: TagChange[] = [];
  for (const before of paragraphs) {
    const after = tagAnew(before, tagging, decisions.get(before.key) ?? []);
    if (sameTags(before, after)) continue;
    counter.count(before.key, before, after);
    changes.push({ id: before.id, tags: JSON.stringify(after) });
  }
  return { paragraphs: paragraphs.length, changes, counts: counter.result() };
}

/** Whether tags are equal, in whatever order. */
function sameTags(one: SettledTags, other: SettledTags): boolean {
  return (
    sameList(one.topics, other.topics, byTopic, isSameTopic) &&
    sameList(one.mentions, other.mentions, byPlace, isSameMention)
  );
}

function sameList<T>(
  one: readonly T[],
  other: readonly T[],
  order: (a: T, b: T) => number,
  isSame: (a: T, b: T) => boolean,
): boolean {
  if (one.length !== other.length) return false;
  const sorted = other.toSorted(order);
  return one.toSorted(order).every((tag, i) => isSame(tag, sorted[i] as T));
}

type Topic = SettledTags["topics"][number];
type Mention = SettledTags["mentions"][number];

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byTopic = (a: Topic, b: Topic) => compare(a.topic, b.topic);
const byPlace = (a: Mention, b: Mention) =>
  a.start - b.start || compare(a.kind, b.kind) || compare(a.value, b.value);

function isSameTopic(a: Topic, b: Topic): boolean {
  return (
    a.topic === b.topic &&
    a.origin === b.origin &&
    a.confidence === b.confidence &&
    a.spans.length === b.spans.length &&
    a.spans.every(({ start, end }, i) => start === b.spans[i]?.start && end === b.spans[i]?.end)
  );
}

function isSameMention(a: Mention, b: Mention): boolean {
  return (
    a.kind === b.kind &&
    a.value === b.value &&
    a.start === b.start &&
    a.end === b.end &&
    a.rule === b.rule &&
    a.origin === b.origin &&
    a.confidence === b.confidence
  );
}
