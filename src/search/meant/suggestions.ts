/** Other queries for a reader whose own found nothing, or less than was meant: each with its exact count. */
import type { Suggestion } from "../answer.ts";
import { formatQuery } from "../query/describe.ts";
import type { QueryNode } from "../query/syntax.ts";
import type { FacetFilters, QuestionPart } from "../search-index.ts";
import { neededOf, partsOf, questionOf, tellingOf } from "./question-parts.ts";

/** Another search that may have been meant. */
export type Candidate = {
  reason: Suggestion["reason"];
  tree: QueryNode | null;
  /** Where they are others than those of the question. */
  filters?: FacetFilters;
  /** Parts of the question that it does not ask for, as `formatQuery` writes them; none without any that tells something. */
  leftOut?: string[];
};

export const LIMITS = {
  /**
   * Searches that count for one question, whatever may be meant: each takes up to 10 ms of 100,000
   * paragraphs, so that all together take no longer than a slow search by itself.
   */
  counted: 16,
  /**
   * Milliseconds after which nothing more is counted or looked through: broad beginnings joined by OR take
   * half a second a search, and the answer that is there waits for its offers.
   */
  ms: 1000,
  /** Times that a question is looked through for what comes together in it: each takes as long as some of those. */
  shortened: 3,
  /** Offers of one kind: they are read in one line, and more than three are a list to choose from. */
  ofAKind: 3,
} as const;

export type Counting = {
  /** Paragraphs that the question itself found; offered is what finds more. */
  found: number;
  /** The question's own. */
  filters: FacetFilters;
  /** Reads a query's text; counted is what it means. */
  read: (q: string) => QueryNode | null;
  /** Alike for trees that ask for the same, with all that is searched beside their words. */
  meaningOf: (tree: QueryNode | null) => string;
  count: (tree: QueryNode | null, filters: FacetFilters) => Promise<number>;
  /** Whether it is searched as it stands, no word of it put right: only then does it find what was counted. */
  isSearchedSo: (tree: QueryNode | null) => Promise<boolean>;
  /** The parts that come together in a paragraph that a tree finds, as `Vocabulary` tells them. */
  together: (
    tree: QueryNode | null,
    filters: FacetFilters,
    parts: readonly QuestionPart[],
  ) => Promise<number[]>;
};

export type Offers = ReturnType<typeof createOffers>;

/** Counts what may be meant, within `LIMITS`, and keeps what finds more than the question did. */
export function createOffers(counting: Counting) {
  const { found, filters: own, read, meaningOf, count, isSearchedSo, together } = counting;
  const start = performance.now();
  const isLate = () => performance.now() - start > LIMITS.ms;
  let left: number = LIMITS.counted;
  let leftToShorten: number = LIMITS.shortened;
  const known = new Map<string, number>();

  /** Once for each query; null where a limit is reached, none found where it would be searched otherwise. */
  async function counted(candidate: Candidate): Promise<Suggestion | null> {
    const { reason, tree, filters, leftOut } = candidate;
    const q = formatQuery(tree);
    const key = searchOf({ q, ...(filters && { filters }) });
    let total = known.get(key);
    if (total === undefined) {
      if (left === 0 || isLate()) return null;
      left--;
      const meant = read(q);
      total = await count(meant, filters ?? own);
      if (total > found && !(await isSearchedSo(meant))) total = 0;
      known.set(key, total);
    }
    return { reason, q, ...(filters && { filters }), ...(leftOut && { leftOut }), total };
  }

  async function offer(
    candidates: readonly Candidate[],
    most: number = LIMITS.ofAKind,
  ): Promise<Suggestion[]> {
    const offered = new Map<string, Suggestion>();
    for (const candidate of candidates) {
      if (offered.size === most) break;
      const meaning = meaningOf(candidate.tree);
      const isKnown = candidate.filters === undefined && offered.has(meaning);
      const suggestion = isKnown ? null : await counted(candidate);
      const key = suggestion?.filters ? searchOf(suggestion) : meaning;
      if (suggestion && suggestion.total > found) offered.set(key, suggestion);
    }
    return [...offered.values()];
  }

  /** With as much of the question as comes together somewhere; null where that is too little, or the question itself. */
  async function shorter(
    { tree, ...candidate }: Candidate,
    unknown: ReadonlySet<string>,
  ): Promise<Candidate | null> {
    const question = partsOf(tree, unknown);
    if (!question || leftToShorten === 0 || isLate()) return null;
    leftToShorten--;
    const kept = await together(neededOf(question), candidate.filters ?? own, question.parts);
    const less = questionOf(question, kept);
    const isLess = less !== null && formatQuery(less) !== formatQuery(tree);
    if (!isLess) return null;
    const stays = new Set(partsIn(less));
    const leftOut = tellingOf(tree).filter((part) => !stays.has(formatQuery(part)));
    return lessThan({ ...candidate, tree: less }, leftOut);
  }

  return {
    offer,
    shorter,
    /**
     * The candidates that find something; where none does, the likeliest with fewer words.
     * @param instead of which they are: what is left must have something that this lacks
     */
    async offerOrShorter(
      candidates: readonly Candidate[],
      unknown: ReadonlySet<string>,
      instead: QueryNode | null,
      most: number = LIMITS.ofAKind,
    ): Promise<Suggestion[]> {
      const offered = await offer(candidates, most);
      const [likeliest] = candidates;
      if (offered.length > 0 || !likeliest) return offered;
      const less = await shorter(likeliest, unknown);
      const isOther = less !== null && (less.filters !== undefined || hasMore(less.tree, instead));
      return isOther ? offer([less]) : [];
    },
  };
}

/** A candidate without these parts of the question, which says so: what spells words otherwise asks for all of them. */
export function lessThan(candidate: Candidate, leftOut: readonly QueryNode[]): Candidate {
  if (leftOut.length === 0) return candidate;
  const reason = candidate.reason === "spelling" ? "fewer-words" : candidate.reason;
  return { ...candidate, reason, leftOut: leftOut.map(formatQuery) };
}

/** Each search once, and of a kind no more than are offered. */
export function inLimits(suggestions: readonly Suggestion[]): Suggestion[] {
  const kept: Suggestion[] = [];
  for (const one of suggestions) {
    const isKnown = kept.some((other) => searchOf(other) === searchOf(one));
    const ofAKind = kept.filter(({ reason }) => reason === one.reason).length;
    if (!isKnown && ofAKind < LIMITS.ofAKind) kept.push(one);
  }
  return kept;
}

function searchOf({ q, filters }: Pick<Suggestion, "q" | "filters">): string {
  return JSON.stringify([q, filters]);
}

/** Whether it asks for a part that the other does not ask for. */
function hasMore(tree: QueryNode | null, other: QueryNode | null): boolean {
  const parts = new Set(partsIn(other));
  return partsIn(tree).some((part) => !parts.has(part));
}

function partsIn(tree: QueryNode | null): string[] {
  return tree?.type === "and" ? tree.children.map(formatQuery) : [formatQuery(tree)];
}
