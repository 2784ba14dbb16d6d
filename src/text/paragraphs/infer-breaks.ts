/** Where a wall of text, a long block that came without paragraphs, is broken into some. */
import type { Range } from "../../domain/range.ts";
import { primaryLanguage } from "../language.ts";
import {
  type BreakModel,
  type ModelFile,
  readModel,
  type ScoredWall,
  scoreWall,
} from "./break-model.ts";
import { chooseBreaks } from "./choose-breaks.ts";
import english from "./model-en.json" with { type: "json" };
import ukrainian from "./model-uk.json" with { type: "json" };

const FILES: readonly ModelFile[] = [english, ukrainian];
const models = new Map<string, BreakModel>();

function modelOf(lang: string): BreakModel | null {
  const primary = primaryLanguage(lang);
  const file = FILES.find((candidate) => candidate.lang === primary);
  if (!file) return null;
  const model = models.get(primary) ?? readModel(file);
  models.set(primary, model);
  return model;
}

const CHARACTERS_PER_WORD = 6;
/** In a language without a model every sentence is as good a beginning, so lengths decide. */
const PLAIN_PRIOR = { intercept: 1.9, slope: 0.8, deviation: 0.6, weight: 1, breakBias: 0 };

/** What is known of a gap beforehand: a paragraph must begin there, must not, or either. */
export type GapRule = "break" | "join" | "free";
/** Log-odds that no other evidence outweighs. */
const CERTAIN = 1e6;

/**
 * Infers the paragraph breaks of a wall.
 * @param sentences the wall's sentences, in order
 * @param lang BCP 47
 * @param rules what is known of the gap before each sentence
 * @returns indices of sentences that begin a paragraph, ascending, without 0
 */
export function inferBreaks(
  text: string,
  sentences: readonly Range[],
  lang: string,
  rules: readonly GapRule[],
): number[] {
  const model = modelOf(lang);
  const wall = model ? scoreWall(model, text, sentences, lang) : measureWall(sentences);
  for (const [gap, rule] of rules.entries()) {
    if (rule !== "free") wall.logOdds[gap] = rule === "break" ? CERTAIN : -CERTAIN;
  }
  return chooseBreaks(wall, model?.length ?? PLAIN_PRIOR);
}

/** Characters stand in for words, so that scripts without spaces are measured too. */
function measureWall(sentences: readonly Range[]): ScoredWall {
  const lengths = sentences.map(({ start, end }) => (end - start) / CHARACTERS_PER_WORD);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return {
    lengths,
    logOdds: new Float64Array(lengths.length),
    meanLengths: new Float64Array(lengths.length).fill(mean),
  };
}
