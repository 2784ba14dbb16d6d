/** What every route has in common: headers, methods, conditional requests; and assets. */
import { beforeAll, describe, expect, it } from "vitest";
import { serve } from "../support/http.ts";
import { serveArchive } from "../support/served-archive.ts";

const { archive, site } = await serveArchive();
let key: string;

beforeAll(async () => {
  const { found } = archive.context.reader.lookupSlug(
    "2022-09-28-evening-address-on-grain-and-power",
  ) as { found: { id: number } };
  key = archive.context.reader.wholeAddress(found.id).paragraphs[0]?.key ?? "";
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
