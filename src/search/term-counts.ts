/** What each part of a query that found nothing finds by itself, and what the others find without it. */
import { isFunctionWord } from "../text/function-words.ts";
import { tokenize } from "../text/tokens.ts";
import type { TermCount } from "./answer.ts";
import { formatQuery } from "./query/describe.ts";
import type { QueryNode } from "./query/syntax.ts";
import { withoutPart } from "./query/without-part.ts";

/** Terms of a query that found nothing whose counts are told, two searches each; the longest, as the telling ones, no words of grammar. */
const MOST_TERM_COUNTS = 8;
/** Milliseconds after which no further term is counted: what was found, if only nothing, waits for it. */
const MOST_MS = 1000;
/** Words of a phrase that is looked for word by word: as many as a query may have. */
const MOST_LOOSENED = 32;

export type Counts = {
  /** Paragraphs of the whole archive with a part. */
  alone: (part: QueryNode) => Promise<number>;
  /** Paragraphs that the question finds with this in place of its words. */
  within: (rest: QueryNode) => Promise<number>;
};

/**
 * How often each positive part of a query occurs by itself in the whole archive, and the words of
 * a phrase wherever they stand: a quotation is often remembered with a word too few or too many.
 * The rarest come first, being what fails.
 */
export async function countTerms(
  tree: QueryNode | null,
  { alone, within }: Counts,
): Promise<TermCount[]> {
  const parts = positiveTerms(tree).flatMap((node) => [node, ...loosened(node)]);
  const telling = parts.filter((node) => !(node.type === "word" && isFunctionWord(node.folded)));
  const terms = [...new Map(telling.map((node) => [formatQuery(node), node]))];
  terms.sort(([a], [b]) => b.length - a.length);
  const counts: TermCount[] = [];
  const start = performance.now();
  for (const [text, node] of terms.slice(0, MOST_TERM_COUNTS)) {
    if (performance.now() - start > MOST_MS) break;
    const rest = withoutPart(tree, text);
    counts.push({ text, count: await alone(node), without: rest ? await within(rest) : null });
  }
  return counts.sort((a, b) => a.count - b.count);
}

/** The words of a phrase in any form and any order. */
function loosened(node: QueryNode): QueryNode[] {
  if (node.type !== "phrase") return [];
  const children = tokenize(node.text).map(({ start, end, folded }) => {
    return { type: "word" as const, folded, text: node.text.slice(start, end), prefix: false };
  });
  return children.length > 1 && children.length <= MOST_LOOSENED ? [{ type: "and", children }] : [];
}

function positiveTerms(node: QueryNode | null): QueryNode[] {
  if (!node || node.type === "not") return [];
  return node.type === "and" || node.type === "or" ? node.children.flatMap(positiveTerms) : [node];
}
