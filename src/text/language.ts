/** Language tags. */

/**
 * The language without script, region and variants, in lower case: `uk` of `uk-UA`.
 * @param lang BCP 47, in any letter case
 */
export function primaryLanguage(lang: string): string {
  const end = lang.indexOf("-");
  return (end === -1 ? lang : lang.slice(0, end)).toLowerCase();
}
