/** From the fields of an input to the facts of an address, each checked; what has no name here is kept as `extra`. */
import type { AddressFacts, Source } from "../domain/address.ts";
import { readCountry } from "../domain/country.ts";
import { type PartialDate, parsePartialDate, precisionOf } from "../domain/partial-date.ts";
import { foldWhiteSpace } from "../text/fold.ts";
import { checkText } from "./formats/check-text.ts";
import { ImportError } from "./import-error.ts";

/** Fields as an input has them, by the names of docs/importing.md. */
export type Fields = Record<string, unknown>;

/** Names under which a fact may stand, the first that says something wins. */
export const FIELD_NAMES = {
  id: ["id"],
  title: ["title"],
  date: ["date"],
  datePrecision: ["date_precision"],
  speaker: ["speaker"],
  office: ["office", "speaker_office", "speaker_role"],
  country: ["speaker_country", "country"],
  occasion: ["occasion"],
  place: ["place"],
  collection: ["collection"],
  lang: ["lang", "language"],
  completenessNote: ["completeness_note"],
  publisher: ["publisher"],
  url: ["source_url", "url"],
  archivedUrl: ["archived_url"],
  retrievedOn: ["retrieved_on"],
  licence: ["licence", "license"],
  lead: ["lead"],
} as const;
type FieldName = keyof typeof FIELD_NAMES;

/** What the fields say; a title and a language may still be wanting. */
export type ReadFacts = {
  facts: Omit<AddressFacts, "title" | "lang"> & { title: string | null; lang: string | null };
  source: Source;
  /** `auto`, or how many of the first sentences are an agency's lead; null where nothing is said. */
  lead: "auto" | number | null;
};

/**
 * Reads the fields of one address.
 * @param layers the input's own fields first, then those that fill its gaps (a sidecar, the options)
 * @throws ImportError naming the field, its value and what it takes
 */
export function readFacts(layers: readonly Fields[]): ReadFacts {
  const used = layers.map(() => new Set<string>(["text"]));
  const take = (name: FieldName): string | null => takeField(layers, name, used);
  const facts = {
    title: take("title"),
    date: readDate(take("date"), take("datePrecision")),
    speaker: take("speaker"),
    speakerOffice: take("office"),
    speakerCountry: readCountryField(take("country")),
    occasion: take("occasion"),
    place: take("place"),
    collection: take("collection"),
    lang: readLanguage(take("lang")),
    completenessNote: take("completenessNote"),
  };
  const source = {
    publisher: take("publisher"),
    url: readUrl(take("url"), "source_url"),
    archivedUrl: readUrl(take("archivedUrl"), "archived_url"),
    retrievedOn: readDay(take("retrievedOn")),
    nativeId: take("id"),
    licence: take("licence"),
  };
  const lead = readLead(take("lead"));
  return { facts, source: { ...source, extra: extraFields(layers, used) }, lead };
}

/** The first layer and name that hold something. There that name is used up; in the layers below, all of them. */
function takeField(
  layers: readonly Fields[],
  name: FieldName,
  used: readonly Set<string>[],
): string | null {
  const names: readonly string[] = FIELD_NAMES[name];
  for (const [layer, fields] of layers.entries()) {
    for (const key of names) {
      const value = Object.hasOwn(fields, key) ? readScalar(fields[key], key) : null;
      if (value === null) continue;
      used[layer]?.add(key);
      for (const below of used.slice(layer + 1)) for (const other of names) below.add(other);
      return value;
    }
  }
  return null;
}

function readScalar(value: unknown, key: string): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" && Number.isFinite(value)) {
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
      throw new ImportError(
        `The field ${key} is a number too long to be kept exactly (${value}).`,
        "Put it in quotation marks.",
      );
    }
    return String(value);
  }
  if (typeof value !== "string") {
    throw new ImportError(
      `The field ${key} is ${JSON.stringify(value)?.slice(0, 60)}.`,
      "It takes one text.",
    );
  }
  const text = foldWhiteSpace(value);
  checkText(text, key);
  return text === "" ? null : text;
}

/** Everything that no fact was taken from, as it came; empty values say nothing and go. */
function extraFields(layers: readonly Fields[], used: readonly ReadonlySet<string>[]): Fields {
  const extra = layers.flatMap((fields, layer) =>
    Object.entries(fields).filter(([key, value]) => !used[layer]?.has(key) && !isEmpty(value)),
  );
  return Object.fromEntries(extra.reverse());
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === "string" && value.trim() === "");
}

function readDate(written: string | null, precision: string | null): PartialDate {
  if (written === null) {
    throw new ImportError(
      "The date is missing.",
      "Give the field date, or --date 2022-09-28 (a month or a year will do).",
    );
  }
  const date = parsePartialDate(written);
  if (date === null) {
    throw new ImportError(
      `The date ${JSON.stringify(written)} is not one.`,
      "Write it as 2022-09-28, 2022-09 or 2022.",
    );
  }
  if (precision === null || precision === precisionOf(date)) return date;
  const length = { year: 4, month: 7 }[precision];
  if (length === undefined || length > date.length) {
    throw new ImportError(
      `The field date_precision is ${JSON.stringify(precision)}, the date ${date}.`,
      "It takes year, month or day, and no more than the date has.",
    );
  }
  return date.slice(0, length) as PartialDate;
}

function readDay(written: string | null): string | null {
  if (written === null) return null;
  const date = parsePartialDate(written);
  if (date === null || precisionOf(date) !== "day") {
    throw new ImportError(
      `The field retrieved_on is ${JSON.stringify(written)}.`,
      "It takes a day, e.g. 2022-09-29.",
    );
  }
  return date;
}

function readCountryField(written: string | null): string | null {
  if (written === null) return null;
  const country = readCountry(written);
  if (country === null) {
    throw new ImportError(
      `The country ${JSON.stringify(written)} is unknown.`,
      "Give its ISO 3166 code (UA, UKR, SUHH) or its English name.",
    );
  }
  return country;
}

const LANGUAGES = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

function readLanguage(written: string | null): string | null {
  if (written === null) return null;
  try {
    const [lang] = Intl.getCanonicalLocales(written.replaceAll("_", "-"));
    if (lang !== undefined && LANGUAGES.of(lang) !== undefined) return lang;
  } catch {
    // Not even the form of a language tag; told below with the others.
  }
  throw new ImportError(
    `The language ${JSON.stringify(written)} is unknown.`,
    "Give its code, e.g. en, uk or pt-BR.",
  );
}

function readUrl(written: string | null, key: string): string | null {
  if (written === null) return null;
  const protocol = URL.canParse(written) ? new URL(written).protocol : "";
  if (protocol !== "https:" && protocol !== "http:") {
    throw new ImportError(
      `The field ${key} is ${JSON.stringify(written)}.`,
      "It takes a web address that begins with https:// or http://.",
    );
  }
  return written;
}

/**
 * Reads how much of a text is an agency's lead: `auto`, `none`, or a number of sentences.
 * @throws ImportError when it is none of these
 */
function readLead(written: string | null): "auto" | number | null {
  if (written === null) return null;
  if (written === "auto") return "auto";
  if (written === "none") return 0;
  if (/^\d{1,3}$/.test(written)) return Number(written);
  throw new ImportError(
    `The lead is ${JSON.stringify(written)}.`,
    "It takes auto, none, or how many of the first sentences it has.",
  );
}
