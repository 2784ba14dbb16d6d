import { describe, expect, test } from "vitest";
import { tokenize } from "../../src/text/tokens.ts";
import { buildPhraseTrie, findPhrases, gatherEvidence } from "../../src/text/topics/phrase-trie.ts";
import { readTaxonomy } from "../../src/text/topics/taxonomy.ts";
import { createShareJudge, type TopicModel } from "../../src/text/topics/topic-model.ts";
import { intervals } from "../eval/topics.ts";

const file = (tier: string) => `version: "1"
topics:
  - slug: bees
    label: { en: Bees }
    description: About bees.
    phrases: { en: { sure: honey }, fr: { sure: honey } }
  - slug: trade
    label: { en: Trade }
    description: About trade.
    phrases: { en: { sure: export, ${tier}: market }, fr: { sure: export } }
`;

const MODEL: TopicModel = {
  lang: "en",
  none: { bias: 0, perDoubling: 0 },
  topics: { bees: { bias: -1, slope: 2 }, trade: { bias: -1, slope: 2 } },
  phrases: { market: [{ trade: 0.5 }, { bees: -3, trade: 1 }, -0.5] },
};

function sharesOf(text: string, { tier = "likely", lang = "en", model = MODEL } = {}) {
  const taxonomy = readTaxonomy(file(tier));
  const trie = buildPhraseTrie(taxonomy, lang);
  const tokens = tokenize(text);
  const evidence = gatherEvidence(findPhrases(trie, tokens));
  const [bees, trade, none] = createShareJudge(model, taxonomy, trie, [0, 1])(evidence, 64);
  return { bees: bees ?? 0, trade: trade ?? 0, none: none ?? 0 };
}

describe("what was learned of phrases", () => {
  test("speaks for the topics it was learned for and against the others", () => {
    const alone = sharesOf("honey");
    const both = sharesOf("honey market");
    expect(both.bees).toBeLessThan(alone.bees);
    expect(both.trade).toBeGreaterThan(alone.trade);
    expect(both.bees + both.trade + both.none).toBeCloseTo(1);
  });

  test("holds only while the phrase stands where it stood", () => {
    const unlearned = { ...MODEL, phrases: {} };
    expect(sharesOf("honey market", { tier: "hint" })).toEqual(
      sharesOf("honey market", { tier: "hint", model: unlearned }),
    );
    expect(sharesOf("honey market")).not.toEqual(sharesOf("honey market", { model: unlearned }));
  });

  test("holds only in the language it was learned in", () => {
    const unlearned = { ...MODEL, phrases: {} };
    expect(sharesOf("honey export", { lang: "fr" })).toEqual(
      sharesOf("honey export", { lang: "fr", model: unlearned }),
    );
  });
});

describe("intervals of the figures", () => {
  const paragraph = (address: string, right: boolean) => ({
    coded: { address, text: "", gold: new Set([right ? "bees" : "trade"]), main: null },
    tags: ["bees"],
  });

  test("hold the figure, and are wider where addresses differ more", () => {
    const width = (addresses: boolean[]) => {
      const all = addresses.map((right, index) => paragraph(String(index), right));
      const { low, high } = intervals(
        all.map(({ coded }) => coded),
        all.map(({ tags }) => tags),
      );
      const precision = addresses.filter(Boolean).length / addresses.length;
      expect(low.precision).toBeLessThanOrEqual(precision);
      expect(high.precision).toBeGreaterThanOrEqual(precision);
      return high.precision - low.precision;
    };
    expect(width([true, true, true, true, true, true])).toBe(0);
    expect(width([true, false, true, false, true, false])).toBeGreaterThan(0.3);
  });
});
