/** For machines that watch or read the site: probes, metrics, and files for search engines and readers. */
import express, { type RequestHandler, type Router } from "express";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { SitemapIndexStream, SitemapStream, streamToPromise } from "sitemap";
import { escapeHtml } from "../../cite/rich-text.ts";
import { FAULT_KINDS, type Fault, sayFault } from "../../search/external/fault.ts";
import type { ExternalStatus } from "../../search/external/resilient-index.ts";
import { addressesFeed } from "../feeds.ts";
import { HttpError, notFound } from "../http-error.ts";
import { BROWSE_GROUPS } from "../urls.ts";
import type { WebContext } from "../web-context.ts";

const LIMITS = {
  /** URLs of one sitemap file: the protocol's own limit. */
  sitemap: 50_000,
  /** Addresses in the feed. */
  feed: 20,
  /** Addresses read at a time while listing all. */
  batch: 1000,
};

/** `/healthz` and `/readyz`: is the process alive, can it read its archive, and who answers searches. */
export function probesRouter({
  reader,
  externalStatus,
}: Pick<WebContext, "reader" | "externalStatus">): Router {
  const router = express.Router();
  router.get("/healthz", (_request, response) => {
    response.set("Cache-Control", "no-store").json({ status: "ok" });
  });
  router.get("/readyz", (request, response) => {
    try {
      const external = externalStatus?.();
      response.set("Cache-Control", "no-store").json({
        status: "ok",
        archive: reader.version(),
        // FTS5 answers whatever the server's state is, so it never makes the site unready.
        ...(external && {
          searchServer: {
            state: external.search.state,
            reason: reasonOf(external),
            fault: presentFault(external)?.kind ?? null,
            sync: external.sync.state,
            rebuild: rebuildOf(external),
            waiting: external.sync.waiting,
            // While there is one, FTS5 answers everything.
            refused: external.sync.refused.map(({ slug, addressId }) => slug ?? String(addressId)),
          },
        }),
      });
    } catch (error) {
      request.log.error({ err: error }, "The archive cannot be read.");
      throw new HttpError(503, "not_ready", "The archive cannot be read.", "See the log.");
    }
  });
  return router;
}

/** How far a rebuild by this process has come, in paragraphs: numbers that rise are work, others a hang. */
function rebuildOf({ sync }: ExternalStatus) {
  if (sync.state !== "rebuilding" || !sync.progress) return null;
  const { taken, sent, of } = sync.progress;
  return { takenIn: taken, sent, of };
}

/**
 * Why it does not answer, and what to do. Of a failing server only the kind of its fault: what it says
 * stays in the log, since it names hosts.
 */
function reasonOf(external: ExternalStatus): string | null {
  const { search, sync } = external;
  const advice = sync.advice ?? search.advice;
  if (advice !== null) return advice;
  const fault = presentFault(external);
  const what = search.state === "away" ? "It is not asked" : "Its index is not kept in step";
  if (fault) return `${what}: ${sayFault(fault)}; the log has the rest`;
  if (sync.stalled) return STALLED;
  if (search.state === "behind" && sync.refused.length > 0) {
    return "It refuses the addresses under `refused`: FTS5 answers until they are mended";
  }
  return search.reason;
}

const STALLED =
  "It does not get done with the work it was given: its own log says why (a full disk, say); nothing has to be started anew";

/** What keeps it from answering, or its index from being kept in step. */
function presentFault({ search, sync }: ExternalStatus): Fault | null {
  return search.fault ?? (sync.state === "failing" ? (sync.error?.fault ?? null) : null);
}

/** `/metrics` in Prometheus' format, and the handler that measures every request. */
export function metrics({ externalStatus }: Pick<WebContext, "externalStatus">): {
  measure: RequestHandler;
  router: Router;
} {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time from a request to the end of its answer",
    labelNames: ["method", "route", "status"],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  if (externalStatus) watchSearchServer(registry, externalStatus);
  const measure: RequestHandler = (request, response, next) => {
    const stop = durations.startTimer();
    response.on("finish", () => {
      const route = request.route ? String(request.route.path) : "none";
      stop({ method: request.method, route, status: response.statusCode });
    });
    next();
  };
  const router = express.Router();
  router.get("/metrics", async (_request, response) => {
    response.set({ "Content-Type": registry.contentType, "Cache-Control": "no-store" });
    response.send(await registry.metrics());
  });
  return { measure, router };
}

/** Gauges of the search server, read when the metrics are. */
function watchSearchServer(
  registry: Registry,
  status: NonNullable<WebContext["externalStatus"]>,
): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name: `verbatim_search_server_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  new Gauge({
    name: "verbatim_search_server_fault",
    help: "1 for the kind of fault that keeps it away or its index from being kept in step, else 0",
    labelNames: ["kind"],
    registers: [registry],
    collect() {
      const present = presentFault(status())?.kind;
      for (const kind of FAULT_KINDS) this.set({ kind }, kind === present ? 1 : 0);
    },
  });
  gauge("well", "1 while the search server answers and is in step, else 0", () =>
    status().search.state === "well" ? 1 : 0,
  );
  gauge("waiting_addresses", "Addresses waiting to be sent", () => status().sync.waiting);
  gauge("refused_addresses", "Addresses that it refused", () => status().sync.refused.length);
  gauge(
    "answered",
    "Searches that it answered since the start",
    () => status().search.answered.external,
  );
  gauge(
    "answered_instead",
    "Searches that FTS5 answered since the start",
    () => status().search.answered.embedded,
  );
  gauge("failures", "Searches that it failed since the start", () => status().search.failures);
}

/**
 * `/robots.txt`, `/sitemap.xml` with its parts, `/opensearch.xml`, `/feed.atom`.
 * @param sitemapSize URLs of one part
 */
export function discoveryRouter(context: WebContext, sitemapSize = LIMITS.sitemap): Router {
  const { reader, urls, siteName } = context;
  const router = express.Router();
  router.get("/robots.txt", (_request, response) => {
    response.type("text/plain").send(robots(urls.absolute(urls.sitemap())));
  });
  router.get("/feed.atom", (_request, response) => {
    response
      .type("application/atom+xml")
      .send(addressesFeed(context, reader.addresses(LIMITS.feed)));
  });
  router.get("/opensearch.xml", (_request, response) => {
    response
      .type("application/opensearchdescription+xml")
      .send(openSearch(siteName, urls.absolute(urls.search())));
  });
  router.get("/sitemap.xml", async (_request, response) => {
    const all = pathsOf(context);
    const parts = Math.ceil(all.length / sitemapSize);
    response
      .type("application/xml")
      .send(parts === 1 ? await sitemap(context, all) : await sitemapIndex(context, parts));
  });
  router.get(/^\/sitemap-([1-9]\d{0,5})\.xml$/u, async (request, response) => {
    const part = Number(request.params[0]);
    const paths = pathsOf(context).slice((part - 1) * sitemapSize, part * sitemapSize);
    if (paths.length === 0) throw notFound("There is no such part of the sitemap.");
    response.type("application/xml").send(await sitemap(context, paths));
  });
  return router;
}

/** Search engines may read everything but pages made from what somebody typed. */
function robots(sitemapUrl: string): string {
  const kept = ["/search", "/api/"];
  return `User-agent: *\n${kept.map((path) => `Disallow: ${path}\n`).join("")}\nSitemap: ${sitemapUrl}\n`;
}

/** OpenSearch 1.1: lets a browser search the archive from its address bar. */
function openSearch(siteName: string, searchUrl: string): string {
  const name = escapeHtml(siteName);
  const template = `${escapeHtml(searchUrl)}?q={searchTerms}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${[...siteName].length <= 16 ? name : "verbatim"}</ShortName>
  <Description>Search the addresses of ${name}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="${template}"/>
  <Url type="application/atom+xml" template="${template.replace("/search?", "/search.atom?")}"/>
</OpenSearchDescription>
`;
}

/** The pages of their own words: browsable groups and every address, newest first. */
function pathsOf({ reader, urls }: WebContext): string[] {
  const paths = [urls.home(), urls.help(), urls.about(), urls.api()];
  for (const group of BROWSE_GROUPS) paths.push(urls.browse(group));
  for (let page = reader.addresses(LIMITS.batch); page.length > 0; ) {
    for (const address of page) paths.push(urls.address(address.slug));
    page = page.length < LIMITS.batch ? [] : reader.addresses(LIMITS.batch, page.at(-1));
  }
  return paths;
}

async function sitemap({ urls }: WebContext, paths: readonly string[]): Promise<string> {
  const stream = new SitemapStream({
    xmlns: { news: false, xhtml: false, image: false, video: false },
  });
  for (const path of paths) stream.write({ url: urls.absolute(path) });
  stream.end();
  return (await streamToPromise(stream)).toString();
}

async function sitemapIndex({ urls }: WebContext, parts: number): Promise<string> {
  const stream = new SitemapIndexStream();
  for (let part = 1; part <= parts; part++) {
    stream.write({ url: urls.absolute(urls.sitemap(part)) });
  }
  stream.end();
  return (await streamToPromise(stream)).toString();
}
