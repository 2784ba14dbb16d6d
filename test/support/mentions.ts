/** What is expected of countries and of organisations alike. */
import { expect } from "vitest";
import { describeRule, type RuleDescriptions } from "../../src/text/mentions/describe-rule.ts";
import type { MentionFinder } from "../../src/text/mentions/find-mentions.ts";
import { type JudgedMention, paragraphsOf } from "./judged.ts";

/**
 * 97 of 100 judged mentions are right, and those found right are found still.
 * @param valueIn the country or organisation that a judged mention was found to be
 */
export function expectStillFound<Fact extends JudgedMention>(
  facts: readonly Fact[],
  valueIn: (fact: Fact) => string,
  find: MentionFinder,
): void {
  const right = facts.filter((fact) => fact.right);
  expect(right.length / facts.length).toBeGreaterThanOrEqual(0.97);
  const paragraphs = paragraphsOf(facts);
  let rechecked = 0;
  for (const fact of right) {
    const { corpus, paragraph, start, end, words } = fact;
    const found = paragraphs.get(`${corpus} ${paragraph}`);
    if (!found) continue;
    rechecked++;
    const value = valueIn(fact);
    const still = find(found.text, found.context).some(
      (mention) => mention.value === value && mention.start < end && start < mention.end,
    );
    expect(still, `${words} is ${value} in ${corpus} ${paragraph}`).toBe(true);
  }
  expect(rechecked).toBeGreaterThanOrEqual(0.9 * right.length);
}

/** Each rule has a sentence of its own. */
export function expectDescribed(descriptions: RuleDescriptions, rules: ReadonlySet<string>): void {
  const unknown = [descriptions.unknownRule, descriptions.unknownContext];
  for (const rule of rules) {
    expect(describeRule(descriptions, rule), rule).toMatch(/^[^.]+\.$/);
    expect(unknown, rule).not.toContain(describeRule(descriptions, rule));
  }
}
