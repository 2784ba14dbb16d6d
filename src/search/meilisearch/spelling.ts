/** How the words of a query are spelled to the server: by the letter, or with their synonyms. */
import { type Breather, createBreather } from "../external/breather.ts";
import type { Name, Synonyms } from "../synonyms.ts";
import { anyOfToken } from "./index-token.ts";
import { planOf, quoted, type Spelling, type TextTerm, tokensOf } from "./plan.ts";
import type { ServerSynonyms } from "./settings.ts";

/**
 * By the letter. A word with synonyms is asked by the token that the server has for just these words;
 * it is left loose, because a phrase has no synonyms.
 */
export function createSpelling(synonyms: () => ServerSynonyms): Spelling {
  return (term, lang) => {
    const tokens = alternatives(term, lang);
    if (tokens.length === 1) return { text: quoted(term, lang), loose: false };
    const token = anyOfToken(tokens);
    return Object.hasOwn(synonyms(), token) ? { text: token, loose: true } : null;
  };
}

/**
 * The server knows no OR, but it replaces a word by its synonyms: so each set of words that names of
 * the file come to, in some language, has a token that stands for it. The sets are what `createWiden`
 * makes of each name, told from stems that are made once. Made in slices: stemming takes most of it.
 * @param languages BCP 47
 */
export async function serverSynonyms(
  synonyms: Synonyms,
  languages: readonly string[],
): Promise<ServerSynonyms> {
  const breathe = createBreather();
  const sets = new Map<string, string[]>();
  for (const lang of languages) {
    for (const tokens of await setsOf(synonyms, lang, breathe)) sets.set(tokens.join("\n"), tokens);
  }
  const named = [...sets.values()].map((tokens) => [anyOfToken(tokens), tokens] as const);
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A name in index tokens: its words as stems, and what asks for all of it; null where that is beyond the server. */
type NameTokens = { stems: string; whole: string | null };

/**
 * Per word of each name, and per name of two words, which may be typed as one (`COVID-19`): its token and
 * those of the other names of the name's lines.
 */
async function setsOf(synonyms: Synonyms, lang: string, breathe: Breather): Promise<string[][]> {
  const lines: NameTokens[][] = [];
  for (const line of synonyms) {
    lines.push(line.map((name) => tokensOfName(name, lang)));
    await breathe();
  }
  const linesOf = new Map<string, Set<readonly NameTokens[]>>();
  for (const line of lines) {
    for (const { stems } of line) {
      linesOf.set(stems, (linesOf.get(stems) ?? new Set()).add(line));
    }
  }
  return [...linesOf].flatMap(([stems, itsLines]) => {
    const names = [...itsLines].flat();
    const isSame = (name: NameTokens) => name.stems === stems;
    const others = new Set(names.filter((name) => !isSame(name)).map(({ whole }) => whole));
    const tokens = [...others].filter((token) => token !== null);
    if (tokens.length === 0 || tokens.length < others.size) return [];
    const own = names.filter(isSame).flatMap(({ whole }) => whole ?? []);
    const typed = new Set([...stems.split(" "), ...own]);
    const sets = [...typed].map((one) => [...new Set([one, ...tokens])].sort());
    return sets.filter((set) => set.length > 1);
  });
}

function tokensOfName({ folded, text }: Name, lang: string): NameTokens {
  const stems = folded.map((word) => tokensOf({ type: "word", folded: [word], text }, lang));
  const [term] = planOf({ type: "phrase", folded: [...folded], text })?.found ?? [];
  const whole = folded.length === 1 ? stems[0] : term && tokensOf(term, lang);
  return { stems: stems.join(" "), whole: whole ?? null };
}

function alternatives(term: TextTerm, lang: string): string[] {
  const terms = [term, ...(term.synonyms ?? [])];
  return [...new Set(terms.map((one) => tokensOf(one, lang)))].sort();
}
