/** What a reader may rely on, whatever the engine. Each adapter runs this suite against its own harness. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseQuery } from "../../src/search/query/parse.ts";
import {
  FACET_GROUPS,
  type SearchIndex,
  SearchOverloadedError,
  type SearchRequest,
  type SearchResult,
  SearchTimeoutError,
} from "../../src/search/search-index.ts";
import { archives, type Operator, requests } from "./arbitraries.ts";
import type { TestAddress } from "./archive-file.ts";
import { chronological, expected, modelOf } from "./model.ts";

export type EngineOptions = { workers?: number; queue?: number; timeoutMs?: number };

/** An archive with an engine over it. */
export type SearchedArchive = {
  index: SearchIndex;
  /** Stores an address, or revises the one of the same title; when it resolves, searches see it. */
  put(address: TestAddress): Promise<void>;
  /** Ids of the searchable paragraphs of an address, in reading order. */
  idsOf(title: string): number[];
  close(): Promise<void>;
};

export type Harness = {
  name: string;
  create(addresses: TestAddress[], options?: EngineOptions): Promise<SearchedArchive>;
  /** Parts of the query language that the engine serves by itself. */
  operators: readonly Operator[];
  /** Tests by name that the engine cannot pass, each with its reason. */
  skips: Record<string, string>;
};

const EVERYTHING: SearchRequest = {
  tree: null,
  filters: {},
  dateFrom: null,
  dateTo: null,
  sort: "oldest",
  group: "paragraph",
  page: 1,
  size: 100,
};

const request = (q: string, changes: Partial<SearchRequest> = {}): SearchRequest => ({
  ...EVERYTHING,
  tree: parseQuery(q).tree,
  ...changes,
});
const ids = (result: SearchResult) => result.hits.map((hit) => hit.paragraphId);
const counts = (result: SearchResult, group: (typeof FACET_GROUPS)[number]) =>
  Object.fromEntries(result.facets[group].map(({ value, count }) => [value, count]));

/** One paragraph for each thing that is said of them below, oldest first. */
const TEXTS = [
  "Fourscore and seven years ago our fathers brought forth a new nation.",
  "The naïve café owner doesn’t export wheat.",
  "Grain exports resumed; exporting grain feeds the world.",
  "The anti-missile shield cost 1,500,000 hryvnias, or 3.5 percent.",
  "Peace. No war, no grain.",
  "News of the war reached the United Nations.",
];
const ARCHIVE: TestAddress[] = TEXTS.map((text, n) => ({
  title: `Address ${n} on ${n < 3 ? "freedom" : "trade"}`,
  date: ["1863-11-19", "1946", "1990-05", "2021-12-31", "2022-02-24", "2022-03-01"][n] ?? "2023",
  speaker: n % 2 === 0 ? "Lincoln" : "Nehru",
  collection: n < 2 ? "Union" : null,
  paragraphs: [
    {
      text,
      topics: n > 1 ? ["grain"] : ["defence"],
      countries: n > 3 ? ["UA", "DE"] : ["UA"],
      organisations: [["un", "DE"], [], ["nato", "un"]][n] ?? [],
    },
    { text: "Applause for grain and war.", kind: "note" as const },
  ],
}));

export function searchIndexContract(harness: Harness): void {
  const { skips } = harness;
  function promise(name: string, check: () => Promise<void>) {
    const reason = skips[name];
    if (reason) test.skip(`${name} (${harness.name}: ${reason})`, () => {});
    else test(name, check);
  }

  describe(`${harness.name} as a search index`, () => {
    describe("finds", () => {
      let archive: SearchedArchive;
      beforeAll(async () => {
        archive = await harness.create(ARCHIVE);
      });
      afterAll(() => archive?.close());

      /** Numbers of the texts that a query finds, oldest first. */
      const found = async (q: string, changes: Partial<SearchRequest> = {}) => {
        const all = ARCHIVE.flatMap((address) => archive.idsOf(address.title));
        return ids(await archive.index.search(request(q, changes))).map((id) => all.indexOf(id));
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

    describe("counts and pages", () => {
      let archive: SearchedArchive;
      beforeAll(async () => {
        archive = await harness.create(ARCHIVE);
      });
      afterAll(() => archive?.close());

      promise("totals, addresses, first and last day exactly", async () => {
        const { total, addressTotal, firstDay, lastDay } = await archive.index.search(
          request("grain OR war", { size: 0 }),
        );
        expect({ total, addressTotal, firstDay, lastDay }).toEqual({
          total: 3,
          addressTotal: 3,
          firstDay: 19900501,
          lastDay: 20220301,
        });
      });
      promise("nothing as nothing", async () => {
        const result = await archive.index.search(request("zebra"));
        expect(result).toEqual({
          hits: [],
          total: 0,
          addressTotal: 0,
          firstDay: null,
          lastDay: null,
          facets: Object.fromEntries(FACET_GROUPS.map((group) => [group, []])),
        });
      });
      promise("each group without its own filter, the years without the dates", async () => {
        const result = await archive.index.search(
          request("", {
            filters: { topic: ["grain"], country: ["DE"] },
            dateFrom: 20220225,
          }),
        );
        expect(result.total).toBe(1);
        expect(counts(result, "topic")).toEqual({ grain: 1 });
        expect(counts(result, "country")).toEqual({ UA: 1, DE: 1 });
        expect(counts(result, "year")).toEqual({ 2022: 2 });
      });
      promise("organisations apart from countries of the same letters", async () => {
        const filters = { organisation: ["nato", "DE"] };
        const result = await archive.index.search(request("", { filters }));
        expect(ids(result).sort()).toEqual(
          [archive.idsOf("Address 0 on freedom"), archive.idsOf("Address 2 on freedom")]
            .flat()
            .sort(),
        );
        expect(counts(result, "organisation")).toEqual({ un: 2, nato: 1, DE: 1 });
        expect(counts(result, "country")).toEqual({ UA: 2 });
      });
      promise("values of one group as alternatives", async () => {
        const filters = { speaker: ["lincoln", "nehru"], year: ["1946", "1990"] };
        const result = await archive.index.search(request("", { filters }));
        expect(result.total).toBe(2);
        expect(counts(result, "year")).toEqual({ 1863: 1, 1946: 1, 1990: 1, 2021: 1, 2022: 2 });
      });
      promise("years by year, other values by count", async () => {
        const { facets } = await archive.index.search(request(""));
        expect(facets.year.map(({ value }) => value)).toEqual([
          "1863",
          "1946",
          "1990",
          "2021",
          "2022",
        ]);
        expect(facets.country).toEqual([
          { value: "UA", count: 6 },
          { value: "DE", count: 2 },
        ]);
      });
      promise("pages that follow each other without gap or repeat", async () => {
        for (const sort of ["relevance", "newest", "oldest"] as const) {
          const whole = ids(await archive.index.search(request("the OR grain", { sort })));
          const pages: number[] = [];
          for (const page of [1, 2, 3, 4]) {
            pages.push(
              ...ids(await archive.index.search(request("the OR grain", { sort, page, size: 2 }))),
            );
          }
          expect(pages).toEqual(whole);
        }
      });
      promise("a page past the last as empty, with the same total", async () => {
        const result = await archive.index.search(request("grain", { page: 999 }));
        expect([result.hits, result.total]).toEqual([[], 2]);
      });
    });

    describe("orders by relevance", () => {
      promise("rarer words and more of them first", async () => {
        const filler = "and so the long evening went on in the old town by the river";
        const archive = await harness.create([
          { title: "a", date: "2022", paragraphs: [{ text: `Peace ${filler}` }] },
          { title: "b", date: "2022", paragraphs: [{ text: `Peace and grain ${filler}` }] },
          { title: "c", date: "2022", paragraphs: [{ text: `Peace, peace, peace ${filler}` }] },
          { title: "d", date: "2022", paragraphs: [{ text: filler }] },
        ]);
        const search = async (q: string) =>
          ids(await archive.index.search(request(q, { sort: "relevance" })));
        const [a, b, c] = ["a", "b", "c"].map((title) => archive.idsOf(title)[0]);
        expect((await search("peace"))[0]).toBe(c);
        expect((await search("peace OR grain"))[0]).toBe(b);
        expect([...(await search("peace"))].sort()).toEqual([a, b, c].sort());
        await archive.close();
      });
    });

    describe("keeps up", () => {
      promise("with every write as soon as it is done", async () => {
        const archive = await harness.create(ARCHIVE);
        const total = async (q: string) => (await archive.index.search(request(q))).total;
        expect(await total("zebra")).toBe(0);
        const address = { title: "Zoo", date: "2023", paragraphs: [{ text: "A zebra." }] };
        await archive.put(address);
        expect(await total("zebra")).toBe(1);
        expect(await total("title:zoo")).toBe(1);
        await archive.put({ ...address, paragraphs: [{ text: "A zebra." }, { text: "Zebras!" }] });
        expect(await total("zebra")).toBe(2);
        await archive.put({ ...address, date: "1999", paragraphs: [{ text: "Zebras!" }] });
        expect(await total("zebra")).toBe(1);
        expect(await total("zebra year:1999")).toBe(1);
        await archive.put({ ...address, paragraphs: [{ text: "Nothing." }] });
        expect(await total("zebra")).toBe(0);
        await archive.close();
      });
      promise("from an empty archive on", async () => {
        const archive = await harness.create([]);
        for (const q of ["", "grain", '"grain"', "-grain", "title:grain", "topic:x gr*"]) {
          expect((await archive.index.search(request(q))).total).toBe(0);
        }
        await archive.put({ title: "A", date: "2022", paragraphs: [{ text: "grain" }] });
        expect((await archive.index.search(request("grain"))).total).toBe(1);
        await archive.close();
      });
    });

    describe("means what a look at every paragraph means", () => {
      for (const [n, addresses] of fc.sample(archives, { numRuns: 3, seed: 7 }).entries()) {
        promise(`in random archive ${n}`, async () => {
          const archive = await harness.create(addresses);
          const model = modelOf(addresses, archive.idsOf);
          await fc.assert(
            fc.asyncProperty(requests(harness.operators), async (asked) => {
              const result = await archive.index.search(asked);
              expectLikeModel(result, asked, model);
            }),
            { numRuns: 400 },
          );
          await archive.close();
        });
      }
    });

    describe("under load", () => {
      promise("refuses what it cannot answer soon, and answers the rest", async () => {
        const archive = await harness.create(ARCHIVE, { workers: 1, queue: 2 });
        const asked = Array.from({ length: 20 }, () => archive.index.search(request("grain")));
        const settled = await Promise.allSettled(asked);
        const answered = settled.filter((one) => one.status === "fulfilled");
        const refused = settled.filter((one) => one.status === "rejected");
        expect(answered.length).toBeGreaterThanOrEqual(3);
        expect(answered.every((one) => one.value.total === 2)).toBe(true);
        expect(refused.length).toBeGreaterThan(0);
        expect(refused.every((one) => one.reason instanceof SearchOverloadedError)).toBe(true);
        expect((await archive.index.search(request("grain"))).total).toBe(2);
        await archive.close();
      });
      promise("gives up in time, and is free for the next search", async () => {
        const long = "a b ".repeat(40_000);
        const slow = request(`"${"a b ".repeat(400)} b"`);
        const archive = await harness.create(
          [
            {
              title: "Long",
              date: "2022",
              paragraphs: Array.from({ length: 4 }, () => ({ text: long.trim() })),
            },
          ],
          { workers: 1, timeoutMs: 400 },
        );
        await archive.index.search(request("zebra")).catch(() => {}); // the thread is there
        const before = performance.now();
        await expect(archive.index.search(slow)).rejects.toBeInstanceOf(SearchTimeoutError);
        expect(performance.now() - before).toBeLessThan(1000);
        await expect
          .poll(
            () =>
              archive.index.search(request("zebra")).then(
                (r) => r.total,
                () => null,
              ),
            {
              timeout: 10_000,
            },
          )
          .toBe(0);
        await archive.close();
      });
    });
  });
}

function expectLikeModel(
  result: SearchResult,
  asked: SearchRequest,
  model: ReturnType<typeof modelOf>,
): void {
  const { hits, facets } = expected(model, asked);
  expect(result.total).toBe(hits.length);
  for (const group of FACET_GROUPS) expect(counts(result, group)).toEqual(facets[group]);
  const byAddress = Map.groupBy(hits, (hit) => hit.addressRank);
  expect(result.addressTotal).toBe(byAddress.size);
  expect(result.firstDay).toBe(hits.length ? Math.min(...hits.map((hit) => hit.first)) : null);
  expect(result.lastDay).toBe(hits.length ? Math.max(...hits.map((hit) => hit.last)) : null);
  const ordered = hits.sort(chronological(asked.sort === "oldest" ? 1 : -1));
  const shown =
    asked.group === "address"
      ? ordered.filter((hit, at) => ordered[at - 1]?.addressRank !== hit.addressRank)
      : ordered;
  if (asked.sort === "relevance") {
    const rankOf = new Map(model.map((paragraph) => [paragraph.id, paragraph.addressRank]));
    const key = (id: number) => (asked.group === "address" ? (rankOf.get(id) ?? -1) : id);
    expect(ids(result).map(key).sort()).toEqual(shown.map((hit) => key(hit.id)).sort());
  } else expect(ids(result)).toEqual(shown.map((hit) => hit.id));
  if (asked.group === "address" && asked.sort !== "relevance") {
    expect(result.hits.map((hit) => hit.inAddress)).toEqual(
      shown.map((hit) => byAddress.get(hit.addressRank)?.length),
    );
  }
}
