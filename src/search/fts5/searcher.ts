/** Answers searches on one connection; what a query worker holds. */
import type { Database } from "better-sqlite3";
import type { QueryNode } from "../query/syntax.ts";
import type { QuestionPart, SearchRequest, SearchResult, WordReport } from "../search-index.ts";
import { type Columns, readColumns } from "./columns.ts";
import { createEvaluator } from "./evaluate.ts";
import { filterAndCount } from "./facets.ts";
import type { Ids } from "./id-sets.ts";
import { anyStem } from "./match.ts";
import { pageOf } from "./page.ts";
import { scores } from "./rank.ts";
import { bestTogether } from "./together.ts";
import { createVocabulary } from "./vocabulary.ts";

/** Matches of the last few trees, kept while the archive stays the same: paging and narrowing ask again. */
const REMEMBERED = 4;

type Matches = { ids: Ids; score?: Float32Array | null };

/** @param db opened for reading; every search sees one committed state of it */
export function createSearcher(db: Database) {
  const version = db.prepare("SELECT version FROM archive").pluck();
  const evaluator = createEvaluator(db);
  const vocabulary = createVocabulary(db, evaluator);
  const frequencies = new Map<string, number>();
  const remembered = new Map<string, Matches>();
  /** Arrays as long as the archive, used again: left to the garbage collector, some 60 MB of them would wait for it. */
  const spare: Float32Array[] = [];
  let columns: Columns | null = null;

  /** Columns of the state that the running transaction sees; all that hangs on an older one is forgotten. */
  function currentColumns(): Columns {
    const now = version.get() as number;
    if (columns?.version !== now) {
      columns = readColumns(db, now);
      frequencies.clear();
      remembered.clear();
      spare.length = 0;
    }
    return columns;
  }

  function matchesOf(tree: QueryNode, current: Columns): Matches {
    const name = JSON.stringify(tree);
    const matches = remembered.get(name) ?? { ids: evaluator.evaluate(tree, current) };
    remembered.delete(name);
    remembered.set(name, matches);
    if (remembered.size > REMEMBERED) forgetOldest();
    return matches;
  }

  function forgetOldest() {
    for (const [name, { score }] of remembered) {
      if (score) spare.push(score);
      remembered.delete(name);
      return;
    }
  }

  function scoreOf(tree: QueryNode, matches: Matches, current: Columns): Float32Array | null {
    matches.score ??= scores(
      tree,
      matches.ids,
      current,
      evaluator,
      (words) => {
        const expression = anyStem(words, current.stemLanguages);
        const found = frequencies.get(expression) ?? evaluator.countStems(expression);
        frequencies.set(expression, found);
        return found;
      },
      spare.pop(),
    );
    return matches.score;
  }

  function search(request: SearchRequest): SearchResult {
    const current = currentColumns();
    const { tree } = request;
    const canMatch = current.ids.length > 0;
    const matches = tree && canMatch ? matchesOf(tree, current) : { ids: current.ids };
    const { hits, perAddress, facets } = filterAndCount(matches.ids, current, request);
    const needsScore = request.sort === "relevance" && request.size > 0 && hits.length > 0;
    const score = tree && needsScore ? scoreOf(tree, matches, current) : null;
    return {
      hits: pageOf(hits, perAddress, current, score, request),
      total: hits.length,
      ...addressSpan(perAddress, current),
      facets,
    };
  }

  /** Ids of what a request finds, whatever page it asks for. */
  function found({ tree, ...request }: SearchRequest, current: Columns): Ids {
    const ids = tree ? evaluator.evaluate(tree, current) : current.ids;
    return filterAndCount(ids, current, request).hits;
  }

  function together(request: SearchRequest, parts: readonly QuestionPart[]): number[] {
    const current = currentColumns();
    if (current.ids.length === 0) return [];
    const sets = parts.map(({ tree }) => evaluator.evaluate(tree, current));
    const importance = parts.map((part) => part.importance);
    return bestTogether(found(request, current), sets, importance, current.ids.length);
  }

  return {
    /** Reads the columns ahead of the first search. */
    prepare: db.transaction(() => void currentColumns()),
    lookUp: db.transaction((words: readonly string[], commonest: number): WordReport[] =>
      vocabulary.lookUp(words, commonest, currentColumns().stemLanguages),
    ),
    count: db.transaction((words: readonly string[]): number[] => vocabulary.count(words)),
    together: db.transaction(together),
    search: db.transaction(search) as (request: SearchRequest) => SearchResult,
  };
}

function addressSpan(perAddress: Uint32Array, { dateFirst, dateLast }: Columns) {
  let addressTotal = 0;
  let firstDay: number | null = null;
  let lastDay: number | null = null;
  for (let address = 0; address < perAddress.length; address++) {
    if (perAddress[address] === 0) continue;
    addressTotal++;
    firstDay ??= dateFirst[address] as number; // addresses stand in the order of their first days
    lastDay = Math.max(lastDay ?? 0, dateLast[address] as number);
  }
  return { addressTotal, firstDay, lastDay };
}
