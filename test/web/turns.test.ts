/** Words under another speaker's label, wherever a reader meets them: never given to the address's speaker. */
import { beforeAll, describe, expect, it } from "vitest";
import { serveArchive } from "../support/served-archive.ts";

const DEBATE = {
  title: "Debate with Richard Nixon in Chicago",
  date: "1960-09-26",
  speaker: "John F. Kennedy",
  lang: "en",
  source: { nativeId: "debate" },
  text: [
    "MR. SMITH: Senator, the first question is for you.",
    "MR. KENNEDY: I have a hospital plan.",
    "MR. NIXON: Let us take hospitals <b>first</b>.",
  ].join("\n\n"),
};

const { archive, site } = await serveArchive([DEBATE]);
/** Permanent keys by who says the words. */
let key: { kennedy: string; nixon: string };

beforeAll(async () => {
  const { found } = archive.context.reader.lookupSlug(
    "1960-09-26-debate-with-richard-nixon-in-chicago",
  ) as { found: { id: number } };
  const speech = archive.context.reader
    .wholeAddress(found.id)
    .paragraphs.filter(({ kind }) => kind === "speech");
  expect(speech.map(({ turnSpeaker }) => turnSpeaker)).toEqual(["MR. SMITH", null, "MR. NIXON"]);
  key = { kennedy: speech[1]?.key ?? "", nixon: speech[2]?.key ?? "" };
});

const textOf = async (path: string) => (await site.get(path)).text();

describe("words under another's label", () => {
  it("are cited under the label in every style and file, and the speaker's under the name", async () => {
    const paths = (of: string) =>
      ["txt", "md", "bib", "ris", "csl.json"].map((f) => `/p/${of}.${f}`);
    for (const path of paths(key.nixon)) {
      const file = await textOf(path);
      expect(file, path).toContain("words of the speaker labelled “MR. NIXON”");
      expect(file, path).not.toContain("Kennedy");
    }
    for (const path of paths(key.kennedy)) {
      const file = await textOf(path);
      expect(file, path).toContain("Kennedy");
      expect(file, path).not.toContain("labelled");
    }
  });

  it("have a page that says whose they are not, to people and to machines", async () => {
    const page = await textOf(`/p/${key.nixon}`);
    expect(page).toContain(
      "These are not the words of John F. Kennedy: the source has them under the label “MR. NIXON”.",
    );
    expect(page).toContain('property="og:title" content="“MR. NIXON”: Debate');
    expect(page).not.toMatch(/"@type":"Person"|z:presenters|DC\.creator/);
    const own = await textOf(`/p/${key.kennedy}`);
    expect(own).not.toContain("These are not the words");
    expect(own).toMatch(/DC\.creator/);
  });

  it("are found, named by the label, and no words of the speaker", async () => {
    const page = await textOf("/search?q=hospitals");
    expect(page).toMatch(/“MR\. NIXON”<\/b> in an address by <a [^>]*>John F\. Kennedy/);
    const api = JSON.parse(await textOf("/api/v1/search?q=hospitals")) as {
      hits: { turnSpeaker: string | null }[];
      facets: { speaker: { count: number }[] };
    };
    expect(api.hits.map(({ turnSpeaker }) => turnSpeaker).sort()).toEqual(["MR. NIXON", null]);
    expect(api.facets.speaker.map(({ count }) => count)).toEqual([1]);
    expect(await textOf("/search?q=hospitals+speaker:kennedy")).not.toContain("MR. NIXON");
  });

  it("stand under the label in files of results and in feeds", async () => {
    const rows = (await textOf("/search.csv?q=hospitals")).trim().split("\r\n").slice(1);
    expect(rows.map((row) => row.split(",").slice(3, 6).join("|")).sort()).toEqual([
      "John F. Kennedy||",
      "||MR. NIXON",
    ]);
    archive.add({
      ...DEBATE,
      title: "Debate of two",
      speaker: "John F. Kennedy; Richard Nixon",
      source: { nativeId: "debate-2" },
      text: "MR. KENNEDY: We need a lighthouse.\n\nMR. NIXON: No more lighthouses.\n\nQ: No lighthouse?",
    });
    const both = (await textOf("/search.csv?q=lighthouse")).trim().split("\r\n").slice(1);
    expect(both.map((row) => row.split(",").slice(3, 6).join("|")).sort()).toEqual([
      "John F. Kennedy; Richard Nixon||",
      "John F. Kennedy; Richard Nixon||",
      "||Q",
    ]);
    const feed = await textOf("/search.atom?q=%22take+hospitals%22");
    expect(feed).toContain("<name>MR. NIXON</name>");
    expect(feed).not.toContain("Kennedy");
  });

  it("keep the label in earlier revisions and when they are taken out", async () => {
    archive.add({ ...DEBATE, text: "MR. KENNEDY: I have a hospital plan." });
    for (const path of [`/p/${key.nixon}`, `/p/${key.nixon}?rev=1`]) {
      expect(await textOf(path), path).toContain("under the label “MR. NIXON”");
    }
    const gone = JSON.parse(await textOf(`/p/${key.nixon}.json`)) as {
      tombstone: { turnSpeaker: string };
    };
    expect(gone.tombstone.turnSpeaker).toBe("MR. NIXON");
  });

  it("are cited by the facts of their revision, whoever is named as the speaker since", async () => {
    const native = { nativeId: "debate-3" };
    const text =
      "MR. CARTER: Zanzibar alpha.\n\nMR. FORD: Zanzibar beta.\n\nMR. CARTER: Xylophone.";
    const carter = { ...DEBATE, title: "Hofstra", speaker: "Jimmy Carter", source: native, text };
    archive.add(carter);
    const hits = JSON.parse(await textOf("/api/v1/search?q=alpha+OR+xylophone")) as {
      hits: { key: string; text: string }[];
    };
    const keyOf = (words: string) => hits.hits.find(({ text }) => text.startsWith(words))?.key;
    archive.add({ ...carter, speaker: "Gerald Ford", text: text.replace("Xylophone", "Piano") });
    const now = await textOf(`/p/${keyOf("Zanzibar")}.txt`);
    expect(now).toContain("words of the speaker labelled “MR. CARTER”");
    expect(await textOf(`/p/${keyOf("Zanzibar")}.txt?rev=1`)).toContain(
      "— Jimmy Carter, “Hofstra”",
    );
    expect(await textOf(`/p/${keyOf("Zanzibar")}?rev=1`)).not.toContain("Gerald Ford");
    const gone = JSON.parse(await textOf(`/p/${keyOf("Xylophone")}.json`)) as {
      tombstone: { address: { speaker: string } };
    };
    expect(gone.tombstone.address.speaker).toBe("Jimmy Carter");
  });
});
