import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { createAddressReader } from "../../src/store/address-reader.ts";
import { openDatabase } from "../../src/store/database.ts";
import { CLI } from "../support/command-line.ts";
import { openImportBench, writeFolder } from "../support/import.ts";
import { signalledAt } from "../support/signals.ts";

const TEXT = Array.from(
  { length: 60 },
  (_, i) => `Paragraph ${i} speaks of grain and of Ukraine.`,
).join("\n\n");
const line = (id: string, text = TEXT) =>
  `${JSON.stringify({ id, title: `Address ${id}`, date: "2022-09-28", lang: "en", text })}\n`;

/** Whatever is in the archive is whole: counts agree, nothing points nowhere, every word is there. */
function expectWhole(file: string): number {
  const db = openDatabase(file);
  const reader = createAddressReader(db);
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(db.pragma("foreign_key_check")).toEqual([]);
  const addresses = reader.addresses(1_000_000);
  for (const { id, paragraphCount } of addresses) {
    const { paragraphs, revisions } = reader.wholeAddress(id);
    expect(paragraphs.map((p) => p.text).join("\n\n")).toBe(TEXT);
    expect(paragraphs).toHaveLength(paragraphCount);
    expect(revisions).toHaveLength(1);
    expect(reader.rawInput(id, 1)?.toString()).toContain("Paragraph 59");
  }
  const indexed = db.prepare("SELECT count(*) FROM search_words").pluck().get();
  expect(indexed).toBe(addresses.length * 60);
  db.close();
  return addresses.length;
}

describe("an import that is killed", () => {
  it("leaves whole addresses only, and the next run does the rest", async () => {
    const total = 60;
    const lines = Array.from({ length: total }, (_, i) => line(`n${i}`)).join("");
    const folder = writeFolder({ "many.jsonl": lines });
    const file = path.join(folder, "archive.db");
    const command = [CLI, "import", path.join(folder, "many.jsonl")];
    const env = { ...process.env, VERBATIM_DB: file };
    const run = (...options: string[]) =>
      promisify(execFile)(process.execPath, [...options, ...command], { env });
    let done = 0;
    for (const time of [1, 20]) {
      const killed = run(...signalledAt("SIGKILL", { says: "created", time }));
      await expect(killed).rejects.toMatchObject({ signal: "SIGKILL" });
      const now = expectWhole(file);
      expect(now).toBeGreaterThan(done);
      expect(now).toBeLessThan(total);
      done = now;
    }
    expect((await run()).stdout).toMatch(/ unchanged, 0 failed/);
    expect(expectWhole(file)).toBe(total);
  });
});

describe("an archive that cannot take more", () => {
  it("because the disk is full keeps what it had, and says so", async () => {
    const folder = writeFolder({
      "many.jsonl": Array.from({ length: 200 }, (_, i) => line(`n${i}`)).join(""),
    });
    const bench = openImportBench(path.join(folder, "archive.db"));
    bench.take({ id: "before", text: TEXT });
    const pages = bench.db.pragma("page_count", { simple: true }) as number;
    bench.db.pragma(`max_page_count = ${pages + 40}`);
    await expect(bench.takeFiles([folder])).rejects.toMatchObject({ code: "SQLITE_FULL" });
    expect(bench.db.inTransaction).toBe(false);
    bench.db.pragma("max_page_count = 1000000");
    const inside = bench.reader.summary();
    expect(inside.paragraphs).toBe(inside.addresses * 60);
    expect(bench.db.prepare("SELECT count(*) FROM paragraph").pluck().get()).toBe(
      inside.paragraphs,
    );
    expect((await bench.takeFiles([folder])).summary).toMatchObject({
      failed: 0,
      unchanged: inside.addresses - 1,
    });
  });

  it("because it is read-only rejects before anything is lost", async () => {
    const folder = writeFolder({ "a.jsonl": line("a") });
    const bench = openImportBench(path.join(folder, "archive.db"));
    bench.db.pragma("query_only = ON");
    await expect(bench.takeFiles([folder])).rejects.toMatchObject({ code: "SQLITE_READONLY" });
    bench.db.pragma("query_only = OFF");
    expect((await bench.takeFiles([folder])).summary).toMatchObject({ created: 1 });
  });

  it("because an index refuses keeps neither words nor tags of that address", () => {
    const bench = openImportBench();
    bench.take({ text: "One.\n\nTwo." });
    const before = bench.whole();
    bench.index.putAddress = () => {
      throw new Error("index is broken");
    };
    expect(() => bench.take({ text: "One.\n\nThree." })).toThrow("index is broken");
    expect(bench.whole()).toEqual(before);
    expect(bench.reader.version()).toBe(1);
  });

  it("because another process writes is waited for", () => {
    const file = path.join(writeFolder({}), "archive.db");
    const bench = openImportBench(file);
    const other = openDatabase(file);
    other.pragma("busy_timeout = 50");
    bench.db.exec("BEGIN IMMEDIATE");
    expect(() => other.exec("BEGIN IMMEDIATE")).toThrow(/locked/);
    bench.db.exec("COMMIT");
    other.exec("BEGIN IMMEDIATE; COMMIT");
    other.close();
  });
});
