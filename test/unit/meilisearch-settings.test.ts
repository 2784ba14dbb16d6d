import { describe, expect, test } from "vitest";
import {
  differingSettings,
  indexSettings,
  settingsHash,
} from "../../src/search/meilisearch/settings.ts";

/** What `GET /indexes/{uid}/settings` of Meilisearch 1.50 lists. */
const SETTINGS_OF_A_SERVER = 20;

describe("the index's settings", () => {
  test("are known by a hash that changes with the synonyms, apart from the rest", () => {
    const none = settingsHash({});
    const some = settingsHash({ "0kiev": ["0kyiv"] });
    expect(some.format).toBe(none.format);
    expect(some.synonyms).not.toBe(none.synonyms);
  });
  test("differ where the server has others, whatever order it gives its lists in", () => {
    const wanted = indexSettings({});
    const server = structuredClone(wanted);
    server.filterableAttributes?.reverse();
    expect(differingSettings(server, wanted)).toEqual([]);
    server.rankingRules?.reverse();
    expect(differingSettings(server, wanted)).toEqual(["rankingRules"]);
  });
  test("are held against the server's whether this program wants something there or nothing", () => {
    const wanted = indexSettings({});
    const foreign = {
      stopWords: ["0war"],
      separatorTokens: ["0"],
      nonSeparatorTokens: ["."],
      dictionary: ["0war"],
      distinctAttribute: "address",
      displayedAttributes: ["id"],
      embedders: { own: { source: "userProvided" as const, dimensions: 3 } },
      synonyms: { "0war": ["0peace"] },
    };
    for (const [name, value] of Object.entries(foreign)) {
      expect(differingSettings({ ...wanted, [name]: value }, wanted)).toEqual([name]);
    }
    const none = { stopWords: null, dictionary: null, embedders: {}, synonyms: null };
    expect(differingSettings({ ...wanted, ...none }, wanted)).toEqual([]);
    expect(Object.keys(wanted)).toHaveLength(SETTINGS_OF_A_SERVER);
  });
  test("order by date before all ranking, and by the newest after it", () => {
    const { rankingRules } = indexSettings({});
    expect(rankingRules?.[0]).toBe("sort");
    expect(rankingRules?.slice(-2)).toEqual(["first:desc", "id:asc"]);
  });
});
