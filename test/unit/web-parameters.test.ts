import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HttpError } from "../../src/web/http-error.ts";
import { PARAMETER_LIMITS, readSearchState } from "../../src/web/parameters.ts";
import { redactQuery } from "../../src/web/request-log.ts";
import { createUrls } from "../../src/web/urls.ts";

const DEFAULTS = {
  q: "",
  filters: {},
  dateFrom: null,
  dateTo: null,
  sort: "relevance",
  group: "paragraph",
  page: 1,
  size: 20,
};

describe("the parameters of a search", () => {
  it("may all be absent", () => {
    expect(readSearchState({}).question).toEqual(DEFAULTS);
    expect(readSearchState({}).notices).toEqual([]);
  });

  it("never pass on characters that turn the text around", () => {
    const read = readSearchState({ q: "grain\u202eniarg", speaker: "a\u202eb", sort: "\u2066x" });
    expect(JSON.stringify(read)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
    expect(read.notices).toContain("A value of speaker that cannot be one was left out.");
  });

  it("are read with repeated facets and partial dates", () => {
    const { question, notices } = readSearchState({
      q: " grain  export ",
      country: ["UA", "TR", "UA"],
      topic: "energy",
      from: "2022-03",
      to: "2022",
      sort: "oldest",
      group: "address",
      page: "3",
      size: "50",
    });
    expect(question).toEqual({
      q: "grain export",
      filters: { country: ["UA", "TR"], topic: ["energy"] },
      dateFrom: 20220301,
      dateTo: 20221231,
      sort: "oldest",
      group: "address",
      page: 3,
      size: 50,
    });
    expect(notices).toEqual([]);
  });

  it.each([
    [{ page: "-1" }, "page=-1"],
    [{ page: "NaN" }, "page=NaN"],
    [{ page: "1e99" }, "page=1e99"],
    [{ page: "2.5" }, "page=2.5"],
    [{ size: "0" }, "size=0"],
    [{ size: "101" }, "size=101"],
    [{ sort: "random" }, "sort=random"],
    [{ group: `${"x".repeat(99)}` }, "group=xxxx"],
    [{ from: "2022-13" }, "from=2022-13"],
    [{ to: "tomorrow" }, "to=tomorrow"],
    [{ year: "MMXXII" }, "year"],
    [{ topic: "x".repeat(999) }, "topic"],
    [{ q: "a\u0000b" }, "cannot be read"],
  ])("are mended and the mending is said: %j", (query, said) => {
    const { question, notices } = readSearchState(query);
    expect({ ...question, q: "" }).toEqual(DEFAULTS);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain(said);
  });

  it("may name a group of filters otherwise, which is said", () => {
    const { state, notices } = readSearchState({ language: "en", lang: "uk", Country: "UA" });
    expect(state.filters).toEqual({ country: ["UA"], lang: ["uk", "en"] });
    expect(notices).toEqual(["Country was read as country.", "language was read as lang."]);
  });

  it("take the first of two queries and say so", () => {
    const { question, notices } = readSearchState({ q: ["one", "two"] });
    expect(question.q).toBe("one");
    expect(notices[0]).toContain("2 times");
  });

  it("exchange dates that stand in the wrong order", () => {
    const { question, notices } = readSearchState({ from: "2023", to: "2021" });
    expect([question.dateFrom, question.dateTo]).toEqual([20210101, 20231231]);
    expect(notices).toHaveLength(1);
  });

  it("ignore nested names, which mean nothing here", () => {
    expect(readSearchState({ "q[a]": "x", "country[]": "UA" }).question).toEqual(DEFAULTS);
  });

  it("are refused with a hint when the query is longer than 2,000 characters", () => {
    const q = "x".repeat(PARAMETER_LIMITS.query + 1);
    expect(() => readSearchState({ q })).toThrow(HttpError);
    expect(readSearchState({ q: q.slice(1) }).question.q).toHaveLength(PARAMETER_LIMITS.query);
  });

  it("always give a question within its limits, and a URL that asks the same again", () => {
    const value = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("2022", "3", "UA"));
    const query = fc.dictionary(
      fc.constantFrom(
        "q",
        "topic",
        "country",
        "year",
        "from",
        "to",
        "sort",
        "group",
        "page",
        "size",
      ),
      fc.oneof(value, fc.array(value, { maxLength: 60 })),
    );
    const urls = createUrls("https://archive.example");
    fc.assert(
      fc.property(query, (given) => {
        const { state, question } = readSearchState(given);
        expect(question.page).toBeGreaterThan(0);
        expect(question.size).toBeLessThanOrEqual(PARAMETER_LIMITS.pageSize);
        for (const values of Object.values(question.filters)) {
          expect(values.length).toBeLessThanOrEqual(PARAMETER_LIMITS.values);
        }
        const again: Record<string, string[]> = {};
        for (const [name, text] of new URL(urls.absolute(urls.search(state))).searchParams) {
          again[name] = [...(again[name] ?? []), text];
        }
        const reread = readSearchState(again);
        expect(reread.question).toEqual(question);
        expect(reread.notices).toEqual([]);
      }),
    );
  });
});

describe("the log", () => {
  it.each([
    ["/search?q=secret&page=2", "/search?q=[redacted]&page=2"],
    ["/trends?a=1&q=one&q=two", "/trends?a=1&q=[redacted]&q=[redacted]"],
    ["/search?Q%5Bx%5D=secret", "/search?Q%5Bx%5D=[redacted]"],
    ["/p/7k3m9q2x", "/p/7k3m9q2x"],
  ])("does not tell what was searched for: %s", (url, logged) => {
    expect(redactQuery(url)).toBe(logged);
  });
});
