import { describe, expect, test } from "vitest";
import {
  differingSettings,
  indexSettings,
  settingsHash,
} from "../../src/search/meilisearch/settings.ts";

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
    expect(differingSettings({}, wanted)).toEqual(Object.keys(wanted));
  });
  test("order by date before all ranking, and by the newest after it", () => {
    const { rankingRules } = indexSettings({});
    expect(rankingRules?.[0]).toBe("sort");
    expect(rankingRules?.slice(-2)).toEqual(["first:desc", "id:asc"]);
  });
});
