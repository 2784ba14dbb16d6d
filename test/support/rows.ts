/** Blocks of a text in short. */
import { splitAddress } from "../../src/text/paragraphs/split-address.ts";

type Row = [kind: string, text: string, breakBefore?: string];

/** What an English text is split into: kind and text of each block. */
export function rows(blocks: string[], speaker: string | null = null): Row[] {
  return splitAddress(blocks.join("\n\n"), { lang: "en", speaker, leadLength: 0 }).map(
    ({ kind, text }) => [kind, text],
  );
}

/** A paragraph that nobody takes for anything else. */
export const PARAGRAPH =
  "The state of the Union is sound, and the Congress has done its part in making it so, as all can see.";
