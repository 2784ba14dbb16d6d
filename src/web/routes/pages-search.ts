/** `/search` */
import { Router } from "express";
import { pageFrame } from "../page-models/frame.ts";
import type { TagNames } from "../page-models/names.ts";
import { heading, resultsPage } from "../page-models/results.ts";
import { readSearchState } from "../parameters.ts";
import type { SearchState } from "../urls.ts";
import type { WebContext } from "../web-context.ts";

export function searchPage(context: WebContext, names: TagNames): Router {
  const { ask, reader, urls } = context;
  const router = Router();
  router.get("/search", async (request, response) => {
    const { state, question, notices } = readSearchState(request.query);
    if (hasEmptyValue(request.query)) {
      // A form sends its empty fields too; without them a state has one URL.
      response.redirect(302, urls.search(state));
      return;
    }
    const answer = await ask(question);
    const unfolded = typeof request.query.all === "string" ? request.query.all : null;
    const page = resultsPage(answer, state, {
      names,
      urls,
      summary: reader.summary,
      notices: [...notices, ...searchServerNotice(context)],
      unfolded,
    });
    response.render("pages/results", { frame: frame(state, heading(answer), urls), page });
  });
  return router;
}

function frame(state: SearchState, found: string, urls: WebContext["urls"]) {
  const q = state.q ?? "";
  return pageFrame({
    title: q ? `${q}: ${found}` : found,
    section: "search",
    q,
    live: true,
    indexed: false,
    canonical: urls.absolute(urls.search(state)),
    feed: { label: q ? `Search: ${q}` : "Search", url: urls.searchFile("atom", state) },
    modules: ["live-search.js"],
  });
}

function hasEmptyValue(query: Record<string, unknown>): boolean {
  return Object.values(query).some((value) =>
    Array.isArray(value) ? value.includes("") : value === "",
  );
}

/** Said while the built-in engine stands in, so that nobody wonders where the corrected spellings are. */
function searchServerNotice({ externalStatus }: WebContext): string[] {
  const state = externalStatus?.().search.state;
  if (state === undefined || state === "well") return [];
  const why = state === "away" ? "is away" : "is being brought up to date";
  return [`The search server ${why}; the built-in engine answers, with the same counts.`];
}
