import { describe, expect, it } from "vitest";
import { completeAddress } from "../../src/import/complete-address.ts";
import { type Fields, readFacts } from "../../src/import/read-facts.ts";

const facts = (...layers: Fields[]) => readFacts([...layers, { date: "2022" }]);

describe("the facts of an address", () => {
  it("are read under every name that inputs use", () => {
    const { facts: read, source } = readFacts([
      {
        id: 17,
        title: "  A \n title ",
        date: "1946",
        date_precision: "year",
        speaker: "",
        speaker_role: "Minister",
        speaker_country: "YUG",
        language: "pt_br",
        source_url: "https://example.org/1",
        license: "CC0",
        session: 1,
        empty: "",
      },
    ]);
    expect(read).toMatchObject({
      title: "A title",
      date: "1946",
      speaker: null,
      speakerOffice: "Minister",
      speakerCountry: "YUCS",
      lang: "pt-BR",
    });
    expect(source).toMatchObject({ nativeId: "17", licence: "CC0", url: "https://example.org/1" });
    expect(source.extra).toEqual({ session: 1 });
  });

  it("are read under the names of the options too", () => {
    const { source, facts: read } = readFacts([
      {
        date: "2022",
        "source-url": "https://example.org/1",
        "archived-url": "https://example.org/2",
        "retrieved-on": "2022-09-29",
        "completeness-note": "Lacks the end.",
      },
    ]);
    expect(read.completenessNote).toBe("Lacks the end.");
    expect(source).toMatchObject({
      url: "https://example.org/1",
      archivedUrl: "https://example.org/2",
      retrievedOn: "2022-09-29",
      extra: {},
    });
  });

  it.each(["title", "id"])("are refused when they are far too long: %s", (name) => {
    expect(facts({ [name]: "x".repeat(1000) }).facts.date).toBe("2022");
    expect(() => facts({ [name]: "x".repeat(1001) })).toThrow(
      new RegExp(`The field ${name} has 1001 characters: "x{60}…"\\. It takes at most 1000`),
    );
    expect(() => facts({ [name]: `x${" ".repeat(1000)}` })).toThrow(/has 1001 characters/);
  });

  it("come from the input first, then from what fills its gaps", () => {
    const read = readFacts([
      { date: "2022-09-28", speaker: " ", licence: "CC0" },
      { speaker: "From the sidecar", note: "kept" },
      { speaker: "From an option", date: "1999", country: "UA", license: "other" },
    ]);
    expect(read.facts).toMatchObject({
      date: "2022-09-28",
      speaker: "From the sidecar",
      speakerCountry: "UA",
    });
    expect(read.source.licence).toBe("CC0");
    expect(read.source.extra).toEqual({ note: "kept" });
  });

  it("keep no more of a date than is known", () => {
    expect(readFacts([{ date: "1946-01-01", date_precision: "year" }]).facts.date).toBe("1946");
    expect(readFacts([{ date: "1946-05-09", date_precision: "month" }]).facts.date).toBe("1946-05");
    expect(() => readFacts([{ date: "1946", date_precision: "day" }])).toThrow(/date_precision/);
  });

  it.each<[Fields, RegExp]>([
    [{ date: "2022-02-30" }, /The date "2022-02-30" is not one\. Write it as/],
    [{ date: "28.09.2022" }, /"28\.09\.2022"/],
    [{ speaker_country: "Narnia" }, /The country "Narnia" is unknown.*ISO 3166/],
    [{ lang: "klingonish" }, /The language "klingonish" is unknown/],
    [{ lang: "ua!" }, /The language "ua!"/],
    [{ source_url: "javascript:alert(1)" }, /source_url is "javascript:alert\(1\)".*https/],
    [{ retrieved_on: "2022" }, /retrieved_on is "2022".*day/],
    [{ title: ["a"] }, /title is \["a"\].*one text/],
    [{ title: true }, /title is true/],
    [{ id: 2 ** 60 }, /id is a number too long.*quotation marks/],
    [{ speaker: "A\u0007B" }, /U\+0007 stands in speaker/],
    [{ lead: "some" }, /The lead is "some".*auto, none/],
  ])("are refused with value and fix: %j", (fields, message) => {
    expect(() => facts(fields)).toThrow(message);
  });

  it("need a date, and say how to give one", () => {
    expect(() => readFacts([{ title: "T" }])).toThrow(/date is missing.*--date/);
  });
});

describe("what a source leaves out", () => {
  const complete = (fields: Fields, text: string) =>
    completeAddress(facts(fields), text, Buffer.from(text));

  it.each(["&nbsp;&#8203;", "&shy;", "\u200b"])("is a title where %s shows nothing", (title) => {
    const told = complete({ title, speaker: "Jane Doe", lang: "en" }, "Words.");
    expect(told.parsed.facts.title).toBe("Address by Jane Doe, 2022");
  });

  it("is a title: told from speaker and date, or from the opening words, and marked so", () => {
    const told = complete({ speaker: "Jane Doe", lang: "en" }, "Words.");
    expect(told.parsed.facts.title).toBe("Address by Jane Doe, 2022");
    expect(told.parsed.source.extra.title_origin).toMatch(/derived/);
    const words =
      "Dear friends, we gather here today to speak of grain and of the sea that carries it.";
    expect(complete({ lang: "en" }, words).parsed.facts.title).toBe(
      "Dear friends, we gather here today to speak of grain and of …",
    );
    expect(complete({ lang: "en" }, "Short.").parsed.facts.title).toBe("Short.");
  });

  it("is a language: detected, marked and told", () => {
    const text = "Громадяни України, сьогодні ми говоримо про хліб і про море.";
    const { parsed, notices } = complete({ title: "T" }, text);
    expect(parsed.facts.lang).toBe("uk");
    expect(parsed.source.extra).toEqual({ lang_origin: "detected" });
    expect(notices).toEqual(["The language was detected: uk."]);
    expect(() => complete({ title: "T" }, "1234")).toThrow(/language is missing.*--lang/);
  });

  it("is a readable title: it is mended, and kept as received beside", () => {
    const { parsed, notices } = complete({ title: "Bread &amp; salt ", lang: "en" }, "Words.");
    expect(parsed.facts.title).toBe("Bread & salt");
    expect(parsed.source.extra).toEqual({
      title_origin: "mended: it had HTML entities in it",
      title_received: "Bread &amp; salt ",
    });
    expect(notices).toEqual(["The title was mended, as it had HTML entities in it: Bread & salt"]);
    expect(complete({ title: "&nbsp;", lang: "en" }, "Words.").parsed.facts.title).toBe("Words.");
  });

  it("is no mark that turns text around: it is taken out of every fact and told, and stays in the words", () => {
    const fields = {
      title: "A\u202etitle",
      lang: "en",
      speaker: "\u2067Jane\u200f Doe",
      place: "Kyiv",
    };
    const { parsed, notices } = complete(fields, "Wo\u202erds.");
    expect(parsed.facts).toMatchObject({ title: "Atitle", speaker: "Jane Doe", place: "Kyiv" });
    expect(parsed.text).toBe("Wo\u202erds.");
    expect(parsed.source.extra.title_received).toBe("A\u202etitle");
    expect(notices).toEqual([
      "The field speaker had marks in it that turn text around; they were taken out.",
      "The title was mended, as it had marks in it that turn text around: Atitle",
    ]);
    expect(complete({ lang: "en" }, "Wo\u202erds.").parsed.facts.title).toBe("Words.");
    expect(
      complete({ title: "T", lang: "en", place: "\u202e" }, "A.").parsed.facts.place,
    ).toBeNull();
  });

  it("is said by the archive alone: a source's field of the same name is kept under another", () => {
    const forged = { title_origin: "copied", "Title-Copied From": "elsewhere", lang_origin: "x" };
    const taken = { source_title_origin: "taken", topics: ["a"] };
    const { parsed, notices } = complete({ title: "T", lang: "en", ...forged, ...taken }, "Words.");
    expect(parsed.source.extra).toEqual({
      source_source_title_origin: "copied",
      "source_Title-Copied From": "elsewhere",
      source_lang_origin: "x",
      ...taken,
    });
    expect(notices).toContain(
      "The field title_origin has a name that is the archive's own; it is kept as source_source_title_origin.",
    );
    const own = complete({ title: "T&amp;T", lang: "en", ...forged }, "Words.").parsed.source.extra;
    expect(own.title_origin).toBe("mended: it had HTML entities in it");
    expect(own.source_title_origin).toBe("copied");
  });

  it("is no word of the text: code of a web page in it is kept as found, and told with its place", () => {
    const { parsed, notices } = complete(
      { title: "T", lang: "en" },
      "Bread&nbsp;and\nsalt &amp; so on.",
    );
    expect(parsed.text).toBe("Bread&nbsp;and\nsalt &amp; so on.");
    expect(notices).toEqual([
      expect.stringMatching(
        /^text has 2 HTML entities, kept as found; the first is &nbsp; at line 1, column 6\./,
      ),
    ]);
  });

  it("is nothing where the text is empty", () => {
    expect(() => complete({ title: "T" }, " \n ")).toThrow(/text is empty/);
  });

  it("is nothing where no character of the text shows", () => {
    const invisible = "\u200b\u200d \n\n\u2060\ufeff\u00ad\u3164\u2800";
    expect(() => complete({ title: "T", lang: "en" }, invisible)).toThrow(/no visible character/);
    expect(complete({ title: "T", lang: "en" }, "\u200bA.").parsed.text).toBe("\u200bA.");
  });

  it("may be how long the lead is: said in sentences, none, or auto", () => {
    const text = "Mr. A said this. It is late. We go on.";
    const lead = (lead: unknown) =>
      complete({ title: "T", lang: "en", lead }, text).parsed.leadLength;
    expect(lead(1)).toBe("Mr. A said this.".length);
    expect(lead("2")).toBe("Mr. A said this. It is late.".length);
    expect(lead("none")).toBe(0);
    expect(lead("auto")).toBe("auto");
    expect(lead(undefined)).toBeUndefined();
    expect(() => lead(9)).toThrow(/9 sentences, the text has fewer/);
  });
});
