/** What an editor decided about whose words a paragraph holds, for people. */
import { formatDate, type PartialDate } from "../../domain/partial-date.ts";
import type { VoiceDecision } from "../../domain/voice-decision.ts";

export type DecidedVoice = {
  /** "words of Gerald Ford" */
  words: string;
  /** "decided by Jane on 28 September 2022: the recording has it" */
  decision: string;
};

export function decidedVoice({ speaker, by, at, reason }: VoiceDecision): DecidedVoice {
  const day = formatDate(at.slice(0, 10) as PartialDate);
  return {
    words: `words of ${speaker ?? "whoever gives the address"}`,
    decision: `decided by ${by} on ${day}${reason === "" ? "" : `: ${reason}`}`,
  };
}
