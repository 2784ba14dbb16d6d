/** Countries a text speaks of, each with the words that say so. */
import { formerState } from "../../domain/country.ts";
import { createMentionFinder, type MentionKnowledge } from "../mentions/find-mentions.ts";
import { languageNamed } from "./languages.ts";

/**
 * How sure each kind of evidence is. From reading sampled mentions: what the full name says is
 * hardly ever wrong, places and metonyms somewhat oftener, rules of context oftenest.
 */
const CONFIDENCE: Record<string, number> = {
  "official-name": 0.99,
  name: 0.97,
  "former-name": 0.95,
  demonym: 0.95,
  capital: 0.9,
  city: 0.9,
  people: 0.9,
  region: 0.9,
  "leader-office": 0.9,
  compound: 0.9,
  part: 0.75,
};
const CONTEXT_CONFIDENCE = 0.8;

/** Capitals that were another state's in its time: the code of the country of today to that state's. */
const CAPITAL_OF_FORMER: Record<string, string> = { CZ: "CSHH", RS: "YUCS", RU: "SUHH" };

/** What there is to know to find countries; `rule` is explained by `COUNTRY_RULES`. */
export const COUNTRIES: MentionKnowledge = {
  kind: "country",
  languageNamed,
  confidence: CONFIDENCE,
  otherwise: CONTEXT_CONFIDENCE,
  inItsTime: (code, rule, year) =>
    rule === "capital" || rule === "leader-office" ? stateAt(code, year) : code,
};

export const findCountries = createMentionFinder(COUNTRIES);

/** Moscow in 1962 speaks for the Soviet Union. */
function stateAt(code: string, year: number | null): string {
  const then = CAPITAL_OF_FORMER[code];
  const state = then ? formerState(then) : null;
  return then && state && year !== null && year >= state.from && year <= state.to ? then : code;
}
