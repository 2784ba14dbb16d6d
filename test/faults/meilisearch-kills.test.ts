/**
 * Kills the server, or the process that keeps it in step, at random moments of a rebuild and around
 * the swap. VERBATIM_KILLS sets how often (3 unless told).
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addressDocuments } from "../../src/search/external/external-index.ts";
import type { ResilientIndex } from "../../src/search/external/resilient-index.ts";
import { documentsOf, type ParagraphDocument } from "../../src/search/meilisearch/documents.ts";
import { createIndexedArchive, type IndexedArchive } from "../support/meilisearch-archive.ts";
import {
  adminClient,
  describeOwnMeilisearch,
  type OwnServer,
  startMeilisearch,
} from "../support/meilisearch-server.ts";
import { random } from "../support/random.ts";
import { request } from "../support/request.ts";

const KILLS = Number(process.env.VERBATIM_KILLS ?? 3);
const AGREE_WITHIN_MS = 60_000;
const SYNC_PROCESS = path.resolve(import.meta.dirname, "../support/sync-process.ts");
const WORDS = "grain war peace export nation speech wheat treaty border winter".split(" ");

const ask = (q: string) => request(q, { sort: "newest", size: 20 });

describeOwnMeilisearch(`Killed ${KILLS} times in a rebuild`, () => {
  let server: OwnServer;
  let indexed: IndexedArchive;
  let index: ResilientIndex;
  let child: ChildProcess | null = null;
  /** The last of what the processes that send had to say; told when a round fails. */
  let complaints = "";
  const next = random(20220928);
  const sentence = () =>
    Array.from({ length: 12 }, () => WORDS[Math.floor(next() * WORDS.length)]).join(" ");
  const put = (n: number) =>
    indexed.put({
      title: `Address ${n}`,
      date: `${1900 + (n % 120)}`,
      paragraphs: Array.from({ length: 15 }, () => ({ text: sentence(), topics: ["grain"] })),
    });

  beforeAll(async () => {
    server = await startMeilisearch();
    indexed = createIndexedArchive({ url: server.url, key: server.masterKey, indexUid: "kills" });
    for (let n = 0; n < 60; n++) put(n);
    index = indexed.resilient({ onBehind: () => {}, tryAfter: 300 });
  });
  afterAll(async () => {
    await killChild();
    await index?.close();
    await indexed?.close();
    await server?.stop();
  });

  function startChild(rebuild: "yes" | "no"): ChildProcess {
    const args = [
      SYNC_PROCESS,
      indexed.archive.file,
      server.url,
      server.masterKey,
      "kills",
      rebuild,
    ];
    const started = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
    started.stderr.on("data", (text: Buffer) => {
      complaints = `${complaints}${text}`.slice(-2000);
    });
    child = started;
    return started;
  }

  async function killChild(): Promise<void> {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill("SIGKILL");
    await ended;
  }

  /** Waits for a random moment of the rebuild, in every other round one around the swap. */
  async function untilMoment(round: number, running: ChildProcess): Promise<void> {
    if (round % 4 < 2) return void (await sleep(300 + next() * 2500));
    const signal = AbortSignal.timeout(AGREE_WITHIN_MS);
    await once(running.stdout as Readable, "data", { signal }).catch((cause) => {
      const state = JSON.stringify({ round, state: indexed.queue.state() });
      throw new Error(`no swap: ${state}\n${complaints}`, { cause });
    });
    await sleep(next() * 60);
  }

  /** @throws with what there is to know when it takes too long */
  async function agreed(round: number): Promise<void> {
    const until = Date.now() + AGREE_WITHIN_MS;
    while (indexed.queue.expected() === null || indexed.queue.state().nextBuild !== null) {
      if (Date.now() > until) {
        const client = adminClient(server);
        const { results } = await client.tasks.getTasks({ limit: 8 });
        const tasks = results.map(({ uid, type, status, error }) => ({ uid, type, status, error }));
        const state = JSON.stringify({ round, state: indexed.queue.state(), tasks }, null, 1);
        throw new Error(`no agreement: ${state}\n${complaints}`);
      }
      await sleep(20);
    }
  }

  async function documentsInIndex(): Promise<Map<string, string>> {
    const client = adminClient(server);
    const { results } = await client
      .index("kills")
      .getDocuments<ParagraphDocument>({ limit: 10_000 });
    return contents(results.filter(({ id }) => id !== undefined));
  }

  function documentsInStore(): Map<string, string> {
    const ids = indexed.queue.addressIds(0, 10_000);
    const all = ids.flatMap((id) => addressDocuments(indexed.reader, id) ?? []);
    return contents(all.flatMap(({ address, paragraphs }) => documentsOf(address, paragraphs, 0)));
  }

  function contents(documents: ParagraphDocument[]): Map<string, string> {
    return new Map(
      documents
        .map(({ batch: _batch, ...rest }): [string, string] => [
          rest.key,
          JSON.stringify(Object.entries(rest).sort()),
        ])
        .sort(),
    );
  }

  test(
    "index and store agree each time, and no search fails",
    async () => {
      const report = { searches: 0, external: 0, slowestAgreement: 0 };
      let searching = true;
      const searches = (async () => {
        while (searching) {
          const q = WORDS[report.searches % WORDS.length] ?? "";
          const { total } = await index.search(ask(q));
          expect(total).toBeGreaterThan(0);
          report.searches++;
          await sleep(5);
        }
      })();
      for (let round = 0; round < KILLS; round++) {
        const running = startChild("yes");
        const moment = untilMoment(round, running);
        await sleep(next() * 500);
        if (round % 3 === 0) put(Math.floor(next() * 60)); // what is written meanwhile
        await moment;
        if (round % 2 === 0) {
          await killChild();
          startChild("no");
        } else {
          await server.kill();
          await sleep(next() * 300);
          await server.start();
        }
        const before = Date.now();
        await agreed(round);
        expect(await documentsInIndex()).toEqual(documentsInStore());
        report.slowestAgreement = Math.max(report.slowestAgreement, Date.now() - before);
        await killChild();
      }
      searching = false;
      await searches;
      report.external = index.status().answered.external;
      console.log(`${KILLS} kills: ${JSON.stringify(report)}`);
      expect(report.external).toBeGreaterThan(0);
    },
    KILLS * AGREE_WITHIN_MS,
  );
});
