/** The answer to the empty question, which several pages count by, kept while the archive stays as it is. */
import type { Answer, Question } from "../search/answer.ts";
import { COUNT_EVERYTHING } from "../search/search-index.ts";
import type { WebContext } from "./web-context.ts";

const { tree: _tree, ...everything } = COUNT_EVERYTHING;
/** Everything, newest first; `size` and filters are what a page changes. */
export const EVERYTHING: Question = { ...everything, q: "" };

/** @returns a function that counts the whole archive, once for each version of it */
export function wholeArchive({
  ask,
  reader,
}: Pick<WebContext, "ask" | "reader">): () => Promise<Answer> {
  let kept: { version: number; answer: Promise<Answer> } | null = null;
  return () => {
    const version = reader.version();
    if (kept?.version !== version) {
      const answer = ask(EVERYTHING);
      kept = { version, answer };
      answer.catch(() => {
        if (kept?.answer === answer) kept = null;
      });
    }
    return kept.answer;
  };
}
