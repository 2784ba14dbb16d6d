/** A voice that an editor corrected, wherever a reader meets the words. */
import { beforeAll, describe, expect, it } from "vitest";
import { createVoiceStore } from "../../src/store/voice-store.ts";
import { createVoiceEditor } from "../../src/tagging/decide-voices.ts";
import { serveArchive } from "../support/served-archive.ts";

const { archive, site } = await serveArchive([
  {
    title: "Debate in Chicago",
    date: "1960-09-26",
    speaker: "John F. Kennedy",
    lang: "en",
    text: [
      "MR. KENNEDY: I have a hospital plan.",
      "Let us take hospitals <b>first</b>.",
      "MR. SMITH: No hospital was ever cheap.",
    ].join("\n\n"),
  },
]);
/** Of a paragraph that is another's by decision, and of one that is the speaker's by decision. */
let key: { nixon: string; kennedy: string };

beforeAll(async () => {
  // The columns of the index are read before the decision: it must not need a restart.
  await site.get("/search?q=hospitals+speaker:kennedy");
  const { database, reader } = archive.archive;
  const speech = reader.wholeAddress(1).paragraphs.filter(({ kind }) => kind === "speech");
  key = { nixon: speech[1]?.key ?? "", kennedy: speech[2]?.key ?? "" };
  const now = () => new Date("2026-03-05T10:00:00Z");
  const editor = createVoiceEditor(reader, createVoiceStore(database), now);
  const of = (one: string) => ({ first: one, last: one });
  const note = { by: "Jane", reason: "The <recording> has it" };
  editor.decide(of(key.nixon), "Richard Nixon", note);
  editor.decide(of(key.kennedy), null, { by: "Jane", reason: "" });
});

const textOf = async (path: string) => (await site.get(path)).text();

describe("words whose voice an editor decided", () => {
  it("are cited as those of whom the editor named, and never as under a label of the source", async () => {
    for (const format of ["txt", "md", "bib", "ris", "csl.json"]) {
      const other = await textOf(`/p/${key.nixon}.${format}`);
      expect(other, format).toContain("words of Richard Nixon");
      expect(other, format).not.toMatch(/Kennedy|labelled/);
      const own = await textOf(`/p/${key.kennedy}.${format}`);
      expect(own, format).toContain("Kennedy");
      expect(own, format).not.toMatch(/SMITH|labelled/);
    }
  });

  it("have a page that says who decided it, when and why, as the page of the address does", async () => {
    const decision =
      "words of Richard Nixon: decided by Jane on 5 March 2026: The &lt;recording&gt; has it";
    const page = await textOf(`/p/${key.nixon}`);
    expect(page).toContain(`These are the ${decision}`);
    expect(page).not.toMatch(/"@type":"Person"|DC\.creator/);
    const own = await textOf(`/p/${key.kennedy}`);
    expect(own).toContain(
      "These are the words of John F. Kennedy: decided by Jane on 5 March 2026<",
    );
    expect(own).toMatch(/DC\.creator/);
    const whole = await textOf("/addresses/1960-09-26-debate-in-chicago");
    expect(whole).toContain(`<dt>Voice</dt>\n<dd>${decision}</dd>`);
  });

  it("are found, counted and listed so at once", async () => {
    const api = JSON.parse(await textOf("/api/v1/search?q=hospitals+speaker:kennedy")) as {
      hits: { text: string }[];
      facets: { speaker: { count: number }[] };
    };
    expect(api.hits.map(({ text }) => text).sort()).toEqual([
      "I have a hospital plan.",
      "No hospital was ever cheap.",
    ]);
    expect(api.facets.speaker.map(({ count }) => count)).toEqual([2]);
    const rows = (await textOf("/search.csv?q=hospitals")).trim().split("\r\n").slice(1);
    expect(rows.map((row) => row.split(",").slice(3, 6).join("|")).sort()).toEqual([
      "John F. Kennedy||",
      "John F. Kennedy||",
      "||Richard Nixon",
    ]);
    expect(await textOf("/search.atom?q=%22take+hospitals%22")).toContain(
      "<name>Richard Nixon</name>",
    );
  });

  it("carry the decision in the API", async () => {
    const { turnSpeaker, voice } = JSON.parse(await textOf(`/api/v1/paragraphs/${key.nixon}`));
    expect({ turnSpeaker, voice }).toEqual({
      turnSpeaker: "Richard Nixon",
      voice: {
        speaker: "Richard Nixon",
        by: "Jane",
        at: "2026-03-05T10:00:00.000Z",
        reason: "The <recording> has it",
      },
    });
  });
});
