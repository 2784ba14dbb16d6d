/** What is offered where a name, a word or a question is not quite what the archive has. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AskArchive, Question } from "../../src/search/answer.ts";
import { type AskedArchive, openAskedArchive, question } from "./asked-archive.ts";

let archive: AskedArchive;
let ask: AskArchive;

beforeAll(() => {
  archive = openAskedArchive([
    {
      title: "Inaugural",
      date: "1861-03-04",
      speaker: "Abraham Lincoln",
      collection: "Inaugural addresses",
      paragraphs: [
        { text: "The better angels of our nature will touch the union.", topics: ["energy"] },
        { text: "A house divided over slavery, and the treaty on slavery.", countries: ["UA"] },
      ],
    },
    {
      title: "On terror",
      date: "2001-09-20",
      speaker: "George W. Bush",
      paragraphs: [
        { text: "Our war on terror begins.", organisations: ["nato"] },
        { text: "We spoke of the WMD and of Kyiv, where the gods end." },
        {
          text: "Lincoln spoke of the better angels of our nature, and the gods end; God send us one.",
        },
      ],
    },
    {
      title: "On evil",
      date: "1983-03-08",
      speaker: "Mr. Ronald Reagan",
      paragraphs: [
        { text: "Reagan named it an evil empire." },
        { text: "Regan was its secretary, Regan of the treasury." },
        ...Array.from({ length: 12 }, (_, n) => ({ text: `Reagan speaks for the ${n}th time.` })),
      ],
    },
    {
      title: "On starting",
      date: "2024",
      speaker: "Keir Starmer",
      paragraphs: [{ text: "The work has started." }, { text: "It started with a starter." }],
    },
    {
      title: "On health",
      date: "2020",
      speaker: "Volodymyr Zelenskyy",
      paragraphs: [
        { text: "The coronavirus is here, and air defense with it.", organisations: ["nato"] },
        { text: "Air defense for the alliance of NATO, Trumpet said." },
        {
          text: "A no fly zone, as klieg lights build up; arid land needs a ridge of the harbour.",
        },
        { text: "The no fly zone was a blitzkrieg." },
        { text: "No blitzkrieg in theterritories; nobly they build a lightship." },
      ],
    },
    ...Array.from("ABCDEFGHI", (letter) => ({
      title: letter,
      date: "1999",
      speaker: `${letter}. Petrovich`,
      paragraphs: [{ text: "Silence." }],
    })),
  ]);
  ask = archive.ask;
});
afterAll(() => archive.close());

const offered = async (q: string, changes: Partial<Question> = {}) =>
  (await ask(question(q, changes))).suggestions.map(({ reason, q, filters, total }) =>
    filters ? [reason, q, filters, total] : [reason, q, total],
  );

test.each([
  "slavery or unoin",
  "slavery or unoin or silense",
  "(unoinx OR slavery) xqzv silence",
  "(unoin OR a) (slavry OR b) (silense OR c) (territoris OR d) (lightshp OR e) (blitzkreg OR f) xqzv",
])(
  "finds just as many paragraphs as are promised, misspelled alternatives among them: %s",
  async (q) => {
    for (const { q: other, total } of (await ask(question(q))).suggestions) {
      const found = await ask(question(other));
      expect([other, found.total, found.searched]).toEqual([other, total, other]);
    }
  },
);

test("alternatives are offered with misspelled words put right", async () => {
  expect(await offered("slavery or unoin")).toContainEqual([
    "alternatives",
    "slavery OR union",
    (await ask(question("slavery OR union"))).total,
  ]);
});

describe("a value that the archive does not know", () => {
  test.each([
    ["speaker:lincon", "speaker:abraham-lincoln", 2],
    ['speaker:"Abraham Lincon" slavery', "speaker:abraham-lincoln slavery", 1],
    ['speaker:"President Lincoln"', "speaker:abraham-lincoln", 2],
    ["country:Ukrane", "country:UA", 1],
    ["topic:enrgy", "topic:energy", 1],
    ["organisation:NATOO", "organisation:nato", 2],
    ["collection:inagural union", "collection:inaugural-addresses union", 1],
    ["lang:englsh slavery", "lang:en slavery", 1],
    ["speaker:lincon country:Ukrane", "speaker:abraham-lincoln country:UA", 1],
    ["speaker:lincon unoin", "speaker:abraham-lincoln union", 1],
    ["speaker:lincon OR speaker:nobody", "speaker:abraham-lincoln OR speaker:nobody", 2],
    ["what of slavery speaker:lincon", "slavery speaker:abraham-lincoln", 1],
  ])("in a query, %s, finds nothing and has the nearest offered", async (q, other, total) => {
    expect((await ask(question(q))).total).toBe(0);
    expect(await offered(q)).toEqual([["spelling", other, total]]);
  });

  test("in a filter is offered with the others kept, for the same query", async () => {
    const filters = { speaker: ["lincon"], lang: ["en"] };
    expect(await offered("unoin", { filters })).toEqual([
      ["spelling", "union", { speaker: ["abraham-lincoln"], lang: ["en"] }, 1],
    ]);
    expect(await offered("", { filters: { country: ["Ukrane"] } })).toEqual([
      ["spelling", "", { country: ["UA"] }, 1],
    ]);
  });

  test("in a filter is told without what else there is where the nearest is offered", async () => {
    const told = async (value: string) =>
      (await ask(question("", { filters: { country: [value] } }))).query.notices[0]?.message;
    expect(await told("Ukrane")).toBe(
      "The archive knows no country=Ukrane, so nothing can match it.",
    );
    expect(await told("xyz")).toContain("There are here: ");
  });

  test("among alternatives that are found is offered beside them, once, with what finds more", async () => {
    expect(await offered("speaker:lincon OR (speaker:bush terror)")).toEqual([
      ["spelling", "speaker:abraham-lincoln OR (speaker:george-w-bush terror)", 3],
    ]);
  });

  test("is offered only with what finds something, and not where it is left out", async () => {
    expect(await offered("speaker:lincon zebra")).toEqual([]);
    expect(await offered("country:Frnace")).toEqual([]);
    expect(await offered("-speaker:lincon")).toEqual([]);
    expect(await offered("speaker:nobody")).toEqual([]);
  });

  test("is not offered as any of more than eight that are as near", async () => {
    expect(await offered("speaker:petrovch")).toEqual([]);
    expect(await offered("what did Petrovich say about silence")).toEqual([
      ["fewer-words", "silence", 9],
    ]);
  });
});

describe("words parted, joined and shortened otherwise", () => {
  test.each([
    ["corona virus", "coronavirus", 1],
    ['"corona virus"', '"coronavirus"', 1],
    ["airdefense", '"air defense"', 2],
    ["airdefence", '"air defense"', 2],
    ["Kyev", "Kyiv", 1],
    ["wmds", "wmd", 1],
    ["godsend", '"gods end"', 2],
  ])("%s is offered as what the archive has", async (q, other, total) => {
    expect((await ask(question(q))).total).toBe(0);
    expect(await offered(q)).toEqual([["spelling", other, total]]);
  });
  test.each([
    ["nofly zone", '"no fly" zone', 2],
    ["blitz krieg", "blitzkrieg", 2],
  ])("%s is offered so, though a word of it was taken for another", async (q, other, total) => {
    expect((await ask(question(q))).total).toBe(0);
    expect(await offered(q)).toContainEqual(["spelling", other, total]);
  });
  test("one word is offered beside the one it was taken for, which was found", async () => {
    const answer = await ask(question("nofly"));
    expect([answer.searched, answer.total]).toEqual(["nobly", 1]);
    expect(await offered("nofly")).toEqual([["spelling", '"no fly"', 2]]);
  });
  test("a word of grammar is not joined to its neighbour, nor words to one that is there in another form alone", async () => {
    const texts = async (q: string) => (await offered(q)).map(([, other]) => other).join(", ");
    expect(await texts("slavery in the territories")).not.toContain("theterritories");
    expect(await texts("need a ride")).not.toContain("aride");
    expect(await texts("light ships")).not.toContain("lightships");
  });
  test("words are offered as one of a single paragraph only where nothing else is", async () => {
    expect(await offered("light ship")).toEqual([["spelling", "lightship", 1]]);
    expect(await offered("build light ship")).toEqual([["fewer-words", "build light", 1]]);
  });
  test("two words are not offered as one that is not there, nor one as two that stand apart", async () => {
    expect(await offered("evil angels")).toEqual([]);
    expect(await offered("airalliance")).toEqual([]);
    expect(await offered("ofthe")).toEqual([]);
  });
});

describe("a query whose words are all there", () => {
  test("that finds nothing is offered with a far commoner word in place of one", async () => {
    expect(await offered("Regan evil empire")).toContainEqual([
      "spelling",
      "Reagan evil empire",
      1,
    ]);
    expect(await offered("did Regan say evil empire")).toContainEqual([
      "spelling",
      "Reagan evil empire",
      1,
    ]);
  });
  test("that finds something but for words of grammar is offered so, with no other word", async () => {
    expect(await offered("did Regan say treasury")).toEqual([["fewer-words", "Regan treasury", 1]]);
  });
});

test("a name that a speaker is offered for has no other words offered in its place", async () => {
  expect(await offered("Starmer")).toEqual([["speaker", "speaker:keir-starmer", 2]]);
  expect((await offered("What did Starmer say of work")).map(([reason]) => reason)).not.toContain(
    "spelling",
  );
});

describe("what asks for less than the question", () => {
  test.each([
    ["airdefence alliance silence", '"air defense" alliance', 1, ["silence"]],
    ["Regan xyzzyq evil empire", "Reagan evil empire", 1, ["xyzzyq"]],
  ])("%s, spelled otherwise too, is offered as fewer words", async (q, other, total, leftOut) => {
    const { suggestions } = await ask(question(q));
    expect(suggestions).toContainEqual({ reason: "fewer-words", q: other, total, leftOut });
    expect(suggestions.filter(({ reason }) => reason === "spelling")).toEqual([]);
  });
  test("by a speaker names what it leaves out, words of grammar aside", async () => {
    const [first] = (await ask(question("what did abraham lincoln say about slavery in ohio")))
      .suggestions;
    expect([first?.reason, first?.leftOut]).toEqual(["speaker", ["ohio"]]);
    const [whole] = (await ask(question("what did lincoln say about the treaty on slavery")))
      .suggestions;
    expect([whole?.reason, whole?.leftOut]).toEqual(["speaker", undefined]);
  });
});

describe("a question", () => {
  test("that names a speaker is offered with the speaker, and as much of it as comes together", async () => {
    expect(await offered("When did Bush announce the war on terror?")).toEqual([
      ["speaker", "speaker:george-w-bush war terror", 1],
      ["fewer-words", "war terror", 1],
    ]);
    expect(await offered('What did Lincoln say about "the better angels of our nature"?')).toEqual([
      ["speaker", 'speaker:abraham-lincoln "the better angels of our nature"', 1],
      ["fewer-words", 'Lincoln "the better angels of our nature"', 1],
    ]);
    expect(await offered("what did abraham lincoln say about slavery in ohio")).toEqual([
      ["speaker", "speaker:abraham-lincoln slavery", 1],
      ["fewer-words", "slavery", 1],
    ]);
    expect(await offered("What did President Reagan say of evil empires in Kyiv")).toContainEqual([
      "speaker",
      "speaker:mr-ronald-reagan evil empires",
      1,
    ]);
  });
  test("that names two speakers asks for the words of the first", async () => {
    expect(await offered("Has Mr. Bush said what Lincoln spoke of the angels")).toEqual([
      ["speaker", "speaker:george-w-bush Lincoln spoke angels", 1],
      ["fewer-words", "Lincoln spoke angels", 1],
    ]);
  });
  test.each(["Zelensky", "zelensky", "Zelenskiy", "Volodymyr Zelenskiy"])(
    "finds the speaker by a name as %s, though no paragraph has it",
    async (name) => {
      expect(await offered(`What did ${name} say about NATO`)).toEqual([
        ["speaker", "speaker:volodymyr-zelenskyy NATO", 1],
        ["fewer-words", "NATO", 1],
      ]);
    },
  );
  test("about whom the archive does not know is offered without the name", async () => {
    expect(await offered("What did Churchill say about NATO")).toEqual([
      ["fewer-words", "NATO", 1],
    ]);
  });
  test("keeps a phrase before all other words, and fields always", async () => {
    expect(await offered('was "evil empire" said of the coronavirus by anybody')).toEqual([
      ["fewer-words", '"evil empire"', 1],
    ]);
    expect(await offered("what of evil empires in the war on terror speaker:bush")).toEqual([
      ["fewer-words", "war terror speaker:george-w-bush", 1],
    ]);
  });
  test("of words that never come together is not offered with one of many", async () => {
    expect(await offered("what of slavery, coronavirus and empires")).toEqual([]);
  });
});
