/** The archivist's file of names that mean the same. */
import { parse } from "yaml";
import { z } from "zod";
import { tokenize } from "../text/tokens.ts";

/** A name as it is written in the file, and its folded words. */
export type Name = { text: string; folded: readonly string[] };

/** Lines of names of one thing each. */
export type Synonyms = readonly (readonly Name[])[];

const LIMITS = {
  /** Read in all languages at every start: so many take a second, and make 1.5 MB of a search server's settings. */
  lines: 1000,
  /** Longer ones are no names. */
  words: 8,
  /** Of one line: all that Meilisearch tries of the names in words, and more than anything is called. */
  names: 50,
} as const;

const fileShape = z.array(z.array(z.string()).min(2)).nullable();

/** The file cannot be used. The message names the entry and what it takes. */
export class SynonymsError extends Error {
  override name = "SynonymsError";
}

/**
 * @param yaml a list of lists, each of names of one thing
 * @throws SynonymsError
 */
export function readSynonyms(yaml: string): Synonyms {
  const lines = readLines(yaml);
  if (lines.length > LIMITS.lines) {
    throw new SynonymsError(
      `the file has ${lines.length} entries; at most ${LIMITS.lines} are possible.`,
    );
  }
  return lines.map((names, line) => {
    if (names.length > LIMITS.names) {
      throw new SynonymsError(
        `entry ${line + 1} has ${names.length} names; at most ${LIMITS.names} are possible.`,
      );
    }
    return names.map((name) => readName(name, line));
  });
}

function readLines(yaml: string): string[][] {
  let content: unknown;
  try {
    content = parse(yaml);
  } catch (error) {
    throw new SynonymsError((error as Error).message);
  }
  const lines = fileShape.safeParse(content ?? null);
  if (lines.success) return lines.data ?? [];
  const [issue] = lines.error.issues;
  const place = issue?.path.length ? `entry ${Number(issue.path[0]) + 1}` : "the file";
  throw new SynonymsError(
    `${place} is not a list of at least two names: write lines such as - [Kyiv, Kiev].`,
  );
}

/** What has a meaning of its own in a query, and none in a name. */
const OPERATOR = /[*"“”~:]|^\s*[-+]|\b(?:AND|OR|NOT)\b/u;

function readName(text: string, line: number): Name {
  if (OPERATOR.test(text) || /\p{Cc}/u.test(text)) {
    throw new SynonymsError(
      `entry ${line + 1}: ${JSON.stringify(text)} is no name: write words alone, without * " ~ : AND OR NOT, a hyphen in front, or control characters.`,
    );
  }
  const folded = tokenize(text).map((token) => token.folded);
  if (folded.length >= 1 && folded.length <= LIMITS.words) return { text, folded };
  throw new SynonymsError(
    `entry ${line + 1}: “${text}” has ${folded.length} words; a name has one to ${LIMITS.words}.`,
  );
}
