import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageMetadata } from "../../src/cite/page-metadata.ts";
import { OMISSION, quotationOf } from "../../src/cite/quotation.ts";
import { nestQuotes, quoted } from "../../src/cite/quote-marks.ts";
import { escapeTex, referenceFile, toCslItem } from "../../src/cite/reference-files.ts";
import { CITATION_STYLES, cite } from "../../src/cite/styles.ts";
import { textFragmentUrl } from "../../src/cite/text-fragment.ts";
import { CITABLES } from "../support/citables.ts";

const ORDINARY = CITABLES.ordinary ?? expect.fail("no such case");

describe("quotation marks", () => {
  it.each([
    ["en", "He said “no”.", "“He said ‘no’.”"],
    ["en", 'He said "no".', "“He said ‘no’.”"],
    ["en", "“He said ‘no’,” she said, and didn’t.", "“‘He said “no”,’ she said, and didn’t.”"],
    ["en", "The soldiers’ bread", "“The soldiers’ bread”"],
    ["uk", "Він сказав: «Ні».", "«Він сказав: “Ні”.»"],
    ["ru", "Он сказал: «Нет».", "«Он сказал: „Нет“.»"],
    ["de", "Er sagte: „Nein“.", "„Er sagte: ‚Nein‘.“"],
    ["fr", "Il a dit : « non ».", "«\u202fIl a dit : “ non ”.\u202f»"],
    ["xx", "No such language", "“No such language”"],
  ])("follow the language and nest (%s)", (lang, text, expected) => {
    expect(quoted(text, lang)).toBe(expected);
  });

  it("never change anything but quotation marks", () => {
    const withoutMarks = (text: string) => text.replace(/["“”„‚‘’«»‹›'「」『』]/gu, "");
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom("en", "uk", "de", "sv", "ar", "ja"),
        (text, lang) => {
          expect(withoutMarks(nestQuotes(text, lang))).toBe(withoutMarks(text));
        },
      ),
    );
  });
});

describe("a title that is a sentence", () => {
  const titled = (title: string) => cite({ ...ORDINARY, title }, "apa").text;

  it("loses its full stop before the punctuation of a style", () => {
    expect(titled("We defend our land.")).toContain("We defend our land [Speech transcript].");
  });

  it.each(["Relations with the U.S.", "And then…", "Why?"])(
    "keeps what is no full stop (%s)",
    (title) => {
      expect(titled(title)).toContain(`${title} [Speech transcript]`);
    },
  );
});

describe("a quotation", () => {
  it("is the whole paragraph up to a hundred words", () => {
    const text = "word ".repeat(100).trim();
    expect(quotationOf(text, "en")).toBe(text);
  });

  it("ends with a whole sentence and says that something is left out", () => {
    const sentence = `Word ${"word ".repeat(28)}end.`;
    const quotation = quotationOf(Array(5).fill(sentence).join(" "), "en");
    expect(quotation).toBe(Array(3).fill(sentence).join(" ") + OMISSION);
  });

  it("ends at the hundredth word where one sentence is longer than that", () => {
    expect(quotationOf("word ".repeat(300), "en")).toBe("word ".repeat(100).trim() + OMISSION);
  });

  it("is cut in any language without an error", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), fc.string({ maxLength: 8 }), (text, lang) => {
        const quotation = quotationOf(text, lang);
        expect(quotation === text || quotation.endsWith(OMISSION)).toBe(true);
      }),
    );
  });
});

describe("whatever a title or paragraph holds", () => {
  const anyCitable = fc
    .record({
      title: fc.string({ unit: "binary", maxLength: 80 }),
      speaker: fc.option(fc.string({ unit: "binary", maxLength: 40 })),
      paragraphText: fc.string({ unit: "binary", minLength: 1, maxLength: 200 }),
      lang: fc.constantFrom("en", "uk", "ar", "zh"),
    })
    .map((some) => ({ ...ORDINARY, ...some }));

  it("no citation lets it become HTML", () => {
    const tag = /<(?!\/?(?:a|i|bdi|figure|blockquote|p|br|figcaption|cite)[\s>])/u;
    fc.assert(
      fc.property(anyCitable, fc.constantFrom(...CITATION_STYLES), (citable, style) => {
        expect(cite(citable, style).html).not.toMatch(tag);
      }),
    );
  });

  it("a RIS file keeps one tag a line, with CR LF", () => {
    fc.assert(
      fc.property(anyCitable, (citable) => {
        const lines = referenceFile(citable, "ris").split("\r\n");
        expect(lines.pop()).toBe("");
        for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\r\n]*$/u);
      }),
    );
  });

  it("a BibTeX value has balanced braces and no special character unescaped", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const rest = escapeTex(text)
          .replace(/\\text(?:backslash|asciitilde|asciicircum)\{\}/gu, "")
          .replace(/\\[{}$&#%_]/gu, "");
        expect(rest).not.toMatch(/[\\{}$&#%_~^]/u);
      }),
    );
  });

  it("a Wikipedia template stays one template with the parameters it was given", () => {
    const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;
    fc.assert(
      fc.property(anyCitable, (citable) => {
        const { text } = cite(citable, "wikipedia");
        expect(count(text, /\{\{/gu)).toBe(1);
        expect(count(text, /\}\}/gu)).toBe(1);
        expect(count(text, /\|/gu)).toBe(count(text, /\|[a-z]+(?:-[a-z]+)?\d?=/gu));
      }),
    );
  });

  it("JSON-LD cannot leave its script element", () => {
    fc.assert(
      fc.property(anyCitable, (citable) => {
        const { jsonLd } = pageMetadata(citable);
        expect(jsonLd).not.toMatch(/[<>&]/u);
        expect(JSON.parse(jsonLd).text).toBe(citable.paragraphText);
      }),
    );
  });
});

describe("reference files and metadata name a speech", () => {
  it("as what Zotero reads as a presentation, and never as a journal article", () => {
    const names = pageMetadata(ORDINARY).meta.map((tag) =>
      "name" in tag ? tag.name : tag.property,
    );
    expect(pageMetadata(ORDINARY).meta).toContainEqual({
      name: "z:itemType",
      content: "presentation",
    });
    expect(names).not.toContain("citation_title");
    expect(names).not.toContain("citation_journal_title");
    expect(referenceFile(ORDINARY, "ris")).toMatch(/^TY {2}- SLIDE\r\n/u);
    expect(toCslItem(ORDINARY).type).toBe("speech");
  });

  it("with dates no more exact than they are known", () => {
    const year = CITABLES["year-only"] ?? ORDINARY;
    expect(toCslItem(year).issued).toEqual({ "date-parts": [[1946]] });
    expect(referenceFile(year, "ris")).toContain("DA  - 1946///\r\n");
    expect(referenceFile(year, "bib")).toContain("date = {1946}");
  });
});

describe("a text fragment", () => {
  it("names a short text whole and a long one by its ends", () => {
    expect(textFragmentUrl("https://a.example/x", "One, two - three.")).toBe(
      "https://a.example/x#:~:text=One%2C%20two%20%2D%20three",
    );
    expect(textFragmentUrl("https://a.example/x#y", "a b c d e f g h i j k l")).toBe(
      "https://a.example/x#y:~:text=a%20b%20c%20d%20e,h%20i%20j%20k%20l",
    );
  });

  it("is left out where there are no words", () => {
    expect(textFragmentUrl("https://a.example/x", " … ")).toBe("https://a.example/x");
  });
});
