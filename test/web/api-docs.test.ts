import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { openApiDocument } from "../../src/web/openapi.ts";
import { PARAMETER_LIMITS } from "../../src/web/parameters.ts";
import { DEFAULT_PAGE_SIZE, PARAGRAPH_FILES } from "../../src/web/urls.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const docs = readFileSync(path.join(ROOT, "docs/api.md"), "utf8");
const description = openApiDocument("verbatim", "https://archive.example", "1");

describe("docs/api.md", () => {
  it("names every path and every parameter of the API", () => {
    for (const [route, { get }] of Object.entries(description.paths ?? {})) {
      expect(docs).toContain(`GET ${route}`);
      for (const parameter of get?.parameters ?? []) {
        if ("name" in parameter)
          expect(docs).toMatch(new RegExp(`[\`?{]${parameter.name}[\`=}]`, "u"));
      }
    }
  });

  it("names every format of a paragraph's file", () => {
    for (const format of PARAGRAPH_FILES) expect(docs).toContain(`.${format}\``);
  });

  it("names every code that the site answers an error with", () => {
    const folder = path.join(ROOT, "src/web");
    const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFileSync(path.join(folder, name), "utf8"));
    const thrown = sources.flatMap((source) => [
      ...source.matchAll(/new HttpError\(\s*(\d{3}|status),\s*"([a-z_]+)"/gu),
    ]);
    expect(thrown.length).toBeGreaterThan(10);
    for (const [, status, code] of thrown) {
      const row = new RegExp(
        `^\\| ${status === "status" ? "[45]\\d\\d" : status} +\\|.*\`${code}\``,
        "mu",
      );
      expect(docs).toMatch(row);
    }
  });

  it("gives the limits as they are", () => {
    expect(docs).toContain(`up to ${PARAMETER_LIMITS.query.toLocaleString("en")} characters`);
    expect(docs).toContain(
      `${DEFAULT_PAGE_SIZE} hits a page unless given, at most ${PARAMETER_LIMITS.pageSize}`,
    );
    expect(docs).toContain(`at most ${PARAMETER_LIMITS.values} of each`);
  });
});
