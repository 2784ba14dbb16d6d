import { describe, expect, it } from "vitest";
import { checkText } from "../../src/import/formats/check-text.ts";
import { readYamlFields, splitFrontMatter } from "../../src/import/formats/front-matter.ts";
import { readJsonLine } from "../../src/import/formats/jsonl.ts";
import { readLines } from "../../src/import/formats/read-lines.ts";
import { readTextFile } from "../../src/import/formats/text-file.ts";
import { ImportError } from "../../src/import/import-error.ts";
import { readFacts } from "../../src/import/read-facts.ts";

describe("a text file", () => {
  it("has its title in the first line, when a blank line follows", () => {
    expect(readTextFile("The title\n\nThe words.\nMore.\n\nOn.\n", false)).toEqual({
      fields: { title: "The title" },
      text: "The words.\nMore.\n\nOn.",
    });
    expect(readTextFile("# The title #1\r\n\r\nWords.", false).fields.title).toBe("The title #1");
  });

  it("is all words where there is no such line, or the title comes from elsewhere", () => {
    for (const text of [
      "Only a wall of words.",
      `${"x".repeat(400)}\n\nMore.`,
      "One.\nTwo.\n\nThree.",
    ]) {
      expect(readTextFile(text, false)).toEqual({ fields: {}, text });
    }
    expect(readTextFile("Dear friends!\n\nWords.", true).text).toBe("Dear friends!\n\nWords.");
  });

  it("may begin with facts in YAML, of which every scalar stays as written", () => {
    const { fields, text } = readTextFile(
      "---\ntitle: 'Grain: a plan'\ndate: 2022-09-28\nlang: no\nvolume: 1.10\ntags: [a, b]\n---\nFriends,\n\nwords.",
      false,
    );
    expect(fields).toEqual({
      title: "Grain: a plan",
      date: "2022-09-28",
      lang: "no",
      volume: "1.10",
      tags: ["a", "b"],
    });
    expect(text).toBe("Friends,\n\nwords.");
  });

  it("says where its YAML is wrong, and runs nothing that stands in it", () => {
    expect(() => splitFrontMatter("---\ntitle: x\n")).toThrow(/never end/);
    expect(() => splitFrontMatter("---\ntitle: x\nspeaker: a: b\n---\nWords.")).toThrow(/line 3/);
    expect(() => splitFrontMatter("---\n- a\n- b\n---\nWords.")).toThrow(/holds no facts/);
    expect(() => splitFrontMatter("---\nx: !!js/function 'y'\n---\nWords.")).toThrow(
      /tag !!js\/function at line 2; every value is taken as it is written\. Take the tag out/,
    );
    const bomb =
      "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]";
    expect(() => splitFrontMatter(`---\n${bomb}\n---\nWords.`)).toThrow(/without aliases/);
  });
});

it.each(["!!timestamp 2022-09-28", "!!int 0x1F", "!!timestamp soon", "!own x", "[!!float 1.10]"])(
  "YAML takes no tag: %s",
  (value) => {
    expect(() => readYamlFields(`title: T\nx: ${value}`)).toThrow(/tag !\S+ at line 2; /);
  },
);

it("YAML takes tags that say what a value is anyway", () => {
  expect(readYamlFields("!!map\nx: !!str 1.10\ny: !!seq [a]")).toEqual({ x: "1.10", y: ["a"] });
});

it("YAML with values nested by the thousand is refused, whichever step would exhaust the stack", () => {
  for (const depth of [500, 1000, 1500, 2000, 3000, 5000]) {
    const yaml = `x: ${"[".repeat(depth)}${"]".repeat(depth)}`;
    expect(() => readYamlFields(yaml)).toThrow(ImportError);
  }
});

describe("a JSON line", () => {
  it("gives its fields and its words", () => {
    expect(readJsonLine('{"title":"T","text":"W","views":3}')).toEqual({
      fields: { title: "T", views: 3 },
      text: "W",
    });
  });

  it("is refused when it is broken, no object, or has no text", () => {
    expect(() => readJsonLine('{"title":')).toThrow(/not JSON/);
    expect(() => readJsonLine("[1]")).toThrow(/no JSON object/);
    expect(() => readJsonLine('{"title":"T"}')).toThrow(/text is missing/);
    expect(() => readJsonLine('{"text":7}')).toThrow(/not a text/);
  });

  it("is refused where a field stands twice, so that no text is lost unsaid", () => {
    expect(() => readJsonLine('{"text":"First.","te\\u0078t":"Second."}')).toThrow(
      /field "text" stands twice/,
    );
    expect(() => readJsonLine('{"text":"W","x":[{"a":1},{"b":{"a":2,"a":3}}]}')).toThrow(/"a"/);
    const once = '{"text":"\\"text\\": {[ \\\\","a":{"text":"a"},"b":[{"a":1},{"a":2},"a","a"]}';
    expect(readJsonLine(once).text).toBe('"text": {[ \\');
  });

  it("keeps even a field named __proto__ as a mere field", () => {
    const { fields } = readJsonLine('{"text":"W","date":"2022","__proto__":{"title":"x"}}');
    expect(readFacts([fields]).facts.title).toBeNull();
    expect(({} as { title?: string }).title).toBeUndefined();
  });
});

describe("lines", () => {
  async function linesOf(chunks: string[], longest = 10) {
    async function* feed() {
      for (const chunk of chunks) yield Buffer.from(chunk);
    }
    const lines: unknown[] = [];
    for await (const line of readLines(feed(), longest)) {
      lines.push("bytes" in line ? { ...line, bytes: line.bytes.toString() } : line);
    }
    return lines;
  }

  it("are found across chunks, with number and place", async () => {
    expect(await linesOf(["ab", "c\r\nd", "\n\ne"])).toEqual([
      { number: 1, offset: 0, bytes: "abc" },
      { number: 2, offset: 5, bytes: "d" },
      { number: 3, offset: 7, bytes: "" },
      { number: 4, offset: 8, bytes: "e" },
    ]);
  });

  it("that are too long are told by their length, and the next is read", async () => {
    expect(await linesOf(["123456", "7890", "1234\nnext\n"])).toEqual([
      { number: 1, offset: 0, tooLong: 14 },
      { number: 2, offset: 15, bytes: "next" },
    ]);
  });
});

describe("the characters of a text", () => {
  it("may be anything that a page can show", () => {
    expect(checkText("Їжак\t— “naïve” 😀\n\u00a0\u200d\u0085", "text")).toEqual([]);
  });

  it("may not be NUL, controls or half characters; line and column are named", () => {
    expect(() => checkText("One.\nTw\u0000o.", "text")).toThrow(
      /control character U\+0000 stands in text, line 2, column 3/,
    );
    expect(() => checkText("a\u001bb", "title")).toThrow(
      /U\+001B stands in title, line 1, column 2/,
    );
    expect(() => checkText("a\r\nb\ud800c", "text")).toThrow(
      /half of a surrogate pair U\+D800.*line 2, column 2/,
    );
    expect(() => checkText("\udc00", "text")).toThrow(/U\+DC00/);
  });

  it("that show an earlier mishap are kept and told", () => {
    expect(checkText("a\u009d b\ufffd", "text")).toEqual([
      "text has 2 damaged characters, kept as found; the first is U+009D at line 1, column 2.",
    ]);
  });
});
