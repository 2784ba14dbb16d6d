import { describe, expect } from "vitest";
import { FACET_GROUPS } from "../../src/search/search-index.ts";
import { request } from "../support/request.ts";
import { counts, type Harness, ids, promisesOf, type SearchedArchive } from "./harness.ts";

/** Totals, facets, pages and their order. @param searched an archive of `ARCHIVE` */
export function countsContract(harness: Harness, searched: () => SearchedArchive): void {
  const promise = promisesOf(harness);
  describe("counts and pages", () => {
    promise("totals, addresses, first and last day exactly", async () => {
      const { total, addressTotal, firstDay, lastDay } = await searched().index.search(
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
      const result = await searched().index.search(request("zebra"));
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
      const result = await searched().index.search(
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
      const result = await searched().index.search(request("", { filters }));
      expect(ids(result).sort()).toEqual(
        [searched().idsOf("Address 0 on freedom"), searched().idsOf("Address 2 on freedom")]
          .flat()
          .sort(),
      );
      expect(counts(result, "organisation")).toEqual({ un: 2, nato: 1, DE: 1 });
      expect(counts(result, "country")).toEqual({ UA: 2 });
    });
    promise("values of one group as alternatives", async () => {
      const filters = { speaker: ["lincoln", "nehru"], year: ["1946", "1990"] };
      const result = await searched().index.search(request("", { filters }));
      expect(result.total).toBe(2);
      expect(counts(result, "year")).toEqual({ 1863: 1, 1946: 1, 1990: 1, 2021: 1, 2022: 2 });
    });
    promise("words under another's label as no words of the address's speaker", async () => {
      const own = { text: "Hospitals are ours." };
      const other = { text: "Let us take hospitals.", turnSpeaker: "MR. NIXON" };
      const address = { title: "Debate", date: "1960-09-26", speaker: "Lincoln" };
      const archive = await harness.create([{ ...address, paragraphs: [own, other] }]);
      const all = await archive.index.search(request("hospitals"));
      expect([all.total, all.addressTotal, counts(all, "speaker")]).toEqual([2, 1, { lincoln: 1 }]);
      const filters = { speaker: ["lincoln"] };
      for (const asked of [
        request("hospitals", { filters }),
        request("hospitals speaker:lincoln"),
      ]) {
        const result = await archive.index.search(asked);
        expect(ids(result)).toEqual(archive.idsOf("Debate").slice(0, 1));
        expect(counts(result, "speaker")).toEqual({ lincoln: 1 });
      }
      const theirs = await archive.index.search(request("hospitals -speaker:lincoln"));
      expect(ids(theirs)).toEqual(archive.idsOf("Debate").slice(1));
      await archive.close();
    });
    promise("years by year, other values by count", async () => {
      const { facets } = await searched().index.search(request(""));
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
        const whole = ids(await searched().index.search(request("the OR grain", { sort })));
        const pages: number[] = [];
        for (const page of [1, 2, 3, 4]) {
          pages.push(
            ...ids(await searched().index.search(request("the OR grain", { sort, page, size: 2 }))),
          );
        }
        expect(pages).toEqual(whole);
      }
    });
    promise("a page past the last as empty, with the same total", async () => {
      const result = await searched().index.search(request("grain", { page: 999 }));
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
}
