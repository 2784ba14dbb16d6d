/**
 * Pictures of every page of a running site, to be looked at:
 * `node test/browser/screenshots.ts http://localhost:3000 FOLDER [PATH…]`
 * Each page is taken at three widths, light and dark; files are named after path, width and scheme.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { BROWSE_GROUPS } from "../../src/web/urls.ts";
import { CHROMIUM, CHROMIUM_ARGS } from "./chromium-binary.ts";

const WIDTHS = [360, 800, 1400];
const SCHEMES = ["light", "dark"] as const;
const PAGES = [
  "/",
  "/search?q=peace",
  "/search?q=peace+zyzzyva",
  "/topics",
  "/countries",
  "/organisations",
  "/speakers",
  "/collections",
  "/years",
  "/help",
  "/about",
  "/api",
  "/no-such-page",
];

const [origin, folder, ...given] = process.argv.slice(2);
if (!origin || !folder || !CHROMIUM) {
  console.error("Needs Chromium, the URL of a running site, and a folder to write to.");
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS });
const page = await browser.newPage();
const paths = given.length > 0 ? given : [...PAGES, ...(await foundPages())];
for (const it of paths) {
  for (const width of WIDTHS) {
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize({ width, height: 1000 });
      await page.emulateMedia({ colorScheme });
      await page.goto(origin + it, { waitUntil: "networkidle" });
      const name = it.replace(/[^\w]+/g, "-").replace(/^-|-$/g, "") || "home";
      await page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`) });
    }
  }
}
await browser.close();

/** An address and a permalink of the first thing found, and one page of each browsable group. */
async function foundPages(): Promise<string[]> {
  const first = async (from: string, selector: string) => {
    await page.goto(origin + from);
    const link = page.locator(selector).first();
    return (await link.count()) > 0 ? [(await link.getAttribute("href")) ?? "/"] : [];
  };
  const found = [
    ...(await first("/search?q=peace", ".hit h2 a")),
    ...(await first("/search?q=peace", ".hit .number")),
  ];
  for (const group of BROWSE_GROUPS) {
    found.push(...(await first(`/${group}`, ".browse li a")));
  }
  return found;
}
