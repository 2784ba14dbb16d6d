/** Editors' decisions: a wrong tag taken away, a missing one added, and either taken back. */
import { readCountry } from "../domain/country.ts";
import { readOrganisation } from "../domain/organisation.ts";
import type { SettledTags, TagDecision, TagKind } from "../domain/tag-decisions.ts";
import type { TaggedParagraph } from "../store/tag-reader.ts";
import type { TagStore } from "../store/tag-store.ts";
import type { Taggers } from "../text/tag-words.ts";
import { parentsOf, sourceTopics, type Taxonomy } from "../text/topics/taxonomy.ts";
import { readNote, TaggingError, takenOut, unknownKey } from "./editing.ts";
import { tagAnew } from "./tag-anew.ts";

/** One wish of an editor; `value` as a person writes it, e.g. `Ukraine` or `UA`, `Grain export` or `grain-export`. */
export type TagWish = Pick<TagDecision, "kind" | "value" | "verdict">;

/** A paragraph's tags and what editors decided about them. */
export type DecidedParagraph = SettledTags & {
  key: string;
  decisions: TagDecision[];
  /** Topics that nobody named and that just went with their major topic. */
  partsGone: { topic: string; parent: string }[];
};

export type TagEditor = {
  /** @throws TaggingError where no paragraph of the speaker's words has this key */
  show(key: string): DecidedParagraph;
  /**
   * Makes decisions about a paragraph: all of them, or none.
   * @param note who decides and why
   * @throws TaggingError naming the key or tag that cannot be
   */
  decide(
    key: string,
    wishes: readonly TagWish[],
    note: { by: string; reason: string },
  ): DecidedParagraph;
  /**
   * Takes decisions back, so that the words alone decide again.
   * @param wishes which ones; none means all
   * @throws TaggingError naming a decision that was never made
   */
  undo(key: string, wishes: readonly TagWish[]): DecidedParagraph;
};

export function createTagEditor(
  store: TagStore,
  taggers: Taggers,
  taxonomy: Taxonomy,
  now: () => Date = () => new Date(),
): TagEditor {
  const tagging = { taggers, parentOf: parentsOf(taxonomy) };
  const readers = readersOf(taxonomy);

  function settle(paragraph: TaggedParagraph): SettledTags {
    const tags = tagAnew(paragraph, tagging, store.decisionsOf([paragraph.key]));
    store.replaceTags(paragraph, tags);
    return tags;
  }
  return {
    show(key) {
      const { topics, mentions } = findParagraph(store, key);
      return { key, topics, mentions, decisions: store.decisionsOf([key]), partsGone: [] };
    },
    decide: (key, wishes, note) =>
      store.transaction(() => {
        const paragraph = findParagraph(store, key);
        const about = { key, at: now().toISOString(), ...readNote(note) };
        const made = store.decisionsOf([key]);
        const checked = wishes.map((wish) => checkWish(wish, { ...paragraph, made }, readers));
        requireNoContradiction(checked);
        for (const wish of checked) store.putDecision({ ...wish, ...about });
        const tags = settle(paragraph);
        requireGone(checked, tags, tagging.parentOf);
        const partsGone = goneWithMajor(paragraph, tags, checked, tagging.parentOf);
        return { key, ...tags, decisions: store.decisionsOf([key]), partsGone };
      }),
    undo: (key, wishes) =>
      store.transaction(() => {
        const paragraph = findParagraph(store, key);
        const made = store.decisionsOf([key]);
        for (const { kind, value } of decisionsToUndo(key, made, wishes, readers)) {
          store.deleteDecision(key, kind, value);
        }
        return { key, ...settle(paragraph), decisions: store.decisionsOf([key]), partsGone: [] };
      }),
  };
}

function findParagraph(store: TagStore, key: string): TaggedParagraph {
  const paragraph = store.paragraph(key);
  if (!paragraph) {
    const buried = store.tombstone(key);
    throw buried ? takenOut(key, buried) : unknownKey(key);
  }
  if (paragraph.kind !== "speech") {
    throw new TaggingError(
      `${key} is a ${paragraph.kind}: only the speaker's own words carry tags.`,
    );
  }
  return paragraph;
}

function requireNoContradiction(wishes: readonly TagWish[]): void {
  for (const { kind, value, verdict } of wishes) {
    if (verdict === "removed") continue;
    if (wishes.some((w) => w.kind === kind && w.value === value && w.verdict === "removed")) {
      throw new TaggingError(
        `The ${kind} ${JSON.stringify(value)} is to be added and removed at once. Say one of the two.`,
      );
    }
  }
}

type WithDecisions = TaggedParagraph & { made: readonly TagDecision[] };

/** A wish with its value as the archive writes it. */
function checkWish(wish: TagWish, paragraph: WithDecisions, readers: Readers): TagWish {
  const value = readers[wish.kind](wish.value);
  if (wish.verdict === "removed")
    return checkRemoval({ ...wish, value: value ?? wish.value }, paragraph);
  if (value !== null) return { ...wish, value };
  const unknown = wish.kind === "topic" ? "not in the taxonomy" : "unknown";
  throw new TaggingError(
    `The ${wish.kind} ${JSON.stringify(wish.value)} is ${unknown}. ${HOW_TO_NAME[wish.kind]}`,
  );
}

/** Values as the archive writes them; null for what cannot be read. */
type Readers = Record<TagKind, (written: string) => string | null>;

function readersOf(taxonomy: Taxonomy): Readers {
  const topicOf = sourceTopics(taxonomy);
  return {
    topic: (written) => topicOf(written)?.slug ?? null,
    country: readCountry,
    organisation: readOrganisation,
  };
}

const HOW_TO_NAME: Record<TagKind, string> = {
  topic: "Give its name, or its slug as in the address of its page, e.g. grain-export.",
  country: "Give its ISO 3166 code (UA, SUHH) or its English name.",
  organisation: "Give its slug (nato), its name or its abbreviation.",
};

/** Also for a topic that has left the taxonomy. */
function checkRemoval(wish: TagWish, { key, topics, mentions, made }: WithDecisions): TagWish {
  const there =
    wish.kind === "topic"
      ? topics.map(({ topic }) => topic)
      : mentions.filter(({ kind }) => kind === wish.kind).map(({ value }) => value);
  if (there.includes(wish.value)) return wish;
  const before = made.find(
    (d) => d.kind === wish.kind && d.value === wish.value && d.verdict === "removed",
  );
  if (before) {
    throw new TaggingError(
      `The ${wish.kind} ${wish.value} was removed from ${key} by ${before.by} on ${before.at.slice(0, 10)} already. To take that back: --undo --remove-${wish.kind} ${wish.value}`,
    );
  }
  const list = [...new Set(there)].sort().join(", ") || "none";
  throw new TaggingError(
    `${key} does not carry the ${wish.kind} ${JSON.stringify(wish.value)}. It carries: ${list}.`,
  );
}

/** A major topic cannot go while an editor wants one of its parts. */
function requireGone(
  wishes: readonly TagWish[],
  tags: SettledTags,
  parentOf: (topic: string) => string | null,
): void {
  for (const { kind, value, verdict } of wishes) {
    if (kind !== "topic" || verdict !== "removed") continue;
    if (!tags.topics.some(({ topic }) => topic === value)) continue;
    const part = tags.topics.find(({ topic }) => parentOf(topic) === value)?.topic;
    throw new TaggingError(
      `The topic ${value} stays as long as its part ${part}, which an editor added. Remove that one too.`,
    );
  }
}

/** The parts that went because their major topic was removed. */
function goneWithMajor(
  before: TaggedParagraph,
  after: SettledTags,
  wishes: readonly TagWish[],
  parentOf: (topic: string) => string | null,
): DecidedParagraph["partsGone"] {
  const isRemoved = (topic: string) =>
    wishes.some((w) => w.kind === "topic" && w.verdict === "removed" && w.value === topic);
  return before.topics.flatMap(({ topic }) => {
    const parent = parentOf(topic);
    const stays = after.topics.some((tag) => tag.topic === topic);
    if (parent === null || stays || isRemoved(topic) || !isRemoved(parent)) return [];
    return [{ topic, parent }];
  });
}

function decisionsToUndo(
  key: string,
  made: readonly TagDecision[],
  wishes: readonly TagWish[],
  readers: Readers,
): readonly { kind: TagKind; value: string }[] {
  if (wishes.length === 0 && made.length > 0) return made;
  if (wishes.length === 0) throw new TaggingError(`No editor decided anything about ${key}.`);
  return wishes.map((wish) => {
    const value = readers[wish.kind](wish.value) ?? wish.value;
    const found = made.find(
      (d) => d.kind === wish.kind && d.verdict === wish.verdict && d.value === value,
    );
    if (found) return found;
    throw new TaggingError(
      `No editor ${wish.verdict} the ${wish.kind} ${JSON.stringify(wish.value)} at ${key}.`,
    );
  });
}
