import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const SRC = path.resolve(import.meta.dirname, "../src");

/** What each room may import from, besides itself and packages. */
const MAY_IMPORT: Record<string, string[]> = {
  domain: [],
  text: ["domain"],
  store: ["domain", "text"],
  search: ["domain", "text", "store"],
  import: ["domain", "text", "store"],
  tagging: ["domain", "text", "store"],
  cite: ["domain", "text"],
  web: ["domain", "text", "store", "search", "import", "cite"],
};

/** The same for the rooms of `search`; what stands before their doors is open to all. */
const SEARCH_MAY_IMPORT: Record<string, string[]> = {
  query: [],
  meant: ["query"],
  external: [],
  fts5: ["query"],
  meilisearch: ["query", "external"],
};

/** Packages that only one room may touch. */
const ONLY_IN: Record<string, RegExp> = {
  "better-sqlite3": /^(store|search\/fts5)\//,
  meilisearch: /^search\/meilisearch\//,
  express: /^web\//,
  ejs: /^web\//,
  commander: /^cli/,
};

type Import = { from: string; to: string; typeOnly: boolean };

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts"));

const imports: Import[] = files.flatMap((file) =>
  [
    ...readFileSync(path.join(SRC, file), "utf8").matchAll(
      /^(?:import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"/gm,
    ),
  ].map((match) => ({ from: file, to: match[2] ?? "", typeOnly: match[1] !== undefined })),
);

function roomOf(file: string): string {
  return file.includes("/") ? (file.split("/")[0] ?? "") : "";
}

/** Of `search`; empty for what stands in none of its rooms. */
function roomOfSearch(file: string): string {
  const [, room = ""] = /^search\/([^/]+)\//.exec(file) ?? [];
  return room;
}

function target({ from, to }: Import): string {
  return path.posix.join(path.posix.dirname(from), to);
}

const local = imports.filter(({ to }) => to.startsWith("."));
const packages = imports.filter(({ to }) => !to.startsWith(".") && !to.startsWith("node:"));

describe("dependencies point one way", () => {
  test.each(Object.keys(MAY_IMPORT))("%s imports only from the rooms below it", (room) => {
    const wrong = local.filter((edge) => {
      const to = roomOf(target(edge));
      return roomOf(edge.from) === room && to !== room && !MAY_IMPORT[room]?.includes(to);
    });
    expect(wrong).toEqual([]);
  });

  test.each(Object.keys(SEARCH_MAY_IMPORT))(
    "search/%s imports only from the rooms below it",
    (room) => {
      const wrong = local.filter((edge) => {
        const to = roomOfSearch(target(edge));
        const isOther = to !== "" && to !== room;
        return (
          roomOfSearch(edge.from) === room && isOther && !SEARCH_MAY_IMPORT[room]?.includes(to)
        );
      });
      expect(wrong).toEqual([]);
    },
  );

  test.each([
    ["src", roomOf, MAY_IMPORT],
    ["src/search", roomOfSearch, SEARCH_MAY_IMPORT],
  ])("every folder of %s has its place in the order", (_, roomIn, order) => {
    const rooms = new Set(files.map(roomIn).filter((room) => room !== ""));
    expect([...rooms].sort()).toEqual(Object.keys(order).sort());
  });

  test("the web never reaches for an engine's adapter, nor for SQL", () => {
    const wrong = local.filter(
      (edge) => roomOf(edge.from) === "web" && /^search\/(fts5|meilisearch)\//.test(target(edge)),
    );
    expect(wrong).toEqual([]);
  });

  test("domain and text do no input or output", () => {
    const effects = imports.filter(
      ({ from, to }) =>
        /^(domain|text)\//.test(from) &&
        /^node:(?!crypto|zlib|url)|^(express|better-sqlite3|pino)/.test(to),
    );
    expect(effects).toEqual([]);
  });

  test.each(Object.entries(ONLY_IN))("%s is used in its own room only", (name, place) => {
    const wrong = packages.filter(
      ({ from, to, typeOnly }) =>
        !typeOnly &&
        (to === name || to.startsWith(`${name}/`)) &&
        !place.test(from) &&
        from !== "context.ts",
    );
    expect(wrong).toEqual([]);
  });

  test("only config.ts reads the environment", () => {
    const readers = files.filter(
      (file) =>
        file !== "config.ts" &&
        /process\.env(?!\.\w+ = )/.test(readFileSync(path.join(SRC, file), "utf8")),
    );
    expect(readers).toEqual([]);
  });
});
