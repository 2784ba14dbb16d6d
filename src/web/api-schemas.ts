/** The API's answers as zod schemas: types, OpenAPI description and tests all come from these. */
import { extendZodWithOpenApi } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import { FACET_GROUPS } from "../search/search-index.ts";

extendZodWithOpenApi(z);

const url = z.url().describe("Absolute URL");
const range = z
  .tuple([z.int().min(0), z.int().min(0)])
  .describe("Half-open range of UTF-16 code units: `text.slice(start, end)`");
const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/u)
  .describe("ISO 8601 day, or month, or year where no more is known");
const paragraphKey = z
  .string()
  .regex(/^[0-9a-hjkmnp-tv-z]{8}$/u)
  .describe("Permanent key of a paragraph");
const origin = z.enum(["inferred", "source", "editor"]).describe("Who says so");
const confidence = z.number().min(0).max(1);

export const ErrorSchema = z
  .object({
    error: z.object({
      code: z.string().describe("Stable, for programs"),
      message: z.string(),
      hint: z.string().optional().describe("What to do instead"),
    }),
  })
  .openapi("Error");

export const AddressSchema = z
  .object({
    slug: z.string(),
    url,
    apiUrl: url,
    title: z.string(),
    date: partialDate,
    speaker: z.string().nullable(),
    speakerOffice: z.string().nullable(),
    speakerCountry: z.string().nullable().describe("ISO 3166-1 alpha-2 or 3166-3 alpha-4"),
    occasion: z.string().nullable(),
    place: z.string().nullable(),
    collection: z.string().nullable(),
    lang: z.string().describe("BCP 47"),
    completenessNote: z.string().nullable().describe("Why this copy is known to be incomplete"),
    words: z.int(),
    paragraphs: z.int(),
    revision: z.int().min(1),
  })
  .openapi("Address");

const turnSpeaker = z
  .string()
  .nullable()
  .describe(
    "Who says these words, where it is not the address's speaker: the label in the source, or a name that an editor gave",
  );
const voice = z
  .object({
    speaker: z
      .string()
      .nullable()
      .describe("Whose words they are; null for whoever gives an address that names nobody"),
    by: z.string(),
    at: z.string().describe("Instant, ISO 8601"),
    reason: z.string().describe("May be empty"),
  })
  .nullable()
  .describe("What an editor decided about whose words these are; null where none did");
const labelled = { label: z.string(), url };

export const HitSchema = z
  .object({
    key: paragraphKey,
    url,
    number: z.int().nullable().describe("As shown, from 1"),
    text: z.string().describe("The words as they stand in the source"),
    turnSpeaker,
    matches: z.array(range),
    inAddress: z.int().describe("Hits in the same address; 1 unless grouped by address"),
    address: AddressSchema,
    topics: z.array(z.object({ value: z.string(), ...labelled })),
    countries: z.array(z.object({ value: z.string(), ...labelled })),
    organisations: z.array(z.object({ value: z.string(), ...labelled })),
  })
  .openapi("Hit");

/** By group: slugs, codes, and years as text. */
const facetFilters = z.object(
  Object.fromEntries(
    FACET_GROUPS.map((group) => [group, z.array(z.string()).optional()]),
  ) as Record<(typeof FACET_GROUPS)[number], z.ZodOptional<z.ZodArray<z.ZodString>>>,
);
const facetCount = z.object({ value: z.string(), label: z.string(), count: z.int().min(0) });

export const SearchSchema = z
  .object({
    query: z.object({
      text: z.string().describe("As typed"),
      understood: z
        .string()
        .describe("What was searched with its filters and dates, as a sentence"),
      notices: z.array(z.object({ code: z.string(), message: z.string() })),
      suggestions: z
        .array(
          z.object({
            reason: z.enum(["spelling", "speaker", "beginning", "fewer-words", "alternatives"]),
            q: z.string(),
            filters: facetFilters
              .optional()
              .describe("Only where a filter was misspelled: all filters to ask with instead"),
            leftOut: z
              .array(z.string())
              .optional()
              .describe(
                "Only where parts of the query are left out, words of grammar aside: these",
              ),
            total: z
              .int()
              .min(1)
              .describe(
                "Paragraphs that it finds with the same dates and filters, or with those it has",
              ),
          }),
        )
        .describe("Other queries that find more, the likeliest first"),
    }),
    engine: z.enum(["fts5", "meilisearch"]),
    total: z.int().min(0).describe("Paragraphs found; exact"),
    addressTotal: z.int().min(0).describe("Addresses they stand in; exact"),
    page: z.int().min(1),
    pages: z.int().min(0),
    size: z.int().min(1).max(100),
    next: url.nullable(),
    previous: url.nullable(),
    hits: z.array(HitSchema),
    facets: z.object(
      Object.fromEntries(FACET_GROUPS.map((group) => [group, z.array(facetCount)])) as Record<
        (typeof FACET_GROUPS)[number],
        z.ZodArray<typeof facetCount>
      >,
    ),
  })
  .openapi("Search");

const topicTag = z.object({
  value: z.string(),
  ...labelled,
  origin,
  confidence,
  matches: z.array(range).describe("The words that led to it"),
});
const mentionTag = z.object({
  value: z.string(),
  ...labelled,
  mentions: z.array(z.object({ match: range, rule: z.string(), origin, confidence })),
});

const tagDecision = z.object({
  kind: z.enum(["topic", "country", "organisation"]),
  value: z.string(),
  ...labelled,
  verdict: z.enum(["added", "removed"]),
  by: z.string(),
  at: z.string().describe("Instant, ISO 8601"),
  reason: z.string().describe("May be empty"),
});

const paragraphFields = {
  key: paragraphKey,
  url,
  number: z.int().nullable().describe("As shown, from 1; null for editorial matter"),
  kind: z.enum(["speech", "lead", "heading", "note", "turn"]),
  text: z.string().describe("The words as they stand in the source"),
  turnSpeaker,
  voice,
};
const presentFields = {
  breakBefore: z
    .enum(["source", "inferred", "copy", "editor"])
    .describe("Where the break before it comes from"),
  sinceRevision: z.int().min(1).describe("Revision in which these words first stood here"),
  topics: z.array(topicTag),
  countries: z.array(mentionTag),
  organisations: z.array(mentionTag),
  decisions: z
    .array(tagDecision)
    .describe("What editors decided about its tags: added for good, or removed for good"),
};

export const SourceSchema = z
  .object({
    publisher: z.string().nullable(),
    url: z.string().nullable(),
    archivedUrl: z.string().nullable(),
    retrievedOn: z.string().nullable(),
    nativeId: z.string().nullable(),
    licence: z.string().nullable(),
  })
  .openapi("Source");

export const WholeAddressSchema = z
  .object({
    address: AddressSchema,
    source: SourceSchema,
    splitterVersion: z.string(),
    breaksFrom: z
      .string()
      .nullable()
      .describe("Slug or file that breaks of origin `copy` were taken from"),
    revisions: z.array(
      z.object({
        number: z.int(),
        createdAt: z.string(),
        createdBy: z.string(),
        reason: z.string(),
      }),
    ),
    paragraphs: z
      .array(z.object({ ...paragraphFields, ...presentFields }))
      .describe("Editorial matter among them, in reading order"),
  })
  .openapi("WholeAddress");

export const AddressListSchema = z
  .object({
    addresses: z.array(AddressSchema).describe("Newest first"),
    next: url.nullable().describe("The next ones; null at the end"),
  })
  .openapi("AddressList");

export const ParagraphSchema = z
  .object({
    ...paragraphFields,
    ...presentFields,
    revision: z.int().min(1).describe("Revision of the address that was read"),
    address: AddressSchema,
    source: SourceSchema,
    citations: z.record(z.string(), z.string()).describe("By style, as plain text"),
    files: z.record(z.string(), url).describe("By format"),
  })
  .openapi("Paragraph");

/** A paragraph in an earlier revision: its words; tags are kept for the present ones only. */
export const FormerParagraphSchema = z
  .object({
    ...paragraphFields,
    revision: z.int().min(1),
    address: AddressSchema,
    source: SourceSchema,
    citations: z.record(z.string(), z.string()),
  })
  .openapi("FormerParagraph");

export const GoneSchema = ErrorSchema.extend({
  tombstone: z.object({
    ...paragraphFields,
    revision: z.int().min(1).describe("First revision without it"),
    reason: z.string(),
    address: AddressSchema,
  }),
}).openapi("Gone");

export type ApiAddress = z.infer<typeof AddressSchema>;
export type ApiSearch = z.infer<typeof SearchSchema>;
export type ApiHit = z.infer<typeof HitSchema>;
export type ApiWholeAddress = z.infer<typeof WholeAddressSchema>;
export type ApiAddressList = z.infer<typeof AddressListSchema>;
export type ApiParagraph = z.infer<typeof ParagraphSchema>;
export type ApiFormerParagraph = z.infer<typeof FormerParagraphSchema>;
export type ApiGone = z.infer<typeof GoneSchema>;
