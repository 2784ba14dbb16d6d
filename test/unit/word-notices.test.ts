import { expect, test } from "vitest";
import { wordNotices } from "../../src/search/meant/word-notices.ts";

const tell = (...given: Parameters<typeof wordNotices>) =>
  wordNotices(...given).map(({ message }) => message);
const numbered = (count: number) => Array.from({ length: count }, (_, n) => `w${n + 1}`);

test("of many words, a notice names the first five and says how many more there are", () => {
  const others = numbered(49);
  expect(tell([{ typed: "a", others, leftOut: false }], null)[0]).toContain(
    "“w1”, “w2”, “w3”, “w4”, “w5” and 44 more, synonyms of “a”.",
  );
  expect(tell([{ typed: "a", others: numbered(5), leftOut: true }], null)[0]).toContain(
    "Also left out: “w1”, “w2”, “w3”, “w4”, “w5”, synonyms",
  );
  expect(tell([], { typed: ["x"], shown: numbered(7), beginning: null })[0]).toContain(
    "“w5” and 2 more.",
  );
});

test("the way back is said once, after the last notice", () => {
  const addition = { typed: "a", others: ["b"], leftOut: false };
  const told = tell([addition, addition], { typed: ["x"], shown: ["y"], beginning: null });
  expect(told.map((message) => message.includes("Quotation marks"))).toEqual([false, false, true]);
  expect(tell([], null)).toEqual([]);
});
