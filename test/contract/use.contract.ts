import { describe, expect } from "vitest";
import { SearchOverloadedError, SearchTimeoutError } from "../../src/search/search-index.ts";
import { request } from "../support/request.ts";
import { ARCHIVE, type Harness, promisesOf } from "./harness.ts";

/** What holds while an archive is written to and asked much. */
export function useContract(harness: Harness): void {
  const promise = promisesOf(harness);
  describe("keeps up", () => {
    promise("with every write as soon as it is done", async () => {
      const archive = await harness.create(ARCHIVE);
      const total = async (q: string) => (await archive.index.search(request(q))).total;
      expect(await total("zebra")).toBe(0);
      const address = { title: "Zoo", date: "2023", paragraphs: [{ text: "A zebra." }] };
      await archive.put(address);
      expect(await total("zebra")).toBe(1);
      expect(await total("title:zoo")).toBe(1);
      await archive.put({ ...address, paragraphs: [{ text: "A zebra." }, { text: "Zebras!" }] });
      expect(await total("zebra")).toBe(2);
      await archive.put({ ...address, date: "1999", paragraphs: [{ text: "Zebras!" }] });
      expect(await total("zebra")).toBe(1);
      expect(await total("zebra year:1999")).toBe(1);
      await archive.put({ ...address, paragraphs: [{ text: "Nothing." }] });
      expect(await total("zebra")).toBe(0);
      await archive.close();
    });
    promise("from an empty archive on", async () => {
      const archive = await harness.create([]);
      for (const q of ["", "grain", '"grain"', "-grain", "title:grain", "topic:x gr*"]) {
        expect((await archive.index.search(request(q))).total).toBe(0);
      }
      await archive.put({ title: "A", date: "2022", paragraphs: [{ text: "grain" }] });
      expect((await archive.index.search(request("grain"))).total).toBe(1);
      await archive.close();
    });
  });

  describe("under load", () => {
    promise("refuses what it cannot answer soon, and answers the rest", async () => {
      const archive = await harness.create(ARCHIVE, { workers: 1, queue: 2 });
      const asked = Array.from({ length: 20 }, () => archive.index.search(request("grain")));
      const settled = await Promise.allSettled(asked);
      const answered = settled.filter((one) => one.status === "fulfilled");
      const refused = settled.filter((one) => one.status === "rejected");
      expect(answered.length).toBeGreaterThanOrEqual(3);
      expect(answered.every((one) => one.value.total === 2)).toBe(true);
      expect(refused.length).toBeGreaterThan(0);
      expect(refused.every((one) => one.reason instanceof SearchOverloadedError)).toBe(true);
      expect((await archive.index.search(request("grain"))).total).toBe(2);
      await archive.close();
    });
    promise("gives up in time, and is free for the next search", async () => {
      const long = "a b ".repeat(40_000);
      const slow = request(`"${"a b ".repeat(400)} b"`);
      const archive = await harness.create(
        [
          {
            title: "Long",
            date: "2022",
            paragraphs: Array.from({ length: 4 }, () => ({ text: long.trim() })),
          },
        ],
        { workers: 1, timeoutMs: 400 },
      );
      await archive.index.search(request("zebra")).catch(() => {}); // the thread is there
      await expect(archive.index.search(slow)).rejects.toBeInstanceOf(SearchTimeoutError);
      await expect
        .poll(() =>
          archive.index.search(request("zebra")).then(
            (r) => r.total,
            () => null,
          ),
        )
        .toBe(0);
      await archive.close();
    });
  });
}
