/**
 * Tags the whole archive anew, after the taxonomy or the gazetteer changed: first it is found out what
 * would change, then, if wanted, that is written. What sources and editors said stays.
 */
import { type SettledTags, settleTags, type TagKind } from "../domain/tag-decisions.ts";
import type { TagChange, TaggedParagraph, TagStore } from "../store/tag-store.ts";
import { fromSource, TaggingError } from "./decide-tags.ts";
import type { BatchTags, TagThreads } from "./tag-batch.ts";

const RETAG = {
  /** Paragraphs that a thread is given at a time: some 10 ms of work, so that handing over costs little. */
  batch: 500,
  /** Batches waiting for each thread, so that none is ever idle. */
  ahead: 2,
  /** Paragraphs written in one transaction: others wait for the lock no longer than a tenth of a second. */
  transaction: 2000,
  /** Paragraphs named for each tag and direction. */
  samples: 3,
} as const;

/** How one tag changes over the archive. */
export type TagShift = {
  kind: TagKind;
  value: string;
  /** Paragraphs that gain it, and that lose it. */
  added: number;
  removed: number;
  /** Keys of a few of them. */
  addedAt: string[];
  removedAt: string[];
};

export type RetagPlan = {
  /** The archive's version that the plan was made for. */
  version: number;
  paragraphs: number;
  /** Paragraphs that gain or lose a tag. */
  retagged: number;
  /** Paragraphs whose tags stay, resting on other words or with another confidence. */
  explained: number;
  /** The largest first. */
  shifts: TagShift[];
};

type Progress = (done: number) => void;

/**
 * Finds out what tagging anew would change, and lays it by.
 * @param onProgress paragraphs done so far, of `store.count()`
 * @param signal gives up between two batches
 */
export async function planRetag(
  store: TagStore,
  threads: Pick<TagThreads, "threads" | "tag">,
  parentOf: (topic: string) => string | null,
  onProgress: Progress = () => {},
  signal?: AbortSignal,
): Promise<RetagPlan> {
  const version = store.version();
  const tally = createTally();
  store.laidBy.clear();
  const underWay: { batch: TaggedParagraph[]; tags: Promise<BatchTags> }[] = [];
  let paragraphs = 0;
  for (const batch of batches(store)) {
    underWay.push({ batch, tags: tag(threads, batch) });
    if (underWay.length >= threads.threads * RETAG.ahead) await takeOne();
  }
  while (underWay.length > 0) await takeOne();
  return { version, paragraphs, ...tally.result() };

  async function takeOne(): Promise<void> {
    const { batch, tags } = underWay.shift() as (typeof underWay)[number];
    const found = await tags;
    signal?.throwIfAborted();
    store.laidBy.add(changesOf(store, batch, found, parentOf, tally));
    paragraphs += batch.length;
    onProgress(paragraphs);
  }
}

/**
 * Writes what a plan laid by.
 * @param onProgress changed paragraphs written so far
 * @throws TaggingError when the archive was changed by somebody else since the plan was made; what was
 *   written until then stays, and is right
 */
export function applyRetag(
  store: TagStore,
  plan: RetagPlan,
  onProgress: Progress = () => {},
): void {
  let version = plan.version;
  let done = 0;
  for (let last = 0; ; ) {
    const changes = store.laidBy.after(last, RETAG.transaction);
    if (changes.length === 0) return;
    store.transaction(() => {
      if (store.version() !== version) {
        throw new TaggingError(
          `The archive was changed meanwhile, after ${done} paragraphs were tagged anew. Run the same command again.`,
        );
      }
      for (const { before, after } of changes) store.replaceTags(before, after);
    });
    version += 1;
    done += changes.length;
    last = changes.at(-1)?.before.id ?? last;
    onProgress(done);
  }
}

function* batches(store: TagStore): Generator<TaggedParagraph[]> {
  for (let last = 0; ; ) {
    const batch = store.paragraphsAfter(last, RETAG.batch);
    if (batch.length === 0) return;
    yield batch;
    last = batch.at(-1)?.id ?? last;
  }
}

function tag(threads: Pick<TagThreads, "tag">, batch: readonly TaggedParagraph[]) {
  const tags = threads.tag(
    batch.map(({ text, lang, speakerCountry, date }) => ({ text, lang, speakerCountry, date })),
  );
  // Whoever waits for the first of them hears of a thread that died; the rest need not.
  tags.catch(() => {});
  return tags;
}

function changesOf(
  store: TagStore,
  batch: readonly TaggedParagraph[],
  found: BatchTags,
  parentOf: (topic: string) => string | null,
  tally: Tally,
): TagChange[] {
  const decisions = Map.groupBy(store.decisionsOf(batch.map(({ key }) => key)), ({ key }) => key);
  return batch.flatMap((before, i) => {
    const given = fromSource(before);
    const topics = [...given.topics, ...(found[i]?.topics ?? [])];
    const mentions = [...given.mentions, ...(found[i]?.mentions ?? [])];
    const tags = settleTags({ topics, mentions }, decisions.get(before.key) ?? [], parentOf);
    if (written(tags) === written(before)) return [];
    tally.count(before, tags);
    return [{ id: before.id, tags }];
  });
}

/** Equal for equal tags, in whatever order. */
function written({ topics, mentions }: SettledTags): string {
  const lines = [
    ...topics.map((t) => `${t.topic} ${t.origin} ${t.confidence} ${spansOf(t.spans)}`),
    ...mentions.map(
      (m) => `${m.kind} ${m.value} ${m.start} ${m.end} ${m.rule} ${m.origin} ${m.confidence}`,
    ),
  ];
  return lines.sort().join("\n");
}

const spansOf = (spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => `${start}-${end}`).join(" ");

type Tally = ReturnType<typeof createTally>;

function createTally() {
  const shifts = new Map<string, TagShift>();
  let retagged = 0;
  let explained = 0;

  function note(name: string, direction: "added" | "removed", key: string): void {
    const [kind, value] = name.split(" ") as [TagShift["kind"], string];
    const none = { kind, value, added: 0, removed: 0, addedAt: [], removedAt: [] };
    const shift = shifts.get(name) ?? none;
    shifts.set(name, shift);
    shift[direction] += 1;
    const samples = shift[`${direction}At`];
    if (samples.length < RETAG.samples) samples.push(key);
  }
  return {
    count(before: TaggedParagraph, after: SettledTags): void {
      const [old, now] = [namesOf(before), namesOf(after)];
      for (const name of now.difference(old)) note(name, "added", before.key);
      for (const name of old.difference(now)) note(name, "removed", before.key);
      if (old.symmetricDifference(now).size > 0) retagged += 1;
      else explained += 1;
    },
    result: () => ({
      retagged,
      explained,
      shifts: [...shifts.values()].sort((a, b) => b.added + b.removed - a.added - a.removed),
    }),
  };
}

function namesOf({ topics, mentions }: SettledTags): Set<string> {
  return new Set([
    ...topics.map(({ topic }) => `topic ${topic}`),
    ...mentions.map(({ kind, value }) => `${kind} ${value}`),
  ]);
}
