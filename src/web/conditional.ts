/**
 * Conditional requests. What a URL shows depends on the archive's content, the program, its
 * settings and, in citations, the day: their hash is the validator, so an unchanged page is
 * answered with 304 before anything is searched or rendered.
 */
import { createHash } from "node:crypto";
import type { RequestHandler } from "express";
import type { AddressReader } from "../store/records.ts";

/**
 * @param release changes with the program, its views and assets, and its settings
 * @param surroundings what else a page tells of: the day, and how the search server does
 */
export function conditional(
  reader: Pick<AddressReader, "version">,
  release: string,
  surroundings: () => string,
): RequestHandler {
  return (request, response, next) => {
    const validator = createHash("sha256")
      .update(`${release}\n${reader.version()}\n${surroundings()}\n${request.originalUrl}`)
      .digest("base64url")
      .slice(0, 22);
    response.set({ ETag: `W/"${validator}"`, "Cache-Control": "no-cache" });
    // `*` asks whether there is anything here at all, which only the routes know.
    if (request.get("If-None-Match") !== "*" && request.fresh) response.status(304).end();
    else next();
  };
}
