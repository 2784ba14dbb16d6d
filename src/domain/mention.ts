/** What words name: the countries and organisations that a paragraph speaks of, each in its place. */
import type { Range } from "./range.ts";

/** What words can name that is looked for in them. */
export type MentionKind = "country" | "organisation";

/** One place in a paragraph that names something, and the rule that recognised it. */
export type Mention = Range & {
  kind: MentionKind;
  /**
   * Of a country ISO 3166-1 alpha-2, or ISO 3166-3 alpha-4 for a former state (`SUHH`); of an
   * organisation its slug (`un`).
   */
  value: string;
  /** The kind of evidence, e.g. `name`, `demonym`, `capital`, `context:georgia`. */
  rule: string;
  /** 0 to 1. */
  confidence: number;
};

/** What the mentions of a kind name, each value once, in the order of `mentions`. */
export function valuesOf(mentions: readonly Mention[], kind: MentionKind): string[] {
  return [...new Set(mentions.flatMap((one) => (one.kind === kind ? [one.value] : [])))];
}
