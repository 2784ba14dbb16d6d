/** Names of facet values: what people call a slug or code, and which of them a typed name means. */
import { allCountryCodes, countryAliases, countryName, readCountry } from "../domain/country.ts";
import {
  allOrganisations,
  organisationAliases,
  organisationName,
  readOrganisation,
} from "../domain/organisation.ts";
import type { AddressReader } from "../store/records.ts";
import { americanSpelling } from "../text/american-spelling.ts";
import { type Named, nearestNames } from "../text/near-names.ts";
import { tokenize } from "../text/tokens.ts";
import type { Taxonomy } from "../text/topics/taxonomy.ts";
import type { FieldResolver } from "./query/fields.ts";
import type { FacetField } from "./query/syntax.ts";
import type { FacetGroup } from "./search-index.ts";

/** Languages in which a language may be named in a query; labels are in the first. */
const LOCALES = ["en", "uk"];
/** More than there are countries and languages; anything may be asked for in a URL. */
const MOST_KEPT = 2_000;
/** A name, or a part of one, that fits more values than these means none of them. */
export const MOST_MEANT = 8;

export type Names = {
  /** A value's name in English, or the value itself. */
  label: (group: FacetGroup, value: string) => string;
  resolve: FieldResolver;
  /** Whether this is a slug or code as the archive writes it. */
  has: (group: FacetField, value: string) => boolean;
  /** The values that a misspelled one may be meant for, the likeliest first; none where these are too many. */
  near: (group: FacetField, typed: string) => string[];
  /** Slugs of the speakers in whose name all these folded words stand; none where they are too many. */
  speakersOf: (words: readonly string[]) => string[];
};

/** Reads the names of an archive; good for one version of it. */
export function readNames(reader: AddressReader, taxonomy: Taxonomy): Names {
  const speakers = reader.speakerNames();
  const collections = reader.collectionTitles();
  const { languages } = reader.summary();
  const topics = new Map(taxonomy.topics.map((topic) => [topic.slug, topic.labels]));
  const named: Record<"topic" | "speaker" | "collection" | "lang", Named[]> = {
    topic: taxonomy.topics.map(({ slug, labels, aliases }) =>
      withNames(slug, [...Object.values(labels), ...aliases]),
    ),
    speaker: [...speakers].map(([slug, name]) => withNames(slug, [name])),
    collection: [...collections].map(([slug, title]) => withNames(slug, [title])),
    lang: languages.map((lang) => withNames(lang, languageNames(lang))),
  };
  let held: Named[] | undefined;
  /** Tagged by another taxonomy than this program was started with; read when a query first needs them. */
  const heldTopics = () => {
    held ??= reader
      .heldTopics()
      .filter((slug) => !topics.has(slug))
      .map((slug) => withNames(slug, [slug]));
    return held;
  };
  /** All there are of a group, in the form in which a query is compared with them. */
  const pool = (field: FacetField) => {
    if (field === "country") return countriesAndAliases();
    if (field === "organisation") return namedOrganisations();
    return field === "topic" ? [...named.topic, ...heldTopics()] : named[field];
  };
  return {
    label: createLabel({ topics, speakers, collections }),
    has(group, value) {
      if (group === "country") return readCountry(value) === value;
      if (group === "organisation") return readOrganisation(value) === value;
      if (group === "lang") return languages.includes(value);
      if (group === "topic") return topics.has(value) || isAmong(heldTopics(), value);
      return { speaker: speakers, collection: collections }[group].has(value);
    },
    resolve(field, typed) {
      if (field === "country") return readOr(readCountry, namedCountries, typed);
      if (field === "organisation") return readOr(readOrganisation, namedOrganisations, typed);
      const ofAnother = field === "topic" && !topics.has(typed) ? heldTopics() : [];
      return valuesNamed([...named[field], ...ofAnother], typed);
    },
    near: (field, typed) => notTooMany(nearestNames(foldedWords(typed), pool(field))),
    speakersOf: createSpeakersOf(named.speaker),
  };
}

type Labels = {
  topics: ReadonlyMap<string, Record<string, string>>;
  speakers: ReadonlyMap<string, string>;
  collections: ReadonlyMap<string, string>;
};

function createLabel({ topics, speakers, collections }: Labels): Names["label"] {
  const countries = new Map<string, string>();
  const languages = new Map<string, string>();
  return (group, value) => {
    if (group === "topic") return topics.get(value)?.en ?? value;
    if (group === "speaker") return speakers.get(value) ?? value;
    if (group === "collection") return collections.get(value) ?? value;
    if (group === "year") return value;
    if (group === "organisation") return organisationName(value);
    return group === "country"
      ? keptOr(countries, value, countryName)
      : keptOr(languages, value, languageName);
  };
}

function notTooMany(values: string[]): string[] {
  return values.length > MOST_MEANT ? [] : values;
}

/** Every run of words of a question may be a name: looked up by word rather than in all names. */
function createSpeakersOf(speakers: readonly Named[]): Names["speakersOf"] {
  let byWord: Map<string, Set<string>> | undefined;
  const read = () => {
    const slugs = new Map<string, Set<string>>();
    for (const { value, names } of speakers) {
      for (const word of names.flat()) slugs.set(word, (slugs.get(word) ?? new Set()).add(value));
    }
    return slugs;
  };
  return (words) => {
    byWord ??= read();
    const index = byWord;
    const [first, ...others] = words.map((word) => index.get(americanSpelling(word)));
    return notTooMany([...(first ?? [])].filter((slug) => others.every((set) => set?.has(slug))));
  };
}

function isAmong(all: readonly Named[], wanted: string): boolean {
  return all.some(({ value }) => value === wanted);
}

let knownCountries: Named[] | undefined;

/** All countries by their names in `LOCALES`; made when a query first needs them. */
function namedCountries(): Named[] {
  knownCountries ??= allCountryCodes().map((code) =>
    withNames(
      code,
      LOCALES.map((locale) => countryName(code, locale)),
    ),
  );
  return knownCountries;
}

let knownAliases: Named[] | undefined;

/** All countries by whatever names they are read from; for what is misspelled, since a part of such a name means none. */
function countriesAndAliases(): Named[] {
  knownAliases ??= namedCountries().map(({ value, names }) => ({
    value,
    names: [...names, ...withNames(value, countryAliases(value)).names],
  }));
  return knownAliases;
}

let knownOrganisations: Named[] | undefined;

/** All organisations by their names and abbreviations; made when a query first needs them. */
function namedOrganisations(): Named[] {
  knownOrganisations ??= allOrganisations().map((slug) =>
    withNames(
      slug,
      LOCALES.flatMap((locale) => [
        organisationName(slug, locale),
        ...organisationAliases(slug, locale),
      ]),
    ),
  );
  return knownOrganisations;
}

/** What a full name or code means, else what a part of a name does. */
function readOr(
  read: (typed: string) => string | null,
  all: () => Named[],
  typed: string,
): string[] {
  const value = read(typed);
  return value === null ? valuesNamed(all(), typed) : [value];
}

/** Asking the system what a code is called takes a hundred times what looking it up takes. */
function keptOr(kept: Map<string, string>, code: string, nameOf: (code: string) => string): string {
  const known = kept.get(code);
  if (known !== undefined) return known;
  const name = nameOf(code);
  if (kept.size < MOST_KEPT) kept.set(code, name);
  return name;
}

function languageName(lang: string): string {
  return languageNames(lang)[0] ?? lang;
}

function withNames(value: string, names: readonly string[]): Named {
  return { value, names: names.map(foldedWords) };
}

/** Labour and labor are one name; spelling of other languages is hardly ever touched, and then on both sides. */
function foldedWords(name: string): string[] {
  return tokenize(name).map((token) => americanSpelling(token.folded));
}

/** The value itself, else those with just this name, with these words in a name, with words that begin so. */
function valuesNamed(all: readonly Named[], typed: string): string[] {
  const exact = all.filter(({ value }) => value.toLowerCase() === typed.toLowerCase());
  if (exact.length > 0) return exact.map(({ value }) => value);
  const words = foldedWords(typed);
  if (words.length === 0) return [];
  const fits = [
    (name: string[]) => name.join(" ") === words.join(" "),
    (name: string[]) => words.every((word) => name.includes(word)),
    (name: string[]) => words.every((word) => name.some((part) => part.startsWith(word))),
  ];
  for (const fit of fits) {
    const found = all.filter(({ names }) => names.some(fit));
    if (found.length > 0) return found.map(({ value }) => value);
  }
  return [];
}

const displayNames = LOCALES.map((locale) => new Intl.DisplayNames([locale], { type: "language" }));

/** A language in the languages of `LOCALES`, then in its own. */
function languageNames(lang: string): string[] {
  try {
    const own = new Intl.DisplayNames([lang], { type: "language" });
    return [...displayNames, own].map((names) => names.of(lang) ?? lang);
  } catch {
    return [lang]; // not a well-formed tag: it is its own name
  }
}
