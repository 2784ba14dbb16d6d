import { describe, expect, test } from "vitest";
import { daySpan, type PartialDate } from "../../src/domain/partial-date.ts";
import { describeQuestion } from "../../src/search/query/describe-question.ts";
import { parseQuery } from "../../src/search/query/parse.ts";

function sentence(from: string, to: string, text = ""): string {
  const question = {
    filters: {},
    dateFrom: from === "" ? null : daySpan(from as PartialDate).first,
    dateTo: to === "" ? null : daySpan(to as PartialDate).last,
  };
  const parts = describeQuestion(parseQuery(text).tree, question, (_group, value) => value);
  return parts.map((part) => part.text).join("");
}

describe("the dates of a question are told as they were asked for, both ends alike", () => {
  test.each([
    ["2022", "2022", "of 2022"],
    ["2022-01-01", "2022-12-31", "of 2022"],
    ["2021", "2022", "from 2021 up to 2022"],
    ["2022-01", "2022-01", "of 2022-01"],
    ["2022-01-01", "2022-01-31", "of 2022-01"],
    ["2022-01-01", "2022-01-01", "of 2022-01-01"],
    ["2022-12-31", "2022-12-31", "of 2022-12-31"],
    ["2022-06-01", "2022-06-15", "from 2022-06-01 up to 2022-06-15"],
    ["2022-06-15", "2022-06-30", "from 2022-06-15 up to 2022-06-30"],
    ["2022-01-01", "2022-06-30", "from 2022-01 up to 2022-06"],
    ["2022-02", "2022-12", "from 2022-02 up to 2022-12"],
    ["2022", "2023-06", "from 2022-01 up to 2023-06"],
    ["2022", "2023-06-15", "from 2022-01-01 up to 2023-06-15"],
    ["2024-02-01", "2024-02-29", "of 2024-02"],
    ["2023-02-01", "2023-02-28", "of 2023-02"],
    ["0790-01-01", "0790-01-01", "of 0790-01-01"],
    ["2022", "", "from 2022"],
    ["2022-02", "", "from 2022-02"],
    ["2022-02-02", "", "from 2022-02-02"],
    ["", "2022", "up to 2022"],
    ["", "2022-11", "up to 2022-11"],
    ["", "2022-01-01", "up to 2022-01-01"],
  ])("%s to %s", (from, to, said) => {
    expect(sentence(from, to)).toBe(`Paragraphs ${said}`);
    expect(sentence(from, to, "grain -war")).toBe(`Paragraphs with grain, without war, ${said}`);
  });
});
