/** What a reader may have meant whose question found nothing, or little: everything that is offered, in its order. */
import type { Suggestion } from "../answer.ts";
import type { Names } from "../names.ts";
import { respelledTree, wordsAsked } from "../query/respell.ts";
import type { QueryNode } from "../query/syntax.ts";
import type { FacetFilters, Vocabulary } from "../search-index.ts";
import { knownOf, partsOf, tellingOf } from "./question-parts.ts";
import { speakersInstead } from "./speakers-meant.ts";
import { type Candidate, LIMITS, lessThan, type Offers } from "./suggestions.ts";
import { knownInstead } from "./values-meant.ts";
import {
  alternatives,
  beginning,
  commonerInstead,
  FAILING,
  RARE,
  type Report,
  spelledOtherwise,
  surelyMeant,
  unknownWords,
} from "./words-meant.ts";
import { rejoinedOtherwise } from "./words-rejoined.ts";

/** What the archive calls its values, and which of them a name means. */
export type KnownNames = Pick<Names, "resolve" | "has" | "near" | "speakersOf">;

export type Unsatisfied = {
  typed: QueryNode;
  /** On the words of the query; none where all it asks for is common enough. */
  reports: readonly Report[];
  /** Paragraphs that were found, as typed or with the words that are surely meant. */
  total: number;
  /** Whether these words were searched. */
  isRighted: boolean;
};

type Means = { offers: Offers; vocabulary: Vocabulary; names: KnownNames };

/**
 * Searches with values that the archive knows in place of those it does not; they alone make a question
 * find nothing. The commonest come first, being as near as the others.
 * @param tree what was searched
 */
export async function knownValues(
  tree: QueryNode | null,
  filters: FacetFilters,
  reports: readonly Report[],
  { offers, names }: Pick<Means, "offers" | "names">,
): Promise<Suggestion[]> {
  const candidates = knownInstead({ tree, filters }, names).map((known): Candidate => {
    const changed = known.filters !== filters;
    return { reason: "spelling", tree: known.tree, ...(changed && { filters: known.filters }) };
  });
  const unknown = unknownWords(reports);
  const found = await offers.offerOrShorter(candidates, unknown, tree, candidates.length);
  return found.sort((a, b) => b.total - a.total).slice(0, LIMITS.ofAKind);
}

/** Searches that may have been meant instead, the likeliest first: each finds more than the question did. */
export async function meantOtherwise(
  { typed, reports, total, isRighted }: Unsatisfied,
  { offers, vocabulary, names }: Means,
): Promise<Suggestion[]> {
  const righted = respelledTree(typed, surelyMeant(reports));
  const unknown = unknownWords(reports);
  const foundNothing = total === 0;
  const offer = foundNothing
    ? (candidates: Candidate[]) => offers.offerOrShorter(candidates, unknown, righted)
    : (candidates: Candidate[]) => offers.offer(candidates);
  const spoken = speakersInstead(righted, names, { unknown, any: foundNothing });
  const begun = foundNothing ? beginning(righted, reports) : null;
  const question: Candidate = { reason: "fewer-words", tree: righted };
  const less = foundNothing ? await offers.shorter(question, unknown) : null;
  const bySpeaker = await offer(spoken ? [{ reason: "speaker", tree: spoken }] : []);
  const rejoined = await rejoinedOtherwise(typed, reports, total <= RARE, vocabulary);
  const spelled = await offer([
    ...rejoined.parted,
    ...spelledOtherwise(typed, reports, isRighted),
    ...rejoined.joined,
  ]);
  const offered = [
    ...bySpeaker,
    ...spelled,
    ...(foundNothing && spelled.length === 0
      ? await commoner(righted, unknown, {
          offers,
          vocabulary,
          names: bySpeaker.length > 0 ? names : null,
        })
      : []),
    ...(await offers.offer(begun ? [{ reason: "beginning", tree: begun.tree }] : [])),
    ...(await offers.offer(alternatives(righted))),
    ...(await offers.offer(less ? [less] : [])),
  ];
  return offered.length > 0 ? offered : offer(rejoined.rare);
}

/**
 * With a far commoner word in place of one that is there, as each is, though together they find nothing;
 * words of grammar are no reason for that.
 * @param names where a speaker is offered: what names one is no misprint of other words
 */
async function commoner(
  tree: QueryNode,
  unknown: ReadonlySet<string>,
  {
    offers,
    vocabulary,
    names,
  }: Pick<Means, "offers" | "vocabulary"> & { names: KnownNames | null },
): Promise<Suggestion[]> {
  const parts = partsOf(tree, unknown);
  const known = parts ? knownOf(parts) : tree;
  if (parts && parts.telling.length < 2) return [];
  const isEnough = (await offers.offer([{ reason: "fewer-words", tree: known }])).length > 0;
  const isSpeaker = (folded: string) => (names?.resolve("speaker", folded).length ?? 0) > 0;
  const words = wordsAsked(known).filter(
    ({ asItStands, folded }) => !asItStands && !isSpeaker(folded),
  );
  if (isEnough || words.length === 0) return [];
  const reports = await vocabulary.lookUp(
    words.map(({ folded }) => folded),
    FAILING,
  );
  // Those that no paragraph has were left out, and no offer is silent about that.
  const isLeftOut = (node: QueryNode) => node.type === "word" && unknown.has(node.folded);
  const lost = tellingOf(tree).filter(isLeftOut);
  return offers.offer(commonerInstead(known, reports).map((other) => lessThan(other, lost)));
}
