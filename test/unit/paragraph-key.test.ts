import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveKey, readKey } from "../../src/domain/paragraph-key.ts";

describe("paragraph keys", () => {
  test("the same paragraph of the same address always has the same key", () => {
    expect(deriveKey("date|speaker|en|title", "We are working on it.", 0)).toBe("55pq285p");
  });

  test("every key is 8 characters of Crockford's base 32 and reads back as itself", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), (identity, text, attempt) => {
        const key = deriveKey(identity, text, attempt);
        expect(key).toMatch(/^[0-9abcdefghjkmnpqrstvwxyz]{8}$/);
        expect(readKey(key)).toBe(key);
        expect(readKey(key.toUpperCase())).toBe(key);
      }),
    );
  });

  test("identity, text and attempt each make another key", () => {
    const keys = [
      deriveKey("a", "b", 0),
      deriveKey("a", "b", 1),
      deriveKey("a", "c", 0),
      deriveKey("ab", "", 0),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("letters that are read for digits are forgiven; anything else is no key", () => {
    expect(readKey("OIL00000")).toBe("01100000");
    for (const bad of ["", "abc", "abcdefgu", "abcdefghj", "abc defg", "абвгдежз"])
      expect(readKey(bad)).toBeNull();
  });
});
