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
  const progress = { of: 1000, sent: 0, taken: 0 };
  report({ state: "rebuilding", progress }, true);
  goOn(6, { state: "rebuilding", progress: { ...progress, sent: 1000 } }, true);
  report({ state: "rebuilding", progress: { ...progress, sent: 1000, taken: 125 } }, true);
  goOn(2, { state: "rebuilding", progress: { ...progress, sent: 1000, taken: 999 } }, true);
  expect(said).toEqual([
    "0 %: 0 of 1000 paragraphs taken in by Meilisearch, 0 sent · 0 s\n",
    "12 %: 125 of 1000 paragraphs taken in by Meilisearch, 1000 sent · 6 s, about 42 s left\n",
    "99 %: 999 of 1000 paragraphs taken in by Meilisearch, 1000 sent · 6 s\n",
  ]);
});

test("a line comes every now and then while the server is at one piece of work, and time left does not rise", () => {
  const progress = { of: 1000, sent: 1000, taken: 0 };
  goOn(15, { state: "rebuilding", progress }, true);
  goOn(31, { state: "rebuilding", progress: { ...progress, taken: 500 } }, true);
  expect(said.map((line) => line.replace(/.*sent · /, ""))).toEqual([
    "0 s\n",
    "10 s\n",
    "15 s, about 15 s left\n",
    "25 s, about 5 s left\n",
    "35 s\n",
    "45 s\n",
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
