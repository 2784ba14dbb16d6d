/**
 * The views. Every page is `views/pages/NAME.ejs` inside `views/layout.ejs`; a partial is given its
 * model and nothing else (`part("name", model)`), so what a view can show is what its type says.
 * Templates are compiled once and kept.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import ejs from "ejs";
import type { Express } from "express";
import { type PageFrame, pageFrame, type SiteFrame } from "./page-models/frame.ts";

const VIEWS = path.resolve(import.meta.dirname, "../../views");

type Locals = { site: SiteFrame; frame: PageFrame; page: unknown; part: Part; view: string };
type Part = (name: string, model: unknown) => string;
type Template = (locals: Locals) => string;

/** Renders a page: `view` is its name under `views/pages`, `page` its model. */
export type Render = (view: string, frame: PageFrame, page: unknown) => string;

/** @param site what every page shows alike */
export function createRender(site: SiteFrame): Render {
  const kept = new Map<string, Template>();
  const template = (file: string): Template => {
    const found = kept.get(file);
    if (found) return found;
    const compiled = compile(file);
    kept.set(file, compiled);
    return compiled;
  };
  return (view, frame, page) => {
    const locals: Locals = { site, frame, page, view, part };
    function part(name: string, model: unknown): string {
      const file = name.startsWith("pages/") ? name : `partials/_${name}`;
      return template(file)({ ...locals, page: model });
    }
    return template("layout")(locals);
  };
}

/**
 * Makes `response.render("pages/NAME", { frame, page })` work. A view rendered without a frame
 * (the error page) gets the plain one, with all it was given as its model.
 */
export function setUpViews(app: Express, site: SiteFrame): void {
  const render = createRender(site);
  app.set("views", VIEWS);
  app.set("view engine", "ejs");
  app.enable("view cache");
  app.engine("ejs", (file, options, done) => {
    try {
      const given = options as { frame?: PageFrame; page?: unknown; title?: string };
      const view = path
        .relative(VIEWS, file)
        .replace(/\\/g, "/")
        .replace(/\.ejs$/, "");
      const frame = given.frame ?? pageFrame({ title: given.title ?? null, indexed: false });
      done(null, render(view, frame, given.frame ? given.page : given));
    } catch (error) {
      done(error);
    }
  });
}

function compile(file: string): Template {
  const filename = path.join(VIEWS, `${file}.ejs`);
  return ejs.compile(readFileSync(filename, "utf8").trimEnd(), {
    filename,
    strict: true,
    destructuredLocals: ["site", "frame", "page", "part", "view"],
    rmWhitespace: true,
  });
}
