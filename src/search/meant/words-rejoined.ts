/** Words that may have been parted or joined otherwise: one that is two in the archive, and two that are one. */
import {
  joinedTree,
  joinedWords,
  partedTree,
  rejoinedTree,
  rejoinedWords,
} from "../query/rejoin.ts";
import { respelledTree } from "../query/respell.ts";
import type { QueryNode } from "../query/syntax.ts";
import type { Vocabulary } from "../search-index.ts";
import type { Candidate } from "./suggestions.ts";
import { type Report, surelyMeant } from "./words-meant.ts";

/** Paragraphs that a word parted or joined otherwise needs to be likely: in a single one it may be a misprint itself. */
const LIKELY = 2;

/** `parted` and `joined` are likely; `rare` are offered where nothing else is. */
export type Rejoined = Record<"parted" | "joined" | "rare", Candidate[]>;

type Counted = { tree: QueryNode; paragraphs: number };

/**
 * All of what the archive has as written. A word that is parted or joined is taken as typed, whatever it
 * was taken for by its spelling: "nofly" is sooner "no fly" than "nobly".
 * @param neighbours whether words next to each other may be one
 */
export async function rejoinedOtherwise(
  typed: QueryNode,
  reports: readonly Report[],
  neighbours: boolean,
  vocabulary: Pick<Vocabulary, "count">,
): Promise<Rejoined> {
  const parted = partedOf(typed, reports);
  const joined = await joinedOf(typed, reports, neighbours, vocabulary);
  const isLikely = ({ paragraphs }: Counted) => paragraphs >= LIKELY;
  return {
    parted: parted.filter(isLikely).map(candidateOf),
    joined: joined.filter(isLikely).map(candidateOf),
    rare: [...parted, ...joined].filter((one) => !isLikely(one)).map(candidateOf),
  };
}

function candidateOf({ tree }: Counted): Candidate {
  return { reason: "spelling", tree };
}

/** With two words that stand next to each other in place of one that stands nowhere. */
function partedOf(typed: QueryNode, reports: readonly Report[]): Counted[] {
  const sure = surelyMeant(reports);
  return reports.flatMap(({ folded, apart }) => {
    const tree = apart && respelledTree(partedTree(typed, folded, apart.pair), sure);
    return tree ? [{ tree, paragraphs: apart.paragraphs }] : [];
  });
}

/** With words in one where the archive has that, the commonest first; first of all those typed with points or hyphens. */
async function joinedOf(
  typed: QueryNode,
  reports: readonly Report[],
  neighbours: boolean,
  { count }: Pick<Vocabulary, "count">,
): Promise<Counted[]> {
  const sure = surelyMeant(reports);
  const righted = respelledTree(typed, sure);
  const asTyped = new Set(neighbours ? joinedWords(typed) : []);
  const pairs = [...new Set([...asTyped, ...(neighbours ? joinedWords(righted) : [])])];
  const pointed = rejoinedWords(righted);
  const words = [...pairs, ...pointed];
  const counts = words.length > 0 ? await count(words) : [];
  const counted = pairs.map((word, at): Counted => {
    const tree = asTyped.has(word)
      ? respelledTree(joinedTree(typed, word), sure)
      : joinedTree(righted, word);
    return { tree, paragraphs: counts[at] as number };
  });
  const rejoined = rejoinedTree(righted);
  const fewest = Math.min(...counts.slice(pairs.length));
  return [
    ...(rejoined ? [{ tree: rejoined, paragraphs: fewest }] : []),
    ...counted.sort((a, b) => b.paragraphs - a.paragraphs),
  ].filter(({ paragraphs }) => paragraphs > 0);
}
