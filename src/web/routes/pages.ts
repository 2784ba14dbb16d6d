/** Every page for people. All are read-only, and each is one model given to one view. */
import { Router } from "express";
import { tagNames } from "../page-models/names.ts";
import type { WebContext } from "../web-context.ts";
import { wholeArchive } from "../whole-archive.ts";
import { browsePages } from "./pages-browse.ts";
import { guidePages } from "./pages-guides.ts";
import { readingPages } from "./pages-reading.ts";
import { searchPage } from "./pages-search.ts";

/** Routes of all pages; the views must have been set up (`setUpViews`). */
export function pagesRouter(context: WebContext): Router {
  const names = tagNames(context.taxonomy);
  const whole = wholeArchive(context);
  const router = Router();
  router.use(searchPage(context, names));
  router.use(readingPages(context, names));
  router.use(browsePages(context, names, whole));
  router.use(guidePages(context, whole));
  return router;
}
