/**
 * What is said to a real server and what it answers, recorded once, so that requests and decoding
 * are tested where no server is. Record anew with `npm run record:meilisearch`.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type AddressDocuments,
  addressDocuments,
} from "../../src/search/external/external-index.ts";
import { ServerRefusedError } from "../../src/search/external/server-errors.ts";
import { type Connection, createConnection } from "../../src/search/meilisearch/http-client.ts";
import { createIndexServer } from "../../src/search/meilisearch/index-server.ts";
import { createSetup } from "../../src/search/meilisearch/index-setup.ts";
import { createMeilisearchIndex } from "../../src/search/meilisearch/meilisearch-index.ts";
import { parseQuery } from "../../src/search/query/parse.ts";
import { createWiden } from "../../src/search/query/widen.ts";
import type { SearchRequest } from "../../src/search/search-index.ts";
import { readSynonyms } from "../../src/search/synonyms.ts";
import { createFactsTable } from "../../src/store/address-facts.ts";
import { createAddressReader } from "../../src/store/address-reader.ts";
import { startMeilisearch, type TestServer } from "../support/meilisearch-server.ts";
import { request } from "../support/request.ts";
import { type ArchiveFile, createArchiveFile } from "./archive-file.ts";

const FIXTURE = path.resolve(import.meta.dirname, "../fixtures/meilisearch/exchanges.json");
const recording = process.env.VERBATIM_RECORD === "meilisearch";

/** One request, and the answer as the server gave it but for times. */
type Exchange = {
  method: string;
  path: string;
  body: unknown;
  answer?: unknown;
  refused?: { status: number; code: string | null; message: string };
};
type Step = { name: string; exchanges: Exchange[]; result: unknown };

const MARK = { archive: "a1b2c3d4", build: "recorded", batch: 7 };
const NAMES = readSynonyms("- [Kyiv, Kiev]");
const SETUP = createSetup(NAMES, () => ["en", "uk"]);
const widen = createWiden(NAMES, ["en", "fr", "uk"]);

const question = (q: string, changes: Partial<SearchRequest> = {}) =>
  request(q, { sort: "newest", size: 20, ...changes });

/** Everything that is said, by name. */
const QUESTIONS: Record<string, SearchRequest> = {
  "nothing asked": question(""),
  "a word": question("grain"),
  "words, a phrase and an exclusion, by relevance": question('grain "no war" -peace', {
    sort: "relevance",
  }),
  "three facets and a range of dates": question("", {
    filters: { topic: ["grain"], country: ["DE", "UA"], organisation: ["un"] },
    dateFrom: 20220101,
  }),
  "an organisation, and none of another": question("organisation:un -org:nato"),
  "grouped by address": question("grain", { group: "address", sort: "oldest" }),
  "counts only": question("war", { size: 0 }),
  "a word with other stems in other languages": question("sanctions", { sort: "relevance" }),
  "a misspelled word": question("goverment grain"),
  "a misspelled word after letters of several bytes": question("зернво"),
  "a word with a synonym": question("Kiev", { tree: widen(parseQuery("Kiev").tree).tree }),
  "a word that is nothing like any other": question("xylophonist"),
};

describe("exchanges with a real Meilisearch", () => {
  let archive: ArchiveFile;
  let server: TestServer | null = null;
  let steps: Step[] = [];
  let step: Step = { name: "", exchanges: [], result: null };
  let replayed = 0;
  const real = createConnection();

  beforeAll(async () => {
    archive = createArchiveFile();
    fill(archive);
    await SETUP.prepare();
    if (recording) server = await startMeilisearch();
    else steps = JSON.parse(readFileSync(FIXTURE, "utf8")) as Step[];
  });
  afterAll(async () => {
    real.close();
    archive.remove();
    await server?.stop();
    if (recording) writeFileSync(FIXTURE, `${JSON.stringify(steps, null, 1)}\n`);
  });

  const connection: Connection = {
    close() {},
    async httpClient(url, init) {
      const { method = "GET", body } = init ?? {};
      const place = new URL(String(url));
      const said = { method, path: place.pathname + place.search, body: readBody(body) };
      if (recording) return record(said, () => real.httpClient(url, init));
      const known = step.exchanges[replayed++];
      expect(said).toEqual({ method: known?.method, path: known?.path, body: known?.body });
      if (!known?.refused) return known?.answer;
      throw new ServerRefusedError(known.refused.status, known.refused.code, known.refused.message);
    },
  };

  async function record(said: Exchange, send: () => Promise<unknown>): Promise<unknown> {
    const exchange: Exchange = { ...said };
    step.exchanges.push(exchange); // in the order of the requests, whichever is answered first
    try {
      const answer = await send();
      exchange.answer = timeless(answer);
      return answer;
    } catch (error) {
      if (!(error instanceof ServerRefusedError)) throw error;
      const { status, code, message } = error;
      exchange.refused = { status, code, message };
      throw error;
    }
  }

  /** Says something and compares what comes of it with what came of it when it was recorded. */
  async function say(name: string, what: () => Promise<unknown>): Promise<void> {
    replayed = 0;
    const known = steps.find((one) => one.name === name);
    step = recording ? { name, exchanges: [], result: null } : (known as Step);
    const result = JSON.parse(JSON.stringify((await what()) ?? null));
    if (recording) steps.push({ ...step, result });
    else expect(result).toEqual(step.result);
    if (!recording) expect(replayed).toBe(step.exchanges.length);
  }

  const settings = () => ({
    ...{ url: server?.url ?? "http://127.0.0.1:7700", key: server?.masterKey ?? "recorded" },
    ...{ indexUid: "recorded", setup: SETUP.current, connection },
  });

  test("documents and settings are written", async () => {
    const index = createIndexServer(settings());
    const reader = createAddressReader(archive.db);
    const addresses = [1, 2, 3, 4].map((id) => addressDocuments(reader, id) as AddressDocuments);
    if (recording) {
      await prepare(index, addresses);
    }
    await say("health of an index in step", () => index.health());
    await say("documents sent again", () => index.put("live", addresses, MARK));
    await say("older ones removed", () => index.removeOlder("live", [1, 2], MARK.batch));
    await say("a task that is not there", () => index.outcome(9999));
    await say("documents that are as they should be", () => index.differing(addresses));
  });

  /** What comes before the exchanges, and is no part of them: tasks that have to be waited for. */
  async function prepare(
    index: ReturnType<typeof createIndexServer>,
    addresses: AddressDocuments[],
  ) {
    const wait = async (task: number) => {
      for (;;) {
        const outcome = await index.outcome(task);
        if (outcome.state !== "pending") return outcome;
        await sleep(5);
      }
    };
    await index.openBuild(MARK, wait);
    await index.put("build", addresses, MARK);
    await index.swap(MARK, wait);
  }

  for (const [name, request] of Object.entries(QUESTIONS)) {
    test(name, async () => {
      const reader = createAddressReader(archive.db);
      const index = createMeilisearchIndex({
        ...settings(),
        ...{ reader, timeoutMs: 5000, expected: () => MARK },
        facts: createFactsTable(archive.db),
      });
      await say(name, () => index.search(request));
    });
  }

  test.runIf(!recording)("are there to be compared with", () => {
    expect(existsSync(FIXTURE)).toBe(true);
    expect(steps.length).toBe(Object.keys(QUESTIONS).length + 5);
  });
});

function fill(archive: ArchiveFile): void {
  const texts = [
    ["Grain, but no war. The government exports grain.", "Kyiv stands."],
    ["Peace and grain.", "Sanctions and more sanctions."],
    ["Зерно для світу. 🌾 Зерно!", "War over grain in Kiev."],
    ["A sanction sanctions the Government’s grain."],
  ];
  for (const [n, paragraphs] of texts.entries()) {
    archive.put({
      title: `Address ${n}`,
      date: ["2022-02-24", "2022", "2022-03-01", "1999-05"][n] as string,
      lang: ["en", "en", "uk", "fr"][n] as string,
      speaker: n % 2 ? "Nehru" : "Lincoln",
      collection: n === 0 ? "Union" : null,
      paragraphs: paragraphs.map((text, at) => ({
        text,
        topics: at === 0 ? ["grain"] : ["defence", "grain"],
        countries: n % 2 ? ["UA"] : ["DE", "UA"],
        organisations: n % 2 ? [] : ["un"],
      })),
    });
  }
}

/** JSON, or JSON lines. */
function readBody(body: unknown): unknown {
  if (typeof body !== "string") return null;
  const lines = body.split("\n").map((line) => JSON.parse(line) as unknown);
  return lines.length === 1 ? lines[0] : lines;
}

/** Without what is another each time. */
function timeless(answer: unknown): unknown {
  const drop = new Set(["processingTimeMs", "requestUid", "enqueuedAt", "createdAt", "updatedAt"]);
  return JSON.parse(
    JSON.stringify(answer ?? null, (key, value) => (drop.has(key) ? undefined : value)),
  );
}
