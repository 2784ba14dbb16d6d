/** `/api/v1`: the archive as JSON. */
import express, { type Router } from "express";
import { z } from "zod";
import type { AddressRecord } from "../../store/records.ts";
import { apiAddress, apiSearch, apiWholeAddress } from "../api-models.ts";
import type { ApiAddressList } from "../api-schemas.ts";
import { HttpError, notFound } from "../http-error.ts";
import { openApiDocument } from "../openapi.ts";
import { sendParagraph } from "../paragraph-json.ts";
import { PARAMETER_LIMITS, readSearchState } from "../parameters.ts";
import { VERSION } from "../release.ts";
import type { WebContext } from "../web-context.ts";

const DEFAULT_LIMIT = 50;
const LIMIT = z.coerce.number().int().min(1).max(PARAMETER_LIMITS.pageSize);
/** Date and row id of the last address of the page before. */
const CURSOR = /^(\d{4}(?:-\d{2}){0,2})_(\d{1,15})$/u;

export function apiRouter(context: WebContext): Router {
  const { reader, urls } = context;
  const router = express.Router();
  const description = openApiDocument(context.siteName, urls.absolute(""), VERSION);

  router.get("/api/v1/search", async (request, response) => {
    const parameters = readSearchState(request.query);
    response.json(apiSearch(context, await context.ask(parameters.question), parameters));
  });

  router.get("/api/v1/addresses", (request, response) => {
    const size = readLimit(request.query.limit);
    const found = reader.addresses(size + 1, readCursor(request.query.after));
    const page = found.slice(0, size);
    const last = page.at(-1);
    const next =
      found.length > size && last
        ? urls.absolute(urls.apiAddresses({ limit: size, after: cursorOf(last) }))
        : null;
    const body: ApiAddressList = {
      addresses: page.map((address) => apiAddress(context, address)),
      next,
    };
    response.json(body);
  });

  router.get("/api/v1/addresses/:slug", (request, response) => {
    const found = reader.lookupSlug(request.params.slug);
    if (found === null) {
      throw notFound(
        `There is no address ${request.params.slug.slice(0, 80)}.`,
        `All addresses are listed at ${urls.apiAddresses()}.`,
      );
    }
    if ("movedTo" in found) response.redirect(301, urls.apiAddress(found.movedTo));
    else response.json(apiWholeAddress(context, reader.wholeAddress(found.found.id)));
  });

  router.get("/api/v1/paragraphs/:key", (request, response) => {
    const { rev } = request.query;
    sendParagraph(context, response, request.params.key, rev, (key, revision) =>
      urls.apiParagraph(key, revision),
    );
  });

  router.get("/api/v1/openapi.json", (_request, response) => {
    response.json(description);
  });
  return router;
}

function cursorOf(address: AddressRecord): string {
  return `${address.date}_${address.id}`;
}

function readLimit(given: unknown): number {
  if (given === undefined) return DEFAULT_LIMIT;
  const parsed = LIMIT.safeParse(given);
  if (parsed.success) return parsed.data;
  return refuse(
    `limit=${String(given).slice(0, 40)} is not possible.`,
    `Give a whole number from 1 to ${PARAMETER_LIMITS.pageSize}.`,
  );
}

function readCursor(after: unknown): { date: string; id: number } | undefined {
  if (after === undefined) return undefined;
  const [, date, id] = CURSOR.exec(String(after)) ?? [];
  if (date !== undefined) return { date, id: Number(id) };
  return refuse(
    `after=${String(after).slice(0, 40)} is no cursor.`,
    "Follow the `next` URL of an answer.",
  );
}

/** Programs are told of a wrong parameter rather than answered with something else. */
function refuse(message: string, hint: string): never {
  throw new HttpError(400, "bad_parameter", message, hint);
}
