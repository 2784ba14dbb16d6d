/** What stands before every route: headers, methods, size of the address, how often. */
import type { RequestHandler } from "express";
import { rateLimit } from "express-rate-limit";
import helmet from "helmet";
import { HttpError } from "./http-error.ts";

const LIMITS = {
  /** Parameters of a request: all that Node reads of a query string. */
  parameters: 1000,
  /** Characters of path and query: room for 2,000 characters of any script, percent-encoded, and all filters. */
  url: 32_768,
};

const METHODS = "GET, HEAD, OPTIONS";

/** Nothing is allowed but what our own pages load from here; no inline script or style at all. */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** @param https whether readers reach the site by HTTPS; only then may browsers be told to insist on it */
export function securityHeaders(https: boolean): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
      strictTransportSecurity: https,
      referrerPolicy: { policy: "same-origin" },
      xFrameOptions: { action: "deny" },
    }),
    (_request, response, next) => {
      response.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
      next();
    },
  ];
}

/** 405 for what changes things: nothing here does. OPTIONS is answered with what may be asked. */
export const allowedMethods: RequestHandler = (request, response, next) => {
  if (request.method === "GET" || request.method === "HEAD") next();
  else if (request.method === "OPTIONS") response.set("Allow", METHODS).status(204).end();
  else {
    next(
      new HttpError(
        405,
        "method_not_allowed",
        `${request.method} is not possible here.`,
        `Use one of ${METHODS}.`,
        { Allow: METHODS },
      ),
    );
  }
};

/** 414 for an address longer than any search can be; 400 where parameters would be left out unsaid. */
export const boundedUrl: RequestHandler = (request, _response, next) => {
  const parameters = request.originalUrl.split("&").length;
  if (parameters > LIMITS.parameters) {
    const what = `This request has ${parameters} parameters; ${LIMITS.parameters} are possible.`;
    next(new HttpError(400, "too_many_parameters", what, "Leave some out."));
  } else if (request.originalUrl.length <= LIMITS.url) next();
  else {
    next(
      new HttpError(
        414,
        "uri_too_long",
        `The address of this request has ${request.originalUrl.length} characters; ${LIMITS.url} are possible.`,
        "Shorten the search.",
      ),
    );
  }
};

const FOR_PROGRAMS = /^\/api\/|^\/(?:p\/[^/]+|search|feed)\.[a-z.]+$/u;

/** Lets pages of other sites read data and files, which are public and the same for everybody. */
export const crossOrigin: RequestHandler = (request, response, next) => {
  if (!FOR_PROGRAMS.test(request.path)) {
    next();
    return;
  }
  response.set("Access-Control-Allow-Origin", "*");
  if (request.method === "OPTIONS") {
    response.set({
      "Access-Control-Allow-Methods": METHODS,
      "Access-Control-Allow-Headers": "Content-Type, If-None-Match",
      "Access-Control-Max-Age": "86400",
    });
  }
  next();
};

/** @param perMinute requests a minute from one client address; 0 sets no limit */
export function limitRate(perMinute: number): RequestHandler {
  if (perMinute === 0) return (_request, _response, next) => next();
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    // Without a trusted proxy the header is ignored on purpose; that is no mistake to be warned of.
    validate: { xForwardedForHeader: false },
    handler: (_request, _response, next) => {
      next(
        new HttpError(
          429,
          "too_many_requests",
          `More than ${perMinute} requests came from your address within a minute.`,
          "Wait a minute; to take away many rows, use /search.csv or /search.jsonl.",
        ),
      );
    },
  });
}
