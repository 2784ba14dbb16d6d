/** What is answered where something cannot be, and what the log says of it. */
import { connect } from "node:net";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { SearchOverloadedError, SearchTimeoutError } from "../../src/search/search-index.ts";
import { ErrorSchema } from "../../src/web/api-schemas.ts";
import { serve } from "../support/http.ts";
import { serveArchive } from "../support/served-archive.ts";

const { archive, site } = await serveArchive();

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
