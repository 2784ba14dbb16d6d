import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/search/answer.ts";
import { parseQuery } from "../../src/search/query/parse.ts";
import { pager } from "../../src/web/page-models/pager.ts";
import { type ResultsContext, resultsPage } from "../../src/web/page-models/results.ts";
import { createUrls, type SearchState } from "../../src/web/urls.ts";

const urls = createUrls("https://archive.example");

const FACETS: Answer["facets"] = {
  topic: [
    { value: "agriculture", label: "Agriculture", count: 40 },
    { value: "energy", label: "Energy", count: 10 },
  ],
  country: [
    { value: "UA", label: "Ukraine", count: 30 },
    { value: "SUHH", label: "Soviet Union", count: 15 },
  ],
  organisation: [],
  speaker: Array.from({ length: 12 }, (_, at) => ({
    value: `speaker-${at}`,
    label: `Speaker ${at}`,
    count: 12 - at,
  })),
  collection: [{ value: "only", label: "The only one", count: 50 }],
  lang: [{ value: "en", label: "English", count: 50 }],
  year: [
    { value: "1946", label: "1946", count: 5 },
    { value: "2022", label: "2022", count: 45 },
  ],
};

function answer(given: Partial<Answer> = {}): Answer {
  return {
    query: { text: "grain", tree: null, notices: [] },
    searched: "grain",
    asked: null,
    filters: {},
    understood: [],
    engine: "fts5",
    total: 50,
    addressTotal: 7,
    firstDay: 19460101,
    lastDay: 20220928,
    page: 1,
    size: 20,
    hits: [],
    facets: FACETS,
    termCounts: [],
    suggestions: [],
    ...given,
  };
}

const context: ResultsContext = {
  names: {
    topic: (slug) => slug,
    country: (code) => code,
    organisation: (slug) => slug,
    majorTopic: () => null,
    sourceTopic: () => null,
  },
  urls,
  summary: () => ({
    addresses: 233,
    paragraphs: 16000,
    words: 1_800_000,
    firstDay: 17900108,
    lastDay: 20200204,
    languages: ["en"],
    incompleteAddresses: 28,
  }),
  notices: [],
  standIn: null,
  unfolded: null,
};

const page = (state: SearchState, given: Partial<Answer> = {}, unfolded: string | null = null) =>
  resultsPage(answer(given), state, { ...context, unfolded });

describe("the page of results", () => {
  test("counts paragraphs and addresses in its heading", () => {
    expect(page({ q: "grain" }).heading).toBe("50 paragraphs in 7 addresses");
    expect(page({}, { total: 1, addressTotal: 1 }).heading).toBe("1 paragraph in 1 address");
  });

  test("says when it was said, never a day that is not known", () => {
    const span = (firstDay: number, lastDay: number) => page({}, { firstDay, lastDay }).span;
    expect(span(17900108, 20220503)).toBe(
      "First said 8 January 1790, last 3 May 2022, in this archive.",
    );
    expect(span(20220503, 20220503)).toBe("Said on 3 May 2022.");
    expect(span(19460101, 19461231)).toBe("Said in 1946.");
  });

  test("links each value of a filter to the search with it, and a chosen one to the search without", () => {
    const rows = page({ q: "grain", filters: { country: ["UA"] } }).panels.find(
      ({ group }) => group === "country",
    )?.rows;
    expect(rows?.map(({ label, chosen, url }) => [label, chosen, url])).toEqual([
      ["Ukraine", true, "/search?q=grain"],
      ["Soviet Union", false, "/search?q=grain&country=UA&country=SUHH"],
    ]);
    expect(rows?.map(({ note }) => note)).toEqual([null, "1922–1991"]);
  });

  test("goes back to the first page with every change, and keeps the order", () => {
    const { panels, chips } = page({ page: 3, sort: "oldest", filters: { topic: ["energy"] } });
    expect(panels[0]?.rows[1]?.url).toBe("/search?topic=energy&topic=agriculture&sort=oldest");
    expect(chips[0]?.url).toBe("/search?sort=oldest");
  });

  test("shows the first values of a long group and a link to all of them", () => {
    const folded = page({ q: "grain" }).panels.find(({ group }) => group === "speaker");
    expect(folded?.rows).toHaveLength(7);
    expect(folded?.all).toEqual({
      label: "all 12",
      url: "/search?q=grain&all=speaker#facet-speaker",
    });
    const all = page({ q: "grain" }, {}, "speaker").panels.find(({ group }) => group === "speaker");
    expect(all?.rows).toHaveLength(12);
    expect(all?.all).toBeNull();
  });

  test("leaves out a group that has but one value, unless it is chosen", () => {
    const groups = (state: SearchState) => page(state).panels.map(({ group }) => group);
    expect(groups({})).toEqual(["topic", "country", "speaker"]);
    expect(groups({ filters: { collection: ["only"] } })).toContain("collection");
  });

  test("has a chip for each filter that is on, the dates as one, and counts them", () => {
    const state: SearchState = {
      q: "grain",
      filters: { topic: ["energy"], country: ["UA", "SUHH"] },
      from: "1946",
      to: "1950",
    };
    const { chips, filterCount, clearUrl } = page(state);
    expect(chips.map(({ label }) => label)).toEqual([
      "Energy",
      "Ukraine",
      "Soviet Union",
      "1946 – 1950",
    ]);
    expect(filterCount).toBe(4);
    expect(clearUrl).toBe("/search?q=grain");
  });

  test("shows all years in its chart whichever are chosen, so that others can be", () => {
    const { histograms } = page({
      q: "grain",
      filters: { year: ["2022"] },
      from: "2022",
      to: "2022",
    });
    expect(histograms[0]?.label).toBe("Paragraphs a year, 1946 to 2022");
    expect(histograms[0]?.bars.chosen).toMatch(/^M[^M]+$/);
    expect(histograms[0]?.steps[0]?.url).toBe("/search?q=grain&from=1946&to=1949");
  });

  test("offers no order by relevance where there are no words to be relevant to", () => {
    expect(page({}).sorts.map(({ label, chosen }) => [label, chosen])).toEqual([
      ["Newest", true],
      ["Oldest", false],
    ]);
  });

  test("leads back from a page past the last", () => {
    expect(page({ q: "grain", page: 9 }).firstPageUrl).toBe("/search?q=grain");
  });

  test("that found nothing says which word fails, what to loosen, and what was searched", () => {
    const { nothing } = page(
      { q: "grain zyzzyva", filters: { topic: ["energy"] }, from: "2022" },
      {
        query: parseQuery("grain zyzzyva", { resolve: () => [] }),
        asked: parseQuery("grain zyzzyva").tree,
        total: 0,
        addressTotal: 0,
        firstDay: null,
        lastDay: null,
        termCounts: [
          { text: "grain", count: 93, without: 0 },
          { text: "zyzzyva", count: 0, without: 21 },
        ],
      },
    );
    expect(nothing?.parts).toEqual([
      {
        text: "grain",
        alone: { label: "grain alone: 93 paragraphs", url: "/search?q=grain" },
        without: null,
      },
      {
        text: "zyzzyva",
        alone: null,
        without: {
          label: "search without zyzzyva: 21 paragraphs",
          url: "/search?q=grain&topic=energy&from=2022",
        },
      },
    ]);
    expect(nothing?.suggestions).toEqual([
      { label: "Any topic, not only Energy", url: "/search?q=grain+zyzzyva&from=2022" },
      { label: "Any date, not only from 2022", url: "/search?q=grain+zyzzyva&topic=energy" },
      { label: "No filter at all", url: "/search?q=grain+zyzzyva" },
    ]);
    expect(nothing?.coverage.join(" ")).toBe(
      "Searched: 233 addresses, 16,000 paragraphs, from 8 January 1790 to 4 February 2020. " +
        "Of these, 28 are known to be incomplete: words missing there cannot be found here.",
    );
  });
});

describe("searches that may have been meant", () => {
  const sentences = (given: Partial<Answer>, state: SearchState = { q: "x", page: 2 }) =>
    page(state, given).suggestions.map(({ before, searches, after }) => {
      const links = searches.map(({ lead, q, found }) => `${lead}[${q}] ${found}`);
      return `${before} ${links.join("")}${after}`;
    });
  const spelling = (q: string, total: number) => ({ reason: "spelling" as const, q, total });

  test("of one kind are one sentence, the likeliest first", () => {
    const suggestions = [
      spelling("Kyiv", 1200),
      { reason: "fewer-words" as const, q: "grain", total: 1 },
      spelling("Kiev", 3),
    ];
    expect(sentences({ suggestions })).toEqual([
      "Did you mean [Kyiv] (1,200 paragraphs) or [Kiev] (3)?",
      "With fewer words: [grain] (1 paragraph).",
    ]);
    expect(sentences({ suggestions: ["a", "b", "c"].map((q) => spelling(q, 2)) })).toEqual([
      "Did you mean [a] (2 paragraphs), [b] (2) or [c] (2)?",
    ]);
  });

  test("name what they leave out, where their sentence does not say that they do", () => {
    const less = { q: "grain", total: 2, leftOut: ["ohio", '"at sea"'] };
    expect(sentences({ suggestions: [{ reason: "speaker", ...less }] })).toEqual([
      "As a speaker: [grain] (2 paragraphs, without “ohio”, “at sea”).",
    ]);
    expect(sentences({ suggestions: [{ reason: "fewer-words", ...less }] })).toEqual([
      "With fewer words: [grain] (2 paragraphs).",
    ]);
  });

  test("with another filter name it as a field, and lead to the first page with it in place of all filters", () => {
    const filters = { speaker: ["abraham-lincoln"], country: ["UA"] };
    const given = {
      filters: { speaker: ["lincon"], country: ["UA"] },
      suggestions: [{ ...spelling("grain", 4), filters }],
      asked: parseQuery("grain").tree,
    };
    const state = { q: "grain", filters: given.filters, from: "1861", page: 2 };
    expect(sentences(given, state)).toEqual([
      "Did you mean [speaker:abraham-lincoln] (4 paragraphs)?",
    ]);
    expect(page(state, given).suggestions[0]?.searches[0]?.url).toBe(
      "/search?q=grain&country=UA&speaker=abraham-lincoln&from=1861",
    );
    expect(sentences({ ...given, asked: parseQuery("what of grain").tree }, state)).toEqual([
      "Did you mean [speaker:abraham-lincoln grain] (4 paragraphs)?",
    ]);
  });
});

describe("the pager", () => {
  const list = (total: number, at: number) => ({ total, addressTotal: 3, page: at, size: 20 });
  const labels = (total: number, at: number) =>
    pager(list(total, at), {}, urls)?.pages.map((entry) => entry?.label ?? "…");

  test("is not there for one page", () => {
    expect(pager(list(20, 1), {}, urls)).toBeNull();
  });

  test("shows the first, the last, and the neighbours of the present page", () => {
    expect(labels(10_000, 1)).toEqual(["1", "2", "3", "…", "500"]);
    expect(labels(10_000, 40)).toEqual(["1", "…", "38", "39", "40", "41", "42", "…", "500"]);
    expect(labels(45, 2)).toEqual(["1", "2", "3"]);
  });

  test("counts addresses where results are grouped by them", () => {
    expect(pager(list(10_000, 1), { group: "address" }, urls)).toBeNull();
  });
});
