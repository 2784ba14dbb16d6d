import path from "node:path";
import { describe, expect, it } from "vitest";
import { openImportBench, writeFolder } from "../support/import.ts";

const TEXT = "Заголовок\n\nГромадяни України. Слава Україні.";
const LINE = JSON.stringify({ title: "Хліб", date: "2022", lang: "uk", text: "Їмо хліб." });
const FACTS = { date: "2022-09-28", lang: "uk" };

/** Windows-1251 by hand: Cyrillic А–я stand at C0–FF, the Ukrainian letters apart. */
function windows1251(text: string): Buffer {
  const apart: Record<string, number> = { Є: 0xaa, І: 0xb2, Ї: 0xaf, є: 0xba, і: 0xb3, ї: 0xbf };
  return Buffer.from(
    [...text].map((c) => {
      const code = c.charCodeAt(0);
      return apart[c] ?? (code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code);
    }),
  );
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, "utf16le").swap16();
}

async function take(name: string, content: Uint8Array, encoding?: string) {
  const folder = writeFolder({ [name]: content });
  const bench = openImportBench();
  const options = { defaults: FACTS, ...(encoding === undefined ? {} : { encoding }) };
  const told = await bench.takeFiles([folder], options);
  const texts = bench.reader
    .addresses(9)
    .flatMap((a) => bench.reader.wholeAddress(a.id).paragraphs.map((p) => p.text));
  return { ...told, texts, bench };
}

describe("an input's encoding", () => {
  it.each([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${TEXT}`)],
    ["UTF-16, little end first", Buffer.from(`\ufeff${TEXT}`, "utf16le")],
    ["UTF-16, big end first", utf16be(`\ufeff${TEXT}`)],
  ])("may be %s", async (_, bytes) => {
    const { texts, bench, failures } = await take("a.txt", bytes);
    expect(failures).toEqual([]);
    expect(texts.join(" ")).toBe("Громадяни України. Слава Україні.");
    const { address } = bench.whole();
    expect(address.title).toBe("Заголовок");
    expect(bench.reader.rawInput(address.id, 1)).toEqual(bytes);
  });

  it("may be any that is named", async () => {
    const { texts, failures } = await take("a.txt", windows1251(TEXT), "windows-1251");
    expect(failures).toEqual([]);
    expect(texts.join(" ")).toBe("Громадяни України. Слава Україні.");
  });

  it("that is not UTF-8 is refused with the byte and the way out", async () => {
    const { failures, texts } = await take("a.txt", windows1251(`ASCII ${TEXT}`));
    expect(failures[0]).toMatch(
      /a\.txt: Not valid UTF-8: byte 6 cannot be read\. .*--encoding windows-1251/,
    );
    expect(texts).toEqual([]);
  });

  it("that is unknown is refused by name", async () => {
    const { failures } = await take("a.txt", Buffer.from(TEXT), "klingon-8");
    expect(failures[0]).toMatch(/The encoding "klingon-8" is unknown/);
  });

  it("named wrongly for a UTF-8 file is told", async () => {
    const { notices } = await take("a.txt", Buffer.from(TEXT), "windows-1251");
    expect(notices.join()).toMatch(/Read as windows-1251, though the file is valid UTF-8/);
  });

  it("of JSON lines may be any of these, and only the line that breaks it fails", async () => {
    const lines = `${LINE}\n${LINE.replace("Хліб", "Мир")}\n`;
    for (const [bytes, encoding] of [
      [Buffer.from(`\ufeff${lines}`), undefined],
      [Buffer.from(`\ufeff${lines}`, "utf16le"), undefined],
      [utf16be(`\ufeff${lines}`), undefined],
      [windows1251(lines), "windows-1251"],
    ] as const) {
      const { texts, failures } = await take("a.jsonl", bytes, encoding);
      expect(failures).toEqual([]);
      expect(texts).toEqual(["Їмо хліб.", "Їмо хліб."]);
    }
    const mixed = Buffer.concat([
      Buffer.from(`${LINE}\n`),
      windows1251(LINE),
      Buffer.from(`\n${LINE.replace("Хліб", "Мир")}`),
    ]);
    const { summary, failures } = await take("a.jsonl", mixed);
    expect(summary).toMatchObject({ created: 2, failed: 1 });
    const at = Buffer.byteLength(`${LINE}\n`) + LINE.indexOf("Хліб");
    expect(failures[0]).toMatch(new RegExp(`a\\.jsonl:2: Not valid UTF-8: byte ${at} cannot`));
  });

  it("that breaks in the middle of UTF-16 is refused, and nothing is guessed", async () => {
    const odd = Buffer.concat([Buffer.from(`\ufeff${TEXT}`, "utf16le"), Buffer.from([0x41])]);
    expect((await take("a.txt", odd)).failures[0]).toMatch(/Not valid UTF-16LE: byte \d+/);
    const lone = Buffer.from("\ufeffWords \ud800 here", "utf16le");
    expect((await take("a.txt", lone)).failures[0]).toMatch(/Not valid UTF-16LE: byte 14 /);
    expect(
      (await take("a.jsonl", Buffer.from(`\ufeff${LINE}\n\ud800`, "utf16le"))).summary,
    ).toMatchObject({ failed: 1 });
  });
});

describe("characters that no page can carry", () => {
  it("are refused where they stand, and nothing of the address is kept", async () => {
    const { failures, bench } = await take(
      "a.txt",
      Buffer.from("Title\n\nGood words.\nBad\u0000 words."),
    );
    expect(failures[0]).toMatch(
      /a\.txt: The control character U\+0000 stands in text, line 2, column 4/,
    );
    expect(bench.reader.summary().addresses).toBe(0);
    expect(bench.db.prepare("SELECT count(*) FROM raw_input").pluck().get()).toBe(0);
  });

  it("are refused as JSON escapes too: NUL, escape, lone surrogates", async () => {
    const line = (text: string) =>
      `{"title":"T","date":"2022","lang":"en","id":"${Math.random()}","text":"${text}"}\n`;
    const lines = [
      line("ok"),
      line("a\\u0000"),
      line("\\u001b[31m"),
      line("x \\ud83d y"),
      line("\\udc00"),
      line("\\ud83d\\ude00 fine"),
    ];
    const { summary, failures } = await take("a.jsonl", Buffer.from(lines.join("")));
    expect(summary).toMatchObject({ created: 2, failed: 4 });
    expect(failures.map((f) => /a\.jsonl:(\d)/.exec(f)?.[1])).toEqual(["2", "3", "4", "5"]);
    expect(failures[2]).toMatch(
      /half of a surrogate pair U\+D83D stands in text, line 1, column 3/,
    );
  });
});

describe("an input far too long", () => {
  it("of 50 MB in one line fails alone, with its length, and takes no memory to speak of", async () => {
    const good = `${LINE}\n`;
    const folder = writeFolder({
      "a.jsonl": Buffer.concat([
        Buffer.from(good),
        Buffer.alloc(50 * 1024 * 1024, "x"),
        Buffer.from(`\n${LINE.replace("Хліб", "Мир")}`),
      ]),
    });
    const bench = openImportBench();
    const before = process.memoryUsage().rss;
    const { summary, failures } = await bench.takeFiles([folder]);
    expect(summary).toMatchObject({ created: 2, failed: 1 });
    expect(failures[0]).toMatch(/a\.jsonl:2: The line has 50 MB, one address may have 16 MB/);
    expect(process.memoryUsage().rss - before).toBeLessThan(120 * 1024 * 1024);
  });

  it("as a text file fails alike", async () => {
    const folder = writeFolder({
      "a.txt": Buffer.alloc(17 * 1024 * 1024, "x"),
      "b.txt": "T\n\nWords.",
    });
    const { summary, failures } = await openImportBench().takeFiles([folder], { defaults: FACTS });
    expect(summary).toMatchObject({ created: 1, failed: 1 });
    expect(failures[0]).toContain(`${path.join(folder, "a.txt")}: The file has 17 MB`);
  });
});
