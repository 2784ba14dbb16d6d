import { describe, expect, it } from "vitest";
import { readYamlFields } from "../../src/import/formats/front-matter.ts";
import { mendTitle } from "../../src/import/mend-title.ts";
import { decodeEntities, findEntities } from "../../src/text/entities.ts";

describe("a title", () => {
  it.each([
    ["Speech in the Cortes Generales&nbsp;", "Speech in the Cortes Generales"],
    ["Salt &amp;amp; bread &#8211; na&iuml;ve", "Salt & bread – naïve"],
    [
      'Russia" s="" missiles="" must="" not="" break="" our="" unity\'="',
      "Russia's missiles must not break our unity",
    ],
    [
      'We did everything to defend Ukraine" s="" ports;="" we="" didn\'t="" rest="" \'="',
      "We did everything to defend Ukraine's ports; we didn't rest",
    ],
  ])("with a page's code in it is shown as it can be read: %s", (received, title) => {
    const mended = mendTitle(received, "en");
    expect(mended).toMatchObject({
      title,
      isCutOff: false,
      hasGaps: received.includes('=""'),
    });
    expect(mended.faults).toHaveLength(1);
  });

  it.each([
    ["Russia is trying to find its ", "en", "Russia is trying to find its …"],
    ["To the participants of the", "en", "To the participants of the …"],
    ["We understand the word ", "en", "We understand the word …"],
    ["We understand the word \n", "en", "We understand the word …"],
    ["Відповідь на спробу захоплення та ", "uk", "Відповідь на спробу захоплення та …"],
  ])("that is cut off says so: %j", (received, lang, title) => {
    expect(mendTitle(received, lang)).toEqual({
      title,
      isCutOff: true,
      hasGaps: false,
      faults: ["it is cut off"],
    });
  });

  it("has no marks that turn text around, also as entities, and says so", () => {
    const turned = "\u2067Our\u2069 \u202estrength\u202c is unity&#8238;\u200f";
    expect(mendTitle(turned, "en")).toEqual({
      title: "Our strength is unity",
      isCutOff: false,
      hasGaps: false,
      faults: ["it had HTML entities in it", "it had marks in it that turn text around"],
    });
  });

  it.each([
    ["To the festival participants ", "en"],
    ["Something to be proud of", "en"],
    ["We keep our word", "en"],
    ["Was ich meine: wir fangen an", "de"],
    ["AT&T and R&D;", "en"],
    ["Vitamin A", "en"],
    ["What we are fighting for\n", "en"],
    ["What we are fighting for ", "en"],
    ["Something to be proud of ", "en"],
    ["The world that we live in ", "en"],
    ["Who we are ", "en"],
    ["We keep our word ", "en"],
    ["Наше слово ", "uk"],
    ["What we are fighting for\r\n", "en"],
  ])("that is whole stays as it is: %j", (received, lang) => {
    expect(mendTitle(received, lang)).toEqual({
      title: received.trim(),
      isCutOff: false,
      hasGaps: false,
      faults: [],
    });
  });
});

it.each(["|", ">"])(
  "a title that YAML has as a block (%s) is whole, though it ends in a line end",
  (sign) => {
    const fields = readYamlFields(`title: ${sign}\n  What we are fighting for\n`);
    expect(fields.title).toBe("What we are fighting for\n");
    expect(mendTitle(fields.title as string, "en").isCutOff).toBe(false);
  },
);

it("a title of any length is mended in no time", () => {
  const before = process.cpuUsage();
  for (const filling of [" ", "'", "' ", '"', '=" ', " a", "\n"]) {
    mendTitle(`A a="" ${filling.repeat(100_000)}.`, "en");
  }
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
});

describe("entities of HTML", () => {
  it("mean the characters that a browser shows", () => {
    expect(decodeEntities("&lt;&#x2014;&#146;&yuml;&Agrave;&nbsp;&hellip;")).toBe("<—’ÿÀ\u00a0…");
  });

  it("that mean none are words like any other", () => {
    for (const text of ["&nosuch;", "&#0;", "&#xD800;", "&#x110000;", "& amp;", "&amp"]) {
      expect(decodeEntities(text)).toBe(text);
      expect(findEntities(text)).toEqual([]);
    }
  });
});
