/** What holds for every page: nothing for axe to find, no overflow, no script error, readable alone. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
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
    "/organisations",
    "/organisations/nato",
    "/organisations/league-of-nations",
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

/** Everything once; then only what another scheme and width can change: contrast, and sizes of what is touched. */
const LOOKS = [
  { colorScheme: "light", width: 320, only: null },
  { colorScheme: "dark", width: 1400, only: ["color-contrast", "target-size"] },
] as const;

const named = ({ colorScheme, width }: (typeof LOOKS)[number]) =>
  `${colorScheme}, ${width} pixels wide`;

async function findingsOf(page: Page, only: readonly string[] | null): Promise<string[]> {
  await page.evaluate("for (const it of document.querySelectorAll('details')) it.open = true");
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const checks = only ? axe.withRules([...only]) : axe.withTags(RULES);
  const { violations } = await checks.analyze();
  const findings = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
  );
  const excess = await page.evaluate<number>(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  return excess > 0 ? [...findings, `${excess} pixels too wide`] : findings;
}

describeInBrowser("every page", (browser) => {
  test(`is accessible and fits: ${LOOKS.map(named).join("; ")}`, async () => {
    const page = await browser().open("/");
    const findings: string[] = [];
    for (const path of paths(browser())) {
      await page.goto(browser().site.origin + path);
      for (const look of LOOKS) {
        await page.emulateMedia({ colorScheme: look.colorScheme });
        await page.setViewportSize({ width: look.width, height: 900 });
        for (const finding of await findingsOf(page, look.only)) {
          findings.push(`${path}, ${named(look)}: ${finding}`);
        }
      }
    }
    expect(findings).toEqual([]);
    const unexpected = browser().problems.filter((problem) => !/404|Not Found/.test(problem));
    expect(unexpected).toEqual([]);
  });
});

describeInBrowser(
  "an empty archive",
  (browser) => {
    test("says that it is empty, and every page of it answers", async () => {
      const page = await browser().open("/");
      expect(await page.locator("h2").first().textContent()).toBe("This archive is empty");
      const groups = ["/topics", "/countries", "/organisations", "/speakers", "/years"];
      for (const path of ["/search", ...groups, "/about"]) {
        const response = await page.goto(browser().site.origin + path);
        expect(response?.status(), path).toBe(200);
      }
    });
  },
  [],
);
