/** The views themselves: nothing unescaped, no logic of their own, nothing that the security policy refuses. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { pageFrame, siteFrame } from "../../src/web/page-models/frame.ts";
import { createRender } from "../../src/web/render.ts";
import { createUrls } from "../../src/web/urls.ts";

const VIEWS = path.resolve(import.meta.dirname, "../../views");
const files = readdirSync(VIEWS, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".ejs"),
);
const read = (file: string) => readFileSync(path.join(VIEWS, file), "utf8");

/** What may be printed as it is: another view, and markup that `src/cite` has escaped itself. */
const RAW = /<%-\s*(part\(|frame\.metadata\.jsonLd|citation\.html|citation\.inText\.html)/;

describe.each(files)("views/%s", (file) => {
  test("escapes whatever it prints", () => {
    const raw = [...read(file).matchAll(/<%-[^%]*/g)].map(([tag]) => tag);
    expect(raw.filter((tag) => !RAW.test(tag))).toEqual([]);
  });

  test("has no inline script, style or handler", () => {
    const inline =
      /<script(?![^>]*(?:src=|ld\+json))|<style|\sstyle=|\son[a-z]+=|hx-on|hx-vals|js:/i;
    expect(read(file)).not.toMatch(inline);
  });
});

describe("a rendered page", () => {
  const urls = createUrls("https://archive.example");
  const site = siteFrame(`<b>"A & B"</b>`, urls, (name) => `/assets/${name}`);
  const hostile = `<script>alert("x")</script>`;

  test("shows hostile text as text, in elements and attributes alike", () => {
    const html = createRender(site)(
      "pages/error",
      pageFrame({ title: hostile, q: hostile, description: hostile }),
      { status: 404, title: hostile, message: hostile, hint: hostile },
    );
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain("<b>");
    expect(html).toContain("&lt;script&gt;");
  });

  test("names the section it belongs to in the navigation", () => {
    const html = createRender(site)("pages/error", pageFrame({ section: "years" }), {
      status: 404,
      title: "t",
      message: "t",
      hint: null,
    });
    expect(html).toContain('<a href="/years" aria-current="page">');
  });
});
