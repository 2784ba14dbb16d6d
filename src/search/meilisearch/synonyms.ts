/** The archivist's file of names that mean the same → synonyms as the index knows words. */
import { parse } from "yaml";
import { z } from "zod";
import { stem } from "../../text/stem.ts";
import { tokenize } from "../../text/tokens.ts";
import { stemToken } from "./index-token.ts";
import type { Synonyms } from "./settings.ts";

/** A longer phrase would also be found where only its parts are. */
const MOST_WORDS = 2;

const fileShape = z.array(z.array(z.string()).min(2)).nullable();

/** The file cannot be used. The message names the entry and what it takes. */
export class SynonymsError extends Error {
  override name = "SynonymsError";
}

/**
 * @param yaml a list of lists, each of names of one thing; a name is one or two words. Of a name of
 *   two words the others are no synonyms: two words typed are two words.
 * @param languages whose forms of a name count as the name
 * @throws SynonymsError
 */
export function readSynonyms(yaml: string, languages: readonly string[]): Synonyms {
  const synonyms = new Map<string, Set<string>>();
  for (const [number, names] of readGroups(yaml).entries()) {
    const groups = names.map((name) => wordsOf(name, number));
    for (const lang of languages) addGroup(synonyms, groups, lang);
  }
  const entries = [...synonyms].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([token, others]) => [token, [...others].sort()]));
}

function readGroups(yaml: string): string[][] {
  let content: unknown;
  try {
    content = parse(yaml);
  } catch (error) {
    throw new SynonymsError((error as Error).message);
  }
  const groups = fileShape.safeParse(content ?? null);
  if (groups.success) return groups.data ?? [];
  const [issue] = groups.error.issues;
  const place = issue?.path.length ? `entry ${Number(issue.path[0]) + 1}` : "the file";
  throw new SynonymsError(
    `${place} is not a list of at least two names: write lines such as - [Kyiv, Kiev].`,
  );
}

function wordsOf(name: string, group: number): string[] {
  const words = tokenize(name).map(({ folded }) => folded);
  if (words.length >= 1 && words.length <= MOST_WORDS) return words;
  throw new SynonymsError(
    `entry ${group + 1}: “${name}” has ${words.length} words; a name has one or two.`,
  );
}

function addGroup(synonyms: Map<string, Set<string>>, names: readonly string[][], lang: string) {
  const tokens = names.map((words) => words.map((word) => stemToken(stem(word, lang))).join(" "));
  for (const token of tokens) {
    if (token.includes(" ")) continue;
    const others = synonyms.get(token) ?? new Set();
    for (const other of tokens) if (other !== token) others.add(other);
    if (others.size > 0) synonyms.set(token, others);
  }
}
