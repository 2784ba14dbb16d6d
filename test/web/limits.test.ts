/** How often one may ask, and what machines that watch the site are told. */

import { describe, expect, it } from "vitest";
import type { ExternalStatus } from "../../src/search/external/resilient-index.ts";
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
        fault: { kind: "http_5xx", status: 503 },
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
        stalled: false,
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
        fault: "http_5xx",
        waiting: 7,
        refused: ["1992-address-2"],
      },
    });
    const numbers = await (await behind.get("/metrics")).text();
    expect(numbers).toContain("verbatim_search_server_well 0");
    expect(numbers).toContain("verbatim_search_server_answered_instead 5");
    expect(numbers).toContain('verbatim_search_server_fault{kind="http_5xx"} 1');
    expect(numbers).toContain('verbatim_search_server_fault{kind="refused"} 0');
    const page = await (await behind.get("/search?q=grain")).text();
    const [, below] = page.split('<ol class="hits">');
    expect(below).toContain("The search server is away; the built-in engine answers");
    expect(await (await site.get("/search?q=grain")).text()).not.toContain("search server");
    await behind.close();
  });

  const WELL: ExternalStatus = {
    target: "http://10.0.0.1:7700, paragraphs",
    search: {
      ...{ state: "well", reason: null, advice: null, fault: null },
      ...{ answered: { external: 0, embedded: 0 }, failures: 0 },
    },
    sync: {
      ...{ state: "in step", waiting: 0, refused: [], advice: null, error: null },
      ...{ progress: null, stalled: false, rebuiltBecause: null },
    },
  };
  const refusals = [{ addressId: 5, slug: "1992-address-2", reason: "too long for 10.0.0.1" }];
  it.each([
    ["nothing is wrong", {}, {}, null, null],
    [
      "the server fails",
      { state: "away", reason: "http://10.0.0.1", fault: { kind: "http_5xx", status: 503 } },
      {},
      "http_5xx",
      "It is not asked: the server says that it fails (HTTP 503); the log has the rest",
    ],
    [
      "the server is away and nothing was asked of it yet",
      { state: "behind", reason: "It has not been asked yet" },
      {
        state: "failing",
        error: { message: "10.0.0.1", fault: { kind: "refused", status: null }, at: "" },
      },
      "refused",
      "Its index is not kept in step: connections to the server are refused; the log has the rest",
    ],
    [
      "the server does not get done with its work",
      { state: "behind", reason: "It is being brought up to date" },
      { state: "rebuilding", stalled: true },
      null,
      expect.stringMatching("its own log says why"),
    ],
    [
      "addresses were refused",
      { state: "behind", reason: "It is being brought up to date" },
      { refused: refusals },
      null,
      "It refuses the addresses under `refused`: FTS5 answers until they are mended",
    ],
  ] as const)(
    "tell the kind of what is wrong, without what names hosts, where %s",
    async (_, search, sync, fault, reason) => {
      const externalStatus = () =>
        ({
          ...WELL,
          search: { ...WELL.search, ...search },
          sync: { ...WELL.sync, ...sync },
        }) as ExternalStatus;
      const served = await serve({ ...archive.context, externalStatus });
      const answer = await (await served.get("/readyz")).text();
      expect(JSON.parse(answer)).toMatchObject({ searchServer: { fault, reason } });
      expect(answer).not.toContain("10.0.0.1");
      await served.close();
    },
  );

  it("tell how far a rebuild has come, in numbers, while there is one", async () => {
    let sync = { ...WELL.sync, state: "rebuilding", progress: { of: 90, sent: 40, taken: 12 } };
    const externalStatus = () => ({ ...WELL, sync }) as ExternalStatus;
    const served = await serve({ ...archive.context, externalStatus });
    const rebuild = async () =>
      JSON.parse(await (await served.get("/readyz")).text()).searchServer.rebuild;
    expect(await rebuild()).toEqual({ takenIn: 12, sent: 40, of: 90 });
    sync = { ...sync, state: "in step" };
    expect(await rebuild()).toBeNull();
    await served.close();
  });

  it("serve metrics only where they are configured", async () => {
    expect(await (await site.get("/metrics")).text()).toContain("http_request_duration_seconds");
    const without = await serve({ ...archive.context, metrics: false });
    expect((await without.get("/metrics")).status).toBe(404);
    await without.close();
  });
});
