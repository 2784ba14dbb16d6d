/** `/`, `/help`, `/about` and `/api` */
import { Router } from "express";
import type { Answer } from "../../search/answer.ts";
import { pageFrame } from "../page-models/frame.ts";
import { aboutPage, apiPage, helpPage } from "../page-models/guides.ts";
import { holdings, homePage } from "../page-models/home.ts";
import type { WebContext } from "../web-context.ts";

/** Newest addresses on the first page. */
const NEWEST = 8;

export function guidePages(context: WebContext, whole: () => Promise<Answer>): Router {
  const { reader, urls, taxonomy, siteName } = context;
  const router = Router();
  const frame = (title: string | null, section: "home" | "help" | "about" | "api", path: string) =>
    pageFrame({ title, section, canonical: urls.absolute(path) });

  router.get("/", async (_request, response) => {
    const summary = reader.summary();
    const newest = reader.addresses(NEWEST);
    const page = homePage(siteName, summary, await whole(), newest, urls);
    response.render("pages/home", {
      frame: {
        ...frame(null, "home", urls.home()),
        description: `Public addresses, word for word: ${holdings(summary)}.`,
        searchInMasthead: false,
        feed: page.feed,
      },
      page,
    });
  });
  router.get("/help", async (_request, response) => {
    const page = helpPage(await whole(), context);
    response.render("pages/help", { frame: frame("How to search", "help", urls.help()), page });
  });
  router.get("/about", (_request, response) => {
    const page = aboutPage(reader.summary(), taxonomy, urls);
    response.render("pages/about", { frame: frame("About", "about", urls.about()), page });
  });
  router.get("/api", (_request, response) => {
    const page = apiPage(urls);
    response.render("pages/api", { frame: frame("For programs", "api", urls.api()), page });
  });
  return router;
}
