/** The system's Chromium, driven by tests. Where there is none, browser tests are skipped and say so. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { createTestArchive, type GivenAddress, type TestArchive } from "../support/archive.ts";
import { serve, type TestSite } from "../support/http.ts";
import { JOURNEY_ADDRESSES } from "./addresses.ts";
import { CHROMIUM, CHROMIUM_ARGS } from "./chromium-binary.ts";

export type BrowserSuite = {
  site: TestSite;
  archive: TestArchive;
  /** A page with a fresh profile, closed after the suite; fails the test on a script error or a refused resource. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** What went wrong in the pages opened so far. */
  problems: string[];
};

/** A suite that needs a browser and an archive. */
export function describeInBrowser(
  name: string,
  suite: (browser: () => BrowserSuite) => void,
  addresses: readonly GivenAddress[] = JOURNEY_ADDRESSES,
): void {
  const reason = "no Chromium in /usr/bin";
  if (!CHROMIUM) console.warn(`SKIPPED: ${name}: ${reason}`);
  describe.skipIf(!CHROMIUM)(CHROMIUM ? name : `${name} (${reason})`, () => {
    let running: BrowserSuite & { browser: Browser };
    beforeAll(async () => {
      const archive = createTestArchive(addresses);
      const site = await serve(archive.context);
      const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
      const problems: string[] = [];
      running = { archive, site, browser, problems, open: opener(browser, site, problems) };
    });
    afterAll(async () => {
      await running?.browser.close();
      await running?.site.close();
      await running?.archive.close();
    });
    suite(() => running);
  });
}

function opener(browser: Browser, site: TestSite, problems: string[]): BrowserSuite["open"] {
  return async (path, options = {}) => {
    const context = await browser.newContext({
      permissions: ["clipboard-read", "clipboard-write"],
      ...options,
    });
    const page = await context.newPage();
    page.on("pageerror", (error) => problems.push(`${path}: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(`${path}: ${message.text()}`);
    });
    await page.goto(site.origin + path);
    return page;
  };
}
