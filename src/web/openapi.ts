/** The API described for programs: OpenAPI 3.1, made from the schemas that the answers are typed by. */
import { OpenAPIRegistry, OpenApiGeneratorV31 } from "@asteasolutions/zod-to-openapi";
import { z } from "zod";
import { FACET_GROUPS } from "../search/search-index.ts";
import {
  AddressListSchema,
  ErrorSchema,
  FormerParagraphSchema,
  GoneSchema,
  ParagraphSchema,
  SearchSchema,
  WholeAddressSchema,
} from "./api-schemas.ts";
import { PARAMETER_LIMITS } from "./parameters.ts";
import { DEFAULT_PAGE_SIZE } from "./urls.ts";

const text = (description: string) => z.string().optional().describe(description);
const list = (description: string) =>
  z.array(z.string()).max(PARAMETER_LIMITS.values).optional().describe(description);

const searchQuery = z.object({
  q: z
    .string()
    .max(PARAMETER_LIMITS.query)
    .optional()
    .describe("The query; its syntax is on the help page"),
  ...Object.fromEntries(
    FACET_GROUPS.map((group) => [
      group,
      list(
        `Only these; repeatable, joined by OR (${group}): slugs or codes, or names, which are mended with a notice`,
      ),
    ]),
  ),
  from: text("First day, month or year, included"),
  to: text("Last day, month or year, included"),
  sort: z.enum(["relevance", "newest", "oldest"]).optional(),
  group: z.enum(["paragraph", "address"]).optional(),
  page: z.int().min(1).optional(),
  size: z
    .int()
    .min(1)
    .max(PARAMETER_LIMITS.pageSize)
    .optional()
    .describe(`Hits on a page; ${DEFAULT_PAGE_SIZE} unless given`),
});

const ROUTES = [
  {
    path: "/api/v1/search",
    summary: "Search paragraphs",
    query: searchQuery,
    answers: { 200: SearchSchema, 400: ErrorSchema, 503: ErrorSchema },
  },
  {
    path: "/api/v1/addresses",
    summary: "All addresses, newest first",
    query: z.object({
      limit: z.int().min(1).max(PARAMETER_LIMITS.pageSize).optional(),
      after: text("The cursor in `next` of the answer before"),
    }),
    answers: { 200: AddressListSchema, 400: ErrorSchema },
  },
  {
    path: "/api/v1/addresses/{slug}",
    summary: "An address with all its paragraphs; a former slug redirects",
    params: z.object({ slug: z.string() }),
    answers: { 200: WholeAddressSchema, 404: ErrorSchema },
  },
  {
    path: "/api/v1/paragraphs/{key}",
    summary: "A paragraph by its permanent key, also in an earlier revision",
    params: z.object({ key: z.string() }),
    query: z.object({ rev: text("A revision of the address, from 1") }),
    answers: {
      200: z.union([ParagraphSchema, FormerParagraphSchema]),
      404: ErrorSchema,
      410: GoneSchema,
    },
  },
] as const;

const MEANINGS: Record<string, string> = {
  200: "Found",
  400: "The request cannot be answered as it is",
  404: "There is no such thing",
  410: "No longer in its address: its last words, and why",
  503: "Busy; try again after `Retry-After` seconds",
};

/**
 * @param serverUrl absolute URL of the site's root
 */
export function openApiDocument(siteName: string, serverUrl: string, version: string) {
  const registry = new OpenAPIRegistry();
  for (const route of ROUTES) {
    registry.registerPath({
      method: "get",
      path: route.path,
      summary: route.summary,
      request: {
        ...("query" in route && { query: route.query }),
        ...("params" in route && { params: route.params }),
      },
      responses: Object.fromEntries(
        Object.entries(route.answers).map(([status, schema]) => [
          status,
          {
            description: MEANINGS[status] ?? status,
            content: { "application/json": { schema } },
          },
        ]),
      ),
    });
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: "3.1.0",
    info: { title: `${siteName}: addresses and their paragraphs`, version },
    servers: [{ url: serverUrl }],
  });
}
