/** Rows as SQLite returns them, and how they become records. */

import type { PartialDate } from "../domain/partial-date.ts";
import type { Range } from "../domain/range.ts";
import type { TagDecision } from "../domain/tag-decisions.ts";
import { voiceOf } from "../domain/voice-decision.ts";
import type { AddressRecord, ParagraphRecord, StoredMention, StoredTopic } from "./records.ts";
import type { VoiceRow } from "./voice-store.ts";

/** Columns of an address with the names of its speaker and collection; to be followed by conditions. */
export const SELECT_ADDRESS = `
  SELECT a.id, a.slug, a.title, a.date, a.lang, s.name AS speaker, s.slug AS speakerSlug,
    a.speaker_office AS speakerOffice, a.speaker_country AS speakerCountry, a.occasion, a.place,
    c.title AS collection, c.slug AS collectionSlug, a.completeness_note AS completenessNote,
    a.word_count AS wordCount, a.paragraph_count AS paragraphCount, a.revision,
    a.splitter_version AS splitterVersion, a.breaks_from AS breaksFrom
  FROM address a
  LEFT JOIN speaker s ON s.id = a.speaker_id
  LEFT JOIN collection c ON c.id = a.collection_id`;

/** What `SELECT_ADDRESS` gives is a record already. */
export type AddressRow = AddressRecord & { date: PartialDate };

export const PARAGRAPH_COLUMNS = `
  p.id, p.key, p.address_id AS addressId, p.position, p.number, p.kind, p.text,
  p.turn_speaker AS turnSpeaker,
  p.break_before AS breakBefore, p.since_revision AS sinceRevision`;

/** `turnSpeaker` by the labels alone. */
export type ParagraphRow = Omit<ParagraphRecord, "voice" | "topics" | "mentions" | "decisions">;

/** `spans` as JSON. */
export type TopicRow = Omit<StoredTopic, "spans"> & { paragraphId: number; spans: string };

export type MentionRow = StoredMention & { paragraphId: number };

/** Joins paragraphs with their tags and what was decided about these, in the order of `rows`. */
export function toParagraphs(
  rows: readonly ParagraphRow[],
  topicRows: readonly TopicRow[],
  mentionRows: readonly MentionRow[],
  decisions: readonly TagDecision[],
  voices: readonly VoiceRow[],
): ParagraphRecord[] {
  const voiceByKey = new Map(voices.map((voice) => [voice.key, voice]));
  const byKey = Map.groupBy(decisions, ({ key }) => key);
  const byId = new Map<number, ParagraphRecord>();
  const records = rows.map((row) => {
    const record: ParagraphRecord = {
      ...withVoice(row, voiceByKey.get(row.key)),
      topics: [],
      mentions: [],
      decisions: byKey.get(row.key) ?? [],
    };
    byId.set(row.id, record);
    return record;
  });
  for (const row of topicRows) byId.get(row.paragraphId)?.topics.push(toTopic(row));
  for (const { paragraphId, ...mention } of mentionRows) {
    byId.get(paragraphId)?.mentions.push(mention);
  }
  return records;
}

/**
 * What an editor decided goes before what the labels say; editorial matter is nobody's words.
 * @param voice with whom the address names as its speaker, in the revision that is read
 */
export function withVoice<T extends Pick<ParagraphRow, "kind" | "turnSpeaker">>(
  row: T,
  voice: VoiceRow | undefined,
) {
  if (!voice || row.kind !== "speech") return { ...row, voice: null };
  const { addressSpeaker, ...decision } = voice;
  const turnSpeaker = voiceOf(row.turnSpeaker, decision, addressSpeaker);
  return { ...row, turnSpeaker, voice: decision };
}

/** Spans as they are stored: JSON `[[start, end], …]`. */
export function spanPairs(spans: readonly Range[]): string {
  return JSON.stringify(spans.map(({ start, end }) => [start, end]));
}

export function toTopic(row: TopicRow): StoredTopic {
  const pairs = JSON.parse(row.spans) as [number, number][];
  const spans = pairs.map(([start, end]) => ({ start, end }));
  return { topic: row.topic, origin: row.origin, confidence: row.confidence, spans };
}
