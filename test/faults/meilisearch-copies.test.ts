/** Two archives, or two files of one, use one index: a copy takes itself for the archive. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readSynonyms, type Synonyms } from "../../src/search/synonyms.ts";
import { type ArchiveFile, createArchiveFile } from "../contract/archive-file.ts";
import { createIndexedArchive, type IndexedArchive } from "../support/meilisearch-archive.ts";
import {
  adminClient,
  describeMeilisearch,
  openMeilisearch,
  type TestServer,
} from "../support/meilisearch-server.ts";
import { request } from "../support/request.ts";

describeMeilisearch("When one index is used twice", () => {
  let server: TestServer;
  const archives: ArchiveFile[] = [];
  const opened: IndexedArchive[] = [];

  beforeAll(async () => {
    server = await openMeilisearch();
  });
  afterAll(async () => {
    for (const indexed of opened) await indexed.close();
    for (const archive of archives) archive.remove();
    await server?.stop();
  });

  function open(archive: ArchiveFile, uid: string, synonyms: Synonyms = []): IndexedArchive {
    const indexed = createIndexedArchive({
      ...{ url: server.url, key: server.masterKey, indexUid: server.indexUid(uid), archive },
      synonyms,
      intervals: { check: 300, recheck: 50, retry: 50 },
    });
    opened.push(indexed);
    return indexed;
  }

  /** Two files with the same content and the same name for themselves. */
  function twins(): [ArchiveFile, ArchiveFile] {
    const [one, other] = [createArchiveFile(), createArchiveFile()];
    archives.push(one, other);
    for (let n = 0; n < 40; n++) {
      for (const archive of [one, other]) {
        archive.put({ title: `${n}`, date: "1999", paragraphs: [{ text: `Grain, number ${n}.` }] });
      }
    }
    return [one, other];
  }

  function copyState(from: ArchiveFile, to: ArchiveFile): void {
    const state = from.db
      .prepare("SELECT archive, target, build, batch, confirmed, complete FROM index_state")
      .get();
    to.db
      .prepare(
        `UPDATE index_state SET archive = :archive, target = :target, build = :build, batch = :batch,
          confirmed = :confirmed, complete = :complete`,
      )
      .run(state);
    to.db.exec("DELETE FROM index_queue");
  }

  test("another archive that takes the index is told apart, and neither is answered wrongly", async () => {
    const [one, other] = twins();
    const first = open(one, "taken");
    first.sync.start();
    await first.inStep();
    const second = open(other, "taken");
    second.put({ title: "Other", date: "2024", paragraphs: [{ text: "Grain of another." }] });
    second.sync.start();
    await second.inStep();
    const { answeredBy, ...result } = await first.resilient().search(request("grain"));
    expect(answeredBy).toBe("fts5");
    expect(result).toEqual(await first.fts5.search(request("grain")));
    await expect
      .poll(() => first.sync.status().error?.message)
      .toMatch("Another archive has taken the index");
    await sleep(300); // room for a fight over it
    await expect.poll(() => second.sync.status().state).toBe("in step");
  });

  test("a copy of the archive's file: one of both stops and says so, the other is in step, and no good address is refused", async () => {
    const files = twins();
    const one = open(files[0], "copied");
    one.sync.start();
    await one.inStep();
    copyState(files[0], files[1]);
    const other = open(files[1], "copied");
    other.sync.start();
    one.put({ title: "one's", date: "2001", paragraphs: [{ text: "Grain of one." }] });
    other.put({ title: "other's", date: "2002", paragraphs: [{ text: "Grain of the other." }] });
    const both = [one, other];
    const told = () => both.map(({ sync }) => sync.status().error?.message ?? "").join("");
    await expect.poll(told).toMatch("a copy of this archive's file is in use");
    expect(both.some(({ sync }) => /MEILI_INDEX/.test(sync.status().advice ?? ""))).toBe(true);
    const states = () => both.map(({ sync }) => sync.status().state).sort();
    await expect.poll(states, { interval: 500 }).toEqual(["failing", "in step"]);
    for (const indexed of both) {
      expect(indexed.sync.status().refused).toEqual([]);
      const index = indexed.resilient();
      const ask = request("grain", { sort: "newest", size: 20 });
      const { answeredBy: _, ...result } = await index.search(ask);
      expect(result).toEqual(await indexed.fts5.search(ask));
      expect(result.total).toBe(41);
    }
  });

  test("a file put back from a backup has its index rebuilt, once", async () => {
    const [file, backup] = twins();
    const before = open(file, "restored");
    before.sync.start();
    await before.inStep();
    copyState(file, backup);
    before.put({ title: "lost", date: "2001", paragraphs: [{ text: "Grain." }] });
    before.sync.rebuild();
    await expect.poll(() => before.sync.status().rebuiltBecause).toBe("it was asked for");
    await before.inStep();
    await before.sync.stop();
    const restored = open(backup, "restored");
    restored.sync.start();
    await restored.inStep();
    expect(restored.sync.status()).toMatchObject({ state: "in step", error: null });
    expect((await restored.meilisearch.search(request("grain"))).total).toBe(40);
  });

  test("two processes of one archive with other synonyms: the one that does not send says why, once", async () => {
    const [file] = twins();
    const sender = open(file, "synonyms");
    sender.sync.start();
    await sender.inStep();
    const other = open(file, "synonyms", readSynonyms("- [grain, wheat]"));
    await other.prepare();
    other.sync.start();
    const warn = vi.fn();
    const index = other.resilient({ log: { info() {}, warn } });
    for (let n = 0; n < 3; n++) {
      expect((await index.search(request("grain"))).answeredBy).toBe("fts5");
    }
    const reason = expect.stringMatching("the same VERBATIM_SYNONYMS");
    expect(index.status()).toMatchObject({ state: "behind", reason });
    expect(warn.mock.calls).toEqual([[{ reason }, "the index is behind"]]);
  });

  test("documents for an index that is gone are no fault of theirs: they are sent again", async () => {
    const indexed = open(twins()[0], "gone");
    const client = adminClient(server);
    const task = await client
      .index(server.indexUid("gone"))
      .addDocuments([{ id: 1 }, { mark: true }])
      .waitTask();
    expect(task.error?.code).toBe("missing_document_id");
    expect(await indexed.server.outcome(task.uid)).toMatchObject({
      state: "failed",
      lasting: false,
    });
  });
});
