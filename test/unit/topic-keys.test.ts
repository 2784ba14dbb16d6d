import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { KeyNumbers } from "../../src/text/topics/key-numbers.ts";

describe("numbers of words", () => {
  test("are what a Map would give, however many words there are", () => {
    const word = fc.string({ unit: "binary", maxLength: 6 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 300 }), fc.array(word), (added, asked) => {
        const numbers = new KeyNumbers();
        const model = new Map<string, number>();
        for (const key of added) {
          if (!model.has(key)) model.set(key, model.size + 1);
          expect(numbers.add(key)).toBe(model.get(key));
        }
        for (const key of [...added, ...asked]) expect(numbers.get(key)).toBe(model.get(key) ?? 0);
      }),
    );
  });

  test("stay apart for words whose hashes meet in one place", () => {
    const keys = Array.from({ length: 5000 }, (_, i) => `word${i}`);
    const numbers = new KeyNumbers();
    expect(keys.map((key) => numbers.add(key))).toEqual(keys.map((_, i) => i + 1));
    expect(keys.map((key) => numbers.get(`${key}x`))).toEqual(keys.map(() => 0));
    expect(keys.map((key) => numbers.get(key))).toEqual(keys.map((_, i) => i + 1));
  });
});
