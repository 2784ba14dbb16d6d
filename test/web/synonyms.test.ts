/** What a reader sees of the archive's synonyms. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ConfigError } from "../../src/config.ts";
import { createTestArchive, SMALL_ARCHIVE } from "../support/archive.ts";
import { serveArchive } from "../support/served-archive.ts";

const folder = mkdtempSync(path.join(tmpdir(), "verbatim-synonyms-"));
const file = path.join(folder, "synonyms.yaml");
writeFileSync(file, "- [grain, wheat]\n- [Somalia, Horn of Africa]");
afterAll(() => rmSync(folder, { recursive: true }));
const { site } = await serveArchive(SMALL_ARCHIVE, { VERBATIM_SYNONYMS: file });

const page = async (place: string) => (await site.get(place)).text();

describe("synonyms on pages", () => {
  it("are told on the help page as this archive has them", async () => {
    expect(await page("/help")).toContain("several names of some things, such as grain and wheat");
  });
  it("are found and marked without a search server, with a line that says so and the way back", async () => {
    const results = await page("/search?q=wheat");
    expect(results).toContain("2 paragraphs");
    expect(results).toContain(`<mark class="word">grain</mark>`);
    expect(results).toContain(
      "Also searched: “grain”, a synonym of “wheat”. Quotation marks keep a word as typed.",
    );
    expect(await page("/search?q=%22wheat%22")).not.toContain("Also searched");
    const api = await (await site.get("/api/v1/search?q=horn+of+africa")).json();
    expect(api).toMatchObject({ total: 1, query: { notices: [{ code: "synonyms" }] } });
  });

  it("are marked in the address that a hit leads to", async () => {
    const results = await page("/search?q=wheat");
    const href = /href="(\/addresses\/[^"#]*q=wheat[^"#]*)/.exec(results)?.[1] ?? "";
    expect(await page(href.replaceAll("&amp;", "&"))).toContain(`>grain</mark>`);
  });

  it("keep the program from starting where their file cannot be read, with the place", () => {
    const open = (settings: Record<string, string>) => () => createTestArchive([], settings);
    writeFileSync(path.join(folder, "wrong.yaml"), "- [grain]");
    expect(open({ VERBATIM_SYNONYMS: path.join(folder, "wrong.yaml") })).toThrow(
      /VERBATIM_SYNONYMS=.*wrong.yaml: line 1, entry 1: \["grain"\] is not a list/,
    );
    expect(open({ VERBATIM_SYNONYMS: path.join(folder, "none.yaml") })).toThrow(ConfigError);
  });
});
