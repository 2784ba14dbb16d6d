import { describe, expect } from "vitest";
import type { SearchRequest } from "../../src/search/search-index.ts";
import { request } from "../support/request.ts";
import { ARCHIVE, type Harness, ids, promisesOf, type SearchedArchive } from "./harness.ts";

/** Which paragraphs a query finds. @param searched an archive of `ARCHIVE` */
export function findsContract(harness: Harness, searched: () => SearchedArchive): void {
  const promise = promisesOf(harness);
  describe("finds", () => {
    /** Numbers of the texts that a query finds, oldest first. */
    const found = async (q: string, changes: Partial<SearchRequest> = {}) => {
      const all = ARCHIVE.flatMap((address) => searched().idsOf(address.title));
      return ids(await searched().index.search(request(q, changes))).map((id) => all.indexOf(id));
    };
    const finds = (name: string, cases: [q: string, texts: number[]][]) =>
      promise(name, async () => {
        for (const [q, texts] of cases) expect([q, await found(q)]).toEqual([q, texts]);
      });

    finds("words whatever their case, accents and apostrophes", [
      ["NAIVE cafe", [1]],
      ["naïve", [1]],
      ["doesnt", [1]],
      ["doesn't", [1]],
      ["1500000", [3]],
      ["3.5", [3]],
      ["3", []],
    ]);
    finds("all forms of a word", [
      ["export", [1, 2]],
      ["nation", [0, 5]],
      ["exported grains", [2]],
    ]);
    finds("a word in British and American spelling alike, and a phrase by its letters", [
      ["harbor", [1]],
      ["harbors wheat", [1]],
      ['"the harbour"', [1]],
      ['"the harbor"', []],
    ]);
    finds("only the speaker's own words", [["applause", []]]);
    finds("phrases as they stand, never their forms", [
      ['"grain exports"', [2]],
      ['"grain export"', []],
      ['"exporting grain"', [2]],
      ['"grain exporting"', []],
      ['"exports"', [2]],
      ["anti-missile", [3]],
      ['"no war no grain"', [4]],
    ]);
    finds("nothing with an excluded word, phrase or group", [
      ["grain -war", [2]],
      ['grain -"no war"', [2]],
      ["the -(war OR missile)", [1, 2]],
      ["-war -the", [0]],
      ["-war", [0, 1, 2, 3]],
    ]);
    finds("any of several", [
      ["wheat OR grain", [1, 2, 4]],
      ["wheat OR grain the", [1, 2]],
      ["(grain war) OR wheat", [1, 4]],
      ["wheat OR -the", [0, 1, 4]],
    ]);
    finds("beginnings of words", [
      ["expo*", [1, 2]],
      ["exports*", [2]],
      ["na*", [0, 1, 5]],
    ]);
    finds("words near each other in any order", [
      ['"war news"~2', [5]],
      ['"war news"~1', []],
      ['"peace grain"~3', [4]],
      ['"peace grain"~2', []],
      ['"world feeds grain"~1', [2]],
      ['"world feeds grain"~0', []],
    ]);
    finds("by topic, country, organisation, speaker, collection and language", [
      ["topic:defence", [0, 1]],
      ["country:DE", [4, 5]],
      ["organisation:un", [0, 2]],
      ["org:nato grain", [2]],
      ["-organisation:un war", [4, 5]],
      ["speaker:lincoln -topic:defence", [2, 4]],
      ["collection:union", [0, 1]],
      ["lang:en wheat", [1]],
      ["lang:uk", []],
      ["topic:unknown", []],
      ["-topic:unknown war", [4, 5]],
      ["wheat OR country:DE", [1, 4, 5]],
    ]);
    finds("words in the title, in all forms", [
      ["title:freedoms", [0, 1, 2]],
      ['title:"trade address"', [3, 4, 5]],
      ["-title:freedom", [3, 4, 5]],
    ]);
    finds("dates that can fall into a range", [
      ["year:1946", [1]],
      ["date:1946-03-04", [1]],
      ["date:1990-05-31..2022", [2, 3, 4, 5]],
      ["date:1990-06..2022", [3, 4, 5]],
      ["to:1945", [0]],
      ["from:2022-02-25", [5]],
      ["war OR year:1863", [0, 4, 5]],
    ]);
    promise("everything, when nothing is asked", async () => {
      expect(await found("")).toEqual([0, 1, 2, 3, 4, 5]);
      expect(await found("", { sort: "newest" })).toEqual([5, 4, 3, 2, 1, 0]);
      expect(await found("", { sort: "relevance" })).toEqual([5, 4, 3, 2, 1, 0]);
    });
    promise("words under the rules of the language they are said in", async () => {
      const mixed = await harness.create([
        { title: "a", date: "2022", lang: "uk", paragraphs: [{ text: "Санкції діють" }] },
        { title: "b", date: "2022", lang: "fr", paragraphs: [{ text: "un new deal" }] },
        { title: "c", date: "2022", lang: "en", paragraphs: [{ text: "new things" }] },
        { title: "d", date: "2022", lang: "en", paragraphs: [{ text: "the news" }] },
      ]);
      const search = async (q: string) => ids(await mixed.index.search(request(q)));
      expect(await search("санкцій")).toEqual(mixed.idsOf("a"));
      expect(await search("news")).not.toContain(mixed.idsOf("c")[0]);
      expect(await search("new")).not.toContain(mixed.idsOf("d")[0]);
      await mixed.close();
    });
  });
}
