/** A country's or an organisation's name as it is compared: whatever its case, accents and punctuation. */
export function foldName(name: string): string {
  return (
    name
      .normalize("NFD")
      .replace(/[\p{M}.'’ʼ]/gu, "")
      .toLowerCase()
      .replaceAll("&", " and ")
      // Organisation and organization are one word.
      .replaceAll("organisation", "organization")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
      .replace(/^the /, "")
  );
}
