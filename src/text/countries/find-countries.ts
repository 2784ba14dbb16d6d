/** Countries a text speaks of, each with the words that say so. */
import type { CountryMention } from "../../domain/address.ts";
import { allCountryCodes, countryName } from "../../domain/country.ts";
import type { PartialDate } from "../../domain/partial-date.ts";

/** What is known of the address a text is from. */
export type CountryContext = {
  /** BCP 47. */
  lang: string;
  /** ISO 3166 code of the country the speaker spoke for. */
  speakerCountry: string | null;
  date: PartialDate | null;
};

/**
 * Finds the countries a text speaks of.
 * @returns mentions in order of place, never overlapping
 */
export function findCountries(text: string, context: CountryContext): CountryMention[] {
  const mentions: CountryMention[] = [];
  for (const country of allCountryCodes()) {
    const name = countryName(country, context.lang);
    const start = text.indexOf(name);
    if (start < 0) continue;
    mentions.push({ start, end: start + name.length, country, rule: "name", confidence: 0.9 });
  }
  return mentions.sort((a, b) => a.start - b.start);
}
