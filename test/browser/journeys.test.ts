/** What people come for, from the first page to the last, with JavaScript and without. */
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { type BrowserSuite, describeInBrowser } from "./chromium.ts";

/** Paragraphs of the archive by which the counts on the page are checked. */
function paragraphs({ archive }: BrowserSuite) {
  const { reader } = archive.context;
  return reader
    .addresses(100)
    .flatMap((address) =>
      reader.wholeAddress(address.id).paragraphs.map((paragraph) => ({ address, paragraph })),
    )
    .filter(({ paragraph }) => paragraph.kind === "speech");
}

const saysGrain = (text: string) => /\bgrain\b/i.test(text);

/** What a screen reader is given: all the text, also what is not seen, white space folded. */
async function textOf(page: Page | Locator, selector: string): Promise<string> {
  const text = await page.locator(selector).first().textContent();
  return (text ?? "").replace(/\s+/g, " ").trim();
}

/** What the copy button of a citation puts on the clipboard, once it says that it has. */
async function copy(page: Page, citation: string): Promise<string> {
  await page.getByRole("button", { name: `Copy ${citation}` }).click();
  await page
    .getByRole("status")
    .filter({ hasText: `${citation} copied` })
    .waitFor();
  return page.evaluate<string>("navigator.clipboard.readText()");
}

describeInBrowser("a reader", (browser) => {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

    test(`finds a word in all addresses and reads it in its place, ${how}`, async () => {
      const page = await browser().open("/", { javaScriptEnabled });
      await page.getByRole("searchbox").fill("grain");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/search?q=grain");

      const found = paragraphs(browser()).filter(({ paragraph }) => saysGrain(paragraph.text));
      const addresses = new Set(found.map(({ address }) => address.id)).size;
      expect(await textOf(page, "h1")).toBe(`${found.length} paragraphs in ${addresses} addresses`);
      const marks = await page.locator(".hits mark").allTextContents();
      expect(marks.length).toBeGreaterThan(0);
      expect(marks.every((mark) => saysGrain(mark))).toBe(true);

      const hit = page.locator(".hit").first();
      const words = await textOf(hit, ".words");
      await hit.locator("h2 a").click();
      await page.waitForURL(/\/addresses\/.*\?q=grain#/);
      const target = page.locator(":target");
      expect(await textOf(target, ".words")).toBe(words);
      expect(await target.locator("mark").count()).toBeGreaterThan(0);
      expect(browser().problems).toEqual([]);
    });

    test(`narrows by topic, country and date, and every count is right, ${how}`, async () => {
      const page = await browser().open("/search?q=grain", { javaScriptEnabled });
      const narrowed = paragraphs(browser()).filter(({ paragraph }) => saysGrain(paragraph.text));
      const ofTurkey = narrowed.filter(({ paragraph }) =>
        paragraph.mentions.some(({ value }) => value === "TR"),
      );
      const row = page.locator("#facet-country-TR");
      expect(await textOf(row, ".count")).toMatch(new RegExp(`^${ofTurkey.length}\\b`));
      await row.click();
      await page.waitForURL("**/search?q=grain&country=TR");
      await expect.poll(() => textOf(page, "h1")).toMatch(new RegExp(`^${ofTurkey.length} para`));

      const ofAgriculture = ofTurkey.filter(({ paragraph }) =>
        paragraph.topics.some(({ topic }) => topic === "agriculture"),
      );
      await page.locator("#facet-topic-agriculture").click();
      await page.waitForURL("**topic=agriculture**");
      await expect
        .poll(() => textOf(page, "h1"))
        .toMatch(new RegExp(`^${ofAgriculture.length} para`));

      const since2016 = ofAgriculture.filter(({ address }) => address.date >= "2016");
      await page.getByLabel("From").fill("2016");
      await page.getByRole("button", { name: "Show" }).click();
      await page.waitForURL("**from=2016**");
      expect(new URL(page.url()).searchParams.has("to")).toBe(false);
      await expect.poll(() => textOf(page, "h1")).toMatch(new RegExp(`^${since2016.length} para`));
      expect(since2016.length).toBeLessThan(ofAgriculture.length);
      expect(await page.locator(".chip:not(.clear)").count()).toBe(3);

      await page.getByRole("link", { name: "Clear all" }).click();
      await page.waitForURL("**/search?q=grain");
      await expect.poll(() => textOf(page, "h1")).toMatch(new RegExp(`^${narrowed.length} para`));
    });
  }

  test("cites a paragraph: copies, follows the link, and a reference manager finds a speech", async () => {
    const page = await browser().open("/search?q=grain+corridor");
    const words = await textOf(page, ".hit .words");
    await page.getByRole("link", { name: /^Cite ¶/ }).click();
    await page.waitForURL(/\/p\/[0-9a-z]{8}#cite$/);

    const quotation = await copy(page, "Quotation");
    expect(quotation).toContain(words.slice(0, 60));
    expect(quotation).toContain("Volodymyr Zelenskyy");

    const link = await copy(page, "Link");
    expect(link).toMatch(/^https:\/\/archive\.example\/p\/[0-9a-z]{8}$/);
    await page.goto(browser().site.origin + new URL(link).pathname);
    expect(await textOf(page, ".target .words")).toBe(words);

    const meta = (name: string) =>
      page.locator(`meta[name="${name}"]`).first().getAttribute("content");
    expect(await meta("z:itemType")).toBe("presentation");
    expect(await meta("DC.type")).toBe("Speech");
    expect(await meta("DC.title")).toBe("Evening address on grain and power");
    expect(await meta("DC.identifier")).toBe(link);
    expect(await page.locator('link[rel="canonical"]').getAttribute("href")).toBe(link);
    const jsonLd = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(jsonLd ?? "")).toMatchObject({ "@type": "Quotation", text: words });
    expect(browser().problems).toEqual([]);
  });

  test("can select every citation in full where there is no JavaScript to copy it", async () => {
    const page = await browser().open("/search?q=grain+corridor", { javaScriptEnabled: false });
    await page.getByRole("link", { name: /^Cite ¶/ }).click();
    const styles = await page.locator(".citation dt").allTextContents();
    expect(styles).toEqual([
      "Link",
      "Quotation",
      "APA 7",
      "MLA 9",
      "Chicago 18 (note)",
      "Harvard",
      "Wikipedia",
      "Markdown",
      "HTML",
    ]);
    expect(await page.locator(".copy").count()).toBe(0);
    for (const citation of await page.locator(".citation-text").all()) {
      expect(await citation.textContent()).toBe(await citation.getAttribute("data-text"));
    }
  });

  test("sees results follow the typing, with the URL right, the focus kept and the back button working", async () => {
    const page = await browser().open("/search?q=rain");
    const before = await page.evaluate<number>("history.length");
    const box = page.getByRole("searchbox");
    await box.fill("");
    await box.pressSequentially("wheat corn", { delay: 20 });
    await expect.poll(() => textOf(page, "h1")).toMatch(/^7 paragraphs in 7 addresses/);
    await expect.poll(() => page.url()).toMatch(/\/search\?q=wheat\+corn$/);
    expect(await page.evaluate<number>("history.length")).toBe(before);
    expect(await page.evaluate("document.activeElement?.id")).toBe("q");
    await expect.poll(() => page.getByRole("status").textContent()).toMatch(/^7 paragraphs/);
    expect(await page.title()).toContain("wheat and corn");

    await box.fill("winter");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).toMatch(/q=winter$/);
    await expect.poll(() => textOf(page, ".hit mark")).toBe("winter");
    await page.goBack();
    await expect.poll(() => box.inputValue()).toBe("wheat corn");
    await expect.poll(() => textOf(page, ".hit mark")).toMatch(/wheat|corn/);
    expect(browser().problems).toEqual([]);
  });

  test("keeps the chosen filters while typing on", async () => {
    const page = await browser().open("/search?q=grain&country=TR");
    await page.getByRole("searchbox").press("End");
    await page.getByRole("searchbox").pressSequentially(" Egypt", { delay: 20 });
    await expect.poll(() => page.url()).toMatch(/q=grain\+Egypt&country=TR$/);
    await expect.poll(() => textOf(page, ".chips .chip")).toMatch(/Türkiye/);
  });

  test("goes the whole way from question to citation by keyboard alone", async () => {
    const page = await browser().open("/");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement?.className")).toBe("skip");
    await tabTo(page, "#q");
    await page.keyboard.type("corridor");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/search?q=corridor");
    await tabTo(page, ".facet-row");
    await tabTo(page, ".cite-link");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/p\//);
    await tabTo(page, ".copy");
    await page.keyboard.press("Enter");
    await expect.poll(() => textOf(page, ".copy")).toBe("Copied");
  });

  test("steps through the marks of an address by n and p, round its ends", async () => {
    const page = await browser().open("/search?q=grain+wheat&speaker=ada-miller");
    await page.locator(".hit h2 a").first().click();
    await page.waitForURL(/\/addresses\//);
    const total = await page.locator(".text mark").count();
    const place = () => textOf(page, ".marks-place");
    expect(await place()).toBe(`${total} marks`);
    await page.keyboard.press("n");
    expect(await place()).toBe(`1 of ${total}`);
    await page.keyboard.press("p");
    expect(await place()).toBe(`${total} of ${total}`);
    await page.getByRole("button", { name: "Next mark" }).click();
    expect(await place()).toBe(`1 of ${total}`);
    expect(await page.locator("mark.current").count()).toBe(1);
  });
});

/** Presses Tab until the focus is on something that matches. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press("Tab");
    if ((await page.locator(`${selector}:focus`).count()) > 0) return;
  }
  throw new Error(`${selector} is not reached with Tab.`);
}
