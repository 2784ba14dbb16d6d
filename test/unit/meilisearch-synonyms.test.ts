import { describe, expect, test } from "vitest";
import { readSynonyms, SynonymsError } from "../../src/search/meilisearch/synonyms.ts";

describe("the file of synonyms", () => {
  test("makes each name of a line count as the others, in all forms", () => {
    expect(readSynonyms("- [Kyiv, Kiev]\n- [grains, wheats]", ["en"])).toEqual({
      "0grain": ["0wheat"],
      "0kiev": ["0kyiv"],
      "0kyiv": ["0kiev"],
      "0wheat": ["0grain"],
    });
  });
  test("takes a name of two words as what is found, not as what is typed", () => {
    expect(readSynonyms("- [USSR, Soviet Union]", ["en"])).toEqual({
      "0ussr": ["0soviet 0union"],
    });
  });
  test("knows the forms of every language of the archive", () => {
    const synonyms = readSynonyms("- [Київ, Kyiv]", ["en", "uk"]);
    expect(Object.keys(synonyms).length).toBeGreaterThanOrEqual(2);
  });
  test("may be empty", () => {
    expect(readSynonyms("", ["en"])).toEqual({});
    expect(readSynonyms("# none yet", ["en"])).toEqual({});
  });
  test("is refused with the entry that is wrong", () => {
    expect(() => readSynonyms("- [Kyiv]", ["en"])).toThrow("entry 1 is not a list");
    expect(() => readSynonyms("Kyiv: Kiev", ["en"])).toThrow("the file is not a list");
    expect(() => readSynonyms("- [a, b]\n- [a, one two three]", ["en"])).toThrow(
      "entry 2: “one two three” has 3 words",
    );
    expect(() => readSynonyms("- [a, b", ["en"])).toThrow(SynonymsError);
  });
});
