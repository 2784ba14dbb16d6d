/** What makes two inputs the same address, and what makes them the same input. */
import { createHash } from "node:crypto";
import type { ParsedAddress } from "../domain/address.ts";
import { foldWhiteSpace } from "../text/fold.ts";
import { tokenize } from "../text/tokens.ts";

/**
 * The identity of an address: the source's own id, or else date, speaker, language and title.
 * Paragraph keys are derived from it, so its form may never change.
 */
export function addressIdentity({ facts, source }: ParsedAddress): string {
  if (source.nativeId !== null) return `id:${source.nativeId}`;
  return ["facts", facts.date, fold(facts.speaker ?? ""), facts.lang, fold(facts.title)].join("|");
}

/** SHA-256 in hex. */
export function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * SHA-256 over all that an import brings: the same input gives the same hash whatever the order of
 * its fields.
 * @param leadLength the declared lead, null where it is to be recognised
 */
export function contentHash(parsed: ParsedAddress, leadLength: number | null): string {
  const { facts, source, text } = parsed;
  return hashOf(JSON.stringify(sortKeys({ facts, source, text, leadLength })));
}

function fold(text: string): string {
  const words = tokenize(text).map((token) => token.folded);
  return words.length > 0 ? words.join(" ") : foldWhiteSpace(text);
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.map(([key, inner]) => [key, sortKeys(inner)]);
}
