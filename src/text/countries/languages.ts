/** The languages with a gazetteer of their own; every other is read with CLDR's names of countries. */
import { allCountryCodes, countryName, formerState } from "../../domain/country.ts";
import type { MentionLanguage } from "../mentions/find-mentions.ts";
import { ENGLISH } from "./data/en.ts";
import { UKRAINIAN } from "./data/uk.ts";
import { ENGLISH_RULES } from "./english-rules.ts";
import { UKRAINIAN_RULES } from "./ukrainian-rules.ts";

const OWN: Record<string, MentionLanguage> = {
  en: { data: ENGLISH, rules: ENGLISH_RULES },
  uk: { data: UKRAINIAN, rules: UKRAINIAN_RULES },
};

/** What is known of a language, by its primary subtag. */
export function languageNamed(lang: string): MentionLanguage {
  return Object.hasOwn(OWN, lang) ? (OWN[lang] as MentionLanguage) : namesOnly(lang);
}

function namesOnly(lang: string): MentionLanguage {
  const codes = allCountryCodes().filter((code) => formerState(code) === null);
  const names = codes.map((code) => `${code} | ${countryName(code, lang).replaceAll(",", ",,")}`);
  const data = {
    lang,
    tables: [{ rules: ["name"], table: names.join("\n") }],
    masks: "",
    inflect: (item: string) => [item],
  };
  return { data, rules: { guards: {}, vetoes: [] } };
}
