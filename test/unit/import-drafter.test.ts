import { readFileSync } from "node:fs";
import { expect, it, onTestFinished } from "vitest";
import { loadSeed } from "../../seed/load-seed.ts";
import { createTextWork } from "../../src/import/draft-paragraphs.ts";
import { draftAhead, startDrafter } from "../../src/import/drafter.ts";
import {
  DEFAULT_TAXONOMY_URL,
  readTaxonomy,
  type Taxonomy,
} from "../../src/text/topics/taxonomy.ts";
import { givenAddress, openImportBench } from "../support/import.ts";

const taxonomy = readTaxonomy(readFileSync(DEFAULT_TAXONOMY_URL, "utf8"));

function drafterForTest() {
  const drafter = startDrafter(taxonomy);
  onTestFinished(drafter.close);
  return drafter;
}

it("an address drafted in another thread is the same as one drafted here, keys and tags and all", async () => {
  const [here, there] = [createTextWork(taxonomy), createTextWork(taxonomy)].map((work) =>
    openImportBench(":memory:", work),
  );
  if (!here || !there) return;
  const few = () => {
    const stop = new AbortController();
    const onProgress = ({ done }: { done: number }) => done === 4 && stop.abort();
    return { onProgress, signal: stop.signal };
  };
  const [one, two] = [few(), few()];
  await loadSeed(here.importAddress, one.onProgress, { signal: one.signal });
  await loadSeed(there.importAddress, two.onProgress, {
    signal: two.signal,
    drafter: drafterForTest(),
  });
  const dump = (bench: typeof here) =>
    bench.reader.addresses(9).map(({ id }) => bench.reader.wholeAddress(id));
  expect(dump(there)).toEqual(dump(here));
  expect(dump(here).flatMap((a) => a.paragraphs.flatMap((p) => p.mentions)).length).toBeGreaterThan(
    9,
  );
});

it("a draft is of no use to an address that is there already: its breaks and its lead stand", async () => {
  const bench = openImportBench(":memory:", createTextWork(taxonomy));
  const text = "The President said this in his address, the agency reports. We go on. We win.";
  bench.take({ text, leadLength: 0 });
  const parsed = givenAddress({ text: `${text} Added.` });
  const draft = await drafterForTest().draft(parsed);
  bench.importAddress(parsed, bench.note, draft);
  expect(bench.whole().paragraphs.map((p) => p.kind)).not.toContain("lead");
});

it("drafts come in the order of their items, those without an address with none", async () => {
  const items = ["One.", null, "Three.", ...Array.from({ length: 20 }, (_, i) => `Number ${i}.`)];
  const seen: (string | undefined)[] = [];
  const ahead = draftAhead(
    items,
    (text) => (text ? givenAddress({ text }) : null),
    drafterForTest(),
  );
  for await (const { draft } of ahead) seen.push((await draft)?.paragraphs[0]?.text);
  expect(seen).toEqual(items.map((text) => text ?? undefined));
});

it("where the thread dies, drafts are none, and an import goes on without it", async () => {
  const drafter = startDrafter(null as unknown as Taxonomy);
  onTestFinished(drafter.close);
  const parsed = givenAddress({ text: "One." });
  expect(await Promise.all([drafter.draft(parsed), drafter.draft(parsed)])).toEqual([null, null]);
  expect(await drafter.draft(parsed)).toBeNull();
});
