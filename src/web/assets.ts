/**
 * Files that pages load: our stylesheets and modules from `public/`, htmx, and the fonts that a
 * stylesheet asks for. All are read once at start and served from memory under URLs that carry a
 * hash of their content, so that a browser may keep them for good.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Urls } from "./urls.ts";

export type Asset = { body: Buffer; type: string; version: string };

export type Assets = {
  /** @throws RangeError when there is no such asset: a misspelt name shows itself on the first request */
  url(name: string): string;
  find(name: string): Asset | null;
  /** Changes when any asset does. */
  version: string;
};

const PUBLIC = path.resolve(import.meta.dirname, "../../public");
const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};
const FONT_PACKAGES = ["@fontsource-variable/source-serif-4", "@fontsource-variable/inter"];
const FONT_REFERENCE = /url\("([\w.-]+\.woff2)"\)/gu;

const resolve = createRequire(import.meta.url).resolve;

/**
 * Reads all assets.
 * @throws Error when a stylesheet asks for a font that no font package has
 */
export function loadAssets(urls: Urls): Assets {
  const assets = new Map<string, Asset>();
  const add = (name: string, body: Buffer) => {
    const type = TYPES[path.extname(name)];
    if (!type) throw new Error(`public/${name}: no media type is known for this kind of file.`);
    assets.set(name, { body, type, version: hash(body) });
  };
  const url = (name: string) => {
    const asset = assets.get(name);
    if (!asset) throw new RangeError(`There is no asset ${name}.`);
    return urls.asset(name, asset.version);
  };

  add("htmx.min.js", readFileSync(resolve("htmx.org/dist/htmx.min.js")));
  for (const name of readdirSync(PUBLIC).sort()) {
    const body = readFileSync(path.join(PUBLIC, name));
    add(name, name.endsWith(".css") ? withFonts(body.toString("utf8"), add, url) : body);
  }
  const version = hash(Buffer.from([...assets.values()].map((asset) => asset.version).join()));
  return { url, find: (name) => assets.get(name) ?? null, version };
}

/** Adds the fonts a stylesheet names and writes their versioned URLs into it. */
function withFonts(
  css: string,
  add: (name: string, body: Buffer) => void,
  url: (name: string) => string,
): Buffer {
  const versioned = css.replace(FONT_REFERENCE, (_, name: string) => {
    add(name, readFont(name));
    return `url("${url(name)}")`;
  });
  return Buffer.from(versioned);
}

function readFont(name: string): Buffer {
  const family = FONT_PACKAGES.find((it) => name.startsWith(`${path.basename(it)}-`));
  if (!family) throw new Error(`No font package has ${name}, which a stylesheet asks for.`);
  return readFileSync(resolve(`${family}/files/${name}`));
}

function hash(body: Buffer): string {
  return createHash("sha256").update(body).digest("base64url").slice(0, 12);
}
