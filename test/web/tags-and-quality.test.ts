/** What pages say of topics and breaks that no finder found, and of how good the finders are. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTagStore } from "../../src/store/tag-store.ts";
import { createTagEditor } from "../../src/tagging/decide-tags.ts";
import { SPLITTER_VERSION } from "../../src/text/paragraphs/split-address.ts";
import { QUALITY } from "../../src/text/quality.ts";
import { createTaggers } from "../../src/text/tag-words.ts";
import { measuredSection } from "../../src/web/page-models/quality.ts";
import { createTestArchive, type TestArchive } from "../support/archive.ts";
import { serve, type TestSite } from "../support/http.ts";

const SENTENCES = Array.from(
  { length: 12 },
  (_, i) => `In sentence number ${i} we say that matter ${i * 3} is in good hands.`,
);
const PARTED = [SENTENCES.slice(0, 5), SENTENCES.slice(5, 7), SENTENCES.slice(7)].map((part) =>
  part.join(" "),
);
const common = { date: "2022-03-01", speaker: "Jane Doe" };

let archive: TestArchive;
let site: TestSite;
beforeAll(async () => {
  archive = createTestArchive([
    {
      ...common,
      title: "As published",
      text: PARTED.join("\n\n"),
      source: {
        nativeId: "a",
        extra: { topics: ["Розмінування", "<b>Unheard of</b>"], session: 3 },
      },
    },
    {
      ...common,
      title: "As an agency had it",
      text: SENTENCES.join(" "),
      source: { nativeId: "b" },
    },
  ]);
  site = await serve(archive.context);
});
afterAll(async () => {
  await site.close();
  await archive.close();
});
const html = async (path: string) => (await site.get(path)).text();

describe("the page of an address", () => {
  it("shows the source's own topics word for word, those that are known here with a link", async () => {
    const page = await html("/addresses/2022-03-01-as-published");
    expect(page).toContain('<a href="/topics/demining">Розмінування</a>');
    expect(page).toContain("&lt;b&gt;Unheard of&lt;/b&gt;");
    expect(page).toContain("session");
    const { paragraphs } = archive.context.reader.wholeAddress(1);
    expect(paragraphs.flatMap(({ topics }) => topics)).toEqual([]);
  });

  it("says from which copy its breaks were taken, and does not call them inferred", async () => {
    const page = await html("/addresses/2022-03-01-as-an-agency-had-it");
    expect(page).toContain(
      '<a href="/addresses/2022-03-01-as-published">taken from 2022-03-01-as-published</a>',
    );
    expect(page).not.toContain("Show inferred breaks");
    const answer = await site.get("/api/v1/addresses/2022-03-01-as-an-agency-had-it");
    const api = (await answer.json()) as {
      breaksFrom: string;
      paragraphs: { breakBefore: string }[];
    };
    expect(api.breaksFrom).toBe("2022-03-01-as-published");
    expect(api.paragraphs.map((p) => p.breakBefore)).toEqual(["source", "copy", "copy"]);
  });

  it("says of an editor's tag that an editor set it", async () => {
    const { database, taxonomy } = archive.archive;
    const editor = createTagEditor(createTagStore(database), createTaggers(taxonomy), taxonomy);
    const key = archive.context.reader.wholeAddress(1).paragraphs[0]?.key ?? "";
    const added = { verdict: "added" } as const;
    editor.decide(
      key,
      [
        { ...added, kind: "topic", value: "demining" },
        { ...added, kind: "country", value: "PL" },
        { ...added, kind: "organisation", value: "NATO" },
      ],
      { by: "ed", reason: "" },
    );
    const page = await html("/addresses/2022-03-01-as-published");
    expect(page.match(/<dd>set by an editor<\/dd>/g)).toHaveLength(4);
    expect(page).toMatch(/<a href="\/organisations\/nato">NATO<\/a>/);
    expect(page).toMatch(/<a href="\/countries\/PL">Poland<\/a>/);
  });
});

describe("/about", () => {
  it("prints the measured quality with its date and data, beside the simplest way", async () => {
    const page = await html("/about");
    expect(page).toContain("Measured on");
    for (const { data } of QUALITY.sets) expect(page).toContain(data);
    expect(page).toContain("a break after every third sentence has");
  });

  it("has figures for what runs: measure again (npm run eval:all) when this fails", () => {
    expect(QUALITY).toMatchObject({
      splitterVersion: SPLITTER_VERSION,
      taxonomyVersion: archive.archive.taxonomy.version,
    });
    for (const { ours, baseline } of QUALITY.sets)
      expect(ours.f1).toBeGreaterThan(baseline.f1 ?? 1);
  });

  it("says so where an archive runs with other topics than were measured", () => {
    const of = (taxonomyVersion: string) =>
      measuredSection(QUALITY, { splitterVersion: SPLITTER_VERSION, taxonomyVersion }).text;
    expect(of(QUALITY.taxonomyVersion)).toHaveLength(1);
    expect(of("mine-2").join(" ")).toContain(
      "topics version mine-2, for which these figures may not",
    );
  });
});
