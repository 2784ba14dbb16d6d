import { describe, expect, test } from "vitest";
import {
  allCountryCodes,
  countryName,
  formerState,
  formerStatesOf,
  isCountryCode,
  readCountry,
} from "../../src/domain/country.ts";

describe("names of countries", () => {
  test("are the plain ones a reader expects", () => {
    const codes = ["TR", "GB", "US", "CI", "CZ", "PS", "VA", "BA", "LC"];
    expect(codes.map((code) => countryName(code))).toEqual([
      "Türkiye",
      "United Kingdom",
      "United States",
      "Côte d’Ivoire",
      "Czechia",
      "Palestine",
      "Holy See",
      "Bosnia and Herzegovina",
      "Saint Lucia",
    ]);
  });

  test("are given in the reader's language, for former states too", () => {
    expect(countryName("DE", "uk")).toBe("Німеччина");
    expect(countryName("DE", "fr")).toBe("Allemagne");
    expect(countryName("SUHH")).toBe("Soviet Union");
    expect(countryName("SUHH", "uk")).toBe("Радянський Союз");
  });

  test("exist for every code, and a code that is none is returned as it came", () => {
    for (const code of allCountryCodes()) expect(countryName(code), code).not.toBe(code);
    expect(countryName("ZZ")).toBe("ZZ");
  });
});

describe("former states", () => {
  test("keep a code of their own and are linked to what followed them, both ways", () => {
    expect(formerState("CSHH")).toEqual({
      name: "Czechoslovakia",
      from: 1918,
      to: 1992,
      successors: ["CZ", "SK"],
    });
    expect(formerStatesOf("UA")).toEqual(["SUHH"]);
    expect(formerStatesOf("RS")).toEqual(["CSXX", "YUCS"]);
    expect(formerStatesOf("FR")).toEqual([]);
    expect(formerState("FR")).toBeNull();
  });

  test("lead only to codes that exist", () => {
    for (const code of allCountryCodes()) {
      for (const next of formerState(code)?.successors ?? [])
        expect(isCountryCode(next)).toBe(true);
    }
  });
});

describe("reading a country", () => {
  test.each([
    ["ua", "UA"],
    ["UKR", "UA"],
    [" gbr ", "GB"],
    ["uk", "GB"],
    ["U.S.A.", "US"],
    ["the United Kingdom", "GB"],
    ["türkiye", "TR"],
    ["Turkey", "TR"],
    ["Viet Nam", "VN"],
    ["Côte d'Ivoire", "CI"],
    ["Cote d’Ivoire", "CI"],
    ["Bosnia & Herzegovina", "BA"],
    ["Lao People's Democratic Republic", "LA"],
    ["SUN", "SUHH"],
    ["YUG", "YUCS"],
    ["CSK", "CSHH"],
    ["DDR", "DDDE"],
    ["SCG", "CSXX"],
    ["YMD", "YDYE"],
    ["suhh", "SUHH"],
    ["USSR", "SUHH"],
    ["ZAR", "CD"],
    ["XKX", "XK"],
  ])("%s is %s", (written, code) => {
    expect(readCountry(written)).toBe(code);
  });

  test("what names no country is null", () => {
    for (const written of ["", " ", "Atlantis", "EU", "constructor", "__proto__", "123"]) {
      expect(readCountry(written), written).toBeNull();
    }
  });

  test("every code and every name reads back as its code", () => {
    for (const code of allCountryCodes()) {
      expect(readCountry(code)).toBe(code);
      expect(readCountry(countryName(code)), countryName(code)).toBe(code);
    }
  });
});
