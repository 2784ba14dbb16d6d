/** What a person should know of an address that was taken in, in plain sentences. */
import type { DraftParagraph } from "../domain/address.ts";
import type { AddressContent, AddressWriter } from "../store/address-writer.ts";
import type { DraftedAddress } from "./draft-address.ts";

/** Labels that a notice names. */
const LABELS_TOLD = 8;

/** Whose words the address holds beside its speaker's: how often, by label. */
export function noticesOfTurns(drafts: readonly Pick<DraftParagraph, "turnSpeaker">[]): string[] {
  const labels = drafts.flatMap(({ turnSpeaker }) => turnSpeaker ?? []);
  if (labels.length === 0) return [];
  const byLabel = [...Map.groupBy(labels, (label) => label)]
    .map(([label, { length }]) => ({ label, length }))
    .sort((a, b) => b.length - a.length);
  const listed = byLabel.slice(0, LABELS_TOLD).map(({ label, length }) => `${label} ${length}`);
  const more = byLabel.length > LABELS_TOLD ? `, and ${byLabel.length - LABELS_TOLD} more` : "";
  const [count, are] =
    labels.length === 1
      ? ["1 paragraph stands", "is"]
      : [`${labels.length} paragraphs stand`, "are"];
  return [
    `${count} under labels of others, and ${are} not cited as the speaker's: ${listed.join(", ")}${more}.`,
  ];
}

/** What a person should know of the other copies of an address. */
export function noticesOfCopies(
  writer: AddressWriter,
  { textHash, identity }: AddressContent,
  { title, near }: DraftedAddress,
): string[] {
  const titles = title ? [`The whole title was taken from ${title.from}: ${title.title}`] : [];
  const twin = writer.slugOfSameText(textHash, identity);
  if (twin !== null) return [...titles, `The same words are in the archive as ${twin} already.`];
  if (near === null) return titles;
  const share = Math.floor(near.shared * 100);
  return [
    ...titles,
    share === 100
      ? `The same words, but for their marks and breaks, are in the archive as ${near.from} already.`
      : `Nearly the same words (${share} % of them) are in the archive as ${near.from} already.`,
  ];
}
