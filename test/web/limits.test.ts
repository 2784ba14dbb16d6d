/** How often one may ask, and what machines that watch the site are told. */

import { describe, expect, it } from "vitest";
import type { ExternalStatus } from "../../src/search/resilient-index.ts";
import { ErrorSchema } from "../../src/web/api-schemas.ts";
import { serve } from "../support/http.ts";
import { serveArchive } from "../support/served-archive.ts";

const { archive, site } = await serveArchive();

describe("limits and probes", () => {
  it("turn away who asks too often, but not the probes", async () => {
    const limited = await serve({ ...archive.context, rateLimitPerMinute: 3 });
    const statuses = [];
    for (let i = 0; i < 5; i++) statuses.push((await limited.get("/api/v1/addresses")).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const refused = await limited.get("/api/v1/addresses");
    expect(ErrorSchema.parse(await refused.json()).error.code).toBe("too_many_requests");
    expect((await limited.get("/healthz")).status).toBe(200);
    await limited.close();
  });

  it("believe no forwarded address unless a proxy is trusted", async () => {
    const limited = await serve({ ...archive.context, rateLimitPerMinute: 1 });
    const statuses = [];
    for (const ip of ["192.0.2.1", "192.0.2.2"]) {
      const answer = await limited.get("/feed.atom", { headers: { "X-Forwarded-For": ip } });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([200, 429]);
    await limited.close();
  });

  it("refuse more parameters than are read, instead of leaving some out unsaid", async () => {
    const ask = (n: number) => site.get(`/search.jsonl?${"topic=a&".repeat(n - 1)}topic=b`);
    expect((await ask(1000)).status).toBe(200);
    const refused = await ask(1001);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("1001 parameters; 1000 are possible");
  });

  it("tell when the archive cannot be read", async () => {
    const reader = {
      ...archive.context.reader,
      version: () => {
        throw new Error("disk");
      },
    };
    const unready = await serve({ ...archive.context, reader });
    expect((await unready.get("/readyz")).status).toBe(503);
    expect((await unready.get("/healthz")).status).toBe(200);
    await unready.close();
  });

  it("tell how the search server does, on the probe, in metrics and in a line of the page, and stay ready", async () => {
    const externalStatus = (): ExternalStatus => ({
      target: "http://127.0.0.1:7700, paragraphs",
      search: {
        state: "away",
        reason: "refused",
        advice: null,
        answered: { external: 3, embedded: 5 },
        failures: 1,
      },
      sync: {
        state: "failing",
        waiting: 7,
        refused: [{ addressId: 5, slug: "1992-address-2", reason: "too long" }],
        advice: "Give it another MEILI_INDEX.",
        error: null,
        progress: null,
        rebuiltBecause: null,
      },
    });
    const behind = await serve({ ...archive.context, externalStatus });
    const probe = await behind.get("/readyz");
    expect(probe.status).toBe(200);
    expect(await probe.json()).toMatchObject({
      searchServer: {
        state: "away",
        reason: "Give it another MEILI_INDEX.",
        waiting: 7,
        refused: ["1992-address-2"],
      },
    });
    const numbers = await (await behind.get("/metrics")).text();
    expect(numbers).toContain("verbatim_search_server_well 0");
    expect(numbers).toContain("verbatim_search_server_answered_instead 5");
    const page = await (await behind.get("/search?q=grain")).text();
    expect(page).toContain("The search server is away; the built-in engine answers");
    expect(await (await site.get("/search?q=grain")).text()).not.toContain("search server");
    await behind.close();
  });

  it("serve metrics only where they are configured", async () => {
    expect(await (await site.get("/metrics")).text()).toContain("http_request_duration_seconds");
    const without = await serve({ ...archive.context, metrics: false });
    expect((await without.get("/metrics")).status).toBe(404);
    await without.close();
  });
});
