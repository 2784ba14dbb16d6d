/** What `reindex` says while it works or waits, where there is no terminal. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createReindexReport } from "../../src/cli-reindex.ts";
import type { SyncStatus } from "../../src/search/external/sync-index.ts";

let said: string[];
let report: (status: Partial<SyncStatus>, hasBegun: boolean) => void;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance", "Date"], now: new Date(2026, 0, 2, 3, 4, 5) });
  said = [];
  const stream = { isTTY: false, write: (line: string) => void said.push(line) };
  const made = createReindexReport(stream as unknown as NodeJS.WriteStream);
  report = (status, hasBegun) => made.report({ progress: null, ...status } as SyncStatus, hasBegun);
});
afterEach(() => void vi.useRealTimers());

/** As the command does: told again and again how it stands. */
function goOn(seconds: number, status: Partial<SyncStatus>, hasBegun: boolean): void {
  for (let n = 0; n < seconds * 10; n++) {
    vi.advanceTimersByTime(100);
    report(status, hasBegun);
  }
}

test("percent and time left go by what the server has taken in, however much is sent", () => {
  report({ state: "rebuilding", progress: { of: 1000, sent: 0, taken: 0 } }, true);
  goOn(6, { state: "rebuilding", progress: { of: 1000, sent: 1000, taken: 125 } }, true);
  goOn(1, { state: "rebuilding", progress: { of: 1000, sent: 1000, taken: 999 } }, true);
  expect(said).toEqual([
    "0 %: 0 of 1000 paragraphs taken in by Meilisearch, 0 sent · 0 s\n",
    "12 %: 125 of 1000 paragraphs taken in by Meilisearch, 1000 sent · 0 s, about 1 s left\n",
    "99 %: 999 of 1000 paragraphs taken in by Meilisearch, 1000 sent · 6 s, about 0 s left\n",
  ]);
});

test("a line comes every now and then while the server is at one piece of work", () => {
  goOn(21, { state: "rebuilding", progress: { of: 1000, sent: 1000, taken: 500 } }, true);
  expect(said.map((line) => line.replace(/.*sent · /, ""))).toEqual([
    "0 s, about 0 s left\n",
    "10 s, about 10 s left\n",
    "20 s, about 20 s left\n",
  ]);
});

test("where the server of the archive does it, that is said at once, with since when, and then now and then", () => {
  report({ state: "standby" }, false);
  expect(said).toEqual(["The server of this archive is asked to rebuild it, since 03:04:05.\n"]);
  goOn(22, { state: "standby" }, true);
  expect(said.slice(1)).toEqual([
    "The server of this archive rebuilds it, since 03:04:05; its /readyz says how far it is.\n",
    "The server of this archive rebuilds it, since 03:04:05: 10 s.\n",
    "The server of this archive rebuilds it, since 03:04:05: 20 s.\n",
  ]);
});

test("a server that had begun before is not said to have begun just now", () => {
  report({ state: "standby" }, true);
  expect(said).toEqual([
    "The server of this archive rebuilds it, since 03:04:05 or before; its /readyz says how far it is.\n",
  ]);
});
