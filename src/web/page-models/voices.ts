/** What an editor decided about whose words a paragraph holds, for people. */
import type { VoiceDecision } from "../../domain/voice-decision.ts";
import { formatNote } from "./format.ts";

export type DecidedVoice = {
  /** "words of Gerald Ford" */
  words: string;
  /** "decided by Jane on 28 September 2022: the recording has it" */
  decision: string;
};

export function decidedVoice({ speaker, ...note }: VoiceDecision): DecidedVoice {
  return {
    words: `words of ${speaker ?? "whoever gives the address"}`,
    decision: `decided ${formatNote(note)}`,
  };
}
