/** What every route has in common: headers, methods, errors, conditional requests; and assets. */
import { connect } from "node:net";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SearchOverloadedError, SearchTimeoutError } from "../../src/search/search-index.ts";
import { ErrorSchema } from "../../src/web/api-schemas.ts";
import { createTestArchive, type TestArchive } from "../support/archive.ts";
import { serve, type TestSite } from "../support/http.ts";

let archive: TestArchive;
let site: TestSite;
let key: string;

beforeAll(async () => {
  archive = createTestArchive();
  site = await serve(archive.context);
  const { found } = archive.context.reader.lookupSlug(
    "2022-09-28-evening-address-on-grain-and-power",
  ) as { found: { id: number } };
  key = archive.context.reader.wholeAddress(found.id).paragraphs[0]?.key ?? "";
});
afterAll(async () => {
  await site.close();
  await archive.close();
});

const SECURITY_HEADERS = [
  "content-security-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "permissions-policy",
  "referrer-policy",
  "strict-transport-security",
  "x-content-type-options",
  "x-frame-options",
];

/** Every kind of route, errors among them. */
const routes = () => [
  "/",
  "/help",
  "/about",
  "/api",
  "/search?q=grain",
  "/topics",
  "/countries",
  "/organisations",
  "/organisations/un",
  "/speakers",
  "/collections",
  "/years",
  "/addresses/2022-09-28-evening-address-on-grain-and-power",
  `/p/${key}`,
  ...["json", "txt", "md", "bib", "ris", "csl.json"].map((format) => `/p/${key}.${format}`),
  "/search.csv?q=grain",
  "/search.jsonl?q=grain",
  "/search.atom?q=grain",
  "/feed.atom",
  "/sitemap.xml",
  "/opensearch.xml",
  "/robots.txt",
  "/api/v1/search?q=grain",
  "/api/v1/addresses",
  "/api/v1/addresses/2022-09-28-evening-address-on-grain-and-power",
  `/api/v1/paragraphs/${key}`,
  "/api/v1/openapi.json",
  "/assets/style.css",
  "/assets/htmx.min.js",
  "/healthz",
  "/readyz",
  "/metrics",
];
const failures = [
  "/nope",
  "/api/v1/nope",
  "/p/zzzzzzzz",
  "/p/%ff",
  "/assets/nope.css",
  "/p/zzzzzzzz.ris",
];

describe("every route", () => {
  it("answers", async () => {
    for (const path of routes()) expect([path, (await site.get(path)).status]).toEqual([path, 200]);
  });

  it("has the same security headers, errors and assets among them", async () => {
    const headersOf = async (path: string) => {
      const { headers } = await site.get(path);
      return Object.fromEntries(SECURITY_HEADERS.map((name) => [name, headers.get(name)]));
    };
    const expected = await headersOf("/");
    expect(Object.values(expected)).not.toContain(null);
    for (const path of [...routes(), ...failures]) {
      expect([path, await headersOf(path)]).toEqual([path, expected]);
    }
  });

  it("allows no inline script or style, no frame, and nothing from elsewhere", async () => {
    const policy = (await site.get("/")).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:/u);
  });

  it("says nothing of what it is made with", async () => {
    expect((await site.get("/")).headers.get("x-powered-by")).toBeNull();
  });

  it("has an id that is the proxy's where it gave a sound one", async () => {
    const given = await site.get("/", { headers: { "X-Request-Id": "abc-123" } });
    expect(given.headers.get("x-request-id")).toBe("abc-123");
    const forged = await site.get("/", { headers: { "X-Request-Id": "a b<c>" } });
    expect(forged.headers.get("x-request-id")).toMatch(/^[\w-]{36}$/u);
  });

  it("answers HEAD as GET without a body", async () => {
    for (const path of routes()) {
      const answer = await site.get(path, { method: "HEAD" });
      expect([path, answer.status, await answer.text()]).toEqual([path, 200, ""]);
    }
  });

  it.each(["POST", "PUT", "PATCH", "DELETE"])(
    "answers %s with 405 and what is allowed",
    async (method) => {
      for (const path of ["/", "/search", "/api/v1/search", "/p/7k3m9q2x.ris"]) {
        const answer = await site.get(path, { method });
        expect(answer.status).toBe(405);
        expect(answer.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
      }
    },
  );

  it("lets other sites read data and files, and tells a preflight so", async () => {
    const answer = await site.get("/api/v1/search", { method: "OPTIONS" });
    expect(answer.status).toBe(204);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("access-control-allow-methods")).toContain("GET");
    const file = await site.get(`/p/${key}.csl.json`);
    expect(file.headers.get("access-control-allow-origin")).toBe("*");
    expect((await site.get("/")).headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("an error", () => {
  it("has the one shape for programs", async () => {
    for (const path of [
      "/api/v1/nope",
      "/api/v1/paragraphs/zzzzzzzz",
      "/p/zzzzzzzz.ris",
      "/api/v1/%ff",
    ]) {
      const answer = await site.get(path);
      expect(answer.headers.get("content-type")).toContain("application/json");
      expect(answer.headers.get("cache-control")).toBe("no-store");
      const body = await answer.json();
      expect(ErrorSchema.parse(body)).toEqual(body);
    }
    const preferred = await site.get("/nope", { headers: { Accept: "application/json" } });
    expect(ErrorSchema.parse(await preferred.json()).error.code).toBe("not_found");
  });

  it("is a page for people, with the way on", async () => {
    const answer = await site.get("/nope<script>", { headers: { Accept: "text/html" } });
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toContain("text/html");
    const page = await answer.text();
    expect(page).toContain("There is no page at");
    expect(page).not.toContain("<script>");
    expect(page).toContain("Start from the home page");
  });

  it("of too long a query is a 400 that says how long it may be", async () => {
    const answer = await site.get(`/api/v1/search?q=${"x".repeat(2001)}`);
    expect(answer.status).toBe(400);
    expect(ErrorSchema.parse(await answer.json()).error.code).toBe("query_too_long");
    expect((await site.get(`/search?q=${"x".repeat(2001)}`)).status).toBe(400);
  });

  it("of too long an address is a 414, up to any length", async () => {
    for (const length of [40_000, 100_000]) {
      const answer = await site.raw(`/search?q=${"x".repeat(length)}`, {
        Accept: "application/json",
      });
      expect(answer.status).toBe(414);
      expect(JSON.parse(answer.body).error.code).toBe("uri_too_long");
    }
    expect((await site.raw(`/search?q=${"x".repeat(300_000)}`)).status).toBe(431);
  });

  it("of what is not HTTP is a 400 in the same shape", async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(site.origin).port), "127.0.0.1", () =>
        socket.write("NONSENSE\r\n\r\n"),
      );
      let received = "";
      socket.on("data", (data) => {
        received += data;
      });
      socket.on("end", () => resolve(received));
      socket.on("error", reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /u);
    expect(JSON.parse(answer.split("\r\n\r\n")[1] ?? "").error.code).toBe("bad_request");
  });

  it.each([
    [new SearchOverloadedError("busy"), 503, "overloaded"],
    [new SearchTimeoutError("late"), 503, "search_timeout"],
    [new Error("a secret of the inside"), 500, "internal"],
  ])("of the search is told without its inside: %s", async (error, status, code) => {
    const broken = await serve({ ...archive.context, ask: () => Promise.reject(error) });
    for (const path of ["/search?q=x", "/api/v1/search?q=x", "/search.csv?q=x"]) {
      const answer = await broken.get(path, { headers: { Accept: "application/json" } });
      const body = await answer.text();
      expect([path, answer.status, JSON.parse(body).error.code]).toEqual([path, status, code]);
      if (status === 503) expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(body).not.toMatch(/secret|\.ts:|node_modules/u);
      expect(answer.headers.get("etag")).toBeNull();
    }
    await broken.close();
  });
});

describe("the log of what could not be answered", () => {
  it.each([
    [new SearchOverloadedError("busy"), [40], /More is being searched/],
    [new Error("inside"), [50, 50], /Something went wrong/],
  ])(
    "has one line without a stack where it was too much, all of it else: %s",
    async (error, levels, says) => {
      const lines: { level: number; msg: string; err?: { stack: string } }[] = [];
      const log = pino(
        { level: "warn" },
        { write: (line: string) => lines.push(JSON.parse(line)) },
      );
      const ask = () => Promise.reject(error);
      const broken = await serve({ ...archive.context, log, ask });
      await broken.get("/search?q=x");
      await expect.poll(() => lines.map(({ level }) => level)).toEqual(levels);
      await broken.close();
      expect(lines[0]?.msg).toMatch(says);
      expect(lines.some(({ err }) => err !== undefined)).toBe(levels[0] === 50);
    },
  );
});

it("a permalink costs its paragraph and neighbours, however long the address is", async () => {
  const reader = {
    ...archive.context.reader,
    wholeAddress: () => {
      throw new Error("the whole address was read");
    },
  };
  const frugal = await serve({ ...archive.context, reader });
  for (const path of [`/p/${key}`, `/p/${key}?rev=1`, `/p/${key}.json`, `/p/${key}.ris`]) {
    expect([path, (await frugal.get(path)).status]).toEqual([path, 200]);
  }
  await frugal.close();
});

describe("a page that has not changed", () => {
  it("is answered with 304, and again in full when the archive has changed", async () => {
    for (const path of [
      "/search?q=power",
      "/api/v1/search?q=power",
      `/p/${key}`,
      `/p/${key}.ris`,
      "/feed.atom",
    ]) {
      const etag = (await site.get(path)).headers.get("etag") ?? "";
      const again = await site.raw(path, { "If-None-Match": etag });
      expect([path, again.status, again.body]).toEqual([path, 304, ""]);
    }
    const etag = (await site.get("/")).headers.get("etag") ?? "";
    archive.add({ title: "One more", date: "2023", lang: "en", text: "Something quite new." });
    expect((await site.raw("/", { "If-None-Match": etag })).status).toBe(200);
  });

  it("that is not there is no unchanged one either", async () => {
    for (const path of ["/nothing/here", "/p/22222222", "/addresses/none"]) {
      expect([path, (await site.raw(path, { "If-None-Match": "*" })).status]).toEqual([path, 404]);
    }
    expect((await site.raw("/", { "If-None-Match": "*" })).status).toBe(304);
  });

  it("has another validator at another URL", async () => {
    const one = (await site.get("/search?q=a")).headers.get("etag");
    const two = (await site.get("/search?q=b")).headers.get("etag");
    expect(one).not.toBe(two);
  });
});

describe("assets", () => {
  it("are kept for good under their hash, and checked without it", async () => {
    const page = await (await site.get("/")).text();
    const [, path = ""] = /href="(\/assets\/style\.css\?v=[\w-]+)"/u.exec(page) ?? [];
    const sheet = await site.get(path);
    expect(sheet.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(sheet.headers.get("content-type")).toBe("text/css; charset=utf-8");
    const unversioned = await site.get("/assets/style.css");
    expect(unversioned.headers.get("cache-control")).toBe("public, no-cache");
  });

  it("include every font that the stylesheet asks for", async () => {
    const css = await (await site.get("/assets/style.css")).text();
    const fonts = [...css.matchAll(/url\("([^"]+)"\)/gu)].map((match) => match[1] ?? "");
    expect(fonts.length).toBeGreaterThan(0);
    for (const path of fonts) {
      const font = await site.get(path);
      expect([path, font.status, font.headers.get("content-type")]).toEqual([
        path,
        200,
        "font/woff2",
      ]);
      expect(font.headers.get("cache-control")).toContain("immutable");
    }
  });

  it("are nothing but assets", async () => {
    for (const path of [
      "/assets/../package.json",
      "/assets/..%2Fpackage.json",
      "/assets/%2e%2e%2fpackage.json",
    ]) {
      expect((await site.raw(path)).status).toBe(404);
    }
  });
});
