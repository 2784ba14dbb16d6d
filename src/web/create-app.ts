/** The application: what stands before every route, the routes, and the end of what went wrong. */
import compression from "compression";
import express, { type Express } from "express";
import { loadAssets } from "./assets.ts";
import { today } from "./cited-paragraph.ts";
import { conditional } from "./conditional.ts";
import { errorHandler, unknownPath } from "./error-handler.ts";
import { siteFrame } from "./page-models/frame.ts";
import { releaseMark } from "./release.ts";
import { setUpViews } from "./render.ts";
import { requestLog } from "./request-log.ts";
import { apiRouter } from "./routes/api.ts";
import { assetsRouter } from "./routes/assets.ts";
import { filesRouter } from "./routes/files.ts";
import { discoveryRouter, metrics, probesRouter } from "./routes/operations.ts";
import { pagesRouter } from "./routes/pages.ts";
import { allowedMethods, boundedUrl, crossOrigin, limitRate, securityHeaders } from "./security.ts";
import type { WebContext } from "./web-context.ts";

/** Makes the application; it opens no port and starts nothing. */
export function createApp(context: WebContext): Express {
  const app = express();
  const assets = loadAssets(context.urls);
  app.disable("x-powered-by");
  app.set("query parser", "simple");
  // Validators come from the archive's version (conditional.ts), not from hashing each answer.
  app.set("etag", false);
  app.set("trust proxy", context.trustedProxies);
  setUpViews(app, siteFrame(context.siteName, context.urls, assets.url));

  app.use(requestLog(context.log, context.logQueries));
  app.use(securityHeaders(context.urls.absolute("").startsWith("https:")));
  if (context.metrics) {
    const { measure, router } = metrics(context);
    app.use(measure, router);
  }
  app.use(crossOrigin, allowedMethods, boundedUrl, compression());
  app.use(probesRouter(context), assetsRouter(assets));

  app.use(limitRate(context.rateLimitPerMinute));
  const surroundings = () => `${today()} ${context.externalStatus?.().search.state ?? ""}`;
  app.use(conditional(context.reader, releaseMark(context, assets.version), surroundings));
  app.use(apiRouter(context), filesRouter(context), discoveryRouter(context));
  app.use(pagesRouter(context));
  app.use(unknownPath, errorHandler);
  return app;
}
