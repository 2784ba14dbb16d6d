import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readCountry } from "../../src/domain/country.ts";
import { foldWhiteSpace } from "../../src/text/fold.ts";
import { splitAddress } from "../../src/text/paragraphs/split-address.ts";
import { openImportBench, simpleWork } from "../support/import.ts";
import { describeShared, sharedPath } from "../support/shared.ts";

const CORPORA = [
  "ukraine_2022_en_resistinua",
  "ukraine_2022_uk_resistinua",
  "un_general_debate_devsample",
  "us_presidents_1789-2020_miller",
  "zelensky_2021-2022_en_walls_mit",
].map((name) => sharedPath("corpora", `${name}.jsonl`));

type Line = {
  id: string;
  title: string;
  date: string;
  text: string;
  speaker: string;
  lang: string;
  speaker_country: string;
};

const withoutSpace = (text: string) => text.replace(/\s/g, "");

const linesOf = (file: string): Line[] =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

describeShared("all corpora in one archive", "corpora", () => {
  it("have every address, fact and word that the files have, once", async () => {
    const bench = openImportBench(":memory:", { ...simpleWork, split: splitAddress });
    const { summary, failures } = await bench.takeFiles(CORPORA);
    expect(failures).toEqual([]);
    const lines = CORPORA.flatMap(linesOf);
    expect(summary).toMatchObject({ created: lines.length, failed: 0, revised: 0 });
    expect(bench.reader.summary().addresses).toBe(lines.length);

    const idOf = bench.db.prepare("SELECT id FROM address WHERE identity = ?").pluck();
    for (const line of lines) {
      const { address, paragraphs, source } = bench.reader.wholeAddress(
        idOf.get(`id:${line.id}`) as number,
      );
      expect(address.date).toBe(line.date);
      expect(address.lang).toBe(line.lang);
      expect(address.speaker ?? "").toBe(foldWhiteSpace(line.speaker));
      expect(address.speakerCountry).toBe(readCountry(line.speaker_country));
      if (source.extra.title_origin === undefined) {
        expect(address.title).toBe(foldWhiteSpace(line.title));
      } else expect(source.extra.title_received ?? "").toBe(line.title);
      // A speaker's name may stand right before the words ("THE PRESIDENT:—and"): no white space at all.
      const joined = paragraphs.map((p) => p.text).join("");
      if (withoutSpace(joined) !== withoutSpace(line.text)) expect.fail(`${line.id} differs`);
    }
    const keys = bench.db
      .prepare("SELECT count(DISTINCT key) = count(*) FROM paragraph")
      .pluck()
      .get();
    expect(keys).toBe(1);
    const rebuilt = bench.db
      .prepare(
        "SELECT count(*) FROM source WHERE json_extract(extra, '$.title_origin') LIKE 'rebuilt %'",
      )
      .pluck();
    expect(rebuilt.get()).toBe(8); // No other corpus has one of these addresses.
    const again = await bench.takeFiles(CORPORA);
    expect(again.summary).toMatchObject({ unchanged: lines.length, created: 0, revised: 0 });
  });
});

describeShared("damaged titles of walls", "corpora", () => {
  it("come out readable, whole where a copy has them whole, and as received with the source", async () => {
    const bench = openImportBench();
    const [copies, , , , walls] = CORPORA as [string, string, string, string, string];
    const { notices } = await bench.takeFiles([walls, copies]);
    const titleOf = bench.db.prepare("SELECT title FROM address WHERE identity = ?").pluck();
    const titles = Object.fromEntries(
      [73577, 74125, 74397, 75169, 75421, 75549, 76049, 76453].map((id) => [
        id,
        titleOf.get(`id:zms-${id}`),
      ]),
    );
    expect(titles).toEqual({
      73577:
        "Every shot of Russia at Ukraine is a step towards its self-destruction - address by President Volodymyr Zelenskyy",
      74125: "Speech by the President of Ukraine in the Cortes Generales of Spain",
      74397:
        'The answer to the attempt of "ruble occupation" of the Kherson and Zaporizhzhia regions must be full coverage of the Russian banking system by sanctions',
      75169: "Russia is trying to find its …",
      75421: expect.stringMatching(/ have become much closer: we equally understand the word …$/),
      75549: expect.stringMatching(/^President of Ukraine at .* Russia has created against us$/),
      76049: expect.stringMatching(/ to the participants of the …$/),
      76453: expect.stringMatching(/ to the participants of the …$/),
    });
    expect(notices.filter((line) => line.includes("title was mended"))).toHaveLength(8);
    const rebuilt = notices.filter((line) => line.includes("title was rebuilt before it came"));
    expect(rebuilt).toHaveLength(8);
    const all = bench.db.prepare("SELECT title FROM address").pluck().all() as string[];
    expect(all.filter((title) => /&#?\w+;|=""|\s$/.test(title))).toEqual([]);
    const copiesNoticed = notices.filter((line) => line.includes("are in the archive as"));
    expect(copiesNoticed).toHaveLength(127);
  });
});

describeShared("the reference input", "corpora/000_bdb96d000a3983c3.txt", () => {
  it("comes in with title and lead apart, and joins again to its source", async () => {
    const file = sharedPath("corpora", "000_bdb96d000a3983c3.txt");
    const bench = openImportBench(":memory:", { ...simpleWork, split: splitAddress });
    const defaults = { date: "2022-09-28", speaker: "Volodymyr Zelenskyy", speaker_country: "UA" };
    const { failures } = await bench.takeFiles([file], { defaults });
    expect(failures).toEqual([]);
    const { address, paragraphs } = bench.whole();
    const content = readFileSync(file, "utf8");
    expect(address.title).toBe(content.split("\n")[0]);
    expect(paragraphs.map((p) => p.kind).indexOf("speech")).toBe(1);
    expect(paragraphs[0]?.text).toMatch(/^Ukrainian President .* reports\.$/);
    const joined = [address.title, ...paragraphs.map((p) => p.text)].join(" ");
    expect(foldWhiteSpace(joined)).toBe(foldWhiteSpace(content));
  });
});
