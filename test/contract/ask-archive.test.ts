import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AskArchive, Question } from "../../src/search/answer.ts";
import { type AskedArchive, openAskedArchive, question, TOPIC } from "./asked-archive.ts";

const { slug, label } = TOPIC;
let archive: AskedArchive;
let ask: AskArchive;

beforeAll(() => {
  archive = openAskedArchive();
  ask = archive.ask;
});
afterAll(() => archive.close());

describe("an answer", () => {
  test("holds the words of the store, their address and marks", async () => {
    const { hits, total, engine } = await ask(question("exports"));
    expect([total, engine]).toEqual([1, "fts5"]);
    expect(hits[0]?.paragraph.text).toBe("Grain exports resume.");
    expect(hits[0]?.address.title).toBe("On grain");
    expect(hits[0]?.marks).toEqual([{ start: 6, end: 13, kind: "word" }]);
  });

  test("says how the query was understood, by the names of its values", async () => {
    const { understood, query } = await ask(
      question(`grain topic:${slug} speaker:zelen country:ussr org:"european union"`),
    );
    expect(understood.map((part) => part.text).join("")).toBe(
      `Paragraphs with grain, on the topic ${label}, by Volodymyr Zelenskyy, speaking of Soviet Union, speaking of European Union`,
    );
    expect(query.notices).toEqual([]);
  });

  test("names every filter and date beside the words, and any of several values", async () => {
    const filters = {
      topic: [slug],
      country: ["UA", "SUHH"],
      organisation: ["nato"],
      speaker: ["volodymyr-zelenskyy"],
      collection: ["evening-addresses"],
      lang: ["en"],
      year: ["2022"],
    };
    const told = async (q: string, changes: Partial<Question>) =>
      (await ask(question(q, changes))).understood.map(({ text }) => text).join("");
    expect(await told("grain", { filters, dateFrom: 20220301, dateTo: 20221231 })).toBe(
      `Paragraphs with grain, on the topic ${label}, speaking of Ukraine or Soviet Union, speaking of NATO, by Volodymyr Zelenskyy, in the collection Evening addresses, in English, of 2022, from 2022-03 up to 2022-12`,
    );
    expect(
      await told("", { filters: { organisation: ["nato"] }, dateFrom: 20220101, dateTo: 20221231 }),
    ).toBe("Paragraphs speaking of NATO, of 2022");
    expect(await told("", { dateTo: 20240229 })).toBe("Paragraphs up to 2024-02");
    expect(await told("", { dateFrom: 20220102, dateTo: 20220102 })).toBe(
      "Paragraphs of 2022-01-02",
    );
    expect(await told("", {})).toBe("");
  });

  test.each([
    [{ country: ["ua"] }, { country: ["UA"] }, "country=ua was read as Ukraine (UA)."],
    [
      { country: ["Ukraine", "UA"] },
      { country: ["UA"] },
      "country=Ukraine was read as Ukraine (UA).",
    ],
    [
      { organisation: ["NATO"] },
      { organisation: ["nato"] },
      "organisation=NATO was read as NATO (nato).",
    ],
    [
      { topic: ["Defense"] },
      { topic: ["defence"] },
      "topic=Defense was read as Defence and war (defence).",
    ],
    [{ lang: ["EN"] }, { lang: ["en"] }, "lang=EN was read as English (en)."],
    [
      { speaker: ["Abraham Lincoln"] },
      { speaker: ["abraham-lincoln"] },
      "speaker=Abraham Lincoln was read as Abraham Lincoln (abraham-lincoln).",
    ],
    [
      { speaker: ["roosevelt"] },
      { speaker: ["franklin-d-roosevelt", "theodore-roosevelt"] },
      "speaker=roosevelt was read as Franklin D. Roosevelt or Theodore Roosevelt.",
    ],
  ])("reads the filter %j as people mean it, and says so", async (filters, meant, notice) => {
    const mended = await ask(question("", { filters }));
    const exact = await ask(question("", { filters: meant }));
    expect(mended.query.notices).toEqual([{ code: "mended-filter", message: notice }]);
    expect(exact.query.notices).toEqual([]);
    expect({ ...mended, query: null }).toEqual({ ...exact, query: null });
  });

  test("names a filter that the archive does not know, and what there is instead", async () => {
    const { total, query, filters } = await ask(
      question("grain", { filters: { country: ["XX"] } }),
    );
    expect([total, filters]).toEqual([0, { country: ["XX"] }]);
    expect(query.notices).toEqual([
      {
        code: "unknown-value",
        message:
          "The archive knows no country=XX, so nothing can match it. There are here: Soviet Union (SUHH), Ukraine (UA).",
      },
    ]);
    const known = await ask(question("grain", { filters: { country: ["FR"] } }));
    expect([known.total, known.query.notices]).toEqual([0, []]);
  });

  test.each([
    ['speaker:"Abraham Lincoln"', 1],
    ["speaker:lincoln", 1],
    ["speaker:roosevelt", 2],
    ["speaker:theodore-roosevelt", 1],
    ["country:Ukraine", 1],
    ["country:україна", 1],
    ["country:Ukra", 1],
    ["country:ua", 1],
    ["organisation:nato", 1],
    ['organisation:"European Union"', 1],
    ["Org:ЄС", 1],
    ["organization:OTAN", 0],
    ["org:atlantic", 1],
    ["org:UN", 0],
    ['organisation:"North Atlantic Treaty Organisation"', 1],
    ['org:"north atlantic treaty organization"', 1],
    ["lang:English", 5],
    ["lang:en", 5],
    ["lang:англійська", 5],
    ['collection:"evening addresses"', 2],
    [`topic:"${label}"`, 1],
    ["speaker:nobody", 0],
  ])("reads %s as people mean it", async (q, total) => {
    expect((await ask(question(q))).total).toBe(total);
  });

  test.each(['topic:"air defense"', 'topic:"Air Defence"', "topic:labor", "topic:labour"])(
    "knows the topic of %s in either spelling",
    async (q) => {
      const { query, understood } = await ask(question(q));
      expect(query.notices).toEqual([]);
      expect(understood.map(({ text }) => text).join("")).toMatch(/Air defence|Labour/);
    },
  );

  test.each(["topic:space-weather", 'topic:"Space weather"', "topic:weather"])(
    "knows by %s a topic that the archive holds from another taxonomy",
    async (q) => {
      expect(await ask(question(q))).toMatchObject({ total: 1, query: { notices: [] } });
      const { query } = await ask(question("topic:space-wether"));
      expect(query.notices[0]?.code).toBe("unknown-value");
      const filters = { topic: ["space-weather"] };
      expect((await ask(question("", { filters }))).query.notices).toEqual([]);
    },
  );

  test("labels facets, and keeps a selected value that counts nothing", async () => {
    const { facets } = await ask(question("", { filters: { country: ["SUHH", "FR"] } }));
    expect(facets.topic).toEqual([{ value: slug, label, count: 1 }]);
    expect(facets.country.map(({ label: name, count }) => [name, count])).toEqual([
      ["Soviet Union", 1],
      ["Ukraine", 1],
      ["France", 0],
    ]);
    expect(facets.lang).toEqual([{ value: "en", label: "English", count: 1 }]);
  });

  test("finds and marks the synonyms of a name, and says what was searched beside it", async () => {
    const { hits, total, query, understood } = await ask(question("concords"));
    expect(total).toBe(2);
    expect(hits.every(({ marks }) => marks.length === 1)).toBe(true);
    expect(understood.map(({ text }) => text).join("")).toBe("Paragraphs with concords");
    expect(query.notices.map(({ message }) => message)).toEqual([
      "Also searched: “peace”, a synonym of “concords”. Quotation marks keep a word as typed.",
    ]);
    const battle = await ask(question("battle"));
    expect(battle.query.notices[0]?.message).toContain(
      "“war came”, “strife”, synonyms of “battle”",
    );
    expect(battle.hits.map(({ marks }) => marks)).toEqual([[{ start: 0, end: 8, kind: "phrase" }]]);
  });

  test("takes a name in quotation marks as it is typed, and leaves out with a name its synonyms", async () => {
    expect(await ask(question('"concord"'))).toMatchObject({ total: 0, query: { notices: [] } });
    const without = await ask(question("-concord"));
    expect(without.total).toBe(3);
    expect(without.query.notices[0]?.message).toMatch("Also left out: “peace”, a synonym of");
    expect((await ask(question("zebra concord"))).termCounts).toEqual([
      { text: "zebra", count: 0, without: 2 },
      { text: "concord", count: 2, without: 0 },
    ]);
  });

  test("tells which word fails when nothing is found", async () => {
    expect((await ask(question("grain zebra -war"))).termCounts).toEqual([
      { text: "zebra", count: 0, without: 2 },
      { text: "grain", count: 3, without: 0 },
    ]);
    const filtered = await ask(question("grain zebra", { filters: { country: ["UA"] } }));
    expect(filtered.termCounts).toEqual([
      { text: "zebra", count: 0, without: 1 },
      { text: "grain", count: 3, without: 0 },
    ]);
    expect((await ask(question("grain"))).termCounts).toEqual([]);
  });

  test("tells how often the words of a misremembered phrase stand together in another order or form", async () => {
    expect((await ask(question('"exports of grain resume"'))).termCounts).toEqual([
      { text: '"exports of grain resume"', count: 0, without: null },
      { text: "exports of grain resume", count: 0, without: null },
    ]);
    expect((await ask(question('"exporting grain"'))).termCounts).toEqual([
      { text: '"exporting grain"', count: 0, without: null },
      { text: "exporting grain", count: 1, without: null },
    ]);
  });

  test("tells of the longest words where a query that found nothing has many, and of none of grammar", async () => {
    const told = async (q: string) => {
      const { termCounts } = await ask(question(q));
      return termCounts.map(({ text }) => text);
    };
    const words = await told("it is to be of an on in peaceful grain zebra");
    expect(words.sort()).toEqual(["grain", "peaceful", "zebra"]);
    const many = await told("peaceful grain zebra cat dog pig cow hen owl ant");
    expect(many).toHaveLength(8);
    expect(many).toEqual(expect.arrayContaining(["peaceful", "grain", "zebra"]));
  });

  test("counts the paragraphs of each address when grouped", async () => {
    const { hits } = await ask(question("grain", { group: "address", sort: "newest" }));
    expect(hits.map((hit) => [hit.address.title, hit.inAddress])).toEqual([
      ["On grain", 2],
      ["On peace again", 1],
    ]);
  });
});
