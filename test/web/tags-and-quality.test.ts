/** What pages say of topics and breaks that no finder found, and of how good the finders are. */
import { describe, expect, it } from "vitest";
import { createTagStore } from "../../src/store/tag-store.ts";
import { createTagEditor } from "../../src/tagging/decide-tags.ts";
import { SPLITTER_VERSION } from "../../src/text/paragraphs/split-address.ts";
import { QUALITY } from "../../src/text/quality.ts";
import { createTaggers } from "../../src/text/tag-words.ts";
import { measuredSection } from "../../src/web/page-models/quality.ts";
import { serveArchive } from "../support/served-archive.ts";

const SENTENCES = Array.from(
  { length: 12 },
  (_, i) => `In sentence number ${i} we say that matter ${i * 3} is in good hands.`,
);
const PARTED = [SENTENCES.slice(0, 5), SENTENCES.slice(5, 7), SENTENCES.slice(7)].map((part) =>
  part.join(" "),
);
const AT = "2022-05-01T10:00:00.000Z";
const note = (reason: string) => ({ by: "Ed", reason });
const common = { date: "2022-03-01", speaker: "Jane Doe" };

const { archive, site } = await serveArchive([
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

  it("says of an editor's tag who set it, when and why", async () => {
    const { editor, key } = editing();
    const added = { verdict: "added" } as const;
    editor.decide(
      key,
      [
        { ...added, kind: "topic", value: "demining" },
        { ...added, kind: "country", value: "PL" },
        { ...added, kind: "organisation", value: "NATO" },
      ],
      { by: "Ed <b>", reason: "" },
    );
    const page = await html("/addresses/2022-03-01-as-published");
    expect(page.match(/<dd>added by Ed &lt;b&gt; on 1 May 2022<\/dd>/g)).toHaveLength(3);
    expect(page).toContain("<dd>comes with Demining, added by Ed &lt;b&gt; on 1 May 2022</dd>");
    expect(page).toMatch(/<a href="\/organisations\/nato">NATO<\/a>/);
    expect(page).toMatch(/<a href="\/countries\/PL">Poland<\/a>/);
  });

  it("tells of a tag that an editor took away, also where no other is left", async () => {
    const { editor, key } = editing();
    editor.undo(key, []);
    editor.decide(key, [{ verdict: "added", kind: "country", value: "PL" }], note(""));
    editor.decide(key, [{ verdict: "removed", kind: "country", value: "PL" }], note("A <pole>"));
    for (const path of ["/addresses/2022-03-01-as-published", `/p/${key}`]) {
      const page = await html(path);
      expect(page).toContain("<dt><s>Poland</s> <small>country</small></dt>");
      expect(page).toContain("<dd>removed by Ed on 1 May 2022: A &lt;pole&gt;</dd>");
      expect(page).toContain("none, after an editor’s decision");
    }
    const decision = { kind: "country", value: "PL", label: "Poland", verdict: "removed" };
    for (const path of [`/p/${key}.json`, `/api/v1/paragraphs/${key}`]) {
      const { decisions, countries } = (await (await site.get(path)).json()) as {
        decisions: object[];
        countries: object[];
      };
      expect(countries).toEqual([]);
      expect(decisions).toMatchObject([{ ...decision, by: "Ed", at: AT, reason: "A <pole>" }]);
    }
  });

  it("says nothing of a removal that a part of the topic has overruled", async () => {
    const { editor, key } = editing();
    editor.undo(key, []);
    editor.decide(key, [{ verdict: "added", kind: "topic", value: "defence" }], note(""));
    editor.decide(key, [{ verdict: "removed", kind: "topic", value: "defence" }], note(""));
    expect(await html(`/p/${key}`)).toContain("<s>Defence and war</s>");
    editor.decide(key, [{ verdict: "added", kind: "topic", value: "demining" }], note(""));
    const page = await html(`/p/${key}`);
    expect(page).not.toContain("<s>");
    expect(page).toContain("comes with Demining");
  });
});

function editing() {
  const { database, taxonomy } = archive.archive;
  const taggers = createTaggers(taxonomy);
  const now = () => new Date(AT);
  const editor = createTagEditor(createTagStore(database), taggers, taxonomy, now);
  return { editor, key: archive.context.reader.wholeAddress(1).paragraphs[0]?.key ?? "" };
}

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
