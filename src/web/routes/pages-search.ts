/** `/search` */
import { Router } from "express";
import type { Answer } from "../../search/answer.ts";
import { pageFrame } from "../page-models/frame.ts";
import type { TagNames } from "../page-models/names.ts";
import { heading, questionTitle, resultsPage } from "../page-models/results.ts";
import { readSearchState } from "../parameters.ts";
import type { SearchState } from "../urls.ts";
import type { WebContext } from "../web-context.ts";

export function searchPage(context: WebContext, names: TagNames): Router {
  const { ask, reader, urls } = context;
  const router = Router();
  router.get("/search", async (request, response) => {
    const { state: asked, question, notices } = readSearchState(request.query);
    if (hasEmptyValue(request.query)) {
      // A form sends its empty fields too; without them a state has one URL.
      response.redirect(302, urls.search(asked));
      return;
    }
    const answer = await ask(question);
    const state = { ...asked, filters: answer.filters };
    const unfolded = typeof request.query.all === "string" ? request.query.all : null;
    const page = resultsPage(answer, state, {
      names,
      urls,
      summary: reader.summary,
      notices,
      standIn: standIn(context),
      unfolded,
    });
    response.render("pages/results", { frame: frame(state, answer, urls), page });
  });
  return router;
}

function frame(state: SearchState, answer: Answer, urls: WebContext["urls"]) {
  const asked = questionTitle(answer);
  const found = heading(answer);
  return pageFrame({
    title: asked === "" ? found : `${asked}: ${found}`,
    section: "search",
    q: state.q ?? "",
    live: true,
    indexed: false,
    canonical: urls.absolute(urls.search(state)),
    feed: {
      label: asked === "" ? "Search" : `Search: ${asked}`,
      url: urls.searchFile("atom", state),
    },
    modules: ["live-search.js"],
  });
}

function hasEmptyValue(query: Record<string, unknown>): boolean {
  return Object.values(query).some((value) =>
    Array.isArray(value) ? value.includes("") : value === "",
  );
}

/** So that nobody wonders why the order is another. */
function standIn({ externalStatus }: WebContext): string | null {
  const state = externalStatus?.().search.state;
  if (state === undefined || state === "well") return null;
  const why = state === "away" ? "is away" : "is being brought up to date";
  return `The search server ${why}; the built-in engine answers, with the same counts.`;
}
