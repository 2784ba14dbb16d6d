/** Counts how tags change, in parts that add up: each thread counts its own. */
import type { SettledTags, TagKind } from "../domain/tag-decisions.ts";

/** Paragraphs named for each tag and direction. */
const SAMPLES = 3;

/** How one tag changes over the archive. */
export type TagShift = {
  kind: TagKind;
  value: string;
  /** Paragraphs that gain it, and that lose it. */
  added: number;
  removed: number;
  /** Keys of a few of them: those that sort first, so the same ones however the work was parted. */
  addedAt: string[];
  removedAt: string[];
};

export type ShiftCounts = {
  /** Paragraphs that gain or lose a tag. */
  retagged: number;
  /** Paragraphs whose tags stay, resting on other words or with another confidence. */
  explained: number;
  /** The largest first. */
  shifts: TagShift[];
};

/** Counts of paragraphs whose tags, or what they rest on, differ. */
export function createShiftCounter() {
  const shifts = new Map<string, TagShift>();
  let retagged = 0;
  let explained = 0;

  function addShift(shift: TagShift): void {
    const name = `${shift.kind} ${shift.value}`;
    const known = shifts.get(name);
    shifts.set(name, known ? joinShifts(known, shift) : shift);
  }
  function note(name: string, key: string, gained: boolean): void {
    const [kind, value] = name.split(" ") as [TagKind, string];
    const there = { added: Number(gained), addedAt: gained ? [key] : [] };
    addShift({
      kind,
      value,
      ...there,
      removed: 1 - there.added,
      removedAt: gained ? [] : [key],
    });
  }
  return {
    count(key: string, before: SettledTags, after: SettledTags): void {
      const [old, now] = [namesOf(before), namesOf(after)];
      const [gained, lost] = [now.difference(old), old.difference(now)];
      for (const name of gained) note(name, key, true);
      for (const name of lost) note(name, key, false);
      if (gained.size + lost.size > 0) retagged += 1;
      else explained += 1;
    },
    add(counts: ShiftCounts): void {
      retagged += counts.retagged;
      explained += counts.explained;
      for (const shift of counts.shifts) addShift(shift);
    },
    result: (): ShiftCounts => ({
      retagged,
      explained,
      shifts: [...shifts.values()].sort(bySize),
    }),
  };
}

function joinShifts(one: TagShift, other: TagShift): TagShift {
  return {
    ...one,
    added: one.added + other.added,
    removed: one.removed + other.removed,
    addedAt: [...one.addedAt, ...other.addedAt].sort().slice(0, SAMPLES),
    removedAt: [...one.removedAt, ...other.removedAt].sort().slice(0, SAMPLES),
  };
}

function bySize(a: TagShift, b: TagShift): number {
  return b.added + b.removed - a.added - a.removed || (a.value < b.value ? -1 : 1);
}

function namesOf({ topics, mentions }: SettledTags): Set<string> {
  return new Set([
    ...topics.map(({ topic }) => `topic ${topic}`),
    ...mentions.map(({ kind, value }) => `${kind} ${value}`),
  ]);
}
