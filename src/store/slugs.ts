/** Readable names in URLs: made once, unique, and never given to anything else afterwards. */
import slugify from "@sindresorhus/slugify";
import type { Database } from "better-sqlite3";

/** Characters of a slug before the number that may make it unique: about a line of a URL. */
const LONGEST_SLUG = 80;
/** Characters of a text that are looked at for a slug; the writing takes time by their square. */
const LONGEST_READ = 1000;

/**
 * Writes text as lower-case ASCII words joined by hyphens, cut at a word's end.
 * @returns at most `LONGEST_SLUG` characters; empty when nothing in the text can be written so
 */
export function writeSlug(text: string): string {
  const slug = slugify(text.slice(0, LONGEST_READ).toWellFormed(), { decamelize: false });
  if (slug.length <= LONGEST_SLUG) return slug;
  const cut = slug.lastIndexOf("-", LONGEST_SLUG);
  return slug.slice(0, cut > 0 ? cut : LONGEST_SLUG);
}

/** Hands out slugs that nothing in the archive has or had. To be called inside a writing transaction. */
export function createSlugs(db: Database) {
  const addressHas = db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM address WHERE slug = :slug AND id <> :id)
        OR EXISTS (SELECT 1 FROM former_slug WHERE slug = :slug AND address_id <> :id)`,
    )
    .pluck();
  const speakerHas = db.prepare("SELECT count(*) FROM speaker WHERE slug = ?").pluck();
  const collectionHas = db.prepare("SELECT count(*) FROM collection WHERE slug = ?").pluck();

  return {
    /**
     * `{date}-{title}`. An address whose date and title still give the slug it has keeps it.
     * @param address its row id (0 for a new one) and its present slug, if it has one
     */
    forAddress(date: string, title: string, address: { id: number; slug: string | null }): string {
      const base = writeSlug(`${date} ${title}`);
      if (address.slug !== null && address.slug.replace(/-\d+$/, "") === base) return address.slug;
      if (address.slug === base) return base;
      return firstFree(base, (slug) => addressHas.get({ slug, id: address.id }) === 1);
    },
    forSpeaker: (name: string) =>
      firstFree(writeSlug(name) || "speaker", (slug) => speakerHas.get(slug) === 1),
    forCollection: (title: string) =>
      firstFree(writeSlug(title) || "collection", (slug) => collectionHas.get(slug) === 1),
  };
}

function firstFree(base: string, isTaken: (slug: string) => boolean): string {
  if (!isTaken(base)) return base;
  for (let n = 2; ; n++) {
    if (!isTaken(`${base}-${n}`)) return `${base}-${n}`;
  }
}
