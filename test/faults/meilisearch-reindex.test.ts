/** The command that rebuilds the index, as somebody runs it: what it says, and Ctrl-C. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHold } from "../../src/search/external/hold.ts";
import { INTERVALS } from "../../src/search/external/sync-index.ts";
import { COUNT_EVERYTHING } from "../../src/search/search-index.ts";
import { createIndexQueue } from "../../src/store/index-queue.ts";
import { type ArchiveFile, createArchiveFile } from "../contract/archive-file.ts";
import { createIndexedArchive } from "../support/meilisearch-archive.ts";
import {
  describeOwnMeilisearch,
  type OwnServer,
  startMeilisearch,
} from "../support/meilisearch-server.ts";
import { type Moment, signalledAt } from "../support/signals.ts";

const BEGUN: Moment = { says: "0 %: ", on: "stderr" };

describeOwnMeilisearch("The command reindex", () => {
  let server: OwnServer;
  let archive: ArchiveFile;
  beforeAll(async () => {
    server = await startMeilisearch({ masterKey: "" });
    archive = createArchiveFile();
    for (let n = 0; n < 20; n++) {
      const paragraphs = Array.from({ length: 100 }, (_, m) => ({ text: `grain ${n} corn ${m}` }));
      archive.put({ title: `Address ${n}`, date: "2022", paragraphs });
    }
  });
  afterAll(async () => {
    archive.remove();
    await server.stop();
  });

  const env = () => ({
    PATH: process.env.PATH,
    MEILI_URL: server.url,
    MEILI_INDEX: "command",
    VERBATIM_DB: archive.file,
  });

  /** @param moment at which it gets the signal */
  async function run(moment: Moment | null = null, signal: NodeJS.Signals = "SIGINT") {
    const options = moment === null ? [] : signalledAt(signal, moment);
    const child = spawn(process.execPath, [...options, "src/cli.ts", "reindex"], { env: env() });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        said += chunk;
      });
    }
    const [code] = await once(child, "close");
    return { code, said };
  }

  /** As a server of the archive does that is busy with something else. @returns ends it */
  function holdArchive(): () => void {
    const queue = createIndexQueue(archive.db);
    const hold = createHold(queue, "the server of the archive", INTERVALS.hold);
    hold.keep();
    const timer = setInterval(hold.keep, INTERVALS.hold / 10);
    return () => {
      clearInterval(timer);
      hold.release();
    };
  }

  test("says how much the server has taken in; stopped by Ctrl-C, how to go on, and leaves an archive that is kept in step", async () => {
    const stopped = await run(BEGUN);
    expect(stopped.said).toMatch(
      /answered as before; to rebuild .*command, run the same command again/,
    );
    expect(stopped.code).toBe(130);

    const rebuilt = await run();
    expect(rebuilt.said).toContain("0 %: 0 of 2000 paragraphs taken in by Meilisearch");
    expect(rebuilt.said).toContain("command is rebuilt: 2000 paragraphs in ");
    expect(rebuilt.code).toBe(0);

    expect((await run(BEGUN)).code).toBe(130);
    archive.put({ title: "Later", date: "2023", paragraphs: [{ text: "barley" }] });
    const indexed = createIndexedArchive({
      ...{ url: server.url, key: null, indexUid: "command" },
      archive,
    });
    indexed.sync.start();
    await indexed.inStep();
    expect(await indexed.meilisearch.search(COUNT_EVERYTHING)).toMatchObject({ total: 2001 });
    await indexed.close();
  });

  test("stopped by a connection that drops takes its wish back: nothing is rebuilt later", async () => {
    const { code, said } = await run(BEGUN, "SIGHUP");
    expect(code).toBe(129);
    expect(said).toContain("run the same command again");
    expect(createIndexQueue(archive.db).requests()).toEqual([]);
  });

  test("says at once that the server of the archive is to do it", async () => {
    const release = holdArchive();
    const asked = "The server of this archive is asked to rebuild it, since ";
    const { code, said } = await run({ says: asked, on: "stderr" });
    expect(said).not.toContain(" %");
    expect(code).toBe(130);
    release();
  });

  const noTerminal = spawnSync("script", ["--version"]).status !== 0;
  test.skipIf(noTerminal)(
    "takes its wish back where its terminal is closed, to which it can no longer write",
    async () => {
      const queue = createIndexQueue(archive.db);
      const { build } = queue.state();
      const release = holdArchive();
      const command = `'${process.execPath}' src/cli.ts reindex`;
      const terminal = spawn("script", ["-qec", command, "/dev/null"], { env: env() });
      await expect.poll(() => queue.requests(), { timeout: 10_000 }).toHaveLength(1);
      terminal.kill("SIGKILL");
      await expect.poll(() => queue.requests(), { timeout: 10_000 }).toEqual([]);
      expect(queue.state().build).toBe(build);
      release();
    },
  );

  test("says in one line why it cannot, where the server is away", async () => {
    await server.kill();
    const { code, said } = await run();
    expect(code).toBe(1);
    expect(said.trim().split("\n")).toHaveLength(1);
    expect(said).toContain("ECONNREFUSED");
    await server.start();
  });
});
