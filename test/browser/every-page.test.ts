/** What holds for every page: nothing for axe to find, no overflow, no script error, readable alone. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "vitest";
import { type BrowserSuite, describeInBrowser } from "./chromium.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** One page of every kind, hard ones among them. */
function paths({ archive }: BrowserSuite): string[] {
  const { reader } = archive.context;
  const slugs = reader.addresses(100).map(({ slug }) => slug);
  const slugWith = (part: string) => slugs.find((slug) => slug.includes(part)) ?? "";
  const found = reader.lookupSlug(slugWith("grain-and-power"));
  const address = found && "found" in found ? found.found : null;
  const [first] = address ? reader.wholeAddress(address.id).paragraphs : [];
  return [
    "/",
    "/search",
    "/search?q=grain+OR+harvest",
    "/search?q=grain&topic=agriculture&country=TR&country=EG&from=2012&to=2019&group=address",
    "/search?q=nowhere+grain&country=TR",
    `/addresses/${slugWith("grain-and-power")}?q=grain`,
    `/addresses/${slugWith("a-title-that-goes-on")}`,
    `/addresses/${slugs.find((slug) => slug.startsWith("1999-03-04"))}`,
    `/p/${first?.key}`,
    `/p/${first?.key}?rev=1`,
    "/topics",
    "/topics/agriculture",
    "/countries",
    "/countries/SUHH",
    "/speakers",
    "/speakers/ada-miller",
    "/collections",
    "/collections/harvest-addresses",
    "/years",
    "/years/2022",
    "/help",
    "/about",
    "/api",
    "/no-such-page",
  ];
}

describeInBrowser("every page", (browser) => {
  // Each scheme and each width once: contrast hangs on the one, sizes on the other.
  for (const { colorScheme, width } of [
    { colorScheme: "light", width: 320 },
    { colorScheme: "dark", width: 1400 },
  ] as const) {
    test(`is accessible and fits, ${colorScheme}, ${width} pixels wide`, {
      timeout: 240_000,
    }, async () => {
      const viewport = { width, height: 900 };
      const page = await browser().open("/", { colorScheme, viewport });
      const findings: string[] = [];
      for (const path of paths(browser())) {
        await page.goto(browser().site.origin + path);
        await page.evaluate(
          "for (const it of document.querySelectorAll('details')) it.open = true",
        );
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
        for (const { id, nodes } of violations) {
          findings.push(
            `${path}: ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
          );
        }
        const excess = await page.evaluate<number>(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        );
        if (excess > 0) findings.push(`${path}: ${excess} pixels too wide`);
      }
      expect(findings).toEqual([]);
      const unexpected = browser().problems.filter((problem) => !/404|Not Found/.test(problem));
      expect(unexpected).toEqual([]);
    });
  }
});

describeInBrowser(
  "an empty archive",
  (browser) => {
    test("says that it is empty, and every page of it answers", async () => {
      const page = await browser().open("/");
      expect(await page.locator("h2").first().textContent()).toBe("This archive is empty");
      for (const path of ["/search", "/topics", "/countries", "/speakers", "/years", "/about"]) {
        const response = await page.goto(browser().site.origin + path);
        expect(response?.status(), path).toBe(200);
      }
    });
  },
  [],
);
