import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isStemmable, keepsFirstLetter, stem } from "../../src/text/stem.ts";
import { tokenize } from "../../src/text/tokens.ts";

const LANGUAGES =
  "ar ca cs da de en es eu fi fr ga hu hy it nb nl nn no pt ro ru sl sv tr uk".split(" ");

/** Forms of one word in each language, as a reader may type one and the text hold the other. */
const FORMS: Record<string, string> = {
  ar: "الكتاب كتاب",
  ca: "nacional nacionals",
  cs: "stromy stromu",
  da: "krigen krig",
  de: "Kriege Krieg",
  en: "sanctions sanction",
  es: "ciudadanos ciudadano",
  eu: "gobernuaren gobernua",
  fi: "talossa talosta",
  fr: "libertés liberté",
  ga: "bhfear fear",
  hu: "házban ház",
  hy: "քաղաքներ քաղաք",
  it: "nazioni nazione",
  nb: "krigen krig",
  nl: "oorlogen oorlog",
  pt: "cidadãos cidadão",
  ro: "cetățeni cetățenilor",
  ru: "войной войну",
  sl: "državljani državljanov",
  sv: "krigen krig",
  tr: "kitaplar kitap",
  uk: "санкціями санкції",
};

/** The stems of the words of a text. */
function stems(text: string, lang: string): string[] {
  return tokenize(text).map((token) => stem(token.folded, lang));
}

function expectOneStem(words: string, lang: string): void {
  expect(new Set(stems(words, lang)).size, `${words}: ${stems(words, lang)}`).toBe(1);
}

describe("stems", () => {
  it("are there for every language that says it is stemmable", () => {
    expect(LANGUAGES.filter((lang) => !isStemmable(lang))).toEqual([]);
    for (const [lang, words] of Object.entries(FORMS)) expectOneStem(words, lang);
  });

  it("bring an owner and a possessive together", () => {
    expectOneStem("Ukraine Ukraine's Ukraine’s", "en");
    expectOneStem("Congress Congress's", "en");
    expectOneStem("country country's countries' countries", "en");
    expectOneStem("Zelenskyy Zelenskyy's", "en");
  });

  it("bring Ukrainian cases and sound changes together", () => {
    expectOneStem("Київ Києва Києві Києвом", "uk");
    expectOneStem("Харків Харкова Харкові", "uk");
    expectOneStem("безпека безпеки безпеці безпеку безпекою", "uk");
    expectOneStem("перемога перемозі перемогу перемог", "uk");
    expectOneStem("область області областей", "uk");
    expectOneStem("українець українці українців", "uk");
    expectOneStem("позиція позиції позицій позицією", "uk");
    expectOneStem("об’єкт об'єкти об’єктів", "uk");
    expectOneStem("зв’язок зв’язку", "uk");
    expectOneStem("життя життю", "uk");
  });

  it("keep different words apart", () => {
    expect(stem("мир", "uk")).not.toBe(stem("мова", "uk"));
    expect(stem("загрозі", "uk")).toBe(stem("загроза", "uk"));
    expect(stem("general", "en")).not.toBe(stem("gender", "en"));
  });

  it("leave a language without a stemmer as it is", () => {
    expect(isStemmable("ja")).toBe(false);
    expect(isStemmable("constructor")).toBe(false);
    expect(stem("słowami", "pl")).toBe("słowami");
  });

  it("know a language by its primary subtag", () => {
    expect(isStemmable("EN-gb")).toBe(true);
    expect(stem("sanctions", "EN-gb")).toBe("sanction");
  });

  it("are never empty and the same each time, whatever the word", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1 }),
        fc.constantFrom(...LANGUAGES),
        (word, lang) => {
          const once = stem(word, lang);
          expect(once).not.toBe("");
          expect(stem(word, lang)).toBe(once);
        },
      ),
    );
  });

  it("begin as their words do, but for languages that change beginnings", () => {
    const letters = [
      ..."aabcdeefghiijklmnoopqrstuuvwxyzабвгґдеєжзиіїйклмнопрстуфхцчшщьюяձաբգդեքրն",
    ];
    const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 });
    const wrong: string[] = [];
    for (const lang of LANGUAGES.filter(keepsFirstLetter)) {
      fc.assert(
        fc.property(word, (folded) => {
          if (stem(folded, lang)[0] !== folded[0]) wrong.push(`${lang}: ${folded}`);
        }),
        { numRuns: 1000 },
      );
    }
    expect(wrong).toEqual([]);
    expect(LANGUAGES.filter((lang) => !keepsFirstLetter(lang))).toEqual(["ar", "ga", "tr", "uk"]);
  });

  it("take no longer for a word of a million letters", () => {
    const long = "ovat".repeat(250_000);
    expect(stem(long, "en")).toBe(long);
  });
});

describe("English words that only look alike", () => {
  it.each([
    ["terrorism", "terror"],
    ["nationalism", "nation"],
    ["international", "internal"],
    ["important", "import"],
    ["authorities", "author"],
    ["university", "universal"],
    ["organization", "organ"],
    ["department", "depart"],
    ["business", "busy"],
    ["emergency", "emerge"],
    ["officers", "office"],
  ])("%s is not found as %s", (word, other) => {
    expect(stem(word, "en")).not.toBe(stem(other, "en"));
  });

  it.each([
    ["communism", "communisms"],
    ["authority", "authorities"],
    ["organs", "organ"],
    ["import", "imports"],
  ])("%s is found as %s", (word, form) => {
    expect(stem(word, "en")).toBe(stem(form, "en"));
  });
});
