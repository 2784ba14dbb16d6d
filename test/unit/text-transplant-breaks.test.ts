import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignBreaks } from "../../src/text/paragraphs/transplant-breaks.ts";
import { describeShared, sharedPath } from "../support/shared.ts";

const PARAGRAPHS = [
  "Today we spoke with the President of France about air defence.",
  "The city of Kharkiv was shelled again. Eleven houses were damaged.",
  "I signed a decree on awards; 214 warriors were honoured.",
  "Glory to all who fight for our freedom!",
];

/** The paragraphs that offsets make of a wall. */
function cut(wall: string, breaks: readonly number[]): string[] {
  return [0, ...breaks].map((start, i) => wall.slice(start, breaks[i]).trim());
}

describe("breaks copied from another copy of an address", () => {
  it("stand where they stood there", () => {
    const wall = PARAGRAPHS.join(" ");
    expect(cut(wall, alignBreaks(wall, PARAGRAPHS.join("\n\n")) ?? [])).toEqual(PARAGRAPHS);
  });

  it("survive small differences of wording and typography", () => {
    const wall =
      "Today we spoke with the President of France about the air defense. The town of Kharkiv was " +
      "shelled again. Eleven houses were damaged. I’ve signed a decree on awards; 214 warriors " +
      "were honoured. Glory to all who fight for our freedom!";
    expect(cut(wall, alignBreaks(wall, PARAGRAPHS.join("\n\n")) ?? [])).toHaveLength(4);
  });

  it("never fall inside a clause", () => {
    const wall = PARAGRAPHS.join(" ").replace("defence. The", "defence and the");
    const breaks = alignBreaks(wall, PARAGRAPHS.join("\n\n")) ?? [];
    expect(cut(wall, breaks)).toHaveLength(3);
  });

  it("are refused when it is another address", () => {
    expect(
      alignBreaks(PARAGRAPHS.join(" "), "Quite another text.\n\nOn something else."),
    ).toBeNull();
    expect(alignBreaks("", "")).toBeNull();
  });

  it("are the same for any paragraphing of the same sentences", () => {
    const sentence = fc
      .array(fc.stringMatching(/^[a-z]{3,9}$/), { minLength: 4, maxLength: 12 })
      .map((words) => `${words.join(" ")}.`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 3, maxLength: 20 }), (paragraphs) => {
        fc.pre(
          new Set(paragraphs.join(" ").split(/[ .]+/)).size >
            paragraphs.join(" ").split(/[ .]+/).length - 3,
        );
        const wall = paragraphs.join(" ");
        expect(cut(wall, alignBreaks(wall, paragraphs.join("\n\n")) ?? [])).toEqual(paragraphs);
      }),
    );
  });
});

type Line = { title: string; date: string; text: string };

function readCorpus(file: string): Line[] {
  const lines = readFileSync(sharedPath("corpora", file), "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line));
}

describeShared(
  "walls of addresses that another source has in paragraphs",
  "corpora/ukraine_2022_en_resistinua.jsonl",
  () => {
    it("get nearly all of that source's breaks", () => {
      const walls = readCorpus("zelensky_2021-2022_en_walls_mit.jsonl");
      let [pairs, copied, there] = [0, 0, 0];
      for (const { date, text } of readCorpus("ukraine_2022_en_resistinua.jsonl")) {
        for (const wall of walls.filter((candidate) => candidate.date === date)) {
          const breaks = alignBreaks(wall.text, text);
          if (!breaks) continue;
          pairs++;
          copied += breaks.length;
          there += text.split("\n\n").length - 1;
        }
      }
      expect(pairs).toBeGreaterThanOrEqual(130);
      expect(copied / there).toBeGreaterThan(0.99);
    });
  },
);
