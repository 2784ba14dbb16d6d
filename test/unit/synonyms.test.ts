import { describe, expect, test } from "vitest";
import { createSetup } from "../../src/search/meilisearch/index-setup.ts";
import { planOf, tokensOf } from "../../src/search/meilisearch/plan.ts";
import { serverSynonyms } from "../../src/search/meilisearch/spelling.ts";
import { formatQuery } from "../../src/search/query/describe.ts";
import { parseQuery } from "../../src/search/query/parse.ts";
import { createWiden } from "../../src/search/query/widen.ts";
import { readSynonyms, SynonymsError } from "../../src/search/synonyms.ts";

/** One for each set of rules by which words are stemmed, and one without. */
const LANGUAGES = "ar ca cs da de en es eu fi fr ga hu hy it nl no pt ro ru sl sv tr uk und".split(
  " ",
);

const FILE = readSynonyms(
  "- [Kyiv, Kiev, Київ]\n- [USSR, Soviet Union]\n- [Kyiv, the capital]\n- [wheat, corn]\n- [COVID-19, coronavirus]\n- [U.S., United States]\n- [Su-27 Flanker, fighter]",
);
const widen = createWiden(FILE, ["en", "uk"]);
const widened = (q: string) => formatQuery(widen(parseQuery(q).tree).tree);
const added = (q: string) => widen(parseQuery(q).tree).additions;

describe("a query in an archive with synonyms", () => {
  test.each([
    ["Kiev", "Kiev OR Kyiv OR Київ"],
    ["Kyiv", 'Kyiv OR Kiev OR Київ OR "the capital"'],
    ["corns", "corns OR wheat OR corn"],
    ["Києва", "Києва OR Kyiv OR Kiev OR Київ"],
    ["war -Kiev", "war -(Kiev OR Kyiv OR Київ)"],
    ["(war OR Kiev) peace", "war OR Kiev OR Kyiv OR Київ peace"],
    ["USSR", 'USSR OR "Soviet Union"'],
    ["the Soviet Union fell", "the Soviet OR USSR Union OR USSR fell"],
    ["Soviet and Union", "Soviet and Union"],
    ["COVID-19", "COVID-19 OR coronavirus"],
    ["Covid 19", "Covid OR coronavirus 19 OR coronavirus"],
    ["coronavirus", 'coronavirus OR "COVID-19"'],
    ["in the U.S. today", 'in the U.S OR "United States" today'],
    ["United States", 'United OR "U.S." States OR "U.S."'],
    ["war -COVID‑19", "war -(COVID‑19 OR coronavirus)"],
    ["Su-27 Flanker", "Su-27 OR fighter Flanker OR fighter"],
    ["title:COVID-19", 'title:"COVID" OR title:"coronavirus" title:"19" OR title:"coronavirus"'],
    ["title:Kiev", 'title:"Kiev" OR title:"Kyiv" OR title:"Київ"'],
  ])("has the other names for %s", (q, all) => {
    expect(widened(q)).toBe(all);
  });

  test.each([
    '"Kiev"',
    '"COVID-19"',
    '"U.S."',
    "anti-missile",
    '"in Kiev"',
    "kie*",
    '"Kiev war"~5',
    "grain",
    "topic:kiev",
    'title:"war on grain"',
  ])("takes %s as it stands", (q) => {
    expect(widened(q)).toBe(formatQuery(parseQuery(q).tree));
    expect(added(q)).toEqual([]);
  });

  test("tells what is searched beside what was typed", () => {
    expect(added("USSR and Soviet Union, not kievs")).toEqual([
      { typed: "USSR", others: ["Soviet Union"], leftOut: false },
      { typed: "Soviet Union", others: ["USSR"], leftOut: false },
      { typed: "kievs", others: ["Kyiv", "Kiev", "Київ"], leftOut: false },
    ]);
  });

  test("tells what is left out beside what was typed", () => {
    expect(added("war -USSR -(peace -USSR)")).toEqual([
      { typed: "USSR", others: ["Soviet Union"], leftOut: true },
      { typed: "USSR", others: ["Soviet Union"], leftOut: false },
    ]);
  });

  test("makes nothing of nothing", () => {
    expect(widen(null)).toEqual({ tree: null, additions: [] });
    expect(createWiden([], ["en"])(parseQuery("a b").tree).tree).toEqual(parseQuery("a b").tree);
  });
});

describe("the file of synonyms", () => {
  test("may be empty", async () => {
    expect(readSynonyms("")).toEqual([]);
    expect(readSynonyms("# none yet")).toEqual([]);
    expect(await serverSynonyms([], LANGUAGES)).toEqual({});
  });
  test("becomes one token for each set of words, whichever of them is typed and in whatever language", async () => {
    const file = readSynonyms("- [Kyiv, Kiev]\n- [USSR, Soviet Union]");
    const sets = Object.values(await serverSynonyms(file, LANGUAGES));
    expect(sets).toContainEqual(["0kiev", "0kyiv"]);
    expect(sets).toContainEqual(["0ussr", "1soviet 1union"]);
    expect(sets).toContainEqual(["0soviet", "0ussr"]); // for Soviet Union; the one above, for USSR
    expect(sets).toContainEqual(["0union", "0ussr"]);
    expect(new Set(sets.map((set) => set.join())).size).toBe(sets.length);
  });
  test("becomes just the sets that names of it are widened to, in every language", async () => {
    const file = readSynonyms(
      "- [Kyiv, Kiev, Київ, Kievs]\n- [USSR, Soviet Union, the Union]\n- [Kyiv, the capital]\n- [wheat, corn]\n- [Crimea, Republic Crimea]\n- [UN, United Nations, United Nations Organization]",
    );
    const expected = LANGUAGES.flatMap((lang) =>
      file.flat().flatMap(({ folded }) => {
        const typed = [folded.join(" "), folded.join("-")];
        return typed.flatMap((q) => {
          const { tree } = createWiden(file, [lang])(parseQuery(q).tree);
          return (planOf(tree)?.found ?? []).map((term) =>
            [...new Set([term, ...(term.synonyms ?? [])].map((one) => tokensOf(one, lang)))].sort(),
          );
        });
      }),
    );
    const sets = new Set(expected.filter((set) => set.length > 1).map((set) => set.join()));
    const made = Object.values(await serverSynonyms(file, LANGUAGES));
    expect(new Set(made.map((set) => set.join()))).toEqual(sets);
  });
  test("is refused with the entry that is wrong", () => {
    expect(() => readSynonyms("\n- [Kyiv]")).toThrow(
      'line 2, entry 1: ["Kyiv"] is not a list of at least two names',
    );
    expect(() => readSynonyms("- Kyiv")).toThrow('line 1, entry 1: "Kyiv" is not a list');
    expect(() => readSynonyms("-")).toThrow('line 1, entry 1: "" is not a list');
    expect(() => readSynonyms("- [Kyiv, [Kiev]]")).toThrow('entry 1: ["Kiev"] is no name');
    expect(() => readSynonyms("- [Kyiv, Kiev: 1]")).toThrow('entry 1: {"Kiev":"1"} is no name');
    expect(() => readSynonyms("Kyiv: Kiev")).toThrow("the file is no list of entries");
    expect(() => readSynonyms("- [a, b]\n# more\n- [a, …]")).toThrow(
      "line 3, entry 2: “…” has 0 words",
    );
    expect(() => readSynonyms("- [a, b]\n- [a, a b c d e f g h i]")).toThrow(
      "entry 2: “a b c d e f g h i” has 9 words; a name has one to 8",
    );
    for (const text of ["c*", '"x y"~5', "title:foo", "a OR b", "-war", "nul\0l"]) {
      const read = () => readSynonyms(`- ${JSON.stringify(["a", text])}`);
      expect(read).toThrow(`entry 1: ${JSON.stringify(text)} is no name: write words alone`);
    }
    expect(readSynonyms("- [Saint-Denis, St. Denis, L'Île (nord)]")).toHaveLength(1);
    expect(() => readSynonyms("- [a, b")).toThrow(SynonymsError);
    expect(() => readSynonyms("- [a, b\n- [c]")).toThrow(/line 1|line 2/);
  });
  test("takes numbers and other words of YAML as they are written", () => {
    const [line] = readSynonyms("- [2014, 007, no, null, 2022-02-24, 1e3]");
    expect(line?.map(({ text }) => text)).toEqual([
      "2014",
      "007",
      "no",
      "null",
      "2022-02-24",
      "1e3",
    ]);
  });
  test("takes what is one name to a search once, as it stands first", () => {
    const [line] = readSynonyms("- [Kyiv, Kiev, KYIV, kiev, Kýiv]");
    expect(line?.map(({ text }) => text)).toEqual(["Kyiv", "Kiev"]);
    expect(() => readSynonyms("- [Kyiv, KYIV]")).toThrow(
      'line 1, entry 1: ["Kyiv","KYIV"] is one name to a search',
    );
  });
  test("may give a name to other entries, and the same entry again, which adds nothing", () => {
    const once = createWiden(readSynonyms("- [Kyiv, Kiev]"), ["en"]);
    const twice = createWiden(readSynonyms("- [Kyiv, Kiev]\n- [kiev, KYIV]"), ["en"]);
    const { tree } = parseQuery("Kyiv kievs");
    expect(formatQuery(twice(tree).tree)).toBe(formatQuery(once(tree).tree));
  });

  const names = (count: number, of: string) =>
    `- [${Array.from({ length: count }, (_, n) => `${of}x${n}`).join(", ")}]\n`;

  test("gives a name 49 others at most, all its entries together", () => {
    expect(readSynonyms(names(50, "a"))[0]).toHaveLength(50);
    expect(() => readSynonyms(names(51, "a"))).toThrow(
      "line 1, entry 1: “ax0” has 50 other names so far; 49 can be searched",
    );
    expect(() => readSynonyms(names(30, "a") + names(30, "b").replace("bx0", "ax0"))).toThrow(
      "line 2, entry 2: “ax0” has 58 other names so far",
    );
  });
  test("is counted by what it costs, and not by its lines", () => {
    const entries = (count: number, size: number) =>
      Array.from({ length: count }, (_, n) => names(size, `n${n}y`)).join("");
    expect(readSynonyms(entries(7_000, 2))).toHaveLength(7_000);
    expect(readSynonyms(entries(12, 50))).toHaveLength(12);
    expect(() => readSynonyms(entries(13, 50))).toThrow(
      "the file makes 32500 alternatives (the words of each name, times the names of its entries); at most 30000",
    );
  });
  test("of 1,000 entries is prepared for the server without holding up anybody", async () => {
    const file = readSynonyms(
      Array.from({ length: 1000 }, (_, n) => names(3, `strange${n}words`)).join(""),
    );
    const setup = createSetup(file, () => ["en", "fr", "de"]);
    let turns = 0;
    const count = () => {
      turns++;
      next = setImmediate(count);
    };
    let next = setImmediate(count);
    await setup.prepare();
    clearImmediate(next);
    expect(turns).toBeGreaterThan(5);
    expect(Object.keys(setup.current().synonyms)).toHaveLength(1000);
  });
  test("is prepared anew where the archive has another language, and only there", async () => {
    let languages = ["en"];
    const setup = createSetup(readSynonyms("- [wars, peace]"), () => languages);
    await setup.prepare();
    const english = setup.current();
    languages = ["en-GB", "en"];
    await setup.prepare();
    expect(setup.current()).toBe(english);
    languages = ["en", "uk"];
    await setup.prepare();
    expect(setup.current().hash.synonyms).not.toBe(english.hash.synonyms);
    expect(setup.current().hash.format).toBe(english.hash.format);
  });
});
