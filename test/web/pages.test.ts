/** The pages for people, as they come without JavaScript. */
import { describe, expect, it } from "vitest";
import type { ParagraphRecord } from "../../src/store/records.ts";
import { SMALL_ARCHIVE } from "../support/archive.ts";
import { serveArchive } from "../support/served-archive.ts";

const { archive, site } = await serveArchive();

const GRAIN = SMALL_ARCHIVE[0] as (typeof SMALL_ARCHIVE)[number];

async function page(
  path: string,
): Promise<{ status: number; html: string; location: string | null }> {
  const response = await site.get(path);
  const { status, headers } = response;
  return { status, html: await response.text(), location: headers.get("location") };
}

function paragraphsOf(slug: string): ParagraphRecord[] {
  const found = archive.context.reader.lookupSlug(slug);
  if (!found || !("found" in found)) throw new RangeError(`no address ${slug}`);
  return archive.context.reader.wholeAddress(found.found.id).paragraphs;
}

const GRAIN_SLUG = "2022-09-28-evening-address-on-grain-and-power";

describe("an address", () => {
  it("shows every word of the speaker, escaped, each paragraph under its own key", async () => {
    const { html } = await page(`/addresses/${GRAIN_SLUG}`);
    for (const { key } of paragraphsOf(GRAIN_SLUG)) {
      expect(html).toContain(`id="${key}"`);
      expect(html).toContain(`href="/p/${key}"`);
    }
    expect(html).toContain("“never again” &amp; we meant it: 5 &lt; 6. &lt;script&gt;");
    expect(html).not.toContain("<script>alert");
  });

  it("marks what is looked for, counts the marks and leads to them", async () => {
    const { html } = await page(`/addresses/${GRAIN_SLUG}?q=grain`);
    expect(html.match(/<mark class="word">grain<\/mark>/g)).toHaveLength(2);
    expect(html).toContain("<b>2 marks</b>");
    expect(html).toContain(`href="#${paragraphsOf(GRAIN_SLUG)[0]?.key}">¶ 1</a>`);
  });

  it("says why each topic, country and organisation is there", async () => {
    const { html } = await page(`/addresses/${GRAIN_SLUG}`);
    const why = html.slice(html.indexOf('<details class="why">'));
    expect(why).toContain("“Somalia”");
    expect(why).toMatch(/inferred from the words; confidence \d+ %<br>The words are a name of/);
    expect(why).toContain('href="/organisations/un">United Nations</a>');
    expect(why).toContain("“UN”");
    expect(why).toContain("The words are the abbreviation of its name.");
  });

  it("speaks its language", async () => {
    const { html } = await page("/search?q=зерно");
    expect(html).toMatch(/<p class="words" lang="uk" dir="auto">[^<]*<mark/);
  });
});

describe("a permalink", () => {
  it("is reached by any spelling of its key, and keeps what was asked of it", async () => {
    const key = paragraphsOf(GRAIN_SLUG)[0]?.key ?? "";
    const { status, location } = await page(`/p/${key.toUpperCase()}?rev=1`);
    expect([status, location]).toEqual([301, `/p/${key}?rev=1`]);
  });

  it("after a change says so, and still shows the words of the earlier revision", async () => {
    const given = { ...GRAIN, source: { nativeId: "changes" }, title: "On changes" };
    const slug = archive.add({ ...given, text: "The first words stand.\n\nOthers go away here." });
    const [kept, lost] = paragraphsOf(slug);
    archive.add({ ...given, text: "The first words stand." });

    const unchanged = await page(`/p/${kept?.key}`);
    expect(unchanged.status).toBe(200);
    expect(unchanged.html).toContain("Unchanged since it was first archived");

    const gone = await page(`/p/${lost?.key}`);
    expect(gone.status).toBe(410);
    expect(gone.html).toContain("Others go away here.");
    expect(gone.html).toContain("It was taken out in revision 2");

    expect(gone.html).not.toContain("In its place stands now");
    const former = await page(`/p/${lost?.key}?rev=1`);
    expect(former.status).toBe(200);
    expect(former.html).toContain("The paragraph was taken out since.");
    expect(former.html).toContain(`https://archive.example/p/${lost?.key}?rev=1`);
  });

  it("of a paragraph whose words were corrected answers with the last ones, and leads to what stands there now", async () => {
    const given = { ...GRAIN, source: { nativeId: "letters" }, title: "On letters" };
    const slug = archive.add({ ...given, text: "The frist words stand.\n\nOthers follow here." });
    const [misspelled] = paragraphsOf(slug);
    archive.add({ ...given, text: "The first words stand.\n\nOthers follow here." });
    const [corrected] = paragraphsOf(slug);
    const { status, html } = await page(`/p/${misspelled?.key}`);
    expect(status).toBe(410);
    expect(html).toContain("The frist words stand.");
    expect(html).toContain(
      `In its place stands now: <a href="/p/${corrected?.key}">paragraph 1</a>.`,
    );
    const about = await page("/about");
    expect(about.html).toContain("A correction of a single letter makes a new paragraph");
    expect(about.html).not.toContain("words of today");
  });

  it("that never was is a 404 with a hint", async () => {
    const { status, html } = await page("/p/00000000");
    expect(status).toBe(404);
    expect(html).toContain("Search for the words");
  });
});

describe("a search", () => {
  it("has one URL: empty fields of a form are dropped", async () => {
    const { status, location } = await page("/search?q=grain&from=&to=1999&topic=");
    expect([status, location]).toEqual([302, "/search?q=grain&to=1999"]);
  });

  it("shows all values of a filter when asked", async () => {
    archive.add({
      title: "Many",
      date: "2000",
      text: "France, Spain, Italy, Japan, India and Kenya.",
    });
    const { html } = await page("/search?all=country");
    const shown = html.match(/id="facet-country-[A-Z]+"/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(7);
    expect((await page("/search")).html.match(/id="facet-country-[A-Z]+"/g)).toHaveLength(7);
  });

  it("leads back from a page that is not there", async () => {
    const { html } = await page("/search?q=grain&page=99");
    expect(html).toContain("There is no such page of these results.");
    expect(html).toContain('href="/search?q=grain">Back to the first page');
  });
});

describe("browse pages", () => {
  it("lead from a former state to its successors without counting as one of them", async () => {
    const { html } = await page("/countries/SUHH");
    expect(html).toContain("A state from 1922 to 1991.");
    expect(html).toContain('href="/countries/UA">Ukraine</a>');
    expect(html).toContain("Nothing in this archive yet.");
  });

  it("tell an organisation's other names, and lead from a former one to what followed it", async () => {
    const { html } = await page("/organisations/league-of-nations");
    expect(html).toContain("An organisation from 1919 to 1946.");
    expect(html).toContain('href="/organisations/un">United Nations</a>');
    const un = (await page("/organisations/un")).html;
    expect(un).toContain("1 paragraph in 1 address");
    expect(un).toContain("Also: UN, UNO, United Nations Organization.");
    expect(un).toContain(`<span lang="uk">ООН, Організація Об&#39;єднаних Націй</span>`);
    expect(un).toContain('href="/organisations/league-of-nations">League of Nations</a>');
    expect(un).toContain('href="/search.atom?organisation=un"');
    expect((await page("/organisations")).html).toContain('href="/organisations/un"');
    expect((await page("/organisations/UN")).location).toBe("/organisations/un");
  });

  it("narrow a search by organisation, named on the hit and beside it", async () => {
    const { html } = await page("/search?organisation=un");
    expect(html).toMatch(/<p class="understood">Paragraphs speaking of <b>[^<]+<\/b>\./);
    expect(html).toMatch(/<title>speaking of [^<]+: \d+ paragraphs? in /);
    expect(html).toContain('id="facet-organisation-un"');
    expect(html).toMatch(/aria-label="Organisations spoken of"><li><a href="[^"]+">United Nations/);
    const { html: asked } = await page("/search?q=org%3A%22United+Nations%22");
    expect(asked).toMatch(/speaking of <[^>]+>United Nations/);
  });

  it("take a country's code in any case", async () => {
    expect((await page("/countries/ua")).location).toBe("/countries/UA");
  });

  it.each([
    "/topics/no-such",
    "/countries/QQ",
    "/organisations/nobody",
    "/speakers/nobody",
    "/collections/x",
    "/years/3000",
  ])("%s is a 404 that leads to what there is", async (path) => {
    const { status, html } = await page(path);
    expect(status).toBe(404);
    expect(html).toContain(`All it has are listed at /${path.split("/")[1]}.`);
  });
});

describe("the help", () => {
  it("tells of this archive: no synonyms where none are set, misspelled words, and what searches", async () => {
    const { html } = await page("/help");
    expect(html).not.toContain("several names");
    expect(html).toContain("A word of five letters or more that no paragraph has");
    expect(html).toContain("The engine built in, SQLite FTS5, searches this archive.");
  });
  it("teaches with searches that the archive understands without a notice", async () => {
    const { html } = await page("/help");
    const links = [...html.matchAll(/<dt><a href="([^"]+)"/g)].map(([, href]) => href ?? "");
    expect(links.length).toBeGreaterThan(12);
    for (const link of links) {
      const found = await page(link.replaceAll("&amp;", "&"));
      expect(found.status, link).toBe(200);
      expect(found.html, link).not.toContain('class="notice"');
    }
  });
});
