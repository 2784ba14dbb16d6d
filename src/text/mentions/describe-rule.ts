/** Why a country or an organisation is on a paragraph, said plainly. */

/** Sentences by rule and by rule of context, and those for rules that are not known. */
export type RuleDescriptions = {
  rules: Readonly<Record<string, string>>;
  contexts: Readonly<Record<string, string>>;
  unknownRule: string;
  unknownContext: string;
};

/**
 * One plain sentence about a rule, for pages that show why a tag is on a paragraph.
 * @param rule as a mention carries it, e.g. `demonym`, `context:georgia`
 * @returns a sentence for every rule, also for one that is not known here
 */
export function describeRule(
  { rules, contexts, unknownRule, unknownContext }: RuleDescriptions,
  rule: string,
): string {
  const context = rule.startsWith("context:") ? rule.slice("context:".length) : null;
  return context === null ? (rules[rule] ?? unknownRule) : (contexts[context] ?? unknownContext);
}
