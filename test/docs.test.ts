import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { SETTINGS } from "../src/config.ts";
import { FAULT_KINDS } from "../src/search/external/fault.ts";

const ROOT = path.resolve(import.meta.dirname, "..");
const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
/** Tables may be padded. */
const unpadded = (text: string) => text.replace(/ {2,}/g, " ");

/** The default as the docs write it. */
function shownDefault(name: keyof typeof SETTINGS): string {
  const value: unknown = SETTINGS[name].safeParse(undefined).data;
  if (value === undefined) return "";
  return typeof value === "boolean" ? (value ? "on" : "off") : String(value);
}

describe("docs/configuration.md and .env.example", () => {
  test.each(Object.keys(SETTINGS) as (keyof typeof SETTINGS)[])(
    "%s is documented as it is",
    (name) => {
      const value = shownDefault(name);
      const row = `| \`${name}\` | ${value === "" ? "—" : `\`${value}\``} | ${SETTINGS[name].description} |`;
      expect(unpadded(read("docs/configuration.md"))).toContain(row);
      expect(read(".env.example")).toContain(
        `# ${SETTINGS[name].description}\n# ${name}=${value}\n`,
      );
    },
  );

  test("nothing is documented that is not a setting", () => {
    const documented = [...read("docs/configuration.md").matchAll(/^\| `([A-Z_]+)` +\|/gm)];
    expect(documented.map((match) => match[1])).toEqual(Object.keys(SETTINGS));
  });
});

test("docs/operations.md tells each kind of fault of the search server, and no other", () => {
  const [, table = ""] =
    /### Faults of the search server\n([\s\S]*?)\n## /.exec(read("docs/operations.md")) ?? [];
  const told = [...table.matchAll(/^\| `(\w+)` \| [^|]+ \|/gm)].map((match) => match[1]);
  expect(told.slice(1)).toEqual(FAULT_KINDS);
});

test("docs/operations.md tells that another program at MEILI_URL refuses requests too, and not a proxy only", () => {
  const [row = ""] = /^\| `http_4xx` .*$/m.exec(read("docs/operations.md")) ?? [];
  expect(row).toMatch(/`MEILI_URL` lead to another program/);
  expect(row).toContain("proxy");
});

describe("the documents", () => {
  const pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].concat(
    readdirSync(path.join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".md"))
      .map((file) => `docs/${file.replaceAll("\\", "/")}`),
  );

  test.each(pages)("%s links only to files that exist", (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(
      (match) => match[1] ?? "",
    );
    for (const link of links) {
      expect(
        () => readFileSync(path.join(ROOT, path.dirname(page), link)),
        `${page} → ${link}`,
      ).not.toThrow();
    }
  });

  test("the README names the commands, and they are in package.json", () => {
    const scripts = JSON.parse(read("package.json")).scripts;
    const named = [
      ...read("README.md").matchAll(/npm (?:run )?(start|test|bench|verbatim|eval:[a-z]+)/g),
    ];
    const names = new Set(named.map((match) => match[1] ?? ""));
    expect(names).toContain("start");
    expect(names).toContain("test");
    for (const name of names) expect(scripts).toHaveProperty([name]);
  });

  test("the README's map of src names every file and folder at its top", () => {
    const map = /## The map of `src`\s+```\n([\s\S]*?)```/.exec(read("README.md"))?.[1] ?? "";
    const named = [...map.matchAll(/^(\S+?)\/?\s/gm)].map((match) => match[1]);
    expect(named.toSorted()).toEqual(readdirSync(path.join(ROOT, "src")).toSorted());
  });

  test("decision notes are numbered without gaps", () => {
    const numbers = readdirSync(path.join(ROOT, "docs/decisions"))
      .filter((file) => /^\d{4}-.*\.md$/.test(file))
      .map((file) => Number(file.slice(0, 4)))
      .sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});
