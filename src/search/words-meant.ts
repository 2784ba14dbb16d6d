/** What misspelled words of a query may stand for: pure choices among what the archive's vocabulary tells. */
import {
  type AskedWord,
  alternativesTree,
  openedTree,
  rejoinedTree,
  respelledTree,
  wordsAsked,
} from "./query/respell.ts";
import type { QueryNode } from "./query/syntax.ts";
import type { WordReport } from "./search-index.ts";
import type { Candidate } from "./suggestions.ts";

/** Letters that a last word needs to be taken for the beginning of others: to be searched so, or offered. */
const BEGINNING = { searched: 5, offered: 3 } as const;

/** A word that was asked for, with what the archive has of it. */
export type Report = AskedWord & WordReport;

/** A name is not taken for one of several words, nor that of a speaker for any: these are offered. */
export function cautious(report: Report, isSpeaker: boolean): Report {
  if (isSpeaker) return { ...report, near: [] };
  const sure = report.near.filter((near) => near.sure);
  if (sure.length < 2 || !/^\p{Lu}/u.test(report.text)) return report;
  return { ...report, near: report.near.map((near) => ({ ...near, sure: false })) };
}

/** Words typed without quotation marks, with those that stand in their place. */
export function surelyMeant(reports: readonly Report[]): Map<string, string[]> {
  const meant = reports.map(({ folded, near, asItStands }): [string, string[]] => [
    folded,
    asItStands ? [] : near.filter(({ sure }) => sure).map(({ word }) => word),
  ]);
  return new Map(meant.filter(([, words]) => words.length > 0));
}

function withoutSure(report: Report): Report {
  return { ...report, near: report.near.filter(({ sure }) => !sure) };
}

/**
 * Each word that may be meant by a single unknown one; of several the likeliest of each.
 * @param sure what stands in the place of other words
 */
function spellings(
  typed: QueryNode,
  reports: readonly Report[],
  sure: ReadonlyMap<string, string[]> = new Map(),
): Candidate[] {
  const unknown = reports.filter(({ near }) => near.length > 0);
  const [only] = unknown;
  if (!only) return [];
  const likeliest = unknown.map(({ folded, near }) => [folded, near[0]?.word ?? folded] as const);
  const choices =
    unknown.length === 1
      ? only.near.map(({ word }) => [[only.folded, word] as const])
      : [likeliest];
  return choices.map((choice) => {
    const words = new Map(sure);
    for (const [folded, word] of choice) words.set(folded, [word]);
    return { reason: "spelling", tree: respelledTree(typed, words) };
  });
}

/** The query with its last word open at its end, where no paragraph has that and no other is surely meant. */
export function beginning(tree: QueryNode, reports: readonly Report[]) {
  const unknown = new Map(
    reports
      .filter(
        ({ asItStands, paragraphs, folded }) =>
          !asItStands && paragraphs === 0 && /^\p{L}+$/u.test(folded),
      )
      .map((report) => [report.folded, report.text]),
  );
  let last = "";
  const opened = openedTree(tree, (folded) => {
    last = folded;
    return unknown.has(folded) && folded.length >= BEGINNING.offered;
  });
  const text = unknown.get(last);
  if (!opened || text === undefined) return null;
  return { tree: opened, text, isSearched: last.length >= BEGINNING.searched };
}

/** Words that may have been parted or joined otherwise. */
function rejoined(tree: QueryNode): Candidate[] {
  const other = rejoinedTree(tree);
  return other ? [{ reason: "spelling", tree: other }] : [];
}

/** Whether a word may occur nowhere without the query finding nothing. */
export function hasAlternatives(node: QueryNode): boolean {
  if (node.type === "or") return wordsAsked(node).length > 0;
  return node.type === "and" && node.children.some(hasAlternatives);
}

/** With a speaker in place of a word that no paragraph has. */
export function speakerInstead(
  typed: QueryNode,
  { folded }: Report,
  slugs: readonly string[],
): Candidate {
  const fields = slugs.map((value): QueryNode => ({ type: "field", field: "speaker", value }));
  const speaker =
    fields.length === 1 ? (fields[0] as QueryNode) : { type: "or" as const, children: fields };
  const replaced = (node: QueryNode) =>
    node.type === "word" && node.folded === folded ? speaker : node;
  const tree =
    typed.type === "and" ? { ...typed, children: typed.children.map(replaced) } : replaced(typed);
  return { reason: "speaker", tree };
}

/**
 * Searches that may have been meant instead, the likeliest first.
 * @param reports on the words of the query; none where all it asks for is common enough
 * @param isRighted whether the sure ones of them were searched
 */
export function otherSearches(
  typed: QueryNode,
  reports: readonly Report[],
  isRighted: boolean,
): Candidate[] {
  const sure = surelyMeant(reports);
  const either = alternativesTree(typed);
  const others: Candidate[] = either ? [{ reason: "alternatives", tree: either }] : [];
  if (isRighted) return [...spellings(typed, reports.map(withoutSure), sure), ...others];
  return [...spellings(typed, reports), ...rejoined(respelledTree(typed, sure)), ...others];
}
