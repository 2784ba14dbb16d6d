import { describe, expect, test } from "vitest";
import { partsOf, planOf, queryText } from "../../src/search/meilisearch/plan.ts";
import { createSpelling, serverSynonyms } from "../../src/search/meilisearch/spelling.ts";
import { parseQuery } from "../../src/search/query/parse.ts";
import { createWiden } from "../../src/search/query/widen.ts";
import { readSynonyms } from "../../src/search/synonyms.ts";

const plan = (q: string) => planOf(parseQuery(q).tree);
const exact = createSpelling(() => ({}));
const text = (q: string, lang = "en") => {
  const planned = plan(q);
  return planned && queryText(planned, lang, exact);
};

describe("a query for Meilisearch", () => {
  test("has every word as a phrase of its own, so that it is taken by the letter", () => {
    expect(text("grain exports")).toBe('"0grain" "0export"');
    expect(text('"grain exports"')).toBe('"1grain 1exports"');
  });
  test("has its exclusions first, where the limit of ten words cannot drop them", () => {
    expect(text('grain -war -"no peace" export')).toBe('-"0war" -"1no 1peace" "0grain" "0export"');
  });
  test("has facts and dates as filters", () => {
    const planned = plan("grain topic:defence -country:DE date:2022-03");
    expect(planned?.filters).toEqual([
      'topic IN ["defence"]',
      'NOT (country IN ["DE"])',
      "(last >= 20220301) AND (first <= 20220331)",
    ]);
  });
  test("is left to FTS5 where the server would take it for another", () => {
    for (const q of [
      "grain OR wheat",
      "-(grain wheat)",
      "gra*",
      '"grain export"~5',
      "title:grain",
      '"one two three"',
      "a b c d e f g h i j k",
    ]) {
      expect([q, plan(q)]).toEqual([q, null]);
    }
    expect(plan("a b c d e f g h i j")).not.toBeNull();
    expect(plan(`grain ${"-a ".repeat(20)}`)).not.toBeNull();
  });
  test("leaves words with synonyms loose, apart from each other and from the end", async () => {
    const names = readSynonyms("- [Kyiv, Kiev]\n- [grain, wheat and corn]");
    const synonyms = await serverSynonyms(names, ["en", "uk"]);
    const spell = createSpelling(() => synonyms);
    const widen = createWiden(names, ["en"]);
    const planned = planOf(widen(parseQuery("Kiev war Kiev -Kyiv").tree).tree);
    const text = planned ? queryText(planned, "en", spell) : "";
    expect(text).toMatch(/^-"0kyiv" -"0kiev" (4[0-9a-f]{64}) \. \1 \. "0war"$/);
    expect(planOf(widen(parseQuery("grain").tree).tree)).toBeNull();
  });
  test("is one for languages that stem it alike, and one for each that does not", () => {
    const planned = plan("sanctions");
    if (!planned) throw new Error("no plan");
    const textIn = (lang: string) => queryText(planned, lang, exact);
    expect(partsOf(["de", "xx", "en"], textIn)).toEqual([
      { q: '"0sanction"', languages: ["de", "en"] },
      { q: '"0sanctions"', languages: ["xx"] },
    ]);
    expect(partsOf(["en", "en-GB"], textIn)).toEqual([{ q: '"0sanction"', languages: null }]);
    expect(partsOf([], textIn)).toEqual([{ q: '"0sanction"', languages: null }]);
  });
});
