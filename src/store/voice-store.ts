/** What editors decided about whose words a paragraph holds: written without touching the words. */
import type { Database } from "better-sqlite3";
import type { VoiceDecision } from "../domain/voice-decision.ts";
import { createWriteTransaction } from "./write-transaction.ts";

export type VoiceStore = ReturnType<typeof createVoiceStore>;

/** Decisions about the paragraphs whose keys stand in a JSON array, with whom the address names today. */
export const SELECT_VOICES = `
  SELECT v.key, v.speaker, v.decided_by AS by, v.decided_at AS at, v.reason,
    s.name AS addressSpeaker
  FROM voice_decision v LEFT JOIN paragraph p ON p.key = v.key
  LEFT JOIN address a ON a.id = p.address_id LEFT JOIN speaker s ON s.id = a.speaker_id
  WHERE v.key IN (SELECT value FROM json_each(?))`;

/** As `SELECT_VOICES` gives it; `addressSpeaker` is null too where the paragraph was taken out. */
export type VoiceRow = VoiceDecision & { addressSpeaker: string | null };

/** @param db opened for writing */
export function createVoiceStore(db: Database) {
  // An upsert, since a replaced row would fire no trigger of a deletion.
  const put = db.prepare(`INSERT INTO voice_decision (key, speaker, decided_by, decided_at, reason)
    VALUES (:key, :speaker, :by, :at, :reason) ON CONFLICT DO UPDATE SET speaker = excluded.speaker,
      decided_by = excluded.decided_by, decided_at = excluded.decided_at, reason = excluded.reason`);
  const remove = db.prepare("DELETE FROM voice_decision WHERE key = ?");
  return {
    transaction: createWriteTransaction(db),
    put: (decision: VoiceDecision) => void put.run(decision),
    remove: (key: string) => void remove.run(key),
  };
}
