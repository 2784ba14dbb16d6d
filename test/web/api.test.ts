/** The JSON API: every answer is held against the schema that describes it. */
import { beforeAll, describe, expect, it } from "vitest";
import {
  AddressListSchema,
  ErrorSchema,
  FormerParagraphSchema,
  GoneSchema,
  ParagraphSchema,
  SearchSchema,
  WholeAddressSchema,
} from "../../src/web/api-schemas.ts";
import { SMALL_ARCHIVE, TEST_ORIGIN } from "../support/archive.ts";
import { serveArchive } from "../support/served-archive.ts";

const SLUG = "2022-09-28-evening-address-on-grain-and-power";
const { archive, site } = await serveArchive();
let gone: string;
let kept: string;

beforeAll(async () => {
  const revised = {
    ...SMALL_ARCHIVE[1],
    title: "General debate statement, Argentina",
    date: "1946",
  };
  const [first = "", second = ""] = (
    await wholeAddress("1946-general-debate-statement-argentina")
  ).paragraphs.map((paragraph) => paragraph.key);
  kept = first;
  gone = second;
  archive.add({
    ...revised,
    text: "The Argentine delegation wishes to state its views on the veto.",
  });
});

/** Fetches JSON and requires that it is exactly what its schema says: nothing missing, nothing more. */
async function exactly<T>(
  schema: { parse(value: unknown): T },
  path: string,
  status = 200,
): Promise<T> {
  const answer = await site.get(path);
  expect([path, answer.status]).toEqual([path, status]);
  const body = await answer.json();
  const parsed = schema.parse(body);
  expect(parsed).toEqual(body);
  return parsed;
}
const search = (query: string) => exactly(SearchSchema, `/api/v1/search?${query}`);
const wholeAddress = (slug: string) => exactly(WholeAddressSchema, `/api/v1/addresses/${slug}`);
const pathOf = (url: string) => url.replace(TEST_ORIGIN, "");

describe("GET /api/v1/search", () => {
  it("gives the found paragraphs with their matches as UTF-16 ranges of the text", async () => {
    const found = await search("q=grain");
    expect(found.total).toBe(1);
    const [hit] = found.hits;
    expect(hit?.matches.map(([start, end]) => hit.text.slice(start, end))).toEqual([
      "grain",
      "grain",
    ]);
    expect(hit?.url).toBe(`${TEST_ORIGIN}/p/${hit?.key}`);
    expect(hit?.address.slug).toBe(SLUG);
    expect(found.facets.speaker).toContainEqual({
      value: "volodymyr-zelenskyy",
      label: "Volodymyr Zelenskyy",
      count: 1,
    });
  });

  it("names the organisations of a hit apart from its countries, and counts and filters by them", async () => {
    const found = await search("organisation=un");
    expect(found.total).toBe(1);
    expect(found.facets.organisation).toEqual([{ value: "un", label: "United Nations", count: 1 }]);
    const [hit] = found.hits;
    expect(hit?.organisations).toEqual([
      { value: "un", label: "United Nations", url: `${TEST_ORIGIN}/organisations/un` },
    ]);
    expect(hit?.countries.map(({ value }) => value)).toEqual(["UA", "SO", "ET", "TR"]);
    const [header, row] = (await (await site.get("/search.csv?organisation=un")).text()).split(
      "\r\n",
    );
    expect(header).toContain("topics,countries,organisations,collection");
    expect(row).toContain("Ukraine; Somalia; Ethiopia; Türkiye,United Nations,Evening addresses");
  });

  it("pages without losing or repeating a paragraph", async () => {
    const seen: string[] = [];
    let path: string | null = "/api/v1/search?size=2&sort=oldest";
    while (path !== null) {
      const page: Awaited<ReturnType<typeof search>> = await exactly(SearchSchema, path);
      seen.push(...page.hits.map((hit) => hit.key));
      path = page.next && pathOf(page.next);
    }
    const { total } = await search("size=1");
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
  });

  it("says what it mended, and when a page is past the last", async () => {
    const mended = await search("q=grain&page=-1&size=x");
    expect(mended.query.notices.map(({ message }) => message)).toEqual([
      "page=-1 is not possible; 1 was taken.",
      "size=x is not possible; 20 was taken.",
    ]);
    const beyond = await search("q=grain&page=9");
    expect(beyond.hits).toEqual([]);
    expect(beyond.total).toBe(1);
    expect(beyond.query.notices[0]?.message).toContain("past the last");
    expect(beyond.previous).toBe(`${TEST_ORIGIN}/api/v1/search?q=grain`);
  });

  it("filters by repeated values and dates", async () => {
    expect((await search("country=SO&country=AR")).total).toBe(2);
    expect((await search("from=1946&to=1946-12")).total).toBe(1);
    expect((await search("year=2022&lang=uk")).total).toBe(2);
  });
});

describe("GET /api/v1/addresses", () => {
  it("lists all addresses newest first, page by page", async () => {
    const slugs: string[] = [];
    let path: string | null = "/api/v1/addresses?limit=1";
    while (path !== null) {
      const page: { addresses: { slug: string }[]; next: string | null } = await exactly(
        AddressListSchema,
        path,
      );
      slugs.push(...page.addresses.map(({ slug }) => slug));
      path = page.next && pathOf(page.next);
    }
    expect(slugs).toHaveLength(SMALL_ARCHIVE.length);
    expect(slugs[0]).toBe(SLUG);
    expect(slugs.at(-1)).toMatch(/^1946/u);
  });

  it.each(["limit=0", "limit=x", "after=x", "after=2022-09-28_1;DROP", "after=a&after=b"])(
    "refuses ?%s with a hint",
    async (query) => {
      const answer = await site.get(`/api/v1/addresses?${query}`);
      expect(answer.status).toBe(400);
      expect(ErrorSchema.parse(await answer.json()).error.hint).toBeTruthy();
    },
  );

  it("gives an address whole, its words as they were put in", async () => {
    const { address, paragraphs, source } = await wholeAddress(SLUG);
    expect(paragraphs.map(({ text }) => text).join("\n\n")).toBe(SMALL_ARCHIVE[0]?.text);
    expect(address.paragraphs).toBe(3);
    expect(source.url).toBe("https://news.example/1?a=1&b=2");
    const [first] = paragraphs;
    for (const country of first?.countries ?? []) {
      for (const { match } of country.mentions) expect(first?.text.slice(...match)).not.toBe("");
    }
    expect(first?.countries.map(({ value }) => value)).toEqual(
      expect.arrayContaining(["SO", "ET", "TR"]),
    );
    const [organisation] = first?.organisations ?? [];
    expect(organisation).toMatchObject({ value: "un", label: "United Nations" });
    expect(organisation?.url).toMatch(/\/organisations\/un$/);
    const [mention] = organisation?.mentions ?? [];
    expect(mention?.rule).toBe("abbreviation");
    expect(first?.text.slice(...(mention?.match ?? [0, 0]))).toBe("UN");
  });

  it("says that there is no such address", async () => {
    expect((await site.get("/api/v1/addresses/nope")).status).toBe(404);
  });
});

describe("GET /api/v1/paragraphs/{key}", () => {
  it("gives the paragraph with its why, its citations and its files", async () => {
    const paragraph = await exactly(ParagraphSchema, `/api/v1/paragraphs/${kept}`);
    expect(paragraph.revision).toBe(2);
    expect(paragraph.sinceRevision).toBe(1);
    expect(paragraph.citations.apa).toContain("Arce. (1946).");
    expect(paragraph.files.ris).toBe(`${TEST_ORIGIN}/p/${kept}.ris`);
    const file = await exactly(ParagraphSchema, `/p/${kept}.json`);
    expect(file).toEqual(paragraph);
  });

  it("reads a key as people write it and leads to the canonical one", async () => {
    const written = kept.toUpperCase().replaceAll("0", "O").replaceAll("1", "l");
    const answer = await site.get(`/api/v1/paragraphs/${written}`);
    expect(answer.status).toBe(301);
    expect(answer.headers.get("location")).toBe(`/api/v1/paragraphs/${kept}`);
  });

  it("answers 410 with the last words and the reason when it was taken out", async () => {
    const { tombstone, error } = await exactly(GoneSchema, `/api/v1/paragraphs/${gone}`, 410);
    expect(error.code).toBe("gone");
    expect(tombstone.text).toBe("Grain must reach the hungry countries of Europe.");
    expect(tombstone.revision).toBe(2);
  });

  it("gives the words of an earlier revision, also of a paragraph that was taken out", async () => {
    const former = await exactly(FormerParagraphSchema, `/api/v1/paragraphs/${gone}?rev=1`);
    expect(former.text).toBe("Grain must reach the hungry countries of Europe.");
    expect(former.url).toBe(`${TEST_ORIGIN}/p/${gone}?rev=1`);
    expect(former.citations.link).toBe(former.url);
  });

  it.each([
    ["zzzzzzzz", 404],
    ["not-a-key", 404],
    ["%00", 404],
  ])("answers %s with %i", async (key, status) => {
    expect((await site.get(`/api/v1/paragraphs/${key}`)).status).toBe(status);
  });

  it.each([
    ["0", 400],
    ["x", 400],
    ["1e3", 400],
    ["99", 404],
    ["1&rev=2", 400],
  ])("answers ?rev=%s with %i", async (rev, status) => {
    expect((await site.get(`/api/v1/paragraphs/${kept}?rev=${rev}`)).status).toBe(status);
  });
});

type Description = {
  openapi: string;
  paths: Record<string, unknown>;
  components: { schemas: Record<string, unknown> };
};

describe("GET /api/v1/openapi.json", () => {
  it("describes exactly the routes that answer", async () => {
    const description = (await (await site.get("/api/v1/openapi.json")).json()) as Description;
    expect(description.openapi).toBe("3.1.0");
    expect(Object.keys(description.paths).sort()).toEqual([
      "/api/v1/addresses",
      "/api/v1/addresses/{slug}",
      "/api/v1/paragraphs/{key}",
      "/api/v1/search",
    ]);
    for (const path of Object.keys(description.paths)) {
      const answer = await site.get(path.replace("{slug}", SLUG).replace("{key}", kept));
      expect([path, answer.status]).toEqual([path, 200]);
    }
    const refs = JSON.stringify(description).matchAll(/"#\/components\/schemas\/(\w+)"/gu);
    for (const [, name = ""] of refs) expect(description.components.schemas).toHaveProperty(name);
  });
});
