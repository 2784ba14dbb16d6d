/** Whose words a paragraph holds, as an editor decided it. */

/** One decision; a later one about the same paragraph takes its place. */
export type VoiceDecision = {
  /** Key of the paragraph. */
  key: string;
  /** Name of whose words they are; null for whoever gives an address that names nobody. */
  speaker: string | null;
  by: string;
  /** ISO 8601 instant. */
  at: string;
  reason: string;
};

/**
 * Who else than the address's speaker says the words.
 * @param labelled the label of the source under which they stand; null where that means the speaker
 * @param addressSpeaker whom the address names as its speaker, in the revision that is read
 * @returns null for the words of the address's speaker
 */
export function voiceOf(
  labelled: string | null,
  decision: Pick<VoiceDecision, "speaker"> | null,
  addressSpeaker: string | null,
): string | null {
  if (!decision) return labelled;
  return decision.speaker === addressSpeaker ? null : decision.speaker;
}
