/** From the fields of an input to the facts of an address, each checked; what has no name here is kept as `extra`. */
import type { AddressFacts, Source } from "../domain/address.ts";
import { readCountry } from "../domain/country.ts";
import { type PartialDate, parsePartialDate, precisionOf } from "../domain/partial-date.ts";
import { foldWhiteSpace } from "../text/fold.ts";
import { checkText } from "./formats/check-text.ts";
import { ImportError } from "./import-error.ts";
import { withoutTurning } from "./mend-title.ts";

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

/** UTF-16 units that facts may have which stand in page addresses and identities; headlines have some hundreds. */
const LONGEST: Partial<Record<FieldName, number>> = { title: 1000, id: 1000 };

/** What the fields say; a title and a language may still be wanting. */
export type ReadFacts = {
  /** The title as it was received, white space and all; null where there is none. */
  titleReceived: string | null;
  facts: Omit<AddressFacts, "title" | "lang"> & { title: string | null; lang: string | null };
  source: Source;
  /** `auto`, or how many of the first sentences are an agency's lead; null where nothing is said. */
  lead: "auto" | number | null;
  /** Facts other than the title from which marks were taken that turn text around, by the names of their fields. */
  turning: string[];
};

/** Where a field stands that was read from elsewhere than the input itself: file and line; else empty. */
export type PlaceOf = (fields: Fields, key: string) => string;

/**
 * Reads the fields of one address.
 * @param layers the input's own fields first, then those that fill its gaps (a sidecar, the options)
 * @throws ImportError naming the field, its value and what it takes, at the place that `placeOf` tells
 */
export function readFacts(layers: readonly Fields[], placeOf: PlaceOf = () => ""): ReadFacts {
  const used = layers.map(() => new Set<string>());
  const turning: string[] = [];
  const read = <T>(name: FieldName, check: (written: string | null) => T): T => {
    const found = findField(layers, name, used);
    if (found && name !== "title" && hasTurning(found)) turning.push(found.key);
    return readField(found, name, check, placeOf);
  };
  const take = (name: FieldName) => read(name, (written) => written);
  const given = findField(layers, "title", used);
  const date = read("date", readDate);
  const facts = {
    title: take("title"),
    date: read("datePrecision", (precision) => cutDate(date, precision)),
    speaker: take("speaker"),
    speakerOffice: take("office"),
    speakerCountry: read("country", readCountryField),
    occasion: take("occasion"),
    place: take("place"),
    collection: take("collection"),
    lang: read("lang", readLanguage),
    completenessNote: take("completenessNote"),
  };
  const source = {
    publisher: take("publisher"),
    url: read("url", (url) => readUrl(url, "source_url")),
    archivedUrl: read("archivedUrl", (url) => readUrl(url, "archived_url")),
    retrievedOn: read("retrievedOn", readDay),
    nativeId: take("id"),
    licence: take("licence"),
  };
  const lead = read("lead", readLead);
  const titleReceived = given === null ? null : String(given.fields[given.key]);
  const extra = extraFields(layers, used);
  return { titleReceived, facts, source: { ...source, extra }, lead, turning };
}

function hasTurning({ fields, key }: NonNullable<FoundField>): boolean {
  const written = String(fields[key]);
  return withoutTurning(written) !== written;
}

/** The fields that no fact has a name for, by their names. */
export function unknownFields(fields: Fields): string[] {
  return Object.keys(fields).filter((key) => !KNOWN.has(key));
}

/** A name of a fact in all its spellings: as fields are spelled, and as options are. */
function spellings(name: FieldName): string[] {
  return FIELD_NAMES[name].flatMap((key) =>
    key.includes("_") ? [key, key.replaceAll("_", "-")] : [key],
  );
}

const KNOWN = new Set((Object.keys(FIELD_NAMES) as FieldName[]).flatMap(spellings));

type FoundField = { fields: Fields; key: string } | null;

/** The first layer and name that hold something. There that name is used up; in the layers below, all of them. */
function findField(
  layers: readonly Fields[],
  name: FieldName,
  used: readonly Set<string>[],
): FoundField {
  const names = spellings(name);
  for (const [layer, fields] of layers.entries()) {
    const key = names.find((one) => Object.hasOwn(fields, one) && !isEmpty(fields[one]));
    if (key === undefined) continue;
    used[layer]?.add(key);
    for (const below of used.slice(layer + 1)) for (const other of names) below.add(other);
    return { fields, key };
  }
  return null;
}

/** Checks what a field says; what is wrong with it is told with the place where it stands. */
function readField<T>(
  found: FoundField,
  name: FieldName,
  check: (written: string | null) => T,
  placeOf: PlaceOf,
): T {
  if (found === null) return check(null);
  const { fields, key } = found;
  try {
    const written = readScalar(fields[key], key);
    requireLength(String(fields[key]), key, LONGEST[name]);
    return check(written);
  } catch (error) {
    throw error instanceof ImportError ? error.at(placeOf(fields, key)) : error;
  }
}

/** White space counts: titles are worked on as they were received. */
function requireLength(written: string, key: string, longest: number | undefined): void {
  if (longest === undefined || written.length <= longest) return;
  throw new ImportError(
    `The field ${key} has ${written.length} characters: ${JSON.stringify(`${written.slice(0, 60)}…`)}.`,
    `It takes at most ${longest}. Shorten it; if it is the text, give it as that.`,
  );
}

function readScalar(value: unknown, key: string): string | null {
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
  const text = foldWhiteSpace(withoutTurning(value));
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
  return (
    value === null || value === undefined || (typeof value === "string" && value.trim() === "")
  );
}

function readDate(written: string | null): PartialDate {
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
  return date;
}

function cutDate(date: PartialDate, precision: string | null): PartialDate {
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
