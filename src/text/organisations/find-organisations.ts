/** International organisations a text speaks of, each with the words that say so. */
import { formerOrganisation, foundedIn } from "../../domain/organisation.ts";
import { createMentionFinder, type MentionKnowledge } from "../mentions/find-mentions.ts";
import { languageNamed } from "./languages.ts";

/** How sure each kind of evidence is, from reading sampled mentions. */
const CONFIDENCE: Record<string, number> = {
  name: 0.99,
  abbreviation: 0.97,
  "former-name": 0.95,
  body: 0.95,
};
const CONTEXT_CONFIDENCE = 0.85;

/** Bodies that were another organisation's in their time: since when they are this one's, and whose they were. */
const BEFORE: Record<string, { since: number; of: string }> = {
  eu: { since: 1993, of: "ec" },
  icj: { since: 1945, of: "pcij" },
};

/** Years for which its founders speak of an organisation by name before it is founded. */
const AHEAD = 1;

/** What there is to know to find organisations; `rule` is explained by `ORGANISATION_RULES`. */
export const ORGANISATIONS: MentionKnowledge = {
  kind: "organisation",
  languageNamed,
  confidence: CONFIDENCE,
  otherwise: CONTEXT_CONFIDENCE,
  inItsTime,
};

export const findOrganisations = createMentionFinder(ORGANISATIONS);

/** The European Commission of 1970 was the Communities'; a "European Union" of 1950 was a wish. */
function inItsTime(slug: string, rule: string, year: number | null): string | null {
  if (year === null) return slug;
  const before = BEFORE[slug];
  const then = rule === "body" && before && year < before.since ? before.of : slug;
  const isFormerName = rule === "former-name" && formerOrganisation(slug) === null;
  return isFormerName || year >= (foundedIn(then) ?? year) - AHEAD ? then : null;
}
