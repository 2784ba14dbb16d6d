/** What a reader sees of other searches that may have been meant. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ApiSearch, SearchSchema } from "../../src/web/api-schemas.ts";
import { createTestArchive, SMALL_ARCHIVE, type TestArchive } from "../support/archive.ts";
import { serve, type TestSite } from "../support/http.ts";

let archive: TestArchive;
let site: TestSite;

beforeAll(async () => {
  archive = createTestArchive(SMALL_ARCHIVE);
  site = await serve(archive.context);
});
afterAll(async () => {
  await site.close();
  await archive.close();
});

const api = async (q: string) =>
  (await (await site.get(`/api/v1/search?q=${q}`)).json()) as ApiSearch;

describe("a search that may have been meant otherwise", () => {
  it("is offered on the page with its count, as a link that keeps the filters and finds as many", async () => {
    const page = await (await site.get("/search?q=%22graain%22&lang=en")).text();
    const [, url = "", q, total] =
      /Did you mean <a href="([^"]+)">([^<]+)<\/a> \((\d+) paragraphs?\)\?/.exec(page) ?? [];
    expect([q, url]).toEqual(["&#34;grain&#34;", expect.stringContaining("lang=en")]);
    const other = await (await site.get(url.replaceAll("&amp;", "&"))).text();
    expect(other).toMatch(new RegExp(`\\b${total} paragraphs?\\b`));
  });

  it("is offered in the API with its reason and exact count", async () => {
    const { query } = await api("%22graain%22");
    const { total } = await api("%22grain%22");
    expect(query.suggestions).toEqual([{ reason: "spelling", q: '"grain"', total }]);
  });

  it("for a misspelled filter is a link with another in its place, and finds as many as it says", async () => {
    const page = await (await site.get("/search?q=grain&speaker=zelenskiy&lang=en")).text();
    const [, url = "", value, total] =
      /Did you mean <a href="([^"]+)">([^<]+)<\/a> \((\d+) paragraphs?\)\?/.exec(page) ?? [];
    expect([url, value]).toEqual([
      "/search?q=grain&amp;speaker=volodymyr-zelenskyy&amp;lang=en",
      "speaker:volodymyr-zelenskyy",
    ]);
    const other = await (await site.get(url.replaceAll("&amp;", "&"))).text();
    expect(other).toMatch(new RegExp(`\\b${total} paragraphs?\\b`));
    const { query } = SearchSchema.parse(await api("grain&speaker=zelenskiy&lang=en"));
    expect(query.suggestions).toEqual([
      {
        reason: "spelling",
        q: "grain",
        filters: { speaker: ["volodymyr-zelenskyy"], lang: ["en"] },
        total: Number(total),
      },
    ]);
  });

  it("is not what was searched: a word that is put right is said back as it was searched", async () => {
    const { query } = await api("graain");
    expect(query).toMatchObject({
      text: "graain",
      understood: "Paragraphs with grain",
      notices: [{ code: "respelled" }],
      suggestions: [],
    });
  });
});
