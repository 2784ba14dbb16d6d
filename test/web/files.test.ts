/** Files of a paragraph and of a search, feeds, and files for search engines. */
import { once } from "node:events";
import express from "express";
import { beforeAll, describe, expect, it } from "vitest";
import { SearchOverloadedError } from "../../src/search/search-index.ts";
import { SearchSchema } from "../../src/web/api-schemas.ts";
import { discoveryRouter } from "../../src/web/routes/operations.ts";
import { createTestArchive, TEST_ORIGIN } from "../support/archive.ts";
import { serve } from "../support/http.ts";
import { serveArchive } from "../support/served-archive.ts";

const { archive, site } = await serveArchive();
let key: string;

beforeAll(async () => {
  archive.add({
    title: "=1+1",
    date: "2021-01-02",
    lang: "en",
    source: { nativeId: "formula" },
    text: '=HYPERLINK("https://evil.example")\n\nA "quoted" word; a comma, and ]]> with <b>tags</b>.',
  });
  const found = SearchSchema.parse(await (await site.get("/api/v1/search?q=corridor")).json());
  key = found.hits[0]?.key ?? "";
});

const text = async (path: string) => (await site.get(path)).text();

describe("a paragraph's file", () => {
  it.each([
    ["txt", "text/plain; charset=utf-8", "The ports of Odesa work again"],
    ["md", "text/markdown; charset=utf-8", "> The ports of Odesa work again"],
    ["bib", "application/x-bibtex; charset=utf-8", "@unpublished{zelenskyy2022-"],
    ["ris", "application/x-research-info-systems; charset=utf-8", "TY  - SLIDE\r\n"],
    ["csl.json", "application/vnd.citationstyles.csl+json; charset=utf-8", '"type": "speech"'],
  ])(".%s has its media type and its words", async (format, type, words) => {
    const answer = await site.get(`/p/${key}.${format}`);
    expect(answer.headers.get("content-type")).toBe(type);
    expect(answer.headers.get("content-disposition")).toContain(`filename="${key}.${format}"`);
    expect(await answer.text()).toContain(words);
  });

  it("cites the permalink", async () => {
    expect(await text(`/p/${key}.ris`)).toContain(`UR  - ${TEST_ORIGIN}/p/${key}\r\n`);
    expect(await text(`/p/${key}.ris?rev=1`)).toContain(`UR  - ${TEST_ORIGIN}/p/${key}?rev=1\r\n`);
  });

  it("is found by the key as people write it", async () => {
    const answer = await site.get(`/p/${key.toUpperCase()}.bib`);
    expect([answer.status, answer.headers.get("location")]).toEqual([301, `/p/${key}.bib`]);
    const former = await site.get(`/p/${key.toUpperCase()}.bib?rev=1`);
    expect(former.headers.get("location")).toBe(`/p/${key}.bib?rev=1`);
  });

  it("does not exist in a format that is none", async () => {
    expect((await site.get(`/p/${key}.exe`)).status).toBe(404);
  });
});

describe("/search.csv", () => {
  it("has a byte order mark, a header, and every hit, however many pages", async () => {
    const many = createTestArchive([
      {
        title: "Many",
        date: "2020",
        text: Array.from({ length: 250 }, (_, i) => `Grain paragraph number ${i + 1}.`).join(
          "\n\n",
        ),
      },
    ]);
    const served = await serve(many.context);
    const answer = await served.get("/search.csv?q=grain");
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString("utf8").trim().split("\r\n");
    expect(lines).toHaveLength(251);
    expect(new Set(lines).size).toBe(251);
    expect(answer.headers.get("x-total-count")).toBe("250");
    const rows = (await (await served.get("/search.jsonl?q=grain")).text()).trim().split("\n");
    expect(rows.map((row) => JSON.parse(row).key)).toHaveLength(250);
    await served.close();
    await many.close();
  });

  it("is cut off, never completed falsely, where the search fails in the middle; the site goes on", async () => {
    const failing = await serve({
      ...archive.context,
      ask: async (question) => {
        if (question.page > 1) throw new SearchOverloadedError("busy");
        return { ...(await archive.context.ask(question)), total: 1000 };
      },
    });
    for (const format of ["csv", "jsonl"]) {
      const answer = failing.get(`/search.${format}?q=grain`);
      await expect(answer.then((begun) => begun.text())).rejects.toThrow();
    }
    expect((await failing.get("/healthz")).status).toBe(200);
    await failing.close();
  });

  it("is cut off when the archive changes on the way: never rows twice and others not at all", async () => {
    const growing = createTestArchive();
    const words = Array.from({ length: 150 }, (_, i) => `The harvest of field ${i}.`).join("\n\n");
    const facts = { title: "Fields", date: "2021-01-02", lang: "en" } as const;
    growing.add({ ...facts, source: { nativeId: "fields" }, text: words });
    let asked = 0;
    const served = await serve({
      ...growing.context,
      ask: async (question) => {
        asked += 1;
        if (asked === 2) growing.add({ ...facts, title: "More", text: "Another harvest." });
        return growing.context.ask(question);
      },
    });
    await expect(
      served.get("/search.jsonl?q=harvest").then((begun) => begun.text()),
    ).rejects.toThrow();
    expect(
      (await (await served.get("/search.jsonl?q=harvest")).text()).trim().split("\n"),
    ).toHaveLength(151);
    await served.close();
    await growing.close();
  });

  it("is searched once where only its head is asked for", async () => {
    let asked = 0;
    const served = await serve({
      ...archive.context,
      ask: async (question) => {
        asked += 1;
        return { ...(await archive.context.ask(question)), total: 5000 };
      },
    });
    const answer = await fetch(`${served.origin}/search.csv`, { method: "HEAD" });
    expect([answer.status, answer.headers.get("x-total-count"), asked]).toEqual([200, "5000", 1]);
    await served.close();
  });

  it("lets no cell be run as a formula", async () => {
    const csv = await text("/search.csv?year=2021");
    expect(csv).toContain("'=1+1");
    expect(csv).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(csv).toContain('"A ""quoted"" word; a comma, and ]]> with <b>tags</b>."');
  });
});

describe("a feed", () => {
  it("is well-formed whatever the words are, and shows them as words", async () => {
    const xml = await text("/search.atom?year=2021");
    expect(xml).toContain("&lt;b&gt;tags&lt;/b&gt;");
    expect(xml).not.toContain("<b>");
    expect(xml.match(/<entry>/gu)).toHaveLength(2);
    expect(xml).toContain(`<link rel="self" href="${TEST_ORIGIN}/search.atom?year=2021"/>`);
  });

  it("of a search names in its title all that was asked for, words, filters and dates", async () => {
    const title = async (query: string) =>
      /<title>([^<]*)<\/title>/u.exec(await text(`/search.atom?${query}`))?.[1];
    expect(await title("q=grain&country=ua&from=2022")).toMatch(
      /: Paragraphs with grain, speaking of Ukraine, from 2022$/,
    );
    expect(await title("country=UA&lang=en")).toMatch(
      /: Paragraphs speaking of Ukraine, in English$/,
    );
    expect(await title("")).toMatch(/: Newest paragraphs$/);
    expect(await text("/search.atom?country=ua")).toContain(`${TEST_ORIGIN}/search?country=UA`);
  });

  it("of all addresses begins with the newest", async () => {
    const ids = [...(await text("/feed.atom")).matchAll(/<entry>.*?<id>([^<]+)<\/id>/gsu)];
    expect(ids[0]?.[1]).toBe(
      `${TEST_ORIGIN}/addresses/2022-09-28-evening-address-on-grain-and-power`,
    );
  });

  it("of an empty archive is a feed all the same", async () => {
    const empty = createTestArchive([]);
    const served = await serve(empty.context);
    expect((await served.get("/feed.atom")).status).toBe(200);
    expect((await served.get("/search.csv")).status).toBe(200);
    expect((await served.get("/sitemap.xml")).status).toBe(200);
    await served.close();
    await empty.close();
  });
});

describe("for search engines and browsers", () => {
  it("the sitemap names every address", async () => {
    expect((await text("/sitemap.xml")).match(/\/addresses\//gu)).toHaveLength(4);
  });

  it("the sitemap is an index of parts where it has more URLs than one file may have", async () => {
    const app = express().use(discoveryRouter(archive.context, 10));
    const server = app.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    const get = async (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
    const index = await (await get("/sitemap.xml")).text();
    expect(index).toContain("<sitemapindex");
    expect(index).toContain(`${TEST_ORIGIN}/sitemap-2.xml`);
    const parts = [
      await (await get("/sitemap-1.xml")).text(),
      await (await get("/sitemap-2.xml")).text(),
    ];
    expect(parts.map((part) => part.match(/<url>/gu)?.length)).toEqual([10, 4]);
    expect((await get("/sitemap-3.xml")).status).toBe(404);
    server.close();
  });

  it("robots.txt names the sitemap", async () => {
    expect(await text("/robots.txt")).toContain(`Sitemap: ${TEST_ORIGIN}/sitemap.xml`);
  });

  it("opensearch.xml escapes the archive's name", async () => {
    const named = await serve({ ...archive.context, siteName: "Words & <Deeds>" });
    const xml = await (await named.get("/opensearch.xml")).text();
    expect(xml).toContain("Words &amp; &lt;Deeds&gt;");
    await named.close();
  });
});
