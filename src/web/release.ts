/** What is running: the version of the program, and a mark of everything that shapes its pages. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { WebContext } from "./web-context.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** From package.json. */
export const VERSION: string = JSON.parse(
  readFileSync(path.join(ROOT, "package.json"), "utf8"),
).version;

/**
 * A mark that changes with the program's version, its views and assets, and the settings that show
 * on pages; equal in every process that runs the same.
 */
export function releaseMark(
  context: Pick<WebContext, "siteName" | "urls" | "taxonomy">,
  assetsVersion: string,
): string {
  const hash = createHash("sha256");
  hash.update([VERSION, assetsVersion, context.siteName, context.urls.absolute("")].join("\n"));
  hash.update(JSON.stringify(context.taxonomy));
  const views = path.join(ROOT, "views");
  for (const name of readdirSync(views, { recursive: true, encoding: "utf8" }).sort()) {
    if (name.endsWith(".ejs")) hash.update(readFileSync(path.join(views, name)));
  }
  return hash.digest("base64url");
}
