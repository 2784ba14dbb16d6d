/** Language tags. */

/**
 * The language without script, region and variants, in lower case: `uk` of `uk-UA`.
 * @param lang BCP 47, in any letter case
 */
export function primaryLanguage(lang: string): string {
  return (lang.split("-", 1)[0] ?? "").toLowerCase();
}
