/** The policy in a real browser: our own pages, with all they load, break none of it. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestArchive, TEST_ORIGIN, type TestArchive } from "../support/archive.ts";
import { serve, type TestSite } from "../support/http.ts";

const CHROMIUM = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const present = existsSync(CHROMIUM);
if (!present) {
  console.warn(`SKIPPED: the content security policy in a browser: there is no ${CHROMIUM}`);
}

describe.skipIf(!present)("in Chromium, the content security policy", () => {
  let archive: TestArchive;
  let site: TestSite;
  let browser: Browser;
  beforeAll(async () => {
    archive = createTestArchive();
    site = await serve(archive.context);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await archive?.close();
  });

  /** Opens a page, runs something in it, and gives what broke the policy or did not load. */
  async function complaints(path: string, script?: string): Promise<string[]> {
    const page = await browser.newPage();
    const found: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") found.push(message.text());
    });
    page.on("pageerror", (error) => found.push(error.message));
    page.on("requestfailed", (request) => found.push(`not loaded: ${request.url()}`));
    await page.goto(site.origin + path, { waitUntil: "load" });
    await page.evaluate("document.fonts.ready");
    if (script) {
      await page.evaluate(script);
      await expect.poll(() => found).not.toEqual([]);
    }
    await page.close();
    return found;
  }

  it("is broken by no page, the JSON-LD of a paragraph among them", async () => {
    const { hits } = (await (await site.get("/api/v1/search?q=never")).json()) as {
      hits: { url: string; address: { url: string } }[];
    };
    const paragraph = hits[0]?.url.replace(TEST_ORIGIN, "") ?? "";
    const address = hits[0]?.address.url.replace(TEST_ORIGIN, "") ?? "";
    expect(await (await site.get(paragraph)).text()).toContain(
      '<script type="application/ld+json">',
    );
    for (const path of [
      "/",
      "/search?q=grain",
      "/search?q=nothingatall",
      paragraph,
      address,
      `${address}?q=never`,
      "/topics",
      "/years/2022",
      "/help",
      "/about",
      "/api",
    ]) {
      expect([path, await complaints(path)]).toEqual([path, []]);
    }
  });

  it("stops an inline script, and this test would see it", async () => {
    const inject = `
      const script = document.createElement("script");
      script.textContent = "document.title = 'owned'";
      document.head.append(script);
      if (document.title === "owned") throw new Error("the script ran");`;
    const found = await complaints("/", inject);
    expect(found.join()).toContain("Content Security Policy");
  });
});
