/** The archive's own words, looked through for those that a misspelled one may stand for. */
import type { Database } from "better-sqlite3";
import { mayBeMisspelled, otherStarts, slipsBetween } from "../../text/misspelling.ts";
import { type NearWord, RARE, type WordReport } from "../search-index.ts";
import type { Evaluator } from "./evaluate.ts";
import { anyStem } from "./match.ts";
import { stemTerm } from "./terms.ts";

/** Words told for a misspelled one: more are no help. */
const MOST_NEAR = 3;

/** Misspelled words of one query that others are looked for: each takes some 20 ms of 100,000 paragraphs. */
const MOST_LOOKED_FOR = 5;

/** So many times as common as a sure one, a word that is less near is told as well: Khrushchev beside a misprint of it. */
const FAR_COMMONER = 10;

type Candidate = NearWord & { slips: number; startsAlike: boolean };

/** @param db the archive; its temporary schema gets a table, its file nothing */
export function createVocabulary(db: Database, evaluator: Pick<Evaluator, "countStems">) {
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

  return {
    /** @param languages as `stemLanguage` gives them: those of the archive's addresses */
    lookUp(words: readonly string[], languages: readonly string[]): WordReport[] {
      let lookedFor = 0;
      return words.map((folded) => {
        const paragraphs = evaluator.countStems(anyStem([folded], languages));
        const isLookedFor = paragraphs <= RARE && mayBeMisspelled(folded);
        if (!isLookedFor || lookedFor++ >= MOST_LOOKED_FOR) return { folded, paragraphs, near: [] };
        if (paragraphs > 0)
          return { folded, paragraphs, near: nearRare(folded, paragraphs, languages) };
        return { folded, paragraphs, near: nearest(folded, languages) };
      });
    },
  };
}

function isForm(one: string, other: string, languages: readonly string[]): boolean {
  return languages.some((lang) => stemTerm(one, lang) === stemTerm(other, lang));
}
