import { describe, expect, test } from "vitest";
import { ConfigError, readConfig } from "../../src/config.ts";

describe("settings", () => {
  test("nothing needs to be set", () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 3000, databaseFile: "var/verbatim.db", seed: true });
  });

  test("an empty value counts as not set", () => {
    expect(readConfig({ PORT: "", VERBATIM_NAME: "" })).toEqual(readConfig({}));
  });

  test("a public URL loses its trailing slash", () => {
    expect(readConfig({ VERBATIM_PUBLIC_URL: "https://a.example/x/" }).publicUrl).toBe(
      "https://a.example/x",
    );
  });

  test.each([
    ["PORT", "http"],
    ["PORT", "70000"],
    ["PORT", "0x1F90"],
    ["PORT", "8e3"],
    ["PORT", "3000.0"],
    ["PORT", " 3000"],
    ["VERBATIM_SEARCH_WORKERS", "0b10"],
    ["VERBATIM_RATE_LIMIT", "-1"],
    ["VERBATIM_PUBLIC_URL", "javascript:alert(1)"],
    ["VERBATIM_PUBLIC_URL", "https://a.example/?page=1"],
    ["VERBATIM_PUBLIC_URL", "https://user:word@a.example"],
    ["VERBATIM_DB", ":memory:"],
    ["VERBATIM_SEED", "yes"],
    ["LOG_LEVEL", "loud"],
    ["VERBATIM_SEARCH_WORKERS", "0"],
  ])("%s=%s is refused by name and value", (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(`${name}=${JSON.stringify(value)}`);
  });

  test("a key that cannot be used is refused without being shown", () => {
    const read = () => readConfig({ MEILI_MASTER_KEY: "short-secret" });
    expect(read).toThrow("MEILI_MASTER_KEY=[hidden]");
    expect(read).not.toThrow("short-secret");
  });

  test("a key for a search server without the server is refused, instead of searching without it", () => {
    for (const name of ["MEILI_SEARCH_KEY", "MEILI_WRITE_KEY"]) {
      const read = () => readConfig({ [name]: "secret" });
      expect(read).toThrow(new RegExp(`${name}=\\[hidden\\]: MEILI_URL is not set`));
      expect(read).not.toThrow("secret");
    }
    const whole = {
      MEILI_URL: "http://localhost:7700",
      MEILI_SEARCH_KEY: "a",
      MEILI_WRITE_KEY: "b",
    };
    expect(readConfig(whole).meilisearch).toMatchObject({ searchKey: "a", writeKey: "b" });
  });

  test("a search server on another machine needs both keys, unless they are about to be made", () => {
    const MEILI_URL = "http://search.example:7700";
    expect(() => readConfig({ MEILI_URL })).toThrow(
      /MEILI_SEARCH_KEY="": It is not set.*meili-keys[\s\S]*MEILI_WRITE_KEY/,
    );
    expect(() => readConfig({ MEILI_URL, MEILI_SEARCH_KEY: "a" })).toThrow("MEILI_WRITE_KEY=");
    const keys = { MEILI_SEARCH_KEY: "a", MEILI_WRITE_KEY: "b" };
    for (const enough of [keys, { MEILI_MASTER_KEY: "sixteen characters" }]) {
      expect(readConfig({ MEILI_URL, ...enough }).meilisearch?.url).toBe(MEILI_URL);
    }
    expect(readConfig({ MEILI_URL: "http://127.0.0.1:7700" }).meilisearch).not.toBeNull();
  });

  test("all bad settings are named at once", () => {
    expect(() => readConfig({ PORT: "x", LOG_LEVEL: "loud" })).toThrow(/PORT[\s\S]*LOG_LEVEL/);
  });
});
