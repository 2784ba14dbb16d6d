/** The thread in which searches run: one connection each, opened when the thread starts. */
import { workerData } from "node:worker_threads";
import { openDatabase } from "../../store/database.ts";
import type { SearchRequest, SearchResult, Vocabulary, WordReport } from "../search-index.ts";
import { createSearcher } from "./searcher.ts";

const { databaseFile } = workerData as { databaseFile: string };
const searcher = createSearcher(openDatabase(databaseFile, { readonly: true }));
searcher.prepare();

export default (request: SearchRequest): SearchResult => searcher.search(request);

export const lookUp = (asked: Parameters<Vocabulary["lookUp"]>): WordReport[] =>
  searcher.lookUp(...asked);

export const count = (words: readonly string[]): number[] => searcher.count(words);

export const together = (asked: Parameters<Vocabulary["together"]>): number[] =>
  searcher.together(...asked);
