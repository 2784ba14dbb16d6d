/**
 * International organisations by slug (`un`, `nato`). One that is no more keeps its own slug and is
 * linked to what followed it, never merged into it.
 */
import { foldName } from "./fold-name.ts";
import { ORGANISATIONS } from "./organisations.ts";

const BY_SLUG = new Map(ORGANISATIONS.map((record) => [record.slug, record]));

/** An organisation that is no more: its years, both included, and the slugs of what followed it. */
export type FormerOrganisation = { from: number; to: number; successors: string[] };

/**
 * The plain name of an organisation, e.g. "United Nations", "NATO".
 * @param locale BCP 47; English and Ukrainian names are known, English ones are given elsewhere
 * @returns the slug itself when it names no organisation
 */
export function organisationName(slug: string, locale = "en"): string {
  const record = BY_SLUG.get(slug);
  if (!record) return slug;
  return locale.startsWith("uk") ? record.ukrainian : record.name;
}

export function isOrganisation(slug: string): boolean {
  return BY_SLUG.has(slug);
}

/** Every slug, in order. */
export function allOrganisations(): string[] {
  return ORGANISATIONS.map(({ slug }) => slug);
}

/** The year in which it was founded, or its founding was decided; null when the slug is unknown. */
export function foundedIn(slug: string): number | null {
  return BY_SLUG.get(slug)?.from ?? null;
}

/**
 * Other names and abbreviations, e.g. `EU`.
 * @param locale BCP 47; those of English are given for all but Ukrainian
 * @returns none for an unknown slug
 */
export function organisationAliases(slug: string, locale = "en"): string[] {
  const isWanted = (alias: string) =>
    /\p{Script=Cyrillic}/u.test(alias) === locale.startsWith("uk");
  return BY_SLUG.get(slug)?.aliases.filter(isWanted) ?? [];
}

/** What is known of an organisation that is no more; null when the slug is not such a one's. */
export function formerOrganisation(slug: string): FormerOrganisation | null {
  const record = BY_SLUG.get(slug);
  if (!record || record.to === undefined) return null;
  return { from: record.from, to: record.to, successors: [...(record.successors ?? [])] };
}

/** Slugs of the organisations that this one followed, e.g. `un` the `league-of-nations`; often none. */
export function formerOrganisationsOf(slug: string): string[] {
  return ORGANISATIONS.filter(({ successors }) => successors?.includes(slug)).map(
    ({ slug: former }) => former,
  );
}

/**
 * Reads an organisation as people write it: slug, name or abbreviation, in English or Ukrainian, in
 * any case.
 * @returns its slug, or null when it names none
 */
export function readOrganisation(written: string): string | null {
  return readers().get(foldName(written)) ?? null;
}

let nameReader: Map<string, string> | undefined;

function readers(): Map<string, string> {
  nameReader ??= new Map(
    ORGANISATIONS.flatMap(({ slug, name, ukrainian, aliases }) =>
      [slug, name, ukrainian, ...aliases].map((written) => [foldName(written), slug] as const),
    ),
  );
  return nameReader;
}
