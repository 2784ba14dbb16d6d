/** What misspelled words of a query may stand for: pure choices among what the archive's vocabulary tells. */
import {
  type AskedWord,
  alternativesTree,
  openedTree,
  respelledTree,
  wordsAsked,
} from "../query/respell.ts";
import type { QueryNode } from "../query/syntax.ts";
import type { WordReport } from "../search-index.ts";
import type { Candidate } from "./suggestions.ts";

/** Letters that a last word needs to be taken for the beginning of others: to be searched so, or offered. */
const BEGINNING = { searched: 5, offered: 3 } as const;

/** A word in no more paragraphs than this may be a misprint of a far commoner one. */
export const RARE = 3;

/** The same where a question finds nothing with it: what stands in more paragraphs is hardly a misprint. */
export const FAILING = 50;

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

/** Whether a word may occur nowhere without the query finding nothing. */
export function hasAlternatives(node: QueryNode): boolean {
  if (node.type === "or") return wordsAsked(node).length > 0;
  return node.type === "and" && node.children.some(hasAlternatives);
}

/** Folded words that no paragraph has. */
export function unknownWords(reports: readonly Report[]): Set<string> {
  return new Set(reports.filter(({ paragraphs }) => paragraphs === 0).map(({ folded }) => folded));
}

/** With a single word that is there replaced by a far commoner one: the rarest first, being the likeliest misprint. */
export function commonerInstead(tree: QueryNode, reports: readonly WordReport[]): Candidate[] {
  return reports
    .toSorted((a, b) => a.paragraphs - b.paragraphs)
    .flatMap(({ folded, near }) =>
      near.map(({ word }): Candidate => {
        return { reason: "spelling", tree: respelledTree(tree, new Map([[folded, [word]]])) };
      }),
    );
}

/** The query with the alternatives that `or` in small letters may stand for. */
export function alternatives(tree: QueryNode): Candidate[] {
  const either = alternativesTree(tree);
  return either ? [{ reason: "alternatives", tree: either }] : [];
}

/**
 * Searches for other words that may have been meant, the likeliest first.
 * @param reports on the words of the query; none where all it asks for is common enough
 * @param isRighted whether the sure ones of them were searched
 */
export function spelledOtherwise(
  typed: QueryNode,
  reports: readonly Report[],
  isRighted: boolean,
): Candidate[] {
  return isRighted
    ? spellings(typed, reports.map(withoutSure), surelyMeant(reports))
    : spellings(typed, reports);
}
