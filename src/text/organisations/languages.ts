/** The languages with tables of their own; every other is read with the abbreviations that go everywhere. */
import type { MentionLanguage } from "../mentions/find-mentions.ts";
import { ENGLISH } from "./data/en.ts";
import { UKRAINIAN } from "./data/uk.ts";
import { ENGLISH_RULES } from "./english-rules.ts";
import { UKRAINIAN_RULES } from "./ukrainian-rules.ts";

const OWN: Record<string, MentionLanguage> = {
  en: { data: ENGLISH, rules: ENGLISH_RULES },
  uk: { data: UKRAINIAN, rules: UKRAINIAN_RULES },
};

/** Written alike in most languages of the Latin script, and by many others. */
const EVERYWHERE = `
asean | ASEAN
brics | BRICS
g20 | G20
g7 | G7
interpol | Interpol
nato | NATO
opec | OPEC
unctad | UNCTAD
unesco | Unesco
unhcr | UNHCR
unicef | Unicef
`;

/** What is known of a language, by its primary subtag. */
export function languageNamed(lang: string): MentionLanguage {
  if (Object.hasOwn(OWN, lang)) return OWN[lang] as MentionLanguage;
  const tables = [{ rules: ["abbreviation"], table: EVERYWHERE }];
  return {
    data: { lang, tables, masks: "", inflect: (item) => [item] },
    rules: { guards: {}, vetoes: [] },
  };
}
