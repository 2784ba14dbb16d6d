/** The languages with a gazetteer of their own; every other is read with CLDR's names of countries. */
import { allCountryCodes, countryName, formerState } from "../../domain/country.ts";
import { ENGLISH } from "./data/en.ts";
import { UKRAINIAN } from "./data/uk.ts";
import { ENGLISH_RULES } from "./english-rules.ts";
import type { LanguageData } from "./gazetteer.ts";
import type { LanguageRules } from "./passage.ts";
import { UKRAINIAN_RULES } from "./ukrainian-rules.ts";

type Language = { data: LanguageData; rules: LanguageRules };

const OWN: Record<string, Language> = {
  en: { data: ENGLISH, rules: ENGLISH_RULES },
  uk: { data: UKRAINIAN, rules: UKRAINIAN_RULES },
};

/** What is known of a language, by its primary subtag. */
export function languageNamed(lang: string): Language {
  return Object.hasOwn(OWN, lang) ? (OWN[lang] as Language) : namesOnly(lang);
}

function namesOnly(lang: string): Language {
  const codes = allCountryCodes().filter((code) => formerState(code) === null);
  const data: LanguageData = {
    lang,
    countries: codes.map((code) => `${code} | ${countryName(code, lang)}`).join("\n"),
    lists: [],
    masks: "",
    inflect: (item) => [item],
  };
  return { data, rules: { guards: {}, vetoes: [] } };
}
