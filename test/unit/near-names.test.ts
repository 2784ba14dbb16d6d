import { describe, expect, test } from "vitest";
import { nearestNames } from "../../src/text/near-names.ts";

const NAMES = [
  "abraham lincoln",
  "levi lincoln",
  "theodore roosevelt",
  "franklin d roosevelt",
  "united states",
  "united kingdom",
  "nigeria",
  "niger",
  "ukraine",
  "chad",
].map((name) => ({ value: name.replaceAll(" ", "-"), names: [name.split(" ")] }));
const near = (typed: string) => nearestNames(typed.split(" "), NAMES);

describe("a misspelled name", () => {
  test.each([
    ["abraham lincon", ["abraham-lincoln"]],
    ["lincoln abrahm", ["abraham-lincoln"]],
    ["ukrane", ["ukraine"]],
    ["unitedstates", ["united-states"]],
    ["untedstates", ["united-states"]],
    ["united stats", ["united-states"]],
    ["president lincon", ["abraham-lincoln", "levi-lincoln"]],
  ])("%s is near %j alone", (typed, values) => {
    expect(near(typed)).toEqual(values);
  });
  test("that is as near to several means any of them, shorter names first", () => {
    expect(near("rosevelt")).toEqual(["theodore-roosevelt", "franklin-d-roosevelt"]);
    expect(near("nigera")).toEqual(["nigeria", "niger"]);
  });
  test.each(["", "xyz", "z", "uk", "america", "people of chad", "the old king of nigeria"])(
    "that is like none, as %j, means none",
    (typed) => {
      expect(near(typed)).toEqual([]);
    },
  );
  test("is not compared where it is no name: longer than any", () => {
    expect(near(`${"lincoln ".repeat(8)}lincon`)).toEqual([]);
  });
});
