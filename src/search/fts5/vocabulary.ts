/** The archive's own words, looked through for those that a misspelled one may stand for. */
import type { Database } from "better-sqlite3";
import { americanSpelling } from "../../text/american-spelling.ts";
import { isFunctionWord } from "../../text/function-words.ts";
import { mayBeMisspelled, otherStarts, slipsBetween } from "../../text/misspelling.ts";
import type { NearWord, WordReport } from "../search-index.ts";
import type { Evaluator } from "./evaluate.ts";
import { anyStem } from "./match.ts";
import { stemTerm } from "./terms.ts";

/** Words told for a misspelled one: more are no help. */
const MOST_NEAR = 3;

/** Misspelled words of one query that others are looked for: each takes some 20 ms of 100,000 paragraphs. */
const MOST_LOOKED_FOR = 5;

/** So many times as common as a sure one, a word that is less near is told as well: Khrushchev beside a misprint of it. */
const FAR_COMMONER = 10;

/** Letters of a word that may be two written as one: fewer in a part fit anything, more in all are none. */
const PARTED = { part: 2, most: 30 } as const;

type Candidate = NearWord & { slips: number; startsAlike: boolean };

/** @param db the archive; its temporary schema gets a table, its file nothing */
export function createVocabulary(
  db: Database,
  evaluator: Pick<Evaluator, "countStems" | "countPhrase">,
) {
  db.exec(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_vocabulary USING fts5vocab(main, search_words, row)",
  );
  // Those that begin alike: reading all words takes thirty times as long.
  const beginning = db
    .prepare("SELECT term, doc FROM temp.search_vocabulary WHERE term >= ? AND term < ?")
    .raw();
  const paragraphsWith = db
    .prepare("SELECT doc FROM temp.search_vocabulary WHERE term = ?")
    .pluck();

  function candidates(typed: string): Candidate[] {
    const [first = ""] = typed;
    const next = String.fromCodePoint((first.codePointAt(0) ?? 0) + 1);
    const rows = beginning.all(first, next) as [string, number][];
    // An unfinished word is sooner meant than one that begins otherwise, or is far rarer: "ukrai" is no slip of "krai".
    const begun = rows.filter(([word]) => word.startsWith(typed));
    const unfinished = begun.reduce((sum, [, paragraphs]) => sum + paragraphs, 0);
    for (const word of otherStarts(typed)) {
      if (word[0] === first) continue;
      const paragraphs = paragraphsWith.get(word) as number | undefined;
      if (paragraphs !== undefined) rows.push([word, paragraphs]);
    }
    return rows.flatMap(([word, paragraphs]) => {
      const slips = slipsBetween(typed, word);
      if (!slips) return [];
      const startsAlike = word[0] === first;
      const isOutweighed = startsAlike ? paragraphs * FAR_COMMONER < unfinished : unfinished > 0;
      const sure = slips.sure && !isOutweighed;
      return [{ word, paragraphs, sure, slips: slips.count, startsAlike }];
    });
  }

  /** The likeliest first, and of the forms of a word the commonest. */
  function nearest(typed: string, languages: readonly string[]): NearWord[] {
    const all = candidates(typed).sort(
      (a, b) =>
        Number(b.sure) - Number(a.sure) ||
        a.slips - b.slips ||
        // Which letter is the first is seldom mistaken (Kukich 1992, "Techniques for automatically correcting words in text").
        Number(b.startsAlike) - Number(a.startsAlike) ||
        b.paragraphs - a.paragraphs,
    );
    const kept: NearWord[] = [];
    let enough = 0;
    for (const { word, paragraphs, sure } of all) {
      if (kept.length === MOST_NEAR) break;
      const isKnown = kept.some((one) => isForm(one.word, word, languages));
      if (isKnown || (!sure && paragraphs < enough)) continue;
      kept.push({ word, paragraphs, sure });
      if (sure) enough = Math.max(enough, paragraphs * FAR_COMMONER);
    }
    return kept;
  }

  /** What is far commoner than a rare word may be meant, though that stands somewhere. */
  function nearRare(typed: string, paragraphs: number, languages: readonly string[]): NearWord[] {
    return nearest(typed, languages)
      .filter((near) => near.paragraphs >= paragraphs * FAR_COMMONER)
      .filter(({ word }) => !isForm(word, typed, languages))
      .map((near) => ({ ...near, sure: false }));
  }

  /** The pair of words that stands most often as a phrase: "air defense" for "airdefense". */
  function apart(typed: string): WordReport["apart"] {
    if (typed.length > PARTED.most || !/^\p{L}+$/u.test(typed)) return null;
    let best: WordReport["apart"] = null;
    for (let at = PARTED.part; at <= typed.length - PARTED.part; at++) {
      const [one, other] = [typed.slice(0, at), typed.slice(at)];
      for (const pair of spelledEitherWay(one, other)) {
        if (pair.every(isFunctionWord) || !pair.every((word) => paragraphsWith.get(word))) continue;
        const paragraphs = evaluator.countPhrase(pair);
        if (paragraphs > (best?.paragraphs ?? 0)) best = { pair, paragraphs };
      }
    }
    return best;
  }

  function inAnyForm(words: readonly string[], languages: readonly string[]): number[] {
    if (languages.length === 0) return words.map(() => 0);
    return words.map((folded) => evaluator.countStems(anyStem([folded], languages)));
  }

  return {
    /** In how many paragraphs each of the words stands in just this form: of "aride", the stem is that of "arid". */
    count: (words: readonly string[]): number[] =>
      words.map((folded) => (paragraphsWith.get(folded) as number | undefined) ?? 0),
    /**
     * @param commonest as `Vocabulary` has it
     * @param languages as `stemLanguage` gives them: those of the archive's addresses
     */
    lookUp(
      words: readonly string[],
      commonest: number,
      languages: readonly string[],
    ): WordReport[] {
      const counts = inAnyForm(words, languages);
      const suspects = words
        .map((folded, at) => ({ folded, paragraphs: counts[at] as number }))
        .filter(({ folded, paragraphs }) => paragraphs <= commonest && mayBeMisspelled(folded))
        .sort((a, b) => a.paragraphs - b.paragraphs)
        .slice(0, MOST_LOOKED_FOR)
        .map(({ folded }) => folded);
      return words.map((folded, at) => {
        const paragraphs = counts[at] as number;
        const isLookedFor = languages.length > 0 && suspects.includes(folded);
        if (!isLookedFor) return { folded, paragraphs, near: [], apart: null };
        if (paragraphs === 0) {
          return { folded, paragraphs, near: nearest(folded, languages), apart: apart(folded) };
        }
        return { folded, paragraphs, near: nearRare(folded, paragraphs, languages), apart: null };
      });
    },
  };
}

/** As typed and as Americans write it: a phrase stands by the letter. */
function spelledEitherWay(one: string, other: string): [string, string][] {
  const american: [string, string] = [americanSpelling(one), americanSpelling(other)];
  return american[0] === one && american[1] === other ? [american] : [[one, other], american];
}

function isForm(one: string, other: string, languages: readonly string[]): boolean {
  return languages.some((lang) => stemTerm(one, lang) === stemTerm(other, lang));
}
